"""Enterprise Grid, other organisations, and what outlives an upgrade: Slack as it is in large organisations."""

import urllib.request
from itertools import product
from typing import Any

import pytest

from tests.databases import fresh_sqlite
from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.incidents import monitor
from tests.scenarios.steps.alerts import NO
from tests.scenarios.steps.day_monitor import begins, opens
from tests.stage import Stage

OURS, OTHERS = "E000000OURS", "E00000OTHER"


@pytest.fixture
def database_url() -> str:
    """Slack says who may, whatever the database."""
    return fresh_sqlite()


TEAMS = ("T0ANOTHER", OURS, None, "")
"""Another workspace, the organisation itself, null, absent."""


@pytest.mark.parametrize("enterprise_id", [OURS, None], ids=["grid", "a workspace that tells of none"])
def test_a_colleague_of_another_workspace_of_our_organisation_is_let_in_and_without_any_sign_refused(
    stage: Stage, enterprise_id: str | None
) -> None:
    stage.slack.world.enterprise_id = enterprise_id
    stage.lives("Noor")
    message = stage.asks()
    ours: list[Any] = [{"enterprise_id": OTHERS, "teams": ["T9", stage.slack.team_id]}]
    others: list[Any] = [None, {}, {"enterprise_id": OTHERS, "teams": ["T9"]}, {"enterprise_id": None, "teams": None}]
    (ours if enterprise_id else others).append({"enterprise_id": OURS, "teams": []})
    for number, (team_id, sign) in enumerate(product(TEAMS, [*ours, *others])):
        person = stage.joins(stage.intake, f"n{number}", f"N {number}", team_id=team_id, enterprise_user=sign)
        stage.presses(person, message, "Aanpassen")
        if sign in ours:
            assert person.modal, (team_id, sign)
        else:
            assert stage.ephemeral(person, stage.intake) == NO, (team_id, sign)
            assert person.modal is None


def test_an_answer_to_a_press_inside_a_thread_stays_in_it(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Een bus.")
    stage.sends_on(stage.carla, reply)
    [parent] = stage.burglary.messages
    [lead] = parent.thread
    stage.daan.leaves(stage.burglary)
    stage.presses(stage.daan, lead, "Gelezen", force=True)
    told = stage.slack.wait_for(lambda: stage.daan.ephemerals(stage.burglary))[-1]
    assert (told.plain(), told.thread_ts) == (NO, parent.ts)
    stage.carla.leaves(stage.triage)
    stage.presses(stage.carla, reply, "Afhandelen", force=True)
    told = stage.slack.wait_for(lambda: stage.carla.ephemerals(stage.triage))[-1]
    assert (told.plain(), told.thread_ts) == (NO, None), "where it was pressed"


class TestWhatAnOlderVersionLeft:
    """It is acknowledged, and who pressed it hears why nothing happens."""

    OLD = "Dit hoort bij een oudere versie van Burgernetmail en doet niets meer."

    def test_a_button(self, stage: Stage, request_message: Message) -> None:
        actions = next(block for block in request_message.blocks if block["type"] == "actions")
        actions["elements"][0]["action_id"] = "of_version_1"
        assert stage.bram.presses(request_message, "of_version_1").acked
        assert self.OLD in stage.ephemeral(stage.bram, stage.intake)
        stage.settle()

    def test_a_button_on_the_home(self, stage: Stage) -> None:
        stage.anna.opens_home()
        stage.settle()
        home = stage.anna.home
        assert home is not None
        home.view.blocks[0]["elements"][0]["action_id"] = "of_version_1"
        assert stage.anna.presses(home, "of_version_1").acked
        stage.settle()
        assert self.OLD in stage.anna.direct_messages.messages[-1].plain()

    def test_a_form(self, stage: Stage) -> None:
        form = stage.opens_form(stage.anna)
        form.view.content["callback_id"] = "of_version_1"
        ack = stage.anna.desk.send("interactive", form._submission)
        assert ack.on_time
        assert ack.body is not None
        assert self.OLD in str(ack.body["view"])
        form._apply(ack.body)
        assert not stage.slack.refused

    def test_a_shortcut(self, stage: Stage, request_message: Message) -> None:
        stage.slack.world.declared = None
        assert stage.anna.shortcut("of_version_1").acked
        stage.settle()
        assert self.OLD in stage.anna.direct_messages.messages[-1].plain()
        assert stage.bram.message_shortcut("of_version_1", request_message).acked
        assert self.OLD in stage.ephemeral(stage.bram, stage.intake)


WHAT = "Wat gebeurt ermee?"


def test_over_a_hundred_people_are_searched_not_cut_off(stage: Stage) -> None:
    people = [stage.joins(stage.intake, f"n{number:03}", f"Nieuw {number:03}") for number in range(110)]
    monitor(stage.database_url, "2026-000001")
    message = begins(stage)
    before = len(stage.slack.calls_of("users.info"))
    form = opens(stage, stage.anna, message, "assign_incidents_nobody").fill({"Welke zaken?": ["1"]})
    assert len(stage.slack.calls_of("users.info")) <= before + 1, "nobody waits while all are named"
    assert "Maak een keuze." in form.submit().errors["Collega"]
    assert form.fill({"Collega": people[-1]}).submit().closed
    stage.settle()
    assert "*Nieuw 109*" in message.plain()
    form = opens(stage, stage.anna, message, f"assign_incidents_{people[-1].id}")
    assert "Kies een ander" in form.fill({"Welke zaken?": ["1"], "Collega": stage.els}).submit().errors[WHAT]
    assert seen(stage.anna)


def test_slack_s_ssl_check_is_answered_and_nothing_else_that_is_unsigned(stage: Stage) -> None:
    def posted(body: bytes) -> int:
        request = urllib.request.Request(
            stage.url("/slack/events"), body, {"Content-Type": "application/x-www-form-urlencoded"}
        )
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    assert stage.slack.checks_ssl() == 200
    assert posted(b"command=%2Fburgernetmail&user_id=U1") == 401


def test_a_file_of_another_organisation_without_a_name_is_told(stage: Stage) -> None:
    message = stage.els.drops(stage.supervision, ("dagmonitor.xlsx", b"x"), foreign=True)
    stage.settle()
    [told] = message.thread
    assert "Van dit bestand is de naam niet te zien: het is van een andere organisatie." in told.plain()
