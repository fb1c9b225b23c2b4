"""The words of our mail: plain Dutch, every placeholder filled, nothing that points at a house or a person."""

import re
from datetime import UTC, date, datetime

import pytest

from bot.domain.alerts.alerts import CaseResult
from bot.domain.alerts.offences import Offence
from bot.domain.guard.text_guard import find_in
from bot.mail.sending import placeholders
from bot.mail.sending.composing import TemplateComposer
from bot.records.mail import FormReply
from tests.mail.samples import CONTENT, DUTCH, ENGLISH, PUBLIC_URL, REFERENCE, content, filled

TEXT = """Beste deelnemer van Burgernet,

Er is ingebroken in een woning in uw buurt.
Wij vragen uw hulp.

Wat is er gebeurd?
Iemand brak de achterdeur open en nam sieraden mee.
De dader liep weg door de brandgang.

Waar?
Breestraat, Amersfoort (Stadskern)

Wanneer?
Op maandag 5 januari, tussen 14.00 en 16.30 uur

Wat willen wij weten?
- Zag of hoorde u toen iets wat u opviel?
- Zag u een witte bestelbus in de straat?
- Heeft u een camera of een deurbel met camera? Bewaar de beelden. U kunt ze ook meteen meesturen.

Zag u deze persoon of dit voertuig?
Het gaat om een man met een donkere jas en een lichte fiets.

Wat kunt u doen?
- Doe uw deuren en ramen op slot, ook als u maar even weg bent.
- Laat een lamp branden als u in de avond niet thuis bent.
- Zet geen container of ladder waar iemand op kan klimmen.

Ik heb informatie:
https://burgernet.example/reageren/[...]

Ik heb beelden: https://burgernet.example/reageren/[...]?keuze=beelden
Ik zag niets: https://burgernet.example/reageren/[...]?keuze=niets

U kunt ook gewoon op deze mail antwoorden. Ook een klein detail kan helpen. \
Schrijft u ons wat u weet? Dan krijgt u altijd antwoord.
Zag u niets? Dat kunt u met één klik laten weten. Ook dat helpt ons. Het hoeft niet.

Ziet u nu iets verdachts? Bel 112.
Ga er niet zelf op af.
Geen spoed? Bel 0900-8844.
Liever anoniem? Bel Meld Misdaad Anoniem: 0800-7000.
Zet deze mail niet op internet of in een groepsapp.

Met vriendelijke groet,
Politie Amersfoort

Twijfelt u of deze mail echt is? Ga zelf naar https://burgernet.example. Daar leest u hoe u dat controleert.
U krijgt deze mail omdat u meedoet aan Burgernet.
Geen mails meer? Meld u af: https://burgernet.example/afmelden/[...]
Verhuisd, of even geen mails? Mijn gegevens: https://burgernet.example/mijn/[...]
Uw privacy: https://burgernet.example/privacy
"""


def test_the_alert_says_what_domain_md_says() -> None:
    mail = DUTCH.alert(REFERENCE, CONTENT)
    assert DUTCH.as_read(mail) == f"{mail.subject}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("offence", "subject", "first_line"),
    [
        (Offence.BURGLARY, "Inbraak", "Er is ingebroken in een woning in uw buurt."),
        (Offence.ATTEMPTED_BURGLARY, "Poging tot inbraak", "Iemand probeerde in te breken in een woning in uw buurt."),
        (Offence.STREET_ROBBERY, "Straatroof", "Iemand is op straat beroofd in uw buurt."),
        (Offence.ROBBERY, "Overval", "Er is een overval gepleegd in uw buurt."),
        (Offence.VIOLENCE, "Geweld", "Er is geweld gebruikt tegen iemand in uw buurt."),
        (
            Offence.CAR_JACKING,
            "Beroving van een automobilist",
            "Een automobilist is beroofd van de auto in uw buurt.",
        ),
        (Offence.ARSON, "Brandstichting", "Er is brand gesticht in uw buurt."),
        (Offence.RAM_RAID, "Ramkraak", "Er is een ramkraak gepleegd op een gebouw in uw buurt."),
        (Offence.OTHER, "Misdrijf", "Er is een misdrijf gepleegd in uw buurt."),
    ],
)
def test_every_offence_has_its_own_subject_and_first_line(offence: Offence, subject: str, first_line: str) -> None:
    mail = DUTCH.alert(REFERENCE, content(offence=offence))
    assert mail.subject == f"{subject} in de Breestraat: zag of hoorde u iets? [{REFERENCE}]"
    assert f"\n\n{first_line}\nWij vragen uw hulp.\n" in mail.text


