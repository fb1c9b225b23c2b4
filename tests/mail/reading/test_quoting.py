"""The citizen's own words: whatever surrounds them, none is ever lost."""

import re
import time
from datetime import UTC, datetime
from typing import Final, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.mail.reading.quoting import own_words
from tests.doubles.citizen import Quote, reply_from
from tests.doubles.mail_clients import CLIENTS, ClientName, Language
from tests.mail.samples import ADDRESSES, ALERT, CONTENT, DUTCH, READER, filled, received

NOW: Final = datetime(2026, 1, 5, 20, 0, tzinfo=UTC)
SENT: Final = ALERT.text
WITH_SUBJECT: Final = f"{ALERT.subject}\n{SENT}"
NAMES: Final = ("Politie Amersfoort", "antwoord@mail.example")
QUOTED: Final = "\n".join(f"> {line}" for line in SENT.strip().split("\n"))
EXAMPLES: Final = 60  # a try with 10,000 lost no word either
MOST_S: Final = 5  # seconds of computing, on any machine: what is not linear takes minutes

# What citizens write, the alert's own words among it, and what other libraries stumbled over.
LINES: Final = st.one_of(
    st.sampled_from(
        [
            *("Ja", "Een man", "Breestraat", "Met vriendelijke groet,", "Politie", "112", "een lichte fiets"),
            *(
                "Op maandag schreef een briefje:",
                "Op maandag om 15 uur",
                "Van: de buurman gehoord",
                "-- ",
                "> zelf getypt",
            ),
            *("On Monday he wrote:", "Verstuurd vanaf mijn iPhone", "From: my neighbour", "Datum: gisteren", "Waar?"),
            *("👍 gezien!", "> ja", ">> nee <<", "1) rode auto", "* * *  let op", "https://foto.example/a", "€ 50?"),
            *("Op ma 5 jan 2026 om 17:00 schreef Anna <anna@example.nl>:", "Heeft u een camera? Ja!", "|| tabel ||"),
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), min_size=1, max_size=40),
    st.lists(st.sampled_from(sorted(set(re.findall(r"\w+", SENT)))), min_size=1, max_size=7).map(" ".join),
)
WORDS: Final = st.lists(LINES, min_size=1, max_size=6).map("\n".join)


def is_kept(line: str, own: str) -> bool:
    """Whether every word of the line stands in what is left, in its order."""
    return re.findall(r"\w+", line) == [] or " ".join(line.split()) in " ".join(own.split())


@settings(max_examples=EXAMPLES)
@given(
    words=WORDS,
    client=st.sampled_from(get_args(ClientName)),
    lang=st.sampled_from(get_args(Language)),
    quote=st.sampled_from(("below", "above", "between")),
    html=st.booleans(),
)
@example("Dinsdag om 15 uur", "gmail", "nl", "below", False)
@example("Waar?\nBreestraat", "plain", "nl", "between", False)
@example("_", "gmail", "nl", "below", False)
def test_every_word_survives_every_mail_program(
    words: str, client: ClientName, lang: Language, quote: Quote, html: bool
) -> None:
    raw = reply_from(received(), words, client, quote, html, lang=lang, now=NOW)
    own = READER.own_words(READER.read(raw, []), WITH_SUBJECT)
    said = [line for line in words.split("\n") if re.search(r"[^\W_]", line)]  # a line of _ alone is a ruler, no word
    assert all(is_kept(line, own) for line in said), own
    if said:
        assert "Ga er niet zelf op af" not in own


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("lang", get_args(Language))
@pytest.mark.parametrize("quote", ["below", "above", "between"])
def test_nothing_of_ours_is_left(client: ClientName, lang: Language, quote: Quote) -> None:
    words = "Ik zag een rode auto.\nBel mij op 06-12345678\n\nGroet, Noor"
    raw = reply_from(received(), words, client, quote, html=True, lang=lang, now=NOW)
    own = READER.own_words(READER.read(raw, []), WITH_SUBJECT)
    if quote == "between":
        own = re.sub(r"(?m)^> .*\n", "", own, count=1)  # the line of ours that they stand under
    signature = CLIENTS[client].signature[lang]
    assert own.split() in (words.split(), f"{words} {signature}".split(), f"{words} {signature[3:]}".split())


@settings(max_examples=100)
@given(st.text() | st.text("> \nabeu:-_<w", max_size=200) | WORDS, st.text(max_size=100) | st.just(SENT))
def test_no_text_raises_and_what_is_not_ours_is_left(text: str, sent: str) -> None:
    own = own_words(text, sent, NAMES)
    theirs = set(re.findall(r"\w+", text.casefold())) - set(re.findall(r"\w+", sent.casefold()))
    assert theirs <= set(re.findall(r"\w+", own.casefold()))


@given(WORDS)
def test_without_a_quote_nothing_is_touched(words: str) -> None:
    assert own_words(words, "", NAMES) == words


