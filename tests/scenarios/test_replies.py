"""A citizen answers: by mail or on the page, once or twice, kindly or not. Nothing they write is lost."""

import re
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from tests.databases import fresh_sqlite
from tests.desk_steps import seen
from tests.doubles.citizen import Hostility, Quote, bounce, hostile, out_of_office, reply_from
from tests.doubles.mail_clients import ClientName
from tests.doubles.slack import Message
from tests.looks import looks
from tests.stage import Stage

ACKNOWLEDGED = "Wij hebben uw reactie ontvangen"


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor and Omar got."""
    stage.lives("Noor", metres=120)
    stage.lives("Omar")
    return stage.approved()


def acknowledgements(stage: Stage, email: str = "noor@example.nl") -> int:
    return sum(mail.subject == ACKNOWLEDGED for mail in stage.mails_to(email))


@pytest.mark.parametrize("html", [False, True])
def test_a_mail_with_nothing_but_our_quote_says_so(stage: Stage, alert: Message, html: bool) -> None:
    text = stage.answers("Noor", "", html=html).plain()
    assert "(geen tekst)" in text
    assert "Beste deelnemer" not in text
    assert "antwoord+" not in text


def test_it_shows_whose_neighbour_wrote_what_when_and_how_far_away(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag een grijze bus.")
    text = reply.plain()
    assert "BM-2026-0001 · Kattenbroekstraat" in text
    assert f"/archives/{stage.intake.id}/p{alert.ts.replace('.', '')}" in str(reply.blocks)
    assert "Kattenbroek, op 120 m" in text
    assert "wo 14 jan, 13.00" in text
    assert "Ik zag een grijze bus." in text
    assert "Niet relevant" in reply.buttons
    assert "noor@example.nl" not in str(reply.blocks)
    assert "Noor" not in str(reply.blocks)
    assert "n•••@e•••.nl" in text
    assert "1 reactie" in alert.plain()


def test_it_is_acknowledged_at_once_and_marked_as_automatic(stage: Stage, alert: Message) -> None:
    raw = reply_from(stage.mail_to("noor@example.nl"), "Ik zag een grijze bus.")
    stage.comes_in(raw, stage.mail_to("noor@example.nl").from_, "noor@example.nl")
    mail = stage.mail_to("noor@example.nl")
    assert mail.subject == ACKNOWLEDGED
    assert "grijze bus" not in mail.text
    assert mail.headers["Auto-Submitted"] == "auto-replied"
    assert mail.headers["X-Auto-Response-Suppress"] == "All"
    assert mail.headers["In-Reply-To"] in raw.decode()
    assert mail.custom_args["tag"].startswith("l")


QUOTES: list[Quote | None] = ["above", "below", "between", None]


class TestTheirOwnWords:
    """Whatever their mail program quotes, and wherever; the same on every database."""

    @pytest.fixture
    def database_url(self) -> str:
        return fresh_sqlite()

    @pytest.mark.parametrize("quote", QUOTES)
    @pytest.mark.parametrize("client", ["gmail", "outlook", "apple"])
    def test_only_these_are_shown(self, stage: Stage, alert: Message, client: ClientName, quote: Quote | None) -> None:
        words = "Ik zag een grijze bus.\nMet een deuk."
        reply = stage.answers("Noor", words, client=client, quote=quote, html=True)
        assert words in reply.plain()
        assert "Er is ingebroken in een woning in uw buurt." not in reply.plain()


def test_the_original_is_one_press_away_and_the_look_is_logged(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag een grijze bus.")
    original = looks(stage, stage.carla, reply, "Origineel")
    assert original.title == "Originele mail"
    assert "Ik zag een grijze bus." in original.text()
    assert "Er is ingebroken in een woning in uw buurt." in original.text()
    assert [line.who for line in stage.audited("saw_original")] == [stage.carla.id]


def test_the_same_post_of_the_provider_counts_once(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik zag een bus.")
    assert stage.comes_in(raw, mail.from_, "noor@example.nl", times=3) == [200, 200, 200]
    stage.later(hours=2)
    assert stage.comes_in(raw, mail.from_, "noor@example.nl") == [200]
    assert len(stage.triage.messages) == 1
    assert acknowledgements(stage) == 1
    assert "1 reactie" in alert.plain()


@pytest.mark.parametrize("how", [{"tamper": "body"}, {"tamper": "unsigned"}, {"tamper": "not_base64"}])
def test_a_post_that_the_provider_did_not_sign_is_refused(stage: Stage, alert: Message, how: dict[str, str]) -> None:
    mail = stage.mail_to("noor@example.nl")
    assert stage.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, "noor@example.nl", **how) == [503]
    assert not stage.triage.messages
    assert not stage.rows("SELECT id FROM inbound")


def test_a_second_mail_is_shown_but_not_acknowledged_again(stage: Stage, alert: Message) -> None:
    stage.answers("Noor", "Ik zag een bus.")
    first = stage.mails_to("noor@example.nl")[0]
    stage.comes_in(reply_from(first, "En een scooter."), first.from_, "noor@example.nl")
    assert len(stage.triage.messages) == 2
    assert acknowledgements(stage) == 1
    assert "2 reacties" in alert.plain()


def test_an_answer_to_the_acknowledgement_belongs_to_the_same_reply(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag een bus.")
    assert stage.answers("Noor", "O ja, hij was grijs.") is reply
    assert "De burger schreef opnieuw (1)" in reply.plain()
    assert "O ja, hij was grijs." in reply.thread[-1].plain()
    assert acknowledgements(stage) == 1
    assert "1 reactie" in alert.plain()


def test_two_neighbours_are_each_acknowledged(stage: Stage, alert: Message) -> None:
    stage.answers("Noor", "Ik zag een bus.")
    stage.answers("Omar", "Ik ook.")
    assert acknowledgements(stage, "noor@example.nl") == acknowledgements(stage, "omar@example.nl") == 1


def test_from_another_address_it_is_still_theirs_and_answered_where_they_wrote_from(
    stage: Stage, alert: Message
) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik zag een bus.", sender="noor.werk@example.com")
    stage.comes_in(raw, mail.from_, "noor.werk@example.com", dkim="{@example.com : pass}")
    assert "Kattenbroek, op 120 m" in stage.reply_message().plain()
    assert acknowledgements(stage, "noor.werk@example.com") == 1
    told = looks(stage, stage.carla, stage.reply_message(), "Toon gegevens").text()
    assert "noor@example.nl" in told
    assert "noor.werk@example.com" in told


def test_an_answer_address_in_capitals_is_the_same(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_.upper(), "noor@example.nl")
    assert "BM-2026-0001" in stage.reply_message().plain()


UNKNOWN: dict[str, Callable[[str], str]] = {
    "no token": lambda _: "antwoord@mail.example.nl",
    "a forged token": lambda address: address.replace("+", "+aaaa"),
    "a token cut off": lambda address: re.sub(r".@", "@", address),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_a_mail_that_belongs_to_no_alert_still_arrives_marked_so(stage: Stage, alert: Message, case: str) -> None:
    mail = stage.mail_to("noor@example.nl")
    written = EmailMessage()
    written["From"], written["To"] = "Noor <noor@example.nl>", UNKNOWN[case](mail.from_)
    written["Subject"], written["Message-ID"] = "Over de inbraak", "<los@example.nl>"
    written.set_content("Ik zag een bus.")
    assert stage.comes_in(written, written["To"], "noor@example.nl") == [200]
    reply = stage.reply_message()
    assert "zonder bekende mail" in reply.plain()
    assert "Ik zag een bus." in reply.plain()
    assert acknowledgements(stage) == 1

    stage.presses(stage.carla, reply, "Kies de mail")
    seen(stage.carla).fill({"Bij welke mail hoort deze reactie?": "Bij geen van deze"}).submit()
    stage.settle()
    stage.presses(stage.carla, reply, "Relevant voor andere zaak")
    assert "nog niet bekend bij welke zaak" in reply.plain()
    stage.sends_on(stage.carla, reply)
    stage.writes_answer(stage.carla, reply, "Dank u wel.")
    assert stage.mail_to("noor@example.nl").text.startswith("Dank u wel.")
    assert "Tips zonder bekende alertering" in stage.burglary.messages[-1].plain()


def test_a_relay_that_cuts_the_token_off_does_not_lose_the_alert(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik zag een bus.").replace(mail.from_.encode(), b"antwoord@mail.example.nl")
    stage.comes_in(raw, "antwoord@mail.example.nl", "noor@example.nl")
    assert "BM-2026-0001" in stage.reply_message().plain()


def test_a_reply_after_the_alert_was_closed_arrives_marked_so(stage: Stage, alert: Message) -> None:
    stage.closes(stage.bram, alert)
    assert "Afgesloten" in alert.plain()
    reply = stage.answers("Noor", "Ik ben laat, maar ik zag iets.")
    assert "De alertering was al afgesloten toen dit binnenkwam" in reply.plain()
    assert "Niet relevant" in reply.buttons
    assert acknowledgements(stage) == 1


def test_an_automatic_answer_is_labelled_not_counted_and_not_acknowledged(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(out_of_office(mail), mail.from_, "noor@example.nl")
    reply = stage.reply_message()
    assert "telt niet mee, niets te doen" in reply.plain()
    assert "Ik ben afwezig" in reply.plain()
    assert reply.buttons == ["Toch een reactie", "Toon gegevens", "Origineel"]
    assert acknowledgements(stage) == 0
    assert "reactie" not in alert.plain().partition("Beste deelnemer")[0]


def test_a_bounce_marks_the_delivery_and_is_no_reply(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(bounce(mail), mail.from_, "")
    assert "⚪ *Bericht van een mailserver op BM-2026-0001" in stage.reply_message().plain()
    assert acknowledgements(stage) == 0
    states = stage.rows("SELECT state FROM deliveries WHERE id = :id", id=int(mail.custom_args["tag"][1:]))
    assert [row.state for row in states] == ["bounce"]


def test_attachments_are_named(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Kijk maar.", attachments=[("foto.jpg", b"\xff\xd8\xff"), ("<!here>.txt", b"x")])
    assert "foto.jpg" in reply.plain()
    assert reply.mentions == []


HOSTILE: list[Hostility] = ["mentions", "html", "five_megabytes", "broken_mime"]
WORDS = {
    "mentions": "<!here> <!channel> <@U0> *bold* `code` <https://evil.example|politie.nl> &lt;!here&gt;",
    "html": "Ik zag een grijze bus.",
    "five_megabytes": "Ik zag een busje. nog een regel over dat busje",
    "broken_mime": "Ik zag een busje bij het caf",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_mail_does_no_harm_and_loses_no_word(stage: Stage, alert: Message, kind: Hostility) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = hostile(mail, kind)
    assert stage.comes_in(raw, mail.from_, "noor@example.nl") == [200]

    reply = stage.reply_message()
    assert WORDS[kind] in reply.plain()
    assert reply.mentions == []
    assert reply.markup_problems() == []
    assert not reply.unfurls
    assert "alert(" not in reply.plain()
    assert WORDS[kind][:10] not in reply.text
    [stored] = stage.kept("mail")
    assert stored.endswith(raw)

    original = looks(stage, stage.carla, reply, "Origineel")
    assert WORDS[kind] in original.text()
    original.close()

    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    assert WORDS[kind] in lead.plain()
    assert lead.mentions == []
    stage.writes_answer(stage.carla, reply)
    assert "antwoord verstuurd" in reply.plain()