@pytest.mark.parametrize("composer", [DUTCH, ENGLISH])
@pytest.mark.parametrize("offence", Offence)
@pytest.mark.parametrize("description", ["", CONTENT.description])
@pytest.mark.parametrize("question", ["", CONTENT.question])
def test_no_house_number_bvh_number_or_postcode_ever(
    composer: TemplateComposer, offence: Offence, description: str, question: str
) -> None:
    mail = composer.alert(REFERENCE, content(offence=offence, description=description, question=question))
    for words in (mail.subject, mail.text, mail.html):
        assert not any(secret in words for secret in ("1234", "987654", "3811", "155000", "463000"))
        assert "{{" not in words
        assert "None" not in words


def test_a_question_and_a_description_that_were_left_out_leave_no_trace() -> None:
    text = DUTCH.alert(REFERENCE, content(question="", description="")).text
    assert "opviel?\n- Heeft u een camera" in text
    assert "meesturen.\n\nWat kunt u doen?" in text


def test_the_year_is_named_where_it_is_not_that_of_the_reference() -> None:
    """So a mail that is made again in another year is the same mail."""
    words = "Op maandag 5 januari 2026, tussen 14.00 en 16.30 uur"
    mail = DUTCH.alert("BM-2027-0001", CONTENT)
    assert f"Wanneer?\n{words}\n" in mail.text
    assert words in mail.html


def test_the_english_alert() -> None:
    mail = ENGLISH.alert(REFERENCE, CONTENT)
    assert mail.subject == f"Burglary in Breestraat: did you see or hear anything? [{REFERENCE}]"
    assert "On Monday 5 January, between 14:00 and 16:30" in mail.text


OUTCOME = """Beste deelnemer van Burgernet,

Op dinsdag 6 januari vroegen wij uw hulp bij de inbraak in de Breestraat. Nu kunnen wij vertellen hoe het is afgelopen.

Iemand brak de achterdeur open en nam sieraden mee.
De dader liep weg door de brandgang.

Wij mogen u niet alles vertellen over het onderzoek.
Dank u wel voor uw hulp.

Weet u toch nog iets? Antwoord dan op deze mail, of klik op de knop. \
Schrijft u ons wat u weet? Dan krijgt u altijd antwoord.

Ik heb informatie:
https://burgernet.example/reageren/[...]

Kent u uw buren? Zij kunnen ook meedoen. Geef deze link door:
https://burgernet.example/aanmelden/buren
"""
SENT_AT = datetime(2026, 1, 5, 23, 30, tzinfo=UTC)  # the 6th in Amersfoort


def test_the_outcome() -> None:
    mail = DUTCH.outcome(REFERENCE, CONTENT, SENT_AT)
    assert mail.subject == f"Inbraak in de Breestraat: hoe is het afgelopen? [{REFERENCE}]"
    text, ending = DUTCH.as_read(mail).removeprefix(f"{mail.subject}\n\n"), TEXT[TEXT.index("\nZiet u nu") :]
    assert text == OUTCOME + ending


@pytest.mark.parametrize("composer", [DUTCH, ENGLISH])
@pytest.mark.parametrize("offence", Offence)
def test_an_outcome_says_nothing_that_points_at_a_house(composer: TemplateComposer, offence: Offence) -> None:
    mail = composer.outcome(REFERENCE, content(offence=offence, neighbourhood=""), SENT_AT)
    for words in (mail.subject, mail.text, mail.html):
        assert not any(secret in words for secret in ("1234", "987654", "3811", "155000", "463000", "{{", "None", "()"))


@pytest.mark.parametrize("composer", [DUTCH, ENGLISH])
def test_the_text_that_an_outcome_starts_from_is_short_and_names_nobody(composer: TemplateComposer) -> None:
    for result in (None, *CaseResult):
        base = composer.outcome_base(CONTENT, result)
        assert len(base.splitlines()) == 1
        assert find_in({"what_happened": base}, CONTENT.street) == ()


