"""A closed alert gets another outcome, or is opened again: figures and lists follow, and no mail tells the old one."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.scenarios.steps.desk import asked
from tests.stage import Stage

ARRESTED, NOT_SOLVED = "Verdachte aangehouden", "Nog niet opgelost"
RESULT, NOTE, TELL = (
    "Wat is de uitkomst?",
    "Toelichting",
    {"Bericht aan de buurt": ["Afloop melden per mail, in het volgende formulier"]},
)
CHANGE, REOPEN = "Uitkomst wijzigen", "Weer openen"


@pytest.fixture
def overrides(request: pytest.FixtureRequest) -> dict[str, object]:
    return {"send_hold_seconds": 30} if "held" in request.node.name else {}


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got, of which the case is closed."""
    stage.lives("Noor")
    alert = stage.approved()
    stage.later(minutes=1)
    stage.closes(stage.anna, alert, NOT_SOLVED, **{NOTE: "Geen sporen."})
    stage.later(minutes=5)
    return alert


def changes(stage: Stage, person: Person, alert: Message, **fields: object) -> Modal:
    stage.presses(person, alert, CHANGE)
    return seen(person).fill(fields)


def mail_about_it(stage: Stage, alert: Message) -> Message:
    """Anna asks for an outcome mail that tells the outcome as it is by now."""
    stage.presses(stage.anna, alert, "Afloop melden")
    assert not seen(stage.anna).submit().errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    return stage.alert_message()


def told(stage: Stage) -> int:
    return sum("hoe is het afgelopen?" in mail.subject for mail in stage.sendgrid.sent)


def test_the_form_stands_filled_in_and_the_message_the_thread_the_trail_and_the_figures_follow(
    stage: Stage, alert: Message
) -> None:
    stage.presses(stage.bram, alert, CHANGE)
    form = seen(stage.bram)
    assert form.title == CHANGE
    assert "Nu: *Nog niet opgelost* (Anna Bakker, wo 14 jan, 13.01)" in form.text()
    assert form.values[RESULT]["value"] == "not_solved"
    assert form.values[NOTE] == "Geen sporen."
    assert form.fill({RESULT: ARRESTED, NOTE: "Op heterdaad."}).submit().closed
    stage.settle()
    since = "uitkomst gewijzigd door Bram Visser, wo 14 jan, 13.06"
    assert f"🔒 *Afgesloten: verdachte aangehouden* · wo 14 jan, 13.01 · {since}" in alert.plain()
    thread = alert.thread[-1].plain()
    assert "Bram Visser wijzigde de uitkomst van 'Nog niet opgelost' in 'Verdachte aangehouden'." in thread
    assert "Op heterdaad." in thread
    [line] = stage.audited("change_result")
    details = line.details if isinstance(line.details, dict) else json.loads(line.details)
    assert (line.who, line.subject) == (stage.bram.id, "BM-2026-0001")
    assert (details["before"], details["after"]) == ("not_solved", "arrested")
    stage.presses(stage.els, asked(stage), "Alle cijfers")
    figures = stage.ephemeral(stage.els, stage.supervision)
    assert "Afloop: verdachte aangehouden: *100,0%* (n = 1)" in figures


def test_as_it_was_is_no_change(stage: Stage, alert: Message) -> None:
    assert changes(stage, stage.bram, alert).submit().closed
    stage.settle()
    assert "Afgesloten door Anna Bakker: nog niet opgelost" in alert.plain()
    assert not stage.audited("change_result")


def test_a_second_form_that_is_stale_is_refused(stage: Stage, alert: Message) -> None:
    forms = [changes(stage, person, alert, **{RESULT: ARRESTED}) for person in (stage.anna, stage.bram)]
    with ThreadPoolExecutor(2) as both:
        outcomes = list(both.map(lambda form: form.submit(), forms))
    stage.settle()
    [refused] = [outcome for outcome in outcomes if not outcome.closed]
    assert "heeft de uitkomst ondertussen gewijzigd. Sluit dit venster en bekijk het bericht." in refused.errors[NOTE]
    assert len(stage.audited("change_result")) == 1


def test_it_is_opened_again_and_closed_anew(stage: Stage, alert: Message) -> None:
    late = changes(stage, stage.anna, alert, **{RESULT: ARRESTED})
    stage.presses(stage.bram, alert, REOPEN)
    form = seen(stage.bram)
    assert "Nieuwe reacties krijgen niet meer het label 'te laat'." in form.text()
    assert form.submit().closed
    stage.settle()
    assert "🔒" not in alert.plain()
    assert "*Verstuurd* wo 14 jan, 13.00" in alert.plain()
    assert "Afsluiten" in alert.buttons
    assert "Bram Visser heeft de alertering weer geopend." in alert.thread[-1].plain()
    [line] = stage.audited("reopen")
    assert "not_solved" in str(line.details)
    assert late.submit().errors == {NOTE: "Bram Visser heeft deze alertering weer geopend."}
    reply = stage.answers("Noor", "Ik zag een bus.")
    assert "afgesloten toen" not in reply.plain()
    stage.closes(stage.anna, alert, ARRESTED)
    assert "🔒 *Afgesloten door Anna Bakker: verdachte aangehouden* · wo 14 jan, 13.06" in alert.plain()


