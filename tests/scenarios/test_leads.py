"""The burglary team: what a lead is worth stands on it, in the summary above it, and where it came from."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage, X, Y

TELL = "Afloop melden per mail, in het volgende formulier"


@pytest.fixture
def reply(stage: Stage) -> Message:
    """What Noor wrote; the team has it."""
    stage.lives("Noor", metres=120)
    stage.approved()
    reply = stage.answers("Noor", "Ik zag een grijze bus.")
    stage.sends_on(stage.carla, reply)
    return reply


def summary(stage: Stage, number: int = -1) -> Message:
    return stage.burglary.messages[number]


def lead_of(stage: Stage) -> Message:
    return summary(stage).thread[-1]


def test_the_team_confirms_that_it_read_a_lead_and_who_sent_it_on_sees_that(stage: Stage, reply: Message) -> None:
    lead = lead_of(stage)
    assert "Kattenbroek, op 120 m" in lead.plain()
    assert "ongelezen" in lead.plain()
    assert "1 ongelezen" in summary(stage).plain()
    assert f"/archives/{stage.burglary.id}/p{lead.ts.replace('.', '')}" in str(summary(stage).blocks)
    stage.presses(stage.daan, lead, "Gelezen")
    assert "gelezen door Daan de Groot" in lead.plain()
    assert "ongelezen" not in summary(stage).plain()
    assert "inbrakenteam: gelezen door Daan de Groot" in reply.plain()
    assert "Gelezen" not in lead.buttons
    assert len(stage.audited("read_lead")) == 1


def test_a_lead_says_that_its_images_were_asked_for_and_by_whom(stage: Stage, reply: Message) -> None:
    lead = lead_of(stage)
    assert "Beelden gevraagd" not in lead.plain()
    stage.presses(stage.daan, lead, "Beelden vragen")
    assert "Beelden gevraagd (Daan de Groot)" in lead.plain()
    assert "Beelden vragen" not in lead.buttons


def test_two_who_confirm_at_once(stage: Stage, reply: Message) -> None:
    fay = stage.joins(stage.burglary, "fay", "Fay Kok")
    lead = lead_of(stage)
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda person: person.presses(lead, "Gelezen"), [stage.daan, fay]))
    stage.settle()
    [line] = stage.audited("read_lead")
    first, second = (stage.daan, fay) if line.who == stage.daan.id else (fay, stage.daan)
    assert stage.ephemeral(second, stage.burglary) == f"{first.name} heeft deze al opgepakt."


@pytest.mark.parametrize("result", ["Leidt tot verdachte", "Gouden tip"])
def test_a_result_with_a_note_is_the_team_s_own_but_for_the_result(stage: Stage, reply: Message, result: str) -> None:
    lead = lead_of(stage)
    stage.presses(stage.daan, lead, "Uitslag")
    form = seen(stage.daan)
    note = "De bus staat op naam van een bekende."
    assert form.fill({"Wat is deze tip waard?": result, "Toelichting": note}).submit().closed
    stage.settle()
    assert f"*uitslag van Daan de Groot: {result.lower()}*" in lead.plain()
    assert note in lead.plain()
    assert f"1 {result.lower()} (volgens Daan de Groot)" in summary(stage).plain()
    assert f"inbrakenteam: {result.lower()}" in reply.plain()
    elsewhere = [reply, *reply.thread, *stage.alert_message().thread]
    assert not any(note in message.plain() for message in elsewhere)
    assert note not in str(stage.audited("judged_lead"))

    stage.presses(stage.daan, lead, "Uitslag wijzigen")
    assert seen(stage.daan).values["Wat is deze tip waard?"]["text"]["text"] == result
    assert seen(stage.daan).values["Toelichting"] == note
    assert seen(stage.daan).submit().errors["Toelichting"] == "Dit is al gedaan."


def test_of_two_who_judge_at_once_the_second_sees_what_the_first_said_and_loses_no_word(
    stage: Stage, reply: Message
) -> None:
    fay, lead = stage.joins(stage.burglary, "fay", "Fay Kok"), lead_of(stage)
    stage.presses(fay, lead, "Uitslag")
    form = seen(fay).fill({"Wat is deze tip waard?": "Uitgesloten", "Toelichting": "Was de buurman."})
    stage.presses(stage.daan, lead, "Uitslag")
    first = seen(stage.daan).fill({"Wat is deze tip waard?": "Gouden tip", "Toelichting": "Zie dossier."})
    assert first.submit().closed
    assert form.submit().errors["Toelichting"].startswith("Daan de Groot heeft de uitslag gewijzigd.")
    assert form.values["Toelichting"] == "Was de buurman."
    stage.settle()
    assert "*uitslag van Daan de Groot: gouden tip*" in lead.plain()
    form.close()

    stage.presses(fay, lead, "Uitslag wijzigen")
    assert seen(fay).values["Toelichting"] == "Zie dossier."
    assert seen(fay).fill({"Wat is deze tip waard?": "Uitgesloten"}).submit().closed
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert "*uitslag van Fay Kok: uitgesloten*" in lead.plain()
    assert len(stage.audited("judged_lead")) == 2


def test_alerts_near_in_place_and_time_stand_beside_the_leads_and_follow_theirs(stage: Stage, reply: Message) -> None:
    stage.geocoder.knows("Zijstraat", "1", "3823 AB", "Amersfoort", X + 300, Y)
    stage.geocoder.knows("Verweg", "1", "3823 AB", "Amersfoort", X + 900, Y)
    stage.lives("Omar", metres=290)
    for street, number in (("Zijstraat", "2026-77"), ("Verweg", "2026-78")):
        house = {"Straat": street, "Huisnummer (komt niet in de mail)": "1", "Straal": "750 m"}
        request = stage.asks(None, **house, **{"BVH-nummer (intern)": number})
        stage.presses(stage.bram, request, "Goedkeuren en versturen")
    first = summary(stage)
    assert "BM-2026-0002 · Zijstraat" in first.plain()
    assert "op 300 m afstand, 0 tips" in first.plain()
    assert "Verweg" not in first.plain()

    mail = next(mail for mail in stage.mails_to("omar@example.nl") if "Zijstraat" in mail.subject)
    stage.comes_in(reply_from(mail, "Daar stond die bus ook."), mail.from_, "omar@example.nl")
    stage.sends_on(stage.carla, stage.reply_message())
    second = summary(stage)
    assert "BM-2026-0001 · Kattenbroekstraat" in second.plain()
    assert f"/archives/{stage.burglary.id}/p{first.ts.replace('.', '')}" in str(second.blocks)
    stage.judges(stage.daan, lead_of(stage), "Bruikbaar")
    assert "op 300 m afstand, 1 tip, 1 bruikbaar" in first.plain()
    assert f"/archives/{stage.burglary.id}/p{second.ts.replace('.', '')}" in str(first.blocks)


def test_what_the_citizen_writes_on_reaches_the_team_too(stage: Stage, reply: Message) -> None:
    lead = lead_of(stage)
    stage.judges(stage.daan, lead, "Bruikbaar")
    stage.writes_answer(stage.carla, reply)
    for words in ("Het kenteken begint met 12-AB.", "Dank u wel!"):
        mail = stage.mail_to("noor@example.nl")
        stage.comes_in(reply_from(mail, words), mail.from_, "noor@example.nl")
    assert "De burger schreef opnieuw" in lead.plain()
    assert "Het kenteken begint met 12-AB." in lead.plain()
    assert "1 ongelezen" in summary(stage).plain()
    stage.presses(stage.daan, lead, "Gelezen")
    assert "ongelezen" not in summary(stage).plain()


class TestClosing:
    """What came of it, what is still open, and the neighbourhood."""

    def test_the_form_tells_what_is_open_and_the_result_stands_everywhere(self, stage: Stage, reply: Message) -> None:
        alert = stage.alert_message()
        assert "*1 reactie, 1 open*" in alert.plain()
        stage.presses(stage.bram, alert, "Afsluiten")
        told = seen(stage.bram).text()
        assert "1 reactie staat open. 1 tip staat open. Wat open staat, blijft open tot het is afgehandeld." in told
        outcome = stage.closes(stage.bram, alert, "Verdachte aangehouden", Toelichting="Op heterdaad, op de Dorpsweg.")
        assert outcome.closed
        assert "🔒 *Afgesloten door Bram Visser: verdachte aangehouden* · wo 14 jan" in alert.plain()
        assert "*1 reactie, 1 open*" in alert.plain()
        assert "Op heterdaad" in alert.thread[-1].plain()
        assert "🔒 *Afgesloten door Bram Visser: verdachte aangehouden* · wo 14 jan" in summary(stage).plain()
        assert "Dorpsweg" not in summary(stage).plain()
        stage.presses(stage.carla, reply, "Niet relevant")
        stage.writes_answer(stage.carla, reply)
        assert "afgehandeld door" in reply.plain()

    def test_the_outcome_mail_is_offered_with_a_text_that_fits(self, stage: Stage, reply: Message) -> None:
        outcome = stage.closes(
            stage.bram, stage.alert_message(), "Spullen teruggevonden", **{"Bericht aan de buurt": TELL}
        )
        assert not outcome.closed
        form = seen(stage.bram)
        assert form.title == "Afloop melden"
        text = form.values["Hoe is het afgelopen?"]
        assert text.startswith("Wij hebben gestolen spullen teruggevonden.")
        assert not form.submit().errors
        assert seen(stage.bram).submit().closed
        stage.settle()
        assert "Afloopbericht BM-2026-0001-A1" in stage.alert_message().plain()

    def test_of_two_who_close_at_once_one_is_told_who_was_first(self, stage: Stage, reply: Message) -> None:
        alert = stage.alert_message()
        for person in (stage.anna, stage.bram):
            stage.presses(person, alert, "Afsluiten")
            seen(person).fill({"Wat is de uitkomst?": "Nog niet opgelost"})
        with ThreadPoolExecutor(2) as both:
            outcomes = list(both.map(lambda person: seen(person).submit(), [stage.anna, stage.bram]))
        stage.settle()
        [refused] = [outcome for outcome in outcomes if not outcome.closed]
        assert "heeft deze al opgepakt." in refused.errors["Toelichting"]
        assert len(stage.audited("close")) == 1
