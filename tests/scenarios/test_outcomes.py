"""How it ended: those who got the mail hear it, and nobody else; with the same four eyes as the mail itself."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desk_steps import seen
from tests.doubles.citizen import bounce, reply_from
from tests.doubles.sendgrid import EventName
from tests.doubles.slack import Message, Modal, Person
from tests.scenarios.guarded import keeps
from tests.scenarios.steps.alerts import BESIDE, withdraws
from tests.stage import Stage, choose

SEND = "Goedkeuren en versturen"
TOLD = "Wij hebben een verdachte aangehouden.\nDank aan iedereen die reageerde."


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor and Omar got."""
    stage.lives("Noor", metres=120)
    stage.lives("Omar")
    return stage.approved()


def opens(stage: Stage, person: Person, alert: Message) -> Modal:
    stage.presses(person, alert, "Afloop melden")
    return seen(person)


def files(stage: Stage, alert: Message, text: str = TOLD) -> Message:
    """Anna asks for an outcome mail; the message that stands in the channel."""
    outcome = opens(stage, stage.anna, alert).fill({"Hoe is het afgelopen?": text}).submit()
    assert not outcome.errors, outcome.errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    return stage.alert_message()


def happens(stage: Stage, name: str, *events: EventName) -> None:
    """The provider tells of the newest mail to somebody."""
    mail = stage.mail_to(f"{name}@example.nl")
    stage.events.post(stage.url("/mail/events"), stage.events.events_for(mail, *events))
    stage.later(seconds=3)  # what changes all the time is shown now and then


def told(stage: Stage) -> list[str]:
    """Who got an outcome mail."""
    return [mail.to for mail in stage.sendgrid.sent if "hoe is het afgelopen?" in mail.subject]


def test_the_whole_story(stage: Stage, alert: Message) -> None:
    form = opens(stage, stage.anna, alert)
    assert form.title == "Afloop melden"
    assert "Ons onderzoek is klaar." in str(form.view.blocks)
    assert not form.fill({"Hoe is het afgelopen?": TOLD}).submit().errors
    preview = seen(stage.anna)
    assert "*2 mensen* krijgen deze mail zodra een collega hem goedkeurt." in preview.text()
    assert "Inbraak in de Kattenbroekstraat: hoe is het afgelopen? [BM-2026-0001]" in preview.text()
    assert "Voor deze zaak is al een mail verstuurd" not in preview.text()
    preview.close()
    assert "aangehouden" in str(seen(stage.anna).view.blocks)
    assert not seen(stage.anna).submit().errors
    assert seen(stage.anna).submit().closed
    stage.settle()

    message = stage.alert_message()
    for words in (
        "Afloopbericht BM-2026-0001-A1 · Woninginbraak · Kattenbroekstraat",
        "Over de mail BM-2026-0001 van wo 14 jan, 13.00",
        "Wacht op goedkeuring",
        "Wij hebben een verdachte aangehouden.",
    ):
        assert words in message.plain()
    assert f"/p{alert.ts.replace('.', '')}" in str(message.blocks)
    assert "Zie ook" not in message.plain()
    assert "binnen" not in message.plain()
    assert not [block for block in message.blocks if block["type"] == "image"]
    assert message.buttons == [SEND, *BESIDE]
    assert message.controls[0].element["confirm"]["text"]["text"].startswith("2 mensen krijgen deze mail.")
    assert "Anna Bakker diende afloopbericht BM-2026-0001-A1 in." in alert.thread[-1].plain()
    stage.bram.opens_home()
    stage.settle()
    assert stage.bram.home
    assert "Afloopbericht BM-2026-0001-A1 · Kattenbroekstraat" in stage.bram.home.text()

    stage.presses(stage.anna, message, SEND)
    assert stage.ephemeral(stage.anna, stage.intake).startswith("U vroeg deze mail zelf aan.")
    assert not told(stage)

    stage.presses(stage.bram, message, SEND)
    assert sorted(told(stage)) == ["noor@example.nl", "omar@example.nl"]
    assert "2 van 2 verstuurd" in message.plain()
    assert message.buttons == ["Bekijk mail"]
    assert "Afloopbericht BM-2026-0001-A1 is verstuurd: 2 van 2." in alert.thread[-1].plain()
    assert [row.kind for row in stage.rows("SELECT kind FROM alerts ORDER BY id")] == ["alert", "outcome"]

    first, mail = stage.mails_to("noor@example.nl")
    assert mail.subject == "Inbraak in de Kattenbroekstraat: hoe is het afgelopen? [BM-2026-0001]"
    for words in (mail.text, mail.html):
        assert "Op woensdag 14 januari vroegen wij uw hulp bij de inbraak in de Kattenbroekstraat." in words
        assert "Wij hebben een verdachte aangehouden." in words
        assert "Bel Meld Misdaad Anoniem: 0800-7000." in re.sub(r"</?a\b[^>]*>", "", words)
        assert "2026-001234" not in words
        assert "De voordeur is opengebroken" not in words
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.from_ not in {first.from_, stage.mail_to("omar@example.nl").from_}
    assert mail.message_id != first.message_id


