"""Nobody sends their own mail, and nobody sends a text that they did not see."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import BESIDE, SEND, amends, offers, previewed, statuses, withdraws
from tests.stage import Stage


def test_the_request_shows_all_that_the_second_pair_of_eyes_needs(stage: Stage, request_message: Message) -> None:
    text = request_message.plain()
    for part in (
        "BM-2026-0001 · Woninginbraak · Kattenbroekstraat",
        "*Wacht op goedkeuring* · aangevraagd door Anna Bakker, wo 14 jan, 13.00",
        "Kattenbroekstraat, 3823 AB Amersfoort",
        "wo 14 jan, 9.00-11.30",
        "1 ontvanger binnen 300 m",
        "2026-001234",
        "De voordeur is opengebroken. Er zijn sieraden weg.",
        "Een grijze bestelbus.",
        "Kaartje van het gebied, zonder adressen",
    ):
        assert part in text
    assert "Beste deelnemer" not in text
    stage.presses(stage.bram, request_message, "Bekijk mail")
    mail = seen(stage.bram).text()
    for part in (
        "Nog niet verstuurd · naar 1 ontvanger binnen 300 m",
        "Inbraak in de Kattenbroekstraat: zag of hoorde u iets? [BM-2026-0001]",
        "Kattenbroekstraat, Amersfoort (Kattenbroek)",
        "Met vriendelijke groet,",
        "Kaartje van het gebied, zonder adressen",
    ):
        assert part in mail
    assert request_message.buttons == [SEND, *BESIDE]
    confirm = request_message.controls[0].element["confirm"]
    assert confirm["text"]["text"] == "1 ontvanger krijgt deze mail. U kunt dit niet terugdraaien. Versturen?"


def test_nothing_goes_out_when_the_question_is_answered_with_no(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, SEND, confirm=False)
    assert not stage.sendgrid.sent


def test_who_asked_is_refused_and_told_why(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.anna, request_message, SEND)
    told = stage.ephemeral(stage.anna, stage.intake)
    assert told == "U vroeg deze mail zelf aan. Een collega moet hem versturen."
    assert not stage.sendgrid.sent
    assert statuses(stage) == ["requested"]


def test_who_asked_is_not_offered_to_send_while_amending_and_can_not_force_it(
    stage: Stage, request_message: Message
) -> None:
    preview = previewed(stage, stage.anna, request_message)
    assert preview.labels == ["Proefmail"]

    offers(preview, "approve")
    outcome = preview.fill({"choice": "approve"}).submit()
    assert outcome.errors == {"Wat wilt u doen?": "U vroeg deze mail zelf aan. Een collega moet hem versturen."}
    stage.settle()
    assert not stage.sendgrid.sent


def test_the_approval_stands_on_the_message_and_in_its_thread(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, SEND)
    assert "Verstuurd" in request_message.plain()
    assert "*Verstuurd* wo 14 jan, 13.00 · van Anna Bakker, goedgekeurd door Bram Visser" in request_message.plain()
    thread = [note.plain() for note in request_message.thread]
    assert thread == [
        "Bram Visser keurde de mail goed. Aantal ontvangers: 1.",
        "De mail is verstuurd: 1 van 1.",
    ]
    [line] = stage.audited("approved")
    assert (line.who, line.subject) == (stage.bram.id, "BM-2026-0001")


def test_a_text_that_changed_since_it_was_shown_has_to_be_looked_at_again(
    stage: Stage, request_message: Message
) -> None:
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=30)
    amends(stage, stage.anna, request_message, **{"Wat is er gebeurd?": "De achterdeur."})
    assert "De voordeur" in request_message.plain()  # Bram still looks at the old text

    stage.presses(stage.bram, request_message, SEND)
    told = "De tekst is veranderd sinds u hem zag. Bekijk hem opnieuw en klik dan nog eens."
    assert stage.ephemeral(stage.bram, stage.intake) == told
    assert not stage.sendgrid.sent

    stage.later(seconds=31)
    assert "De achterdeur." in request_message.plain()
    stage.presses(stage.bram, request_message, SEND)
    assert "De achterdeur." in stage.mail_to("noor@example.nl").text


@pytest.mark.parametrize("button", ["Aanpassen", "Terugsturen"])
def test_no_form_opens_on_a_text_that_changed(stage: Stage, request_message: Message, button: str) -> None:
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=30)
    amends(stage, stage.anna, request_message, **{"Wat is er gebeurd?": "De achterdeur."})
    stage.presses(stage.bram, request_message, button)
    assert stage.bram.modal is None
    assert stage.ephemeral(stage.bram, stage.intake).startswith("De tekst is veranderd")


def test_two_colleagues_amend_at_once_and_the_second_is_told(stage: Stage, request_message: Message) -> None:
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    brams = previewed(stage, stage.bram, request_message, **{"Wat is er gebeurd?": "De schuur is dicht."})
    amends(stage, cees, request_message, "Alleen opslaan", **{"Wat is er gebeurd?": "De schuur is open."})
    outcome = brams.fill({"Wat wilt u doen?": "Alleen opslaan"}).submit()
    assert outcome.errors["Wat wilt u doen?"].startswith("De tekst is veranderd")
    stage.settle()
    assert "De schuur is open." in request_message.plain()


def test_two_approvers_at_once_one_sends_and_the_other_is_told_who_did(stage: Stage, request_message: Message) -> None:
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda person: person.presses(request_message, SEND), [stage.bram, cees]))
    stage.settle()

    assert len(stage.sendgrid.sent) == 1
    [line] = stage.audited("approved")
    first, second = (stage.bram, cees) if line.who == stage.bram.id else (cees, stage.bram)
    assert stage.ephemeral(second, stage.intake) == f"{first.name} heeft deze al opgepakt."
    assert not first.ephemerals(stage.intake)
    assert f"goedgekeurd door {first.name}" in request_message.plain()


def test_a_double_click_sends_once(stage: Stage, request_message: Message) -> None:
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda _: stage.bram.presses(request_message, SEND), range(2)))
    stage.settle()
    assert len(stage.sendgrid.sent) == 1
    assert stage.ephemeral(stage.bram, stage.intake) == "Dit is al gedaan."


def test_the_same_press_delivered_again_sends_once(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, SEND)
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert len(stage.sendgrid.sent) == 1
    assert len(stage.audited("approved")) == 1


def test_the_approver_saves_a_change_and_the_requester_sees_the_difference(
    stage: Stage, request_message: Message
) -> None:
    changes = {"Signalement of voertuig": "Een witte bus.", "Straal": "1 km"}
    assert "aangepast door" not in request_message.plain().lower()
    amends(stage, stage.bram, request_message, "Alleen opslaan", **changes)
    assert "Wacht op goedkeuring" in request_message.plain()
    assert "Een witte bus." in request_message.plain()
    assert "Aangepast door Bram Visser" in request_message.plain()
    [note] = request_message.thread
    assert "Bram Visser paste de aanvraag van @Anna Bakker aan:" in note.plain()
    assert "was: Een grijze bestelbus." in note.plain()
    assert "is nu: Een witte bus." in note.plain()
    assert "was: 300 m\nis nu: 1 km" in note.plain()
    assert not stage.sendgrid.sent

    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    stage.presses(cees, request_message, SEND)
    assert "Een witte bus." in stage.mail_to("noor@example.nl").text


def test_the_approver_supplements_and_sends_in_one_go(stage: Stage, request_message: Message) -> None:
    choice = "Opslaan, goedkeuren en versturen naar 1 ontvanger"
    amends(stage, stage.bram, request_message, choice, **{"Wat willen wij weten?": "Zag u de bus?"})
    assert "- Zag u de bus?" in stage.mail_to("noor@example.nl").text
    thread = [note.plain() for note in request_message.thread]
    assert "is nu: Zag u de bus?" in thread[0]
    assert thread[1] == "Bram Visser keurde de mail goed. Aantal ontvangers: 1."
    assert [row.version for row in stage.rows("SELECT version FROM alert_versions ORDER BY version")] == [1, 2]


def test_a_choice_must_be_made_before_a_change_is_saved(stage: Stage, request_message: Message) -> None:
    preview = previewed(stage, stage.bram, request_message, **{"Wat is er gebeurd?": "Anders."})
    assert "Wat wilt u doen?" in preview.submit().errors
    assert "De voordeur" in request_message.plain()


def test_sent_back_with_a_reason_mended_and_filed_again(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Terugsturen")
    form = stage.bram.modal
    assert form is not None
    assert form.title == "Terug naar aanvrager"
    assert form.fill({"Wat moet er anders?": "Welke deur?"}).submit().closed
    stage.settle()
    assert "Teruggestuurd aan Anna Bakker" in request_message.plain()
    assert "*Bram Visser vraagt:* Welke deur?" in request_message.plain()
    assert request_message.buttons == ["Aanpassen", "Bekijk mail", "Intrekken"]
    note = request_message.thread[-1].plain()
    assert "Bram Visser stuurde de aanvraag terug naar @Anna Bakker:" in note
    assert "Welke deur?" in note

    amends(stage, stage.anna, request_message, **{"Wat is er gebeurd?": "De achterdeur."})
    assert "Wacht op goedkeuring" in request_message.plain()
    thread = "\n".join(note.plain() for note in request_message.thread)
    assert "Anna Bakker paste de aanvraag aan:" in thread
    assert "Anna Bakker verbeterde de aanvraag en diende die opnieuw in." in thread
    stage.presses(stage.bram, request_message, SEND)
    assert "De achterdeur." in stage.mail_to("noor@example.nl").text
    assert len(stage.sendgrid.sent) == 1


def test_sending_back_needs_a_reason_also_where_slack_asks_for_none(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Terugsturen")
    assert stage.bram.modal is not None
    outcome = stage.bram.modal.fill({"Wat moet er anders?": "  "}).submit()
    assert outcome.errors == {"Wat moet er anders?": "Leg uit waarom: ten minste één woord van drie letters."}
    assert statuses(stage) == ["requested"]


def test_a_request_that_went_back_can_not_be_sent_by_an_old_button(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Terugsturen")
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=30)
    assert stage.bram.modal is not None
    stage.bram.modal.fill({"Wat moet er anders?": "Welke deur?"}).submit()
    stage.settle()
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    stage.presses(cees, request_message, SEND)
    assert stage.ephemeral(cees, stage.intake) == "Bram Visser heeft deze al opgepakt."
    assert not stage.sendgrid.sent


def test_the_requester_takes_it_back(stage: Stage, request_message: Message) -> None:
    withdraws(stage, stage.anna, request_message)
    assert "Ingetrokken" in request_message.plain()
    assert "door Anna Bakker, wo 14 jan, 13.00" in request_message.plain()
    assert request_message.buttons == ["Bekijk mail"]
    assert [note.plain() for note in request_message.thread] == ["Anna Bakker trok de aanvraag in."]
    assert statuses(stage) == ["withdrawn"]


def test_nobody_else_takes_it_back(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Intrekken")
    told = "Alleen Anna Bakker, die deze mail aanvroeg, kan dit doen."
    assert stage.ephemeral(stage.bram, stage.intake) == told
    assert statuses(stage) == ["requested"]


def test_everybody_left_the_area_before_the_approval(stage: Stage, request_message: Message) -> None:
    stage.rows("UPDATE participants SET status = 'left'")
    stage.presses(stage.bram, request_message, SEND)
    told = "Geen deelnemers in dit gebied. Maak het gebied groter."
    assert stage.ephemeral(stage.bram, stage.intake) == told
    assert statuses(stage) == ["requested"]


class TestTheGeneralMailbox:
    """Where ATTENTION_EMAIL is set, a request never waits unseen."""

    @pytest.fixture
    def overrides(self) -> dict[str, object]:
        return {"attention_email": "wijkteam@example.nl"}

    def test_gets_a_mail_of_a_new_request_with_a_link_and_only_once(
        self, stage: Stage, request_message: Message
    ) -> None:
        [mail] = stage.mails_to("wijkteam@example.nl")
        assert "BM-2026-0001" in mail.subject
        assert "Anna Bakker" in mail.text
        assert f"/archives/{stage.intake.id}/p{request_message.ts.replace('.', '')}" in mail.text
        amends(stage, stage.bram, request_message, "Alleen opslaan", **{"Wat is er gebeurd?": "Anders."})
        assert len(stage.mails_to("wijkteam@example.nl")) == 1


def test_the_map_shows_the_area_and_no_address(stage: Stage, request_message: Message) -> None:
    [picture] = [block for block in request_message.blocks if block["type"] == "image"]
    upload = stage.slack.world.uploads[picture["slack_file"]["id"]]
    assert upload.content is not None
    assert upload.content.startswith(b"\x89PNG")
    assert upload.alt_txt
    assert b"noor" not in upload.content