@pytest.mark.parametrize("client", sorted(set(CLIENTS) - {"outlook"}))
@pytest.mark.parametrize("quote", ["below", "above"])
def test_of_a_letter_that_is_gone_what_is_marked_goes(client: ClientName, quote: Quote) -> None:
    words = "Toch nog iets.\n> zelf getypt"
    own = READER.own_words(READER.read(reply_from(received(), words, client, quote), []), "", forgotten=True)
    assert is_kept("Toch nog iets.", own)
    assert "Ga er niet zelf op af" not in own
    assert own_words(words, "", NAMES, forgotten=True) == words
    others = f"{words}\n\nOp 5 januari schreef Anna <anna@example.nl>:\n{QUOTED}"
    assert own_words(others, "", NAMES, forgotten=True) == others


KEPT: Final = [
    # One sentence of ours, in whatever form, is the citizen's when they write it.
    ("Heeft u een camera of een deurbel met camera? Bewaar de beelden. Schrijf in uw reactie dat u beelden heeft.", ""),
    ("Zag u een witte bestelbus in de straat?\nJa, om drie uur.", ""),
    ("Waar?\nBreestraat\nWanneer?\nmaandag 5 januari 2026", ""),
    ("Met vriendelijke groet,\nNoor", f"\n\nOp 5-1-2026 om 17:00 schreef Politie Amersfoort:\n{QUOTED}"),
    # Attributions that name others, or hold more than a mail program writes.
    ("Op maandag schreef een briefje:", f"\n{QUOTED}"),
    ("Op maandag schreef Politie Amersfoort een briefje:", f"\n{QUOTED}"),
    ("Op 5 januari schreef Anna <anna@example.nl>:", f"\n{QUOTED}"),
    ("De politie schreef:", f"\n{QUOTED}"),
    ("Op maandag 5 januari om 15 uur", f"\nPolitie Amersfoort schreef op 5-1-2026 17:00:\n{QUOTED}"),
    ("Van: de buren\nAan: Politie Amersfoort", f"\n{QUOTED}"),
    ("Datum: gisteren\nAan: zee", f"\nVan: Politie Amersfoort\nOnderwerp: Inbraak\n{QUOTED}"),
    ("Verzonden: gisteren naar mijn zus", f"\nVan: Politie Amersfoort\nOnderwerp: Inbraak\n{QUOTED}"),
    ("Verzonden: maandag 5 januari", f"\nVan: Politie Amersfoort\nOnderwerp: Inbraak\n{QUOTED}"),
    ("-- Origineel bericht --\nVan de buren\nDatum gisteren", f"\n{QUOTED}"),
    ("-- Origineel bericht --\nVan de Politie Amersfoort\nik weet iets", f"\n{QUOTED}"),
    # A line that goes on behind our words.
    ("> Zag u een witte bestelbus in de straat? Ja dus", ""),
    ("> iets", ""),
    ("> in de", ""),
]


@pytest.mark.parametrize(("words", "quote"), KEPT)
def test_what_stays(words: str, quote: str) -> None:
    assert own_words(words + quote, SENT, NAMES) == words


GONE: Final = [
    QUOTED,
    SENT,
    QUOTED.replace("> ", ">"),
    QUOTED.replace("> ", "> > > "),
    QUOTED.replace("> ", "| > "),
    SENT.replace("\n\n", "\n"),
    SENT.replace("\n", " \n\n"),
    " ".join(SENT.split()),
    SENT.replace(" ", "\u00a0"),
    SENT.replace("Wat is er gebeurd?", "*Wat is er gebeurd?*").replace("- ", "   • "),
    SENT.replace("-form_token-\n", "abcd2345 \n")
    .replace("-form_token-", "abcd2345")
    .replace("-leave_token-", "zzzz7777"),
    SENT.replace("https://burgernet.example", "https://safelinks.example/?url=https://burgernet.example"),
    f"Op 5-1-2026 om 17:00 schreef Politie Amersfoort:\n\n{QUOTED}",
    f"Op ma 5 jan. 2026 17:00 schreef Politie Amersfoort <\nantwoord+abcd2345@mail.example>:\n{QUOTED}",
    f"Op 5 jan. 2026 om 17:00 heeft Politie Amersfoort <antwoord+ab@mail.example> het volgende geschreven:\n{QUOTED}",
    f"Op 5-1-2026 schreef Politie Amersfoort <antwoord+ab@mail.example<mailto:antwoord+ab@mail.example>>:\n{QUOTED}",
    f"On Monday, January 5th, 2026 at 17:00, Politie Amersfoort <antwoord+ab@mail.example> wrote:\n\n{QUOTED}",
    f"Citeren Politie Amersfoort <antwoord+ab@mail.example>:\n{QUOTED}",
    f"*Van:* Politie Amersfoort <antwoord+ab@mail.example>\n*Verzonden:* vandaag\n*Aan:* Noor\n\n{SENT}",
    f"-----Oorspronkelijk bericht-----\nVan: Politie Amersfoort\nDatum: 5-1-2026\n\n{QUOTED}",
    f"Begin doorgestuurd bericht:\n\nVan: Politie Amersfoort\nOnderwerp: Inbraak\n\n{QUOTED}",
    f"{'_' * 30}\n{QUOTED}",
    f"Gesendet: Montag, 05. Januar 2026 um 17:00 Uhr\nVon: Politie Amersfoort\nAn: Noor\n\n{SENT}",
    f"-------- Doorgestuurd bericht --------\nOnderwerp: Inbraak\nVan: Politie Amersfoort\nAan: Noor\n\n{SENT}",
    f'------ Origineel bericht ------\nVan "Politie Amersfoort" <antwoord+ab@mail.example>\nAan Noor\n\n{SENT}',
]