def test_only_who_got_the_mail_and_still_takes_part_hears_the_end(stage: Stage) -> None:
    for name in ("Noor", "Omar", "Puck", "Quinten", "Roos", "Sam"):
        stage.lives(name)
    alert = stage.approved()
    happens(stage, "puck", "bounce")
    happens(stage, "quinten", "spamreport")
    stage.rows("UPDATE participants SET status = 'active'")  # even where a superuser lets them in again
    leave = stage.mail_to("roos@example.nl").headers["List-Unsubscribe"].strip("<>")
    stage.sends_form(leave, action="leave")
    stage.lives("Teun")
    message = files(stage, alert)
    assert "3 mensen" in message.plain()
    assert message.controls[0].element["confirm"]["text"]["text"].startswith("3 mensen")
    omars = stage.mail_to("omar@example.nl").headers["List-Unsubscribe"].strip("<>")
    stage.sends_form(omars, action="leave")
    stage.presses(stage.bram, message, SEND)
    assert sorted(told(stage)) == ["noor@example.nl", "sam@example.nl"]


def test_nobody_is_left_to_tell(stage: Stage, alert: Message) -> None:
    message = files(stage, alert)
    stage.rows("UPDATE participants SET status = 'left'")
    stage.presses(stage.bram, message, SEND)
    assert stage.ephemeral(stage.bram, stage.intake) == "Niemand die de mail kreeg, doet nog mee."
    assert "Wacht op goedkeuring" in message.plain()
    withdraws(stage, stage.anna, message)
    outcome = opens(stage, stage.anna, alert).submit()
    assert outcome.errors == {"Hoe is het afgelopen?": "Niemand die de mail kreeg, doet nog mee."}


def test_one_at_a_time_sent_back_withdrawn_and_filed_again(stage: Stage, alert: Message) -> None:
    late = opens(stage, stage.bram, alert)
    assert not late.submit().errors
    message = files(stage, alert)
    outcome = seen(stage.bram).submit()
    assert outcome.errors == {"Proefmail": "Er is al een afloopbericht: BM-2026-0001-A1."}
    seen(stage.bram).close()

    stage.presses(stage.bram, message, "Terugsturen")
    assert seen(stage.bram).fill({"Wat moet er anders?": "Korter."}).submit().closed
    stage.settle()
    assert message.buttons == ["Aanpassen", "Bekijk mail", "Intrekken"]
    assert "Afloop melden" not in alert.buttons  # it would only refuse

    withdraws(stage, stage.anna, message)
    assert "Afloop melden" in alert.buttons
    again = files(stage, alert)
    assert "Afloopbericht BM-2026-0001-A2" in again.plain()
    assert "Afloop melden" not in alert.buttons
    stage.presses(stage.bram, again, SEND)
    assert len(told(stage)) == 2
    assert "Afloop melden" in alert.buttons
    stage.closes(stage.bram, alert)
    assert "Afloop melden" in alert.buttons
    assert "BM-2026-0001-A3" in files(stage, alert).plain()


def test_two_who_file_at_the_same_moment(stage: Stage, alert: Message) -> None:
    for person in (stage.anna, stage.bram):
        assert not opens(stage, person, alert).submit().errors
    with ThreadPoolExecutor(2) as both:
        outcomes = list(both.map(lambda person: seen(person).submit(), [stage.anna, stage.bram]))
    assert sorted(outcome.closed for outcome in outcomes) == [False, True]
    [refused] = [outcome for outcome in outcomes if not outcome.closed]
    assert refused.errors == {"Proefmail": "Er is al een afloopbericht: BM-2026-0001-A1."}
    stage.settle()


def test_the_colleague_supplements_and_sends(stage: Stage, alert: Message) -> None:
    message = files(stage, alert)
    stage.presses(stage.bram, message, "Aanpassen")
    form = seen(stage.bram)
    assert form.title == "Afloop melden"
    assert not form.fill({"Hoe is het afgelopen?": f"{TOLD} Ook Dhr. Jansen."}).submit().errors
    send = "Opslaan, goedkeuren en versturen naar 2 ontvangers"
    assert not keeps(seen(stage.bram)).errors  # what was found goes
    seen(stage.bram).close()
    assert not seen(stage.bram).fill({"Hoe is het afgelopen?": f"{TOLD} Tot ziens."}).submit().errors
    assert choose(seen(stage.bram), send).closed
    stage.settle()
    assert "Dank aan iedereen die reageerde. Tot ziens." in stage.mail_to("noor@example.nl").text
    assert len(told(stage)) == 2
    difference = message.thread[0].plain()
    assert "Bram Visser paste de aanvraag van @Anna Bakker aan:" in difference
    assert "*Hoe is het afgelopen?*" in difference
    assert not [block for block in message.blocks if block["type"] == "image"]


