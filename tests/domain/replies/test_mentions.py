"""What citizens name, and what they only seem to."""

from itertools import product
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import folded
from bot.domain.replies.contacts import shown_number, without_contacts
from bot.domain.replies.mentions import MOST, Mention, MentionKind, mentions_in
from bot.domain.replies.plates import SIDECODES, plate_of, plates_in, shown_plate
from bot.workflow.letters.contact_reading import CONTACTS
from tests.domain.replies.measure_mentions import result_of

LOW = {MentionKind.PLATE: (0.98, 0.95), MentionKind.PHONE: (0.98, 0.95), MentionKind.EMAIL: (1, 1)}
"""The bar of each kind: precision, recall."""


def named(words: str, kind: MentionKind, known: str = "") -> set[str]:
    return {mention.value for mention in mentions_in(words, CONTACTS, known) if mention.kind is kind}


@pytest.mark.parametrize("kind", MentionKind)
def test_the_bar_on_the_made_up_set(kind: MentionKind) -> None:
    precision, recall = LOW.get(kind, (0.9, 0.95))
    result = result_of(kind)
    assert result.precision >= precision, result.wrong
    assert result.recall >= recall, result.missed


@pytest.mark.parametrize(("code", "seam"), [*product(SIDECODES, ("-", " ", ".", "", " - ", "\u2013"))])
def test_every_sidecode_in_every_writing_behind_its_word(code: str, seam: str) -> None:
    plate = code.replace("L", "G").replace("9", "4")
    for typed in (plate.replace("-", seam), plate.replace("-", seam).lower()):
        value = plate.replace("-", "")
        assert named(f"Een auto, kenteken {typed}, reed weg.", MentionKind.PLATE) == {value}
        assert plate_of(typed) == value
    assert shown_plate(value) == plate


@pytest.mark.parametrize("group", ["SS", "SD", "GVD", "KKK", "PSV", "TBS"])
def test_letters_that_the_rdw_gives_to_nobody_make_no_plate_without_dashes(group: str) -> None:
    typed = f"12 {group} 3" if len(group) == 3 else f"12 {group} KK"
    assert named(f"Er reed een {typed} langs", MentionKind.PLATE) == set()


@pytest.mark.parametrize("letter", "AEIOUCQ")
def test_so_do_letters_that_no_series_of_its_time_has(letter: str) -> None:
    assert named(f"een 12G{letter}K3 en 12 G{letter}K 3", MentionKind.PLATE) == set()
    assert named(f"een 12-G{letter}K-3", MentionKind.PLATE) == {f"12G{letter}K3"}


def test_phone_numbers_as_people_read_them() -> None:
    assert shown_number("+31612345678") == "06 12345678"
    assert shown_number("+31334567890") == "0334567890"
    assert shown_number("+32475123456") == "+32475123456"


def test_contacts_are_made_unreadable() -> None:
    text = "Bel 06-12345678 of +31 6 87654321, mail j@example.nl, om 12.30 uur"
    assert without_contacts(text) == "Bel ••• of •••, mail •••, om 12.30 uur"


def test_what_is_known_already_is_no_news_but_a_plate_is() -> None:
    words = "Ik zag 12-GBK-3 en een Sparta bij Hazelhof. Bel 06 12345678 of 0687654321, mail noor@example.nl."
    known = "Noor Hazelhof\nNoor@example.nl\n06-12345678"
    assert mentions_in(words, CONTACTS, known) == {
        Mention(MentionKind.PLATE, "12GBK3"),
        Mention(MentionKind.PHONE, "+31687654321"),
        Mention(MentionKind.WORD, "sparta"),
    }


def test_numbers_and_addresses_are_compared_in_one_form() -> None:
    words = "Bel +32 (0)475 12 34 56 of mail Omar@Straße.example of noor@xn--strae-oqa.example."
    known = "Noor@STRAßE.example\n0032 475 12 34 57"
    assert {mention for mention in mentions_in(words, CONTACTS, known) if mention.kind is not MentionKind.WORD} == {
        Mention(MentionKind.PHONE, "+32475123456"),
        Mention(MentionKind.EMAIL, "omar@xn--strae-oqa.example"),
    }
    assert named(words, MentionKind.PHONE, "0032 (0)475-123456") == set()


@pytest.mark.parametrize("typed", ["12 ABC-3", "12-ABC 3", "12ABC-3"])
def test_a_part_of_a_plate_is_no_word(typed: str) -> None:
    named = mentions_in(f"Ik zag kenteken {typed} bij een Sparta, en nog eens {typed}.", CONTACTS)
    assert named == {Mention(MentionKind.PLATE, "12ABC3"), Mention(MentionKind.WORD, "sparta")}


@pytest.mark.parametrize(
    ("words", "tying"),
    [
        ("Een man met Fiona en Baks", {"fiona"}),  # four letters are too few without quotes
        ("Op de jas stond 'Zeke', en daaronder \"Abc\".", {"zeke"}),
        ("Er reed een Sparta50 achter een Golf7.", {"sparta50"}),  # a common make with a number is common
        ("IK ZAG EEN SPARTA", set()),  # all capitals say nothing of a name
        ("Hij zei: Sparta! Haring verkopen ze.", set()),
        ("Ik zag een Sparta.\nNoor Hazelaar", {"sparta"}),
        ("Ik zag een Sparta.\n\nMet vriendelijke groet,\nNoor Hazelaar\nbij de Zonnebloem", {"sparta"}),
        ("Dank u wel voor uw mail.\nIk zag een Sparta.", {"sparta"}),
        ("Noor Hazelaar", {"hazelaar"}),  # all that they wrote
    ],
)
def test_which_words_may_tie_two_cases(words: str, tying: set[str]) -> None:
    assert named(words, MentionKind.WORD) == tying


@pytest.mark.parametrize(
    ("words", "plates"),
    [
        ("Ik zag 34VB61 rijden", {"34VB61"}),
        ("Ik zag 34vb61 rijden", set()),  # without capitals and dashes an old series is a code like any
        ("Ik zag VB 61 34 rijden", {"VB6134"}),
        ("Ik zag VB6134 rijden", set()),  # like a postcode or a year behind a make
        ("Ik zag 34-vb-61 rijden", {"34VB61"}),
        ("met zijn Kawasaki ZX 636 R", set()),
        ("met zijn Renault ZX 636 R", {"ZX636R"}),
        ("van 3 12 GBK 3", set()),  # a number goes on before it
        ("een 12 GBK 3 4", set()),
    ],
)
def test_what_reads_as_a_plate_by_itself(words: str, plates: set[str]) -> None:
    assert named(words, MentionKind.PLATE) == plates


def test_a_list_is_cut() -> None:
    plates = " ".join(f"12-GBK-{n}, 1{n}-GHK-2, 2{n}-GHK-3, 3{n}-GHK-4." for n in range(10))
    assert len(mentions_in(plates, CONTACTS)) == MOST


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    for mention in mentions_in(text, CONTACTS, text[::-1]):
        assert mention.value
    for plate in plates_in(text):
        assert plate.text in text
        assert plate_of(shown_plate(plate.value)) == plate.value
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("piece", ["-", "A", "1-", "A.", "a ", "'", "06 ", "x@x.", "+31 6", "12-GBK-3 ", "Aa.-'", "é"])
def test_hostile_text_takes_no_time(piece: str) -> None:
    start = perf_counter()
    mentions_in(piece * 20_000, CONTACTS)
    assert perf_counter() - start < 2
