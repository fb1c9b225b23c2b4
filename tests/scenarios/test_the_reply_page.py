"""Ik heb informatie: a page for who would rather fill in a form, and for the quick answers of the mail."""

import re

import httpx
import pytest

from tests.desk_steps import seen
from tests.doubles.citizen import Quote, reply_from
from tests.doubles.mail_clients import ClientName
from tests.doubles.slack import Message
from tests.looks import looks
from tests.scenarios.steps.reply_page import CHOICES, PHOTO, form_link, kept
from tests.stage import Stage


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor", metres=120)
    return stage.approved()


def test_asks_about_the_street_and_takes_an_answer_into_the_same_pipeline(stage: Stage, alert: Message) -> None:
    link = form_link(stage)
    assert (
        "Het gaat om de inbraak in de Kattenbroekstraat. Op woensdag 14 januari, tussen 9.00 en 11.30 uur."
        in stage.visits(link).text
    )
    page = stage.sends_form(link, what="Ik zag een grijze bus.", when="Rond tien uur")
    assert page.status_code == 200
    assert "Wij hebben uw informatie ontvangen." in page.text
    stage.settle()

    reply = stage.reply_message()
    for words in ("Ik zag een grijze bus.", "Wanneer: Rond tien uur", "Kattenbroek, op 120 m"):
        assert words in reply.plain()
    assert "1 reactie" in alert.plain()
    assert [mail.subject for mail in stage.mails_to("noor@example.nl")].count("Wij hebben uw reactie ontvangen") == 1
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.writes_answer(stage.carla, reply)
    assert stage.mail_to("noor@example.nl").subject == "Uw informatie kan ons onderzoek helpen"


def test_a_phone_number_is_for_the_responders_eyes_only(stage: Stage, alert: Message) -> None:
    stage.sends_form(form_link(stage), what="Ik zag een bus.", phone="+31 (0)6-1234 5678")
    stage.settle()
    reply = stage.reply_message()
    assert "Wil gebeld worden." in reply.plain()
    assert "Wil gebeld worden." in looks(stage, stage.carla, reply, "Origineel").text()
    assert "1234 5678" not in f"{reply.plain()} {reply.updates} {seen(stage.carla).view}"
    assert "*Telefoonnummer*\n+31 (0)6-1234 5678" in looks(stage, stage.carla, reply, "Toon gegevens").text()
    assert len(stage.audited("saw_contact_data")) == 1


def test_photos_are_kept_with_the_reply_before_anybody_is_thanked(stage: Stage, alert: Message) -> None:
    files = [("bus.jpg", PHOTO), ("../../etc/\u202egpj.exe", b"PK\x03\x04\0\r\n--x"), ("Verklaring é.pdf", b"%PDF-1.7")]
    page = stage.sends_form(form_link(stage) + "?keuze=beelden", *files, what="Zie de foto.", images="Ja")
    assert "Wij hebben uw informatie ontvangen." in page.text
    [mail] = kept(stage)
    assert [part.get_payload(decode=True) for part in mail.iter_attachments()] == [content for _, content in files]
    assert [part.get_content_type() for part in mail.iter_attachments()][::2] == ["image/jpeg", "application/pdf"]
    stage.settle()
    told = stage.reply_message().plain()
    for line in ("📎", "bus.jpg, foto, 10 kB", "gpj.exe, archief", "Verklaring é.pdf, PDF, 1 kB"):
        assert line in told
    assert "Beelden: Ja" not in stage.reply_message().plain(), "they stand there"


def test_photos_may_speak_for_themselves(stage: Stage, alert: Message) -> None:
    assert stage.sends_form(form_link(stage), ("bus.jpg", PHOTO), what="").status_code == 200
    stage.settle()
    assert "📎 bus.jpg" in stage.reply_message().plain()
    assert "1 reactie" in alert.plain()


def test_a_second_click_counts_once_and_another_photo_or_hour_is_another_reply(stage: Stage, alert: Message) -> None:
    link = form_link(stage)

    def sends(photo: bytes) -> int:
        page = stage.sends_form(link, ("bus.jpg", photo), what="Ik zag een bus.")
        assert "Wij hebben uw informatie ontvangen." in page.text
        stage.settle()
        return len(stage.triage.messages)

    assert [sends(PHOTO), sends(PHOTO), sends(PHOTO + b"!")] == [1, 1, 2]
    stage.later(minutes=59)
    assert sends(PHOTO) == 2
    stage.later(hours=2)
    assert sends(PHOTO) == 3