def test_a_reply_to_it_belongs_to_the_alert(stage: Stage, alert: Message) -> None:
    stage.answers("Noor", "Ik zag een bus.")
    message = files(stage, alert)
    stage.presses(stage.bram, message, SEND)
    mail = stage.mail_to("noor@example.nl")
    first = stage.mails_to("noor@example.nl")[0]
    quoted = "\n".join(f"> {line}" for line in first.text.splitlines())
    raw = reply_from(mail, f"Fijn! De bus was grijs.\n\n{quoted}", sender="anders@example.com")
    stage.comes_in(raw, mail.from_, "anders@example.com")
    reply = stage.reply_message()
    assert "BM-2026-0001 · Kattenbroekstraat" in reply.plain()
    assert "-A1" not in reply.plain()
    assert f"/p{alert.ts.replace('.', '')}" in str(reply.blocks)
    assert "Reactie op het afloopbericht" in reply.plain()
    assert "Kattenbroek, op 120 m" in reply.plain()
    assert "Fijn! De bus was grijs." in reply.plain()
    assert "aangehouden" not in reply.plain()
    assert "opengebroken" not in reply.plain()
    assert "2 reacties" in alert.plain()
    assert not stage.mails_to("anders@example.com")  # acknowledged before, for this alert

    stage.sends_on(stage.carla, reply)
    assert "BM-2026-0001 · Woninginbraak" in stage.burglary.messages[-1].plain()
    [link] = set(re.findall(r"https://\S+/reageren/\S+", stage.mail_to("omar@example.nl").text))
    assert "Kattenbroekstraat" in stage.visits(link).text
    stage.sends_form(link, what="Ik hoorde glas.")
    stage.settle()
    assert "Reactie op het afloopbericht" in stage.reply_message().plain()
    omars = stage.mails_to("omar@example.nl")[1]  # the outcome mail; the newest one is our acknowledgement
    stage.comes_in(bounce(omars), omars.from_, "")
    assert "1 teruggekomen" in message.plain()
    assert "teruggekomen" not in alert.plain()


def test_the_same_case_asked_again_sees_the_alert_and_not_its_outcome(stage: Stage, alert: Message) -> None:
    files(stage, alert)
    preview = stage.previews(stage.anna)
    assert "Voor deze zaak is al een mail verstuurd (BM-2026-0001)." in preview.text()
    assert "-A1" not in preview.text()
    assert preview.submit().closed
    stage.settle()
    assert "BM-2026-0002 ·" in stage.alert_message().plain()
    assert "BM-2026-0001." in stage.alert_message().plain()


def test_a_call_about_it_is_written_down_at_the_alert(stage: Stage, alert: Message) -> None:
    stage.presses(stage.bram, files(stage, alert), SEND)
    stage.carla.command("/burgernetmail", "telefoon bm-2026-0001-a1", stage.triage)
    form = stage.slack.wait_for(lambda: stage.carla.modal)
    assert form.fill({"Wat vertelde de beller?": "Fijn dat u belt."}).submit().closed
    stage.settle()
    assert "BM-2026-0001 · Kattenbroekstraat" in stage.reply_message().plain()
    assert "1 reactie" in alert.plain()


def test_a_restart_in_the_middle_sends_nobody_twice(stage: Stage) -> None:
    stage.crowd(1200)
    alert = stage.approved()
    message = files(stage, alert)
    stage.bram.presses(message, SEND)
    stage.program.listeners.wait_until_idle()
    assert stage.program.workflow.sending.send_next()
    assert len(told(stage)) == 1000
    stage.sendgrid.drop_next(stored=True)
    assert stage.program.workflow.sending.send_next()
    stage.restart()
    stage.later(minutes=10)
    assert "200 onbekend" in message.plain()
    assert (
        "BM-2026-0001-A1: wij weten niet of een deel van de mail is verstuurd" in stage.supervision.messages[-1].plain()
    )
    events = [
        event
        for mail in stage.sendgrid.sent
        if "hoe is het afgelopen?" in mail.subject
        for event in stage.events.events_for(mail, "delivered")
    ]
    stage.events.post(stage.url("/mail/events"), events)
    stage.later(seconds=3)
    assert "1.200 van 1.200 aangekomen" in message.plain()
    assert len(told(stage)) == len(set(told(stage))) == 1200


def test_the_message_counts_what_arrived_what_came_back_and_complaints(stage: Stage) -> None:
    for name in ("Noor", "Omar", "Puck", "Quinten", "Roos"):
        stage.lives(name)
    message = stage.approved()
    assert "aangekomen" not in message.plain()

    happens(stage, "noor", "processed", "delivered")
    assert "1 van 5 aangekomen" in message.plain()
    assert "teruggekomen" not in message.plain()
    happens(stage, "omar", "delivered", "spamreport")
    happens(stage, "puck", "bounce")
    happens(stage, "quinten", "dropped")
    assert "2 van 5 aangekomen" in message.plain()
    assert "⚠️ 2 teruggekomen · 1 keer als spam gemeld" in message.plain()
