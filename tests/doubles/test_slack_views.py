"""Modals and home tabs: triggers, stacks, hashes, filling in, submitting, closing."""

from typing import Any

import pytest
from slack_sdk import WebClient

from tests.doubles.slack import Person, SlackDouble, bench
from tests.doubles.slack.bench import (
    Json,
    ScriptedApp,
    actions,
    button,
    field,
    home,
    modal,
    refusal,
    section,
    show,
    text_input,
    trigger_of,
)

slack, app, client, anna = bench.slack, bench.app, bench.client, bench.anna


def test_a_trigger_works_once(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    trigger = trigger_of(anna, app)
    client.views_open(trigger_id=trigger, view=modal())
    assert "exchanged_trigger_id" in refusal(lambda: client.views_open(trigger_id=trigger, view=modal()))


def test_a_trigger_lives_three_seconds(slack: SlackDouble, anna: Person, app: ScriptedApp, client: WebClient) -> None:
    trigger = trigger_of(anna, app)
    slack.clock.advance(3.1)
    assert "expired_trigger_id" in refusal(lambda: client.views_open(trigger_id=trigger, view=modal()))


def test_a_bad_view_does_not_cost_the_trigger(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    trigger = trigger_of(anna, app)
    assert "invalid_arguments" in refusal(lambda: client.views_open(trigger_id=trigger, view=home()))
    client.views_open(trigger_id=trigger, view=modal())


def test_a_view_comes_back_complete(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    view = modal(field("Straat", text_input(initial_value="Dam")), external_id="x1", private_metadata="7")
    answer = client.views_open(trigger_id=trigger_of(anna, app), view=view)["view"]
    assert answer["id"] == answer["root_view_id"]
    assert answer["hash"]
    assert (answer["external_id"], answer["private_metadata"], answer["previous_view_id"]) == ("x1", "7", None)
    assert answer["state"]["values"] == {"straat": {"typed": {"type": "plain_text_input", "value": "Dam"}}}


def test_three_modals_stack_and_no_more(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    knob = modal(actions(button()))
    first = show(anna, app, client, knob)

    def push() -> Any:
        assert anna.modal is not None
        anna.presses(anna.modal, "Akkoord")
        return client.views_push(trigger_id=app.got[-1]["trigger_id"], view=knob)

    second = push()["view"]
    assert (second["root_view_id"], second["previous_view_id"]) == (first.view.id, first.view.id)
    push()
    assert "push_limit_reached" in refusal(push)
    assert anna.modal is not None
    anna.modal.close()
    assert anna.modal.view.id == second["id"]


def test_a_push_needs_an_open_modal(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    view = modal()
    assert "inside an open modal" in refusal(lambda: client.views_push(trigger_id=trigger_of(anna, app), view=view))


def test_opening_from_elsewhere_starts_anew(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    show(anna, app, client, modal())
    again = show(anna, app, client, modal(section("Anders")))
    again.close()
    assert anna.modal is None


def test_an_update_keeps_what_was_typed_under_the_same_ids(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal(field("Straat", text_input())))
    form.fill({"Straat": "Dorpsstraat"})
    client.views_update(view_id=form.view.id, view=modal(section(), field("Straat", text_input())))
    assert form.values == {"Straat": "Dorpsstraat"}
    renamed = modal(field("Straat", text_input(action_id="other")))
    client.views_update(view_id=form.view.id, view=renamed)
    assert form.values == {"Straat": None}


def test_an_update_finds_its_view_and_heeds_the_hash(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal(external_id="x1"))
    stale = form.view.hash
    client.views_update(external_id="x1", hash=stale, view=modal(external_id="x1"))
    late: dict[str, Any] = {"view_id": form.view.id, "hash": stale, "view": modal()}
    assert "hash_conflict" in refusal(lambda: client.views_update(**late))
    both = {"view_id": form.view.id, "external_id": "x1", "view": modal()}
    assert "one of view_id and external_id" in refusal(lambda: client.api_call("views.update", json=both))
    form.close()
    assert "not_found" in refusal(lambda: client.views_update(view_id=form.view.id, view=modal()))


def test_an_external_id_belongs_to_one_view(
    slack: SlackDouble, anna: Person, app: ScriptedApp, client: WebClient
) -> None:
    show(anna, app, client, modal(external_id="x1"))
    bas = slack.add_person("bas")
    assert "duplicate_external_id" in refusal(lambda: show(bas, app, client, modal(external_id="x1")))


def test_a_home_tab_is_published_and_pressed(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    assert anna.home is None
    first = client.views_publish(user_id=anna.id, view=home(section("Eén")))["view"]
    client.views_publish(user_id=anna.id, view=home(actions(button())), hash=first["hash"])
    late = {"user_id": anna.id, "view": home(), "hash": first["hash"]}
    assert "hash_conflict" in refusal(lambda: client.views_publish(**late))
    assert anna.home is not None
    anna.presses(anna.home, "Akkoord")
    assert app.got[-1]["container"] == {"type": "view", "view_id": first["id"]}
    assert "response_url" not in app.got[-1]
    anna.opens_home()
    assert app.got[-1]["event"]["view"]["id"] == first["id"]


def test_an_answer_moves_the_stack(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal())
    app.answers["view_submission"] = {"response_action": "push", "view": modal(section("Twee"))}
    assert not form.submit().closed
    second = anna.modal
    assert second is not None
    assert "Twee" in second.text()
    with pytest.raises(AssertionError, match="not on top"):
        form.submit()
    app.answers["view_submission"] = {"response_action": "update", "view": modal(section("Drie"))}
    second.submit()
    assert "Drie" in second.text()
    app.answers["view_submission"] = {"response_action": "clear"}
    assert second.submit().closed
    assert anna.modal is None


def test_an_empty_answer_closes_one_modal(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal())
    app.answers["view_submission"] = {"response_action": "push", "view": modal()}
    form.submit()
    app.answers.clear()
    assert anna.modal is not None
    assert anna.modal.submit().closed
    assert anna.modal.view is form.view


@pytest.mark.parametrize(("more", "told", "left"), [({}, False, True), ({"notify_on_close": True}, True, True)])
def test_closing_is_told_on_request(
    anna: Person, app: ScriptedApp, client: WebClient, more: Json, told: bool, left: bool
) -> None:
    form = show(anna, app, client, modal(actions(button())))
    anna.presses(form, "Akkoord")
    client.views_push(trigger_id=app.got[-1]["trigger_id"], view=modal(**more))
    assert anna.modal is not None
    anna.modal.close()
    assert (app.got[-1]["type"] == "view_closed") is told
    assert (anna.modal is not None) is left


def test_clear_on_close_takes_the_whole_stack(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal(actions(button())))
    anna.presses(form, "Akkoord")
    trigger = app.got[-1]["trigger_id"]
    client.views_push(trigger_id=trigger, view=modal(clear_on_close=True, notify_on_close=True))
    assert anna.modal is not None
    anna.modal.close()
    assert anna.modal is None
    assert app.got[-1]["is_cleared"] is True


def test_a_closed_modal_is_gone(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal(actions(button())))
    form.close()
    with pytest.raises(AssertionError, match="closed"):
        form.submit()
    with pytest.raises(AssertionError, match="not open"):
        anna.presses(form, "Akkoord")
