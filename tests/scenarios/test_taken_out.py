"""Mail does not reach somebody, or they complain: they get no more, until a superuser puts that right."""

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.desk_steps import seen
from tests.doubles.slack import Outcome
from tests.scenarios.steps.alerts import ONLY_SUPERUSERS
from tests.scenarios.steps.people import looks_up, mailed_next
from tests.stage import Stage


@pytest.fixture
def mailed(stage: Stage) -> Stage:
    """Noor and Omar got a mail."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return stage


def happens(stage: Stage, event: str, **details: object) -> None:
    """The provider tells what became of Noor's mail."""
    events = stage.events.events_for(stage.mail_to("noor@example.nl"), event, **details)  # type: ignore[arg-type]
    assert stage.events.post(stage.url("/mail/events"), events, times=2) == [200, 200]
    stage.settle()


@pytest.mark.parametrize(
    ("event", "reason"),
    [("bounce", "mail kwam terug"), ("spamreport", "meldde de mail als spam"), ("unsubscribe", "afgemeld")],
)
def test_gets_no_more_mail_until_a_superuser_puts_them_back(mailed: Stage, event: str, reason: str) -> None:
    assert (
        looks_up(mailed, mailed.els)
        == "Deelnemer 1, Kattenbroek, n•••@e•••.nl: krijgt mail.\nWijzigen\nPauzeren\nAfmelden"
    )
    happens(mailed, event)
    [left] = mailed.audited("left")
    assert (left.who, left.subject) == ("burgernetmail", "participant 1")
    assert mailed_next(mailed) == ["omar@example.nl"]

    assert f"krijgt geen mail sinds wo 14 jan, 13.00: {reason}" in looks_up(mailed, mailed.els)
    told = mailed.els.ephemerals(mailed.supervision)[-1]
    assert "noor" not in told.plain().lower()
    mailed.presses(mailed.els, told, "Weer aanmelden")
    form = seen(mailed.els)
    assert form.fill({"Waarom?": " "}).submit().errors == {
        "Waarom?": "Leg uit waarom: ten minste één woord van drie letters."
    }
    assert form.fill({"Waarom?": "Zij belde: de mailbox werkt weer."}).submit().closed
    mailed.settle()
    assert mailed_next(mailed) == ["noor@example.nl", "omar@example.nl"]
    note = mailed.supervision.messages[-1].plain()
    assert "Els van Dijk heeft deelnemer 1 weer aangemeld:\nZij belde: de mailbox werkt weer." in note
    [restored] = mailed.audited("restored")
    assert restored.who == mailed.els.id
    assert len(mailed.audited("looked_up")) == 2


def test_a_mailbox_that_is_full_today_takes_nobody_out(mailed: Stage) -> None:
    happens(mailed, "bounce", type="blocked")
    assert not mailed.audited("left")
    assert mailed_next(mailed) == ["noor@example.nl", "omar@example.nl"]


def test_an_address_that_is_nobodys(stage: Stage) -> None:
    assert looks_up(stage, stage.els, "niemand@example.nl") == "Er is geen deelnemer met dit e-mailadres."


def test_only_superusers_look_up_and_put_back(mailed: Stage) -> None:
    happens(mailed, "bounce")
    for person in (mailed.anna, mailed.carla, mailed.daan):
        assert looks_up(mailed, person) == ONLY_SUPERUSERS


def test_a_second_superuser_is_told_that_it_is_done(mailed: Stage) -> None:
    happens(mailed, "bounce")
    for _ in range(2):
        looks_up(mailed, mailed.els)
    first, second = mailed.els.ephemerals(mailed.supervision)[-2:]
    for told, closed in ((first, True), (second, False)):
        mailed.presses(mailed.els, told, "Weer aanmelden")
        outcome = seen(mailed.els).fill({"Waarom?": "Zij belde."}).submit()
        assert outcome.closed is closed
    assert outcome.errors == {"Waarom?": "Dit is al gedaan."}


def takes_out(stage: Stage, reason: str) -> Outcome:
    """Els takes Noor out, in the form."""
    looks_up(stage, stage.els)
    stage.presses(stage.els, stage.els.ephemerals(stage.supervision)[-1], "Afmelden")
    outcome = seen(stage.els).fill({"Waarom?": reason}).submit()
    stage.settle()
    return outcome


def test_a_superuser_takes_somebody_out_for_a_reason(mailed: Stage) -> None:
    assert takes_out(mailed, "  ").errors == {"Waarom?": "Leg uit waarom: ten minste één woord van drie letters."}
    assert not mailed.audited("left")
    assert takes_out(mailed, "Belde: verhuisd.").closed
    assert "Els van Dijk heeft deelnemer 1 afgemeld:\nBelde: verhuisd." in mailed.supervision.messages[-1].plain()
    [left] = mailed.audited("left")
    assert (left.who, left.subject) == (mailed.els.id, "participant 1")
    assert "taken_out" in str(left.details)
    assert "Belde: verhuisd." in str(left.words)
    assert mailed_next(mailed) == ["omar@example.nl"]
    assert "afgemeld door een collega" in looks_up(mailed, mailed.els)

    mailed.presses(mailed.els, mailed.els.ephemerals(mailed.supervision)[-1], "Weer aanmelden")
    assert seen(mailed.els).fill({"Waarom?": "Toch niet verhuisd."}).submit().closed
    assert mailed_next(mailed) == ["noor@example.nl", "omar@example.nl"]


def test_the_second_of_two_superusers_is_told_that_it_is_done(mailed: Stage) -> None:
    for _ in range(2):
        looks_up(mailed, mailed.els)
    for told in mailed.els.ephemerals(mailed.supervision)[-2:]:
        mailed.presses(mailed.els, told, "Afmelden")
        outcome = seen(mailed.els).fill({"Waarom?": "Belde."}).submit()
    assert outcome.errors == {"Waarom?": "Dit is al gedaan."}
    assert len(mailed.audited("left")) == 1


def test_the_command_line_takes_somebody_out(mailed: Stage, operator: CliRunner) -> None:
    def leaves(address: str, *more: str) -> tuple[int, str]:
        done = operator.invoke(app, ["participants", "leave", address, *more])
        return done.exit_code, done.output.strip()

    assert leaves("Noor@example.nl", "--reason", "belde") == (0, "Participant 1 gets no mail any more.")
    assert leaves("noor@example.nl") == (0, "Participant 1 had left already.")
    assert leaves("niemand@example.nl") == (1, "No participant has this address.")
    [left] = mailed.audited("left")
    assert (left.who, left.subject) == ("command line", "participant 1")
    assert "belde" in str(left.words)
    assert mailed_next(mailed) == ["omar@example.nl"]