@pytest.mark.parametrize("quote", GONE)
@pytest.mark.parametrize("place", ["below", "above"])
def test_what_goes(quote: str, place: str) -> None:
    text = f"Rode auto!\n\n{quote}" if place == "below" else f"{quote}\n\nRode auto!"
    assert own_words(text, SENT, NAMES) == "Rode auto!"


def test_our_quote_alone_is_no_word_of_theirs() -> None:
    assert own_words(QUOTED, SENT, NAMES) == ""


def test_several_mails_of_ours_can_be_taken_away() -> None:
    thanks = DUTCH.acknowledgement(CONTENT)[1]
    quote = "\n".join(f"> {line}" for line in thanks.split("\n"))
    text = f"Nog iets: hij had een pet.\n\nOp 6-1-2026 schreef Politie Amersfoort:\n{quote}"
    assert own_words(text, f"{SENT}\n{thanks}", NAMES) == "Nog iets: hij had een pet."


REPEATED: Final = DUTCH.alert("x", CONTENT.__class__(**{**CONTENT.__dict__, "what_happened": "a " * 700})).text


@pytest.mark.parametrize(
    ("piece", "times", "sent"),
    [
        ("\n", 20_000, SENT),
        ("\n", 2_000_000, SENT),
        (">", 5_000_000, SENT),
        ("> de\n", 30_000, SENT),
        ("de man ", 300_000, SENT),
        ("https://burgernet.example/", 190_000, SENT),
        ("<mailto:", 600_000, SENT),
        ("Van: Politie Amersfoort\n> Wat is er gebeurd?\n", 2_000, SENT),
        (SENT, 100, SENT),
        ("Origineel bericht\nVan Politie Amersfoort\n> Wat is er gebeurd?\n", 2_000, SENT),
        ("Verzonden: maandag 5 januari 2026\nVan: Politie Amersfoort\n" + SENT, 100, SENT),
        ("a\n", 30_000, REPEATED),
        ("> a a\n", 20_000, REPEATED),
    ],
)
def test_hostile_text_takes_linear_time(piece: str, times: int, sent: str) -> None:
    start = time.process_time()
    own_words(piece * times, sent, (*NAMES, ADDRESSES.mail_from))
    assert time.process_time() - start < MOST_S


OLD_ALERT = """Beste deelnemer van Burgernet,

Er is ingebroken in een woning in uw buurt.
Wij vragen uw hulp.

Wat is er gebeurd?
Iemand brak de achterdeur open en nam sieraden mee.
De dader liep weg door de brandgang.

Waar?
Breestraat, Amersfoort (Stadskern)

Wanneer?
Tussen maandag 5 januari 2026 14.00 uur en 16.30 uur

Wij willen graag weten:
- Zag of hoorde u toen iets wat u opviel?
- Zag u een witte bestelbus in de straat?
- Heeft u een camera of een deurbel met camera? Bewaar de beelden. Schrijf in uw reactie dat u beelden heeft.

Signalement of voertuig
Het gaat om een man met een donkere jas en een lichte fiets.

Ik heb informatie:
https://burgernet.example/reageren/abc

Of kies een kort antwoord:
Ik heb beelden: https://burgernet.example/reageren/abc?keuze=beelden
Ik zag iets: https://burgernet.example/reageren/abc?keuze=iets
Ik zag niets: https://burgernet.example/reageren/abc?keuze=niets

U kunt ook gewoon op deze mail antwoorden. Ook een klein detail kan helpen. U krijgt altijd antwoord.
Weet u niets? Dan hoeft u niets te doen.

Ziet u nu iets verdachts? Bel 112.
Ga er niet zelf op af.
Geen spoed? Bel 0900-8844.
Liever anoniem? Bel Meld Misdaad Anoniem: 0800-7000.
Zet deze mail niet op internet.

Met vriendelijke groet,
Politie Amersfoort

U krijgt deze mail omdat u meedoet aan Burgernet.
Geen mails meer? Meld u af: https://burgernet.example/afmelden/abc
Uw privacy: https://burgernet.example/privacy"""


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_quote_of_a_mail_in_its_former_words_goes_too(mark: str) -> None:
    """Mails that are out are answered for weeks."""
    quote = "\n".join(f"{mark}{line}" for line in OLD_ALERT.splitlines())
    sent = f"{filled().text}\n{DUTCH.formerly(CONTENT)}"
    assert own_words(f"Ik zag een bus.\n\n{quote}", sent) == "Ik zag een bus."