def test_tells_beside_the_field_what_is_wrong_and_keeps_the_rest(stage: Stage, alert: Message) -> None:
    page = stage.sends_form(form_link(stage), what="  ", phone="12", where="Bij de <brug>")
    assert page.status_code == 422
    assert "<title>Niet verstuurd: " in page.text
    for field, error in (
        ("what", "Vertel kort wat u zag of hoorde."),
        ("phone", "Is dit uw telefoonnummer? Voorbeeld: 06 12345678. Klopt het? Verstuur het dan zo."),
    ):
        assert f'<a href="#{field}">{error}</a>' in page.text
        assert f'id="{field}-error">{error}</p>' in page.text
    assert "Bij de &lt;brug&gt;" in page.text
    stage.settle()
    assert not stage.triage.messages


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ([(f"{number}.jpg", PHOTO) for number in range(11)], "Kies hoogstens 10 bestanden."),
        ([("a.mov", bytes(20_000_000)), ("b.mov", bytes(11_000_000))], "samen groter dan 30 MB"),
    ],
    ids=["too many", "too large"],
)
def test_photos_that_can_not_be_kept_cost_no_words(
    stage: Stage, alert: Message, files: list[tuple[str, bytes]], error: str
) -> None:
    page = stage.sends_form(form_link(stage) + "?keuze=beelden", *files, what="Ik zag een bus.")
    assert page.status_code == 422
    assert error in page.text
    assert "Ik zag een bus.</textarea>" in page.text
    assert not kept(stage)


@pytest.mark.parametrize("typed", ["zes-één-twee", "12", "06 1234567, of bij <mijn> buurvrouw"])
def test_a_number_that_is_not_understood_is_asked_about_once_and_then_kept_as_it_is(
    stage: Stage, alert: Message, typed: str
) -> None:
    link = form_link(stage)
    page = stage.sends_form(link, what="Ik zag een bus.", phone=typed)
    assert (page.status_code, "Is dit uw telefoonnummer?" in page.text) == (422, True)
    [asked] = re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', page.text)
    again = stage.sends_form(link, what=" ", phone=typed, **dict([asked]))
    assert "Is dit uw telefoonnummer?" not in again.text, "once is enough"
    assert '<input type="hidden" name="asked_phone"' in again.text
    assert stage.sends_form(link, what="Ik zag een bus.", phone=typed, **dict([asked])).status_code == 200
    stage.settle()
    reply = stage.reply_message()
    assert "Wil gebeld worden (nummer niet herkend)" in reply.plain()
    told = looks(stage, stage.carla, reply, "Toon gegevens").text()
    assert f"*Telefoonnummer*\n{typed} (nummer niet herkend)" in told
    seen(stage.carla).close()
    stage.presses(stage.carla, reply, "Terugbellen")
    assert seen(stage.carla).values["Telefoonnummer"] == typed


def test_a_number_is_never_asked_about_at_the_cost_of_the_photos(stage: Stage, alert: Message) -> None:
    """No browser keeps what was chosen."""
    assert stage.sends_form(form_link(stage), ("a.jpg", PHOTO), what="Zie foto.", phone="12").status_code == 200
    stage.settle()
    assert "Wil gebeld worden (nummer niet herkend)" in stage.reply_message().plain()


@pytest.mark.parametrize("typed", ["+32 475 12 34 56", "0049 151 23456789", "06 12345678 (na 18.00 uur)"])
def test_foreign_numbers_and_words_around_one_are_no_mistake(stage: Stage, alert: Message, typed: str) -> None:
    assert stage.sends_form(form_link(stage), what="Ik zag een bus.", phone=typed).status_code == 200
    stage.settle()
    reply = stage.reply_message()
    told = looks(stage, stage.carla, reply, "Toon gegevens").text()
    assert f"*Telefoonnummer*\n{typed}" in told
    assert "niet herkend" not in told + reply.plain()


def test_thirty_megabytes_of_film_arrive_whole(stage: Stage, alert: Message) -> None:
    film = PHOTO * 2900
    assert 29_000_000 < len(film) < 30_000_000
    assert stage.sends_form(form_link(stage), ("film.mp4", film), what="Mijn deurbel.").status_code == 200
    stage.settle()
    assert "film.mp4, foto, 29,7 MB" in stage.reply_message().plain()  # by its content, not by its name
    assert "Mijn deurbel." in stage.reply_message().plain()


def test_a_form_that_is_broken_off_or_none_is_told_so(stage: Stage, alert: Message) -> None:
    headers = {"content-type": "multipart/form-data; boundary=b"}
    page = httpx.post(stage.here(form_link(stage)), content=b"--b\r\n", headers=headers)
    assert page.status_code == 413
    assert "Uw reactie is niet verstuurd." in page.text


