"""Only colleagues of the right channel act; everybody else is told that they can't, and nothing happens."""

from typing import Any

import pytest

from tests.databases import fresh_sqlite
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import NO, ONLY_BURGLARY_TEAM, ONLY_INTAKE, ONLY_RESPONDERS, SEND
from tests.stage import FORM, Stage


@pytest.fixture
def database_url() -> str:
    """Slack says who may, whatever the database."""
    return fresh_sqlite()


@pytest.mark.parametrize(
    "flags",
    [
        {"is_restricted": True},
        {"is_restricted": True, "is_ultra_restricted": True},
        {"team_id": "T0STRANGER"},
        {"is_stranger": True},
        {"is_bot": True},
        {"deleted": True},
    ],
    ids=["guest", "single-channel guest", "other organisation", "stranger", "bot", "left the police"],
)
def test_not_even_in_the_channel(stage: Stage, request_message: Message, flags: dict[str, Any]) -> None:
    visitor = stage.joins(stage.intake, "vera", "Vera Vreemd", **flags)
    for button in (SEND, "Aanpassen", "Terugsturen"):
        stage.presses(visitor, request_message, button)
        assert stage.ephemeral(visitor, stage.intake) == NO
    visitor.command("/burgernetmail", "", stage.intake)
    stage.settle()
    assert visitor.modal is None
    assert not stage.sendgrid.sent
    assert not stage.audited("approved")


def test_a_colleague_of_another_channel(stage: Stage, request_message: Message) -> None:
    for outsider in (stage.carla, stage.daan, stage.els):
        stage.presses(outsider, request_message, SEND, force=True)
        assert stage.ephemeral(outsider, stage.intake) == ONLY_INTAKE
    assert not stage.sendgrid.sent


def test_who_is_refused_stands_in_the_log(
    stage: Stage, request_message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(
        "handlers.slack.admitting.log.info", lambda event, **more: told.append({"event": event, **more})
    )
    stage.presses(stage.carla, request_message, SEND, force=True)
    assert told == [{"event": "not admitted", "who": stage.carla.id, "needs": ["intake"]}]


def test_who_leaves_the_channel_loses_it_at_once(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Aanpassen")
    form = stage.bram.modal
    assert form is not None
    stage.bram.leaves(stage.intake)

    stage.presses(stage.bram, request_message, SEND, force=True)
    assert stage.ephemeral(stage.bram, stage.intake) == NO
    assert NO in form.submit().errors.values()
    stage.bram.command("/burgernetmail", "", stage.intake, force=True)
    stage.settle()
    assert stage.bram.modal.callback_id == form.callback_id  # type: ignore[union-attr]  # no second form
    assert not stage.sendgrid.sent


def test_who_comes_into_the_channel_may_at_once(stage: Stage, request_message: Message) -> None:
    stage.carla.joins(stage.intake)
    stage.presses(stage.carla, request_message, SEND)
    assert len(stage.sendgrid.sent) == 1


def test_in_a_large_channel_too(stage: Stage, request_message: Message) -> None:
    stage.slack.page_size = 1
    stage.presses(stage.bram, request_message, SEND)
    assert len(stage.sendgrid.sent) == 1


def test_a_form_that_was_opened_elsewhere_is_not_somebody_elses(stage: Stage) -> None:
    stage.lives("Noor")
    annas = stage.previews(stage.anna)
    brams = stage.opens_form(stage.bram).fill(FORM)
    brams.submit()
    assert stage.bram.modal is not None
    stage.bram.modal.view.content["private_metadata"] = annas.private_metadata
    outcome = stage.bram.modal.submit()
    assert "Dit formulier is al ingediend of te oud. Open het opnieuw." in outcome.errors.values()
    assert not stage.rows("SELECT id FROM alerts")


def test_from_a_shortcut_an_outsider_is_told_in_their_own_line(stage: Stage) -> None:
    stage.carla.shortcut("new_request")
    stage.settle()
    assert stage.carla.modal is None
    assert stage.carla.direct_messages.messages[-1].plain() == ONLY_INTAKE


class TestEachToTheirOwn:
    """Triage buttons are the wijksecretariaat's, leads the burglary team's."""

    @pytest.fixture
    def reply(self, stage: Stage) -> Message:
        """A reply that Carla sent on."""
        stage.lives("Noor")
        stage.approved()
        reply = stage.answers("Noor", "Ik zag een bus.")
        stage.sends_on(stage.carla, reply)
        return reply

    @pytest.mark.parametrize(
        "button", ["Afhandelen", "Beoordeling wijzigen", "Ik pak dit op", "Toon gegevens", "Origineel", "Meer ..."]
    )
    def test_service_en_intake_does_not_triage(self, stage: Stage, reply: Message, button: str) -> None:
        self.keeps_out(stage, reply, button)

    @pytest.mark.parametrize(
        "button",
        ["Relevant voor deze zaak", "Relevant voor andere zaak", "Niet relevant", "Vraag stellen", "Meer ..."],
    )
    def test_nor_what_nobody_rated_yet(self, stage: Stage, button: str) -> None:
        stage.lives("Noor")
        stage.approved()
        self.keeps_out(stage, stage.answers("Noor", "Ik zag een bus."), button)

    def keeps_out(self, stage: Stage, reply: Message, button: str) -> None:
        before = reply.plain()
        for outsider in (stage.anna, stage.daan, stage.els):
            stage.presses(outsider, reply, button, force=True)
            assert stage.ephemeral(outsider, stage.triage) == ONLY_RESPONDERS
            assert outsider.modal is None
        assert reply.plain() == before
        assert not stage.audited("saw_contact_data")

    def test_nobody_else_judges_a_lead(self, stage: Stage, reply: Message) -> None:
        lead = stage.burglary.messages[-1].thread[-1]
        for outsider in (stage.anna, stage.carla, stage.els):
            for button in ("Gelezen", "Uitslag"):
                already = len(outsider.ephemerals(stage.burglary))
                stage.presses(outsider, lead, button, force=True)
                told = outsider.ephemerals(stage.burglary)[already:]
                assert [message.plain() for message in told] == [ONLY_BURGLARY_TEAM]
                assert outsider.modal is None
        assert "nog niet gelezen" in reply.plain()

    def test_the_wijksecretariaat_does_not_ask_for_alerts(self, stage: Stage, reply: Message) -> None:
        stage.carla.command("/burgernetmail", "aanvraag", stage.triage)
        stage.settle()
        assert stage.ephemeral(stage.carla, stage.triage) == ONLY_INTAKE
        assert stage.carla.modal is None
