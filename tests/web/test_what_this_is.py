"""The start page says how to check a mail, and every line of it is so; the privacy page says what the law asks."""

import re
from pathlib import Path

import httpx
import pytest

from tests.databases import fresh_sqlite
from tests.doubles.slack import Message
from tests.environment import PRIVACY
from tests.stage import Stage

SENDING = Path(__file__).parents[2] / "bot/mail/sending"
ADDRESS = "https://burgernetmail.example.nl"


@pytest.fixture
def database_url() -> str:
    return fresh_sqlite()


def words(page: httpx.Response) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", page.text.partition("<main>")[2]).split())


def test_the_start_says_how_to_check_a_mail(stage: Stage) -> None:
    page = stage.visits(f"{ADDRESS}/")
    assert page.status_code == 200
    for line in (
        "De afzender eindigt op @mail.example.nl.",
        f"Elke link naar een website begint met {ADDRESS}.",
        "staat in het onderwerp een kenmerk, zoals BM-2026-0042.",
        "Wij vragen nooit om geld, een wachtwoord, een pincode of uw BSN.",
        "Wij sturen nooit een bijlage mee.",
        "Klik nergens op. Bel 0900-8844 en noem het kenmerk.",
    ):
        assert line in words(page)


def test_each_line_of_it_is_so(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    reply = stage.reply_message()
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Niet doorzetten")
    stage.writes_answer(stage.carla, reply)
    mails = stage.mails_to("noor@example.nl")
    assert len(mails) == 3
    said = words(stage.visits(f"{ADDRESS}/"))
    [domain] = re.findall(r"eindigt op @(\S+)\.", said)
    for mail in mails:
        assert mail.from_.endswith(f"@{domain}")
        links = re.findall(r"https?://[^\s\"<>]+", f"{mail.text} {mail.html}")
        assert links
        assert all(link.startswith(ADDRESS) for link in links)
        assert "echt is" in mail.text
        assert "echt is" in mail.html
    assert "[BM-2026-0001]" in mails[0].subject


@pytest.mark.parametrize("provider", ["sendgrid", "smtp"])
def test_what_hands_over_mail_knows_no_attachment(provider: str) -> None:
    assert "attach" not in (SENDING / f"{provider}.py").read_text()


@pytest.mark.parametrize("path", ["/wp-login.php", "/afmelden/x", "/reageren", "/enquete/x", "/privacy/x"])
def test_what_is_not_there_is_told_in_dutch(stage: Stage, path: str) -> None:
    page = httpx.get(stage.url(path))
    assert page.status_code == 404
    assert "Deze pagina vinden wij niet." in words(page)
    assert 'href="/">Is deze mail echt?</a>' in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store"


def test_the_start_has_the_headers_of_the_other_pages(stage: Stage) -> None:
    start, privacy = (stage.visits(f"{ADDRESS}{path}").headers for path in ("/", "/privacy"))
    for name in ("content-security-policy", "referrer-policy", "x-content-type-options", "x-frame-options"):
        assert start[name] == privacy[name]
    assert httpx.head(stage.url("/")).status_code == 200
    assert httpx.post(stage.url("/")).status_code == 405


def test_the_privacy_page_says_all_that_the_law_asks(stage: Stage) -> None:
    terms = {"retention_not_relevant_days": 1, "retention_recorded_days": 40, "retention_images_days": 9}
    stage.overrides |= PRIVACY | terms
    stage.restart()
    said = words(stage.visits(f"{ADDRESS}/privacy"))
    for told in (
        *PRIVACY.values(),
        "1 dag na ons antwoord",
        "40 dagen nadat wij klaar zijn",
        "Beelden: 9 dagen nadat ze in het systeem van de politie staan of niet nodig zijn.",
        "Dan hoogstens 60 dagen nadat ze binnenkwamen.",
        "365 dagen na de laatste dag",
        "laten verbeteren, laten verwijderen of er minder mee laten doen. U mag bezwaar maken.",
        "Autoriteit Persoonsgegevens",
        "u kiest zelf of u meedoet en of u reageert",
        "Een computer beslist niet over u. Soms gaat er iets vanzelf. Bestaat uw e-mailadres niet meer,",
        "Komen er in 30 dagen vijf mails terug? Dan wachten wij 30 dagen.",
        "Wij leggen vast wie uw gegevens bekijkt in ons programma: uw naam, e-mailadres, telefoonnummer of beelden.",
        "Ook niet wie in onze mailbox kijkt, of een link van een collega kreeg.",
        "Een code van uw e-mailadres blijft, zodat wij u niet opnieuw aanmelden. Ook blijft welke mails u kreeg",
        "Open dan de link waarmee u zich aanmeldde.",
    ):
        assert told in said


def test_what_is_not_set_leaves_no_hole(stage: Stage) -> None:
    said = words(stage.visits(f"{ADDRESS}/privacy"))
    assert "De politie Amersfoort. Vragen over uw privacy? Stel ze via 0900-8844." in said
    for hole in ("Grondslag: .", "kregen ze dan van .", "werken voor ons", "Europese Unie", "None", ": .", " ."):
        assert hole not in said


def test_no_mail_of_before_lost_its_links(stage: Stage) -> None:
    """ "Ik zag iets" stood in mails that are out."""
    stage.lives("Noor")
    stage.approved()
    link = min(re.findall(r"https://\S+/reageren/\S+", stage.mail_to("noor@example.nl").text), key=len)
    assert "keuze=iets" not in stage.mail_to("noor@example.nl").text
    assert stage.visits(f"{link}?keuze=iets").text == stage.visits(link).text


def test_who_stays_after_all_stays(stage: Stage, alert: Message) -> None:
    [leave] = re.findall(r"https://\S+/afmelden/\S+", stage.mail_to("noor@example.nl").text)
    page = stage.sends_form(leave, action="stay")
    assert "U blijft meedoen." in page.text
    assert "Wilt u geen mails meer van ons?" in stage.visits(leave).text
    assert stage.sends_form(leave[:-2] + "aa", action="stay").status_code == 404


@pytest.fixture
def alert(stage: Stage) -> Message:
    stage.lives("Noor")
    return stage.approved()
