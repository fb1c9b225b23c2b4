"""A citizen is asked something, thanks, or writes on: it stands under their reply, and nothing stays unanswered."""

from email import message_from_bytes
from email.policy import SMTP
from io import BytesIO

import pytest
from PIL import Image

from tests.desk_steps import seen
from tests.doubles.citizen import bounce, out_of_office, reply_from
from tests.doubles.sendgrid import SentMail
from tests.doubles.slack import Message
from tests.looks import looks
from tests.stage import Stage

NOOR = "noor@example.nl"


@pytest.fixture
def reply(stage: Stage) -> Message:
    """What Noor wrote."""
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Ik zag een grijze bus.")


def answered(stage: Stage, reply: Message) -> SentMail:
    """Carla answered; her mail."""
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply, "Dank u wel, Noor.")
    assert "afgehandeld door" in reply.plain()
    return stage.mail_to(NOOR)


def writes(stage: Stage, mail: SentMail, words: str, **how: object) -> None:
    """Noor answers a mail of ours."""
    stage.comes_in(reply_from(mail, words, **how), mail.from_, NOOR)  # type: ignore[arg-type]  # as reply_from takes it


def test_a_question_and_its_answer_stand_under_the_same_reply(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Vraag stellen")
    form = seen(stage.carla)
    assert "Ik zag een grijze bus." in form.text()
    assert form.fill({"Uw vraag": " "}).submit().errors == {"Uw vraag": "Vul dit in."}
    assert form.fill({"Uw vraag": "Welk merk was de bus?"}).submit().closed
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    question = stage.mail_to(NOOR)
    assert len(stage.mails_to(NOOR)) == 3  # the alert, the acknowledgement, one question
    assert "Welk merk was de bus?" in question.text
    assert "over de inbraak in de Kattenbroekstraat" in question.text
    assert question.subject.startswith("Re: ")
    assert "Vraag gesteld (Carla Mulder, wo 14 jan, 13.00)" in reply.plain()
    assert "Carla Mulder vroeg de burger:\nWelk merk was de bus?" in reply.thread[-1].plain()
    assert "Niet relevant" in reply.buttons

    writes(stage, question, "Een Volkswagen <!here>.", attachments=[("foto.jpg", b"\xff\xd8\xff")])
    assert len(stage.triage.messages) == 1
    told = reply.thread[-1]
    assert "Een Volkswagen <!here>." in told.plain()
    assert "Welk merk" not in told.plain()  # what we wrote is taken off
    assert "foto.jpg" in told.plain()
    assert told.mentions == []
    assert told.buttons == ["Origineel", "Bijlagen"]
    assert "De burger schreef opnieuw (1)" in reply.plain()
    assert "Bijlagen" in reply.buttons
    assert len(stage.mails_to(NOOR)) == 4  # not acknowledged: they heard from us; a receipt of the file

    original = looks(stage, stage.carla, told, "Origineel")
    assert "Welk merk was de bus?" in original.text()
    original.close()
    for message in (reply, told):
        files = looks(stage, stage.carla, message, "Bijlagen")
        assert "foto.jpg" in files.text()
        files.close()
    assert [row.who for row in stage.audited("saw_attachments")] == [stage.carla.id] * 2

    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(stage.carla, reply, "Beantwoorden")
    assert "Een Volkswagen" in seen(stage.carla).text()
    assert seen(stage.carla).submit().closed
    stage.settle()
    assert "afgehandeld door" in reply.plain()


def test_thanks_are_shown_and_ask_for_nothing(stage: Stage, reply: Message) -> None:
    writes(stage, answered(stage, reply), "Dank u wel!\n\nGroetjes, Noor")
    assert "Dank u wel!" in reply.thread[-1].plain()
    assert "De burger schreef opnieuw (1)" in reply.plain()
    assert "afgehandeld door" in reply.plain()
    assert len(stage.mails_to(NOOR)) == 3
    figures = stage.rows("SELECT label FROM replies ORDER BY id")
    assert [row.label for row in figures] == ["reply", "follow_up"]
    assert "1 reactie" in stage.alert_message().plain()


SIGNED = {
    "S/MIME": ("application/pkcs7-signature", "smime.p7s"),
    "PGP": ("application/pgp-signature", "signature.asc"),
    "PGP's key": ("application/pgp-keys", "publickey - noor.asc"),
    "PGP, by a gateway": ("application/octet-stream", "signature.asc"),
    "S/MIME, by a gateway": ("application/octet-stream", "smime.p7s"),
}


@pytest.mark.parametrize("kind", SIGNED)
def test_a_signature_makes_thanks_into_no_work(stage: Stage, reply: Message, kind: str) -> None:
    media_type, name = SIGNED[kind]
    letter = answered(stage, reply)
    thanks = message_from_bytes(reply_from(letter, "Dank u wel!", quote=None), policy=SMTP)
    thanks.make_mixed()
    main, sub = media_type.split("/")
    thanks.add_attachment(b"-----BEGIN PGP SIGNATURE-----\n\nabc=", maintype=main, subtype=sub, filename=name)
    thanks.set_type("multipart/signed")
    stage.comes_in(thanks, letter.from_, NOOR)
    assert "Dank u wel!" in reply.thread[-1].plain()
    assert "BEGIN" not in reply.thread[-1].plain()
    assert "afgehandeld door" in reply.plain()


@pytest.mark.parametrize("place", ["", "\n\n[cid:logo@x]"])
def test_a_logo_in_the_layout_makes_thanks_into_no_work(stage: Stage, reply: Message, place: str) -> None:
    letter = answered(stage, reply)
    thanks = message_from_bytes(reply_from(letter, f"Dank u wel!{place}", quote=None), policy=SMTP)
    thanks.add_alternative('<p>Dank u wel!</p><img src="cid:logo@x">', subtype="html")
    picture = BytesIO()
    Image.new("RGB", (120, 40)).save(picture, "PNG")
    [*_, page] = thanks.iter_parts()
    page.add_related(picture.getvalue(), maintype="image", subtype="png", cid="<logo@x>", filename="logo.png")
    stage.comes_in(thanks, letter.from_, NOOR)
    assert "Dank u wel!" in reply.thread[-1].plain()
    assert "afgehandeld door" in reply.plain()


def test_words_of_substance_are_answered_again_once_under_the_newest_mail(stage: Stage, reply: Message) -> None:
    cees = stage.joins(stage.triage, "cees", "Cees Smit")
    first = answered(stage, reply)
    writes(stage, first, "Bedankt. Gisteren stond hij er weer.")
    assert "nog te doen: nieuw antwoord" in reply.plain()
    assert "Beoordeling wijzigen" in reply.buttons
    [before] = stage.rows("SELECT handled_at, reopened_at, received_at FROM replies WHERE label = 'reply'")
    assert before.handled_at is None

    stage.presses(stage.carla, reply, "Beantwoorden")
    stage.presses(cees, reply, "Beantwoorden")
    assert seen(cees).fill({"Uw antwoord": "Dank, wij kijken."}).submit().closed
    errors = seen(stage.carla).fill({"Uw antwoord": "Ook ik."}).submit().errors
    assert errors == {"Uw antwoord": "Cees Smit heeft deze burger al antwoord gegeven."}
    stage.settle()
    second = stage.mail_to(NOOR)
    assert second.text.startswith("Dank, wij kijken.")
    assert first.message_id in second.headers["References"]
    assert len(stage.mails_to(NOOR)) == 4
    assert "afgehandeld door" in reply.plain()

    writes(stage, second, "Nu is hij weg.")
    assert "De burger schreef opnieuw (2)" in reply.plain()
    errors = seen(stage.carla).fill({"Uw antwoord": "Nog van de vorige keer."}).submit().errors
    assert errors == {"Uw antwoord": "Cees Smit heeft deze burger al antwoord gegeven."}
    stage.settle()
    assert len(stage.mails_to(NOOR)) == 4
    answers = stage.rows("SELECT id FROM letters WHERE kind = 'answer'")
    assert len(answers) == 2


def test_yes_and_thanks_is_no_mere_thanks_where_we_asked(stage: Stage, reply: Message) -> None:
    answered(stage, reply)
    stage.presses(stage.carla, reply, "Vraag stellen")
    assert seen(stage.carla).fill({"Uw vraag": "Mag ik u bellen?"}).submit().closed
    stage.settle()
    writes(stage, stage.mail_to(NOOR), "Prima, dank u wel.")
    assert "nog te doen: nieuw antwoord" in reply.plain()


def test_machines_and_others_who_answer_our_letter_stay_what_they_were(stage: Stage, reply: Message) -> None:
    answer = answered(stage, reply)
    stage.comes_in(out_of_office(answer), answer.from_, NOOR)
    assert "Automatisch antwoord" in stage.reply_message().plain()
    assert "afgehandeld door" in reply.plain()
    writes(stage, answer, "Ik ben de buurvrouw en zag hem ook.", sender="buurvrouw@example.com")
    assert stage.reply_message() is not reply
    assert "Niet relevant" in stage.reply_message().buttons


def test_an_address_that_does_not_work_is_told_and_the_answer_goes_by_phone(stage: Stage, reply: Message) -> None:
    answer = answered(stage, reply)
    stage.comes_in(bounce(answer), answer.from_, "")
    warning = "Het antwoord kwam terug: het e-mailadres n•••@e•••.nl werkt niet. Bel de burger (Toon gegevens)"
    assert warning in reply.plain()
    stage.presses(stage.carla, reply, "Beantwoorden")
    form = seen(stage.carla)
    outcome = form.fill({"Hoe?": "Telefonisch beantwoord", "Uw antwoord": "Gebeld en bedankt."}).submit()
    assert outcome.closed, outcome
    stage.settle()
    assert warning not in reply.plain()
    assert "antwoord telefonisch gegeven" in reply.plain()
    assert "afgehandeld door" in reply.plain()
    assert len(stage.mails_to(NOOR)) == 3


@pytest.mark.parametrize("overrides", [{"allowed_recipients": "anna@example.nl"}])
def test_who_is_not_on_the_list_of_an_exercise_shows_with_what_to_do(stage: Stage) -> None:
    raw = b"From: Noor <noor@example.nl>\r\nTo: antwoord@mail.example.nl\r\nSubject: Bus\r\n\r\nIk zag een bus."
    stage.comes_in(raw, "antwoord@mail.example.nl", NOOR)
    told = "De ontvangstbevestiging is niet verstuurd: n•••@e•••.nl staat niet op de lijst van deze oefening."
    assert told in stage.reply_message().plain()


def test_new_words_are_owed_to_bvh_as_well_and_a_yes_to_our_question_is_no_mere_thanks(
    stage: Stage, reply: Message
) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Niet doorzetten")
    stage.presses(stage.carla, reply, "Staat in BVH")
    assert seen(stage.carla).fill({"BVH-nummer": "2026-77"}).submit().closed
    stage.writes_answer(stage.carla, reply, "Dank u wel. Mogen wij u morgen bellen?")
    assert "afgehandeld door" in reply.plain()
    writes(stage, stage.mail_to(NOOR), "Prima, bedankt!")
    assert "nog te doen: nieuw antwoord, BVH" in reply.plain()
    assert "BVH 2026-77, nog aan te vullen" in reply.plain()
    stage.presses(stage.carla, reply, "Staat in BVH")
    form = seen(stage.carla)
    assert "Prima, bedankt!" in form.text() or "Prima, bedankt!" in str(form.values)
    assert form.submit().closed
    stage.settle()
    assert "BVH 2026-77" in reply.plain()