@pytest.mark.parametrize(
    ("offence", "words"),
    [(Offence.BURGLARY, "Inbraak aan de Eemkade"), (Offence.STREET_ROBBERY, "Straatroof op de Eemkade")],
)
def test_a_subject_says_where_as_its_offence_has_it(offence: Offence, words: str) -> None:
    assert DUTCH.alert(REFERENCE, content(offence=offence, street="Eemkade")).subject.startswith(f"{words}: zag")


def test_a_person_gets_their_own_two_links() -> None:
    mine, yours = filled(delivery_id=1), filled(delivery_id=2)
    for one, other in ((mine.text, yours.text), (mine.html, yours.html)):
        links = set(re.findall(rf"{PUBLIC_URL}/(?:reageren|afmelden)/[a-z2-7]+", one))
        assert len(links) == 2
        assert links.isdisjoint(re.findall(r"https://\S+/(?:reageren|afmelden)/[a-z2-7]+", other))
        assert placeholders.LEAVE_TAG not in one
        assert placeholders.FORM_TAG not in one


@pytest.mark.parametrize("tag", [placeholders.LEAVE_TAG, placeholders.FORM_TAG, "-leave_-leave_token-token-"])
def test_a_tag_that_somebody_types_fills_nothing(tag: str) -> None:
    typed = content(what_happened=tag, description=tag, question=tag, street=tag, place=tag, neighbourhood=tag)
    mail = DUTCH.alert(REFERENCE, typed)
    for words, leave, form in ((mail.subject, 0, 0), (mail.text, 2, 3), (mail.html, 2, 3)):
        assert (words.count(placeholders.LEAVE_TAG), words.count(placeholders.FORM_TAG)) == (leave, form)


def test_typed_text_can_not_break_the_subject_or_the_html() -> None:
    mail = DUTCH.alert(
        "x", content(street="Bree\r\nBcc: y", what_happened="<script>alert(1)</script> & {{ 7*7 }}\r\nb")
    )
    assert "\n" not in mail.subject
    assert "<script>" not in mail.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }}<br>\nb" in mail.html
    assert "<script>alert(1)</script> & {{ 7*7 }}\nb" in mail.text


def test_the_acknowledgement() -> None:
    subject, text = DUTCH.acknowledgement(CONTENT)
    assert subject == "Wij hebben uw reactie ontvangen"
    assert text.startswith(
        "Gebeurt het nu? Bel 112.\n\nBeste mevrouw of meneer,\n\n"
        "Dank u wel voor uw reactie op onze mail over de inbraak in de Breestraat.\n"
        "Een medewerker van de politie leest uw reactie. "
        "Meestal doen wij dat vandaag of morgen. Daarna krijgt u antwoord van ons.\n\n"
        "Wilt u nog iets vertellen? Antwoord dan op deze mail.\n\nDit is een automatisch bericht."
    )
    assert DUTCH.acknowledgement(None)[1].startswith(
        "Gebeurt het nu? Bel 112.\n\nBeste mevrouw of meneer,\n\nDank u wel voor uw reactie op onze mail.\n"
    )
    by_monday = DUTCH.acknowledgement(None, date(2026, 1, 12))[1]
    assert "leest uw reactie. Meestal doen wij dat uiterlijk maandag. Daarna" in by_monday


@pytest.mark.parametrize("composer", [DUTCH, ENGLISH])
def test_the_teams_mailbox_hears_who_asked_for_what(composer: TemplateComposer) -> None:
    subject, text = composer.attention(REFERENCE, CONTENT, "Anna\nBcc: x", "https://chat.example/p1")
    assert subject.endswith(f"Burgernetmail [{REFERENCE}]")
    for words in (REFERENCE, "Breestraat", "Anna Bcc: x.", "https://chat.example/p1"):
        assert words in text


def test_the_reply_form_as_text_holds_what_was_filled_in() -> None:
    text = DUTCH.form_text(FormReply("Een <b>busje</b>", where="Bij de brug", phone="06 12345678"))
    assert text == "Een <b>busje</b>\n\nWaar: Bij de brug\n\nWil gebeld worden."