def test_two_who_open_it_again(stage: Stage, alert: Message) -> None:
    for person in (stage.anna, stage.bram):
        stage.presses(person, alert, REOPEN)
    assert seen(stage.anna).submit().closed
    stage.settle()
    assert not seen(stage.bram).submit().closed
    assert "Anna Bakker heeft deze alertering weer geopend." in str(seen(stage.bram).view.blocks)
    assert len(stage.audited("reopen")) == 1


class TestTheOutcomeMail:
    """What tells the old outcome does not go out any more; what is out stays."""

    def test_one_that_waits_is_withdrawn(self, stage: Stage, alert: Message) -> None:
        mail = mail_about_it(stage, alert)
        stage.presses(stage.bram, alert, CHANGE)
        form = seen(stage.bram)
        assert "Afloopbericht BM-2026-0001-A1 wacht nog. Wijzigt u de uitkomst, dan trekken wij het in." in form.text()
        assert form.fill({RESULT: ARRESTED}).submit().closed
        stage.settle()
        assert "Ingetrokken" in mail.plain()
        thread = mail.thread[-1].plain()
        assert "@Anna Bakker" in thread
        assert "Bram Visser wijzigde de uitkomst. Dit afloopbericht is daarom ingetrokken." in thread
        assert "Afloop melden" in alert.buttons
        assert len(stage.audited("withdraw")) == 1
        assert not told(stage)

    @pytest.mark.parametrize(("result", "state"), [(NOT_SOLVED, "Ingetrokken"), (ARRESTED, "Wacht op goedkeuring")])
    def test_closing_with_another_outcome_than_it_tells_withdraws_it(
        self, stage: Stage, result: str, state: str
    ) -> None:
        stage.lives("Noor")
        alert = stage.approved()
        stage.later(minutes=1)
        stage.presses(stage.anna, alert, "Afloop melden")
        assert not seen(stage.anna).fill({RESULT: ARRESTED}).submit().errors
        assert seen(stage.anna).submit().closed
        stage.settle()
        mail = stage.alert_message()
        stage.presses(stage.bram, alert, "Afsluiten")
        form = seen(stage.bram)
        assert "BM-2026-0001-A1 wacht nog. Kiest u een andere uitkomst? Dan trekken wij het in." in form.text()
        assert form.fill({RESULT: result}).submit().closed
        stage.settle()
        assert state in mail.plain()

    def test_a_note_alone_leaves_it(self, stage: Stage, alert: Message) -> None:
        mail = mail_about_it(stage, alert)
        assert changes(stage, stage.bram, alert, **{NOTE: "Toch een spoor."}).submit().closed
        stage.settle()
        assert "Wacht op goedkeuring" in mail.plain()
        assert "Toch een spoor." in alert.thread[-1].plain()
        refused = changes(stage, stage.bram, alert, **{NOTE: "Niets.", **TELL}).submit()
        assert refused.errors == {NOTE: "Er is al een afloopbericht: BM-2026-0001-A1."}

    def test_one_that_is_held_still_is_withdrawn(self, stage: Stage) -> None:
        stage.lives("Noor")
        alert = stage.approved()
        stage.later(minutes=1)
        stage.closes(stage.anna, alert, NOT_SOLVED)
        mail = mail_about_it(stage, alert)
        stage.bram.presses(mail, "Goedkeuren en versturen")
        stage.settle()
        assert "Stop" in mail.buttons
        assert changes(stage, stage.bram, alert, **{RESULT: ARRESTED}).submit().closed
        stage.later(minutes=5)
        assert "Ingetrokken" in mail.plain()
        assert not told(stage)

    def test_one_that_is_out_stays_and_a_new_one_can_be_asked_for_at_once(self, stage: Stage, alert: Message) -> None:
        mail = mail_about_it(stage, alert)
        stage.presses(stage.bram, mail, "Goedkeuren en versturen")
        assert told(stage) == 1
        stage.presses(stage.bram, alert, CHANGE)
        form = seen(stage.bram)
        assert "Afloopbericht BM-2026-0001-A1 is al verstuurd. Daar verandert niets aan." in form.text()
        assert not form.fill({RESULT: ARRESTED, **TELL}).submit().closed
        stage.settle()
        assert "verdachte aangehouden" in alert.plain()
        form = seen(stage.bram)
        assert form.title == "Afloop melden"
        assert form.values[RESULT]["value"] == "arrested"
        assert form.values["Hoe is het afgelopen?"].startswith("Wij hebben een verdachte aangehouden.")
        assert "Verstuurd" in mail.plain()

    def test_opening_it_again_withdraws_what_waits(self, stage: Stage, alert: Message) -> None:
        mail = mail_about_it(stage, alert)
        stage.presses(stage.bram, alert, REOPEN)
        form = seen(stage.bram)
        assert "Afloopbericht BM-2026-0001-A1 wacht nog. Dat trekken wij in." in form.text()
        assert form.submit().closed
        stage.settle()
        assert "Ingetrokken" in mail.plain()
        assert (
            "Bram Visser heeft de alertering weer geopend. Dit afloopbericht is daarom ingetrokken."
            in mail.thread[-1].plain()
        )
