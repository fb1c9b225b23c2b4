"""Each press, form and word reaches the one listener that it is for."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.slack import ids
from handlers.slack.switchboard import Switchboard

Calls = list[str]


@pytest.fixture
def calls() -> Calls:
    return []


@pytest.fixture
def app(calls: Calls) -> App:
    def named(name: str) -> Callable[..., None]:
        def called(ack: Ack, *_what: Any) -> None:
            ack()
            calls.append(name)

        return called

    app = App(
        signing_secret="a secret",
        token_verification_enabled=False,
        authorize=lambda: AuthorizeResult(enterprise_id="", team_id="T1", bot_token="xoxb-1"),
    )
    board = Switchboard(app, named("old button"), named("old form"))
    board.button("^rate(@.+)?$", named("rate"))
    board.button("^rate", named("rate later"))
    board.form("request", named("request"))
    board.form("request", named("second request"))
    board.closed("request", named("closed"))
    board.word("", named("nothing typed"))
    board.word("zoek", named("search"))
    board.any_word(named("unknown word"))
    board.shortcut("ask", named("shortcut"))
    return app


PRESS = {"type": "block_actions", "user": {"id": "U1"}, "team": {"id": "T1"}}


@pytest.mark.parametrize(
    ("body", "reached"),
    [
        ({**PRESS, "actions": [{"action_id": "rate", "block_id": "b"}]}, "rate"),
        ({**PRESS, "actions": [{"action_id": "rate@12", "block_id": "b"}]}, "rate"),
        ({**PRESS, "actions": [{"action_id": "rate_anew", "block_id": "b"}]}, "rate later"),
        ({**PRESS, "actions": [{"action_id": "berate", "block_id": "b"}]}, "old button"),
        ({**PRESS, "type": "view_submission", "view": {"type": "modal", "callback_id": "request"}}, "request"),
        ({**PRESS, "type": "view_submission", "view": {"type": "modal", "callback_id": "of long ago"}}, "old form"),
        ({**PRESS, "type": "view_closed", "view": {"type": "modal", "callback_id": "request"}}, "closed"),
        ({**PRESS, "type": "shortcut", "callback_id": "ask"}, "shortcut"),
        ({**PRESS, "type": "shortcut", "callback_id": "of long ago"}, "old button"),
        ({"command": ids.COMMAND, "text": "", "user_id": "U1"}, "nothing typed"),
        ({"command": ids.COMMAND, "text": "ZOEK Dorpsstraat", "user_id": "U1"}, "search"),
        ({"command": ids.COMMAND, "text": "zoekt", "user_id": "U1"}, "unknown word"),
    ],
)
def test_the_first_that_fits_is_asked(app: App, calls: Calls, body: dict[str, Any], reached: str) -> None:
    assert app.dispatch(BoltRequest(body=body, mode="socket_mode")).status == 200
    assert calls == [reached]
    assert len(app._listeners) < 10, "each is asked before the one that is meant"


def test_a_form_that_nobody_waits_for_is_closed_in_peace(app: App, calls: Calls) -> None:
    body = {**PRESS, "type": "view_closed", "view": {"type": "modal", "callback_id": "another"}}
    assert app.dispatch(BoltRequest(body=body, mode="socket_mode")).status == 200
    assert calls == []