def test_a_forged_link_leads_nowhere(stage: Stage, alert: Message) -> None:
    forged = form_link(stage)[:-2] + "aa"
    assert stage.visits(forged).status_code == 404
    assert stage.sends_form(forged, what="x").status_code == 404
    assert stage.sends_form(forged, action="nothing_seen").status_code == 404


def test_closed_alerts_still_take_an_answer_marked_late(stage: Stage, alert: Message) -> None:
    link = form_link(stage)
    stage.closes(stage.bram, alert)
    stage.sends_form(link, what="Ik zag iets.")
    stage.settle()
    assert "De alertering was al afgesloten toen dit binnenkwam" in stage.reply_message().plain()


def test_a_form_that_an_older_version_kept_is_still_read(stage: Stage, alert: Message) -> None:
    raw = (
        b'{"delivery_id": 1, "what": "Ik zag een bus.", "when": "", "where": "Bij de brug", "images": "", '
        b'"witness": "", "phone": "06 12345678"}'
    )
    stage.rows(
        "INSERT INTO inbound (kind, digest, raw, envelope_to, received_at, due_at, attempts) "
        "VALUES ('form', 'x', :raw, '[]', '2026-01-14 12:00:00+00', '2026-01-14 12:00:00+00', 0)",
        raw=raw,
    )
    stage.settle()
    assert "Waar: Bij de brug" in stage.reply_message().plain()
    assert "12345678" not in stage.reply_message().plain()
    assert [row.phone for row in stage.rows("SELECT phone FROM replies")] == ["06 12345678"]


class TestQuickAnswers:
    """Three links below the button: each opens a page, and only a button there says anything."""

    def test_a_scanner_that_follows_every_link_says_nothing(self, stage: Stage, alert: Message) -> None:
        for choice in CHOICES:
            assert stage.visits(f"{form_link(stage)}?keuze={choice}").status_code == 200
            assert httpx.head(stage.here(f"{form_link(stage)}?keuze={choice}")).status_code == 200
        stage.settle()
        assert not stage.rows("SELECT 1 FROM nothing_seen")
        assert not stage.triage.messages
        assert "1 zag niets" not in alert.plain()

    def test_images_come_first_for_who_has_them(self, stage: Stage, alert: Message) -> None:
        usual, images = (stage.visits(form_link(stage) + more).text for more in ("", "?keuze=beelden"))
        assert usual.index('type="file"') > usual.index("<textarea")
        assert images.index('type="file"') < images.index("<textarea")
        assert 'value="Ja"' in images
        assert stage.visits(form_link(stage) + "?keuze=iets").text == usual

    def test_who_saw_nothing_is_counted_and_owed_nothing(self, stage: Stage, alert: Message) -> None:
        for name in ("Omar", "Puck", "Roos"):
            stage.lives(name)
        alert = stage.approved()
        for name in ("Omar", "Omar", "Puck", "Roos"):
            link = form_link(stage, name)
            page = stage.visits(link + "?keuze=niets").text
            assert "Wilt u ons laten weten dat u niets zag?" in page
            assert "Ja, ik zag niets</button>" in page
            thanks = stage.sends_form(link, action="nothing_seen")
            assert thanks.status_code == 200
            assert "U krijgt hierop geen antwoord." in thanks.text
        stage.settle()
        assert "3 zagen niets" in alert.plain()
        assert "1 reactie" not in alert.plain()
        assert not stage.triage.messages
        assert len(stage.mails_to("omar@example.nl")) == 1

        stage.sends_form(form_link(stage, "Roos"), what="Toch wel: een bus.")
        stage.settle()
        assert "1 reactie" in alert.plain()
        assert "2 zagen niets" in alert.plain()

    def test_an_answer_by_mail_that_quotes_the_links_holds_only_the_citizens_words(
        self, stage: Stage, alert: Message
    ) -> None:
        quoting: list[tuple[ClientName, Quote]] = [("outlook", "below"), ("gmail", "above"), ("phone", "below")]
        for client, quote in quoting:
            mail, words = stage.mails_to("noor@example.nl")[0], f"Ik zag een bus ({client})."
            raw = reply_from(mail, words, client=client, quote=quote, html=True)
            stage.comes_in(raw, mail.from_, "noor@example.nl")
            reply = stage.reply_message()
            assert "kort antwoord" not in reply.plain()
            assert "keuze" not in reply.plain()
            assert f"Ik zag een bus ({client})." in reply.plain()
