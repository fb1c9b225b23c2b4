"""What the text guard points out, and what it leaves in peace."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.guard.findings import FindingKind, cleaned
from bot.domain.guard.text_guard import find_in
from tests.domain.guard.samples import PHONES, findings

PLATES = (
    *("AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3"),  # sidecodes 1 to 7
    *("1-ABC-23", "AB-123-C", "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-123", "123-AB-1"),  # 8 to 14
)


@pytest.mark.parametrize("plate", PLATES)
def test_every_shape_of_plate_with_dashes_in_capitals_or_not(plate: str) -> None:
    for typed in (plate, plate.lower(), plate.replace("-", "–")):
        assert findings(f"Een bus, {typed}, reed weg.") == [(FindingKind.NUMBER_PLATE, typed)]


@pytest.mark.parametrize("plate", PLATES[2:])
def test_plates_run_together_or_with_spaces(plate: str) -> None:
    typed = plate.replace("A", "G").replace("-", "")
    spaced = plate.replace("A", "G").replace("-", " ")
    assert findings(f"De bus heeft kenteken {typed}.") == [(FindingKind.NUMBER_PLATE, typed)]
    assert findings(f"De bus heeft kenteken {typed.lower()}.") == [(FindingKind.NUMBER_PLATE, typed.lower())]
    assert findings(f"De bus heeft kenteken {spaced}.") == [(FindingKind.NUMBER_PLATE, spaced)]


@pytest.mark.parametrize("phone", PHONES)
def test_phone_numbers(phone: str) -> None:
    for text in (phone, f"Bel {phone}.", f"(tel. {phone}, na 18:00)"):
        assert findings(text) == [(FindingKind.PHONE_NUMBER, phone)]


@pytest.mark.parametrize("address", ["j.jansen@example.nl", "Jan_Jansen+bm@mail.example.co.uk", "info@politie.example"])
def test_e_mail_addresses(address: str) -> None:
    assert findings(f"Mail naar {address}.") == [(FindingKind.EMAIL_ADDRESS, address)]


@pytest.mark.parametrize(
    "name",
    [
        *("dhr. Jansen", "Dhr Jansen", "dhr. jansen", "dhr. J. Jansen", "dhr. J.P.M. Jansen", "Dhr. Jan Jansen"),
        *("mevr. de Vries", "mevr. 't Hart", "MEVR. DE WIT", "mw. A. Bakker", "mw. Smit-de Boer", "mevr van der berg"),
        *("mevrouw Çelik", "mevrouw van den Berg", "de heer El Idrissi", "De heer Peter de Groot", "meneer O'Brien"),
        *("familie Jansen", "fam. Yilmaz"),
    ],
)
def test_names_behind_a_form_of_address(name: str) -> None:
    assert findings(f"Het huis van {name}, op de hoek.") == [(FindingKind.NAME, name)]


@pytest.mark.parametrize(
    "name",
    [
        *("Verdachte Jan de Vries", "getuige Ömer Çelik", "buurvrouw Anna Bakker", "bewoner Loïs van den Berg"),
    ],
)
def test_names_behind_who_somebody_is(name: str) -> None:
    assert findings(f"Het was {name}, op de hoek.") == [(FindingKind.NAME, name)]


@pytest.mark.parametrize("lead", ["met de naam", "bij naam", "naam:", "alias", "namens", "volgens"])
@pytest.mark.parametrize("name", ["Jan de Vries", "De Wit", "Fatima", "fatima", "Van den Berg"])
def test_names_behind_a_word_that_says_so(lead: str, name: str) -> None:
    [(kind, found)] = findings(f"Er was iemand in de buurt, misschien {lead} {name}, en die liep daar langs de deuren.")
    assert kind is FindingKind.NAME
    assert found.endswith(name)


@pytest.mark.parametrize(
    "number",
    [
        *("Dorpsstraat 12", "dorpsstraat 12", "Dorpsstraat 12a", "Dorpsstraat 12 A", "Dorpsstraat 12-14", "Laan 3"),
        *("Dorpsstraat 12bis", "Zandweg 3", "Parkhof 14", "Hoge Dijk 7", "Lange Weg 5", "Plein 12", "Plein 1944 12"),
        *("huis 131", "Huis 12a", "nummer 12", "nr. 7"),
    ],
)
def test_house_numbers(number: str) -> None:
    assert findings(f"Het is {number}. Daarna weg.") == [(FindingKind.HOUSE_NUMBER, number)]


@pytest.mark.parametrize(
    "number",
    [
        *("op huisnummer 12", "op huisnr. 12b", "Op Nummer 12", "bij nr. 7", "van nr 7", "tussen de nummers 12 en 14"),
        *("op nummer veertien", "naast nummer eenentwintig", "op 14a", "tegenover 3 B"),
    ],
)
def test_house_numbers_behind_a_preposition_go_with_it(number: str) -> None:
    assert findings(f"Iemand zag het {number}. Daarna weg.") == [(FindingKind.HOUSE_NUMBER, number)]


@pytest.mark.parametrize(
    "where", ["Het hoekhuis op 14a is leeg", "De bewoners van 23 sliepen", "Er is ingebroken op 8"]
)
def test_house_numbers_behind_a_home(where: str) -> None:
    [(kind, found)] = findings(f"{where}.")
    assert (kind, found[-1] in "0123456789a") == (FindingKind.HOUSE_NUMBER, True)


@pytest.mark.parametrize(("street", "house_number"), [("De Wieken", "12"), ("Appelvink", "8a"), ("Plein 1940", "2012")])
def test_the_case_s_own_house_number_whatever_the_street_is_called(street: str, house_number: str) -> None:
    text = f"Bij {street.lower()} {house_number} is de deur open."
    assert findings(text, street=street, house_number=house_number) == [
        (FindingKind.HOUSE_NUMBER, f"{street.lower()} {house_number}")
    ]
    assert findings(f"Bij {street} 3 is de deur open.", street=street, house_number=house_number) == [
        (FindingKind.HOUSE_NUMBER, f"{street} 3")
    ]


def test_all_kinds_together_in_order_each_where_it_stands() -> None:
    text = "Dhr. Jansen, Dorpsstraat 12, 06-12345678, j@example.nl, AB-12-CD en een Poolse man."
    found = find_in({"text": text})
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert [one.kind for one in found] == [
        *(FindingKind.NAME, FindingKind.HOUSE_NUMBER, FindingKind.PHONE_NUMBER, FindingKind.EMAIL_ADDRESS),
        *(FindingKind.NUMBER_PLATE, FindingKind.ORIGIN),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De voordeur is opengebroken. Er zijn sieraden weg.",
        "tussen 14:00 en 16:30 uur op 14-01-2026, of 14.00 en 16.30 uur",
        "op 06-01-2026 10:30, 06/01/2026 9.30 uur, 06-01-2026 10 uur; uw melding heeft nummer 2026-0117",
        "op 1-mei-26, 01-02-2026 10:30, 01-02-26 10.30, 2026-01-14, 14 januari 2026 om 9 uur",
        "een man van 25 tot 30 jaar, 1.80 m, 1,80 meter, in een zwarte jas, maat 43",
        "er is 250 euro weg, € 1.250,00 en een laptop van 17 inch",
        "weg richting de A28 en de N199, Rijksweg A1, afrit 12, snelweg 28",
        "bel 112 of 0900-8844, of 0800-7000; nummer 112 bij spoed",
        "met z'n tweeen op een scooter, merk Vespa Primavera 50",
        "in 3823 AB of 3823AB, in 1012NX",
        "een ring 18 karaat, een iPhone 12, een BMW 320, een Audi A3, een VW2020",
        "op straat 3 jongens, in de straat 2 mannen, de winkelstraat 2 personen, Kerkstraat 2 auto's",
        "op Plein 1940, op Plein 1944, in de Kerkstraat 10.30 uur, in de Kerkstraat 14:00",
        "een mevrouw zag twee mannen; de meneer liep weg; een mw. van 80 jaar; een familie uit Leusden",
        "Verdachte droeg een Adidas trui, getuige Een hoorde glas, de dader had een Nike tas",
        "een shirt van Barcelona met nummer 10",
        "verdachte nummer 2 liep weg, buslijn nr. 5, zaak nummer 12",
        "BM-2026-0042, 2026-001234, PL0900-2026001234, MD 12345678901234567890",
        "OM 12 UUR 3 MANNEN. HET HUIS IS LEEG.",
        "wij geven uw beelden door aan de rechercheurs, en de kleur van de deur waarachter hij verborgen zat",
    ],
)
def test_left_in_peace(text: str) -> None:
    assert findings(text) == []


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1990, 2035), st.integers(0, 23), st.integers(0, 59))
def test_no_moment_is_personal(day: int, month: int, year: int, hour: int, minute: int) -> None:
    for dash in "-/.":
        for colon in ":.":
            written = f"op {day:02}{dash}{month:02}{dash}{year} {hour:02}{colon}{minute:02} uur"
            assert findings(written) == []


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at_and_what_is_found_stands_in_it(text: str) -> None:
    assert all(found in text for _, found in findings(text))


PIECES = st.sampled_from(
    [
        *(
            "Jan",
            "De Wit",
            "van",
            "den",
            "Berg",
            "buurman",
            "dhr.",
            "was",
            "is",
            "en",
            "met een",
            "Poolse",
            "man",
            "getint",
        ),
        *(
            "huid",
            "dement",
            "homo",
            "moslim",
            "op",
            "nummer",
            "12",
            "14a",
            "Kerkstraat",
            "06-12345678",
            "a@b.nl",
            "www.b.nl",
        ),
        *(
            "NL91ABNA0417164300",
            "AB-12-CD",
            "kenteken",
            "maak",
            "geld",
            "over",
            "tikkie",
            "@jan",
            "geforceerd",
            "volgens",
        ),
        *(".", ",", "\n", ":", "(", ")", "?", "naar", "de", "kerk", "uit", "Polen", "123456782", "heet", "in"),
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_pieces_stand_in_order_without_overlaps_and_can_all_go(words: list[str]) -> None:
    texts = {"one": " ".join(words), "two": "".join(words)}
    found = find_in(texts)
    for field, text in texts.items():
        spans = [(one.start, one.end) for one in found if one.field == field]
        assert all(start < end <= following for (start, end), (following, _) in pairwise([*spans, (len(text) + 1, 0)]))
    assert all(texts[one.field][one.start : one.end] == one.text for one in found)
    assert set(cleaned(texts, found)) == set(texts)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("De g\u00adrote d\u00adeur is open.", "De grote deur is open."),
        ("De d\u0435ur is open.", "De is open."),
        ("\u202enesnaJ naJ liep weg.", "NesnaJ naJ liep weg."),
        ("De \u1d05\u1d07\u1d1c\u0280 is open.", "De is open."),
        ("De d\u0336e\u0336u\u0336r\u0336 is open.", "De deur is open."),
    ],
)
def test_letters_that_hide_a_word_are_made_plain_or_go(text: str, becomes: str) -> None:
    found = find_in({"text": text})
    assert {finding.kind for finding in found} == {FindingKind.ODD_LETTERS}
    assert cleaned({"text": text}, found)["text"].strip(" .").casefold() == becomes.strip(" .").casefold()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("De dader is J\u00adan J\u00adansen.", FindingKind.NAME),
        ("De dader is J\u0430n.", FindingKind.NAME),
        ("\u1d0a\u1d00\u0274 liep weg.", FindingKind.NAME),
        ("J\u0336a\u0336n\u0336 liep weg.", FindingKind.NAME),
        ("\U0001f179\U0001f170\U0001f17d liep weg.", FindingKind.NAME),
        ("Volgens Y\u0430s\u200bmin reed hij weg.", FindingKind.NAME),
        ("Een M\u200barokkaanse man.", FindingKind.ORIGIN),
        ("Bel 06\u200b12345678.", FindingKind.PHONE_NUMBER),
        ("Mail jan\uff20example.nl.", FindingKind.EMAIL_ADDRESS),
    ],
)
def test_what_they_hide_is_read(text: str, kind: FindingKind) -> None:
    found = find_in({"text": text})
    assert [finding.kind for finding in found] == [kind]
    assert find_in(cleaned({"text": text}, found)) == ()


@pytest.mark.parametrize(
    "text", ["In het café zag één coördinator €5 en 20 °C.", "Een cafe\u0301 van 3 m². Groet 👋", "½ uur – ‘later’ …"]
)
def test_accents_and_signs_are_plain(text: str) -> None:
    assert findings(text) == []


def test_a_street_that_no_map_confirmed_may_be_anybody_s_name() -> None:
    texts = {"street": "Jan Jansen", "text": "De dader is Jan Jansen."}
    assert find_in(texts, "Jan Jansen") == ()
    assert [found.text for found in find_in(texts, "Jan Jansen", known=False)] == ["Jan Jansen", "Jan Jansen"]


@pytest.mark.parametrize(
    ("text", "found", "becomes"),
    [
        ("De dader heet J a n, hoorde ik van een buur in de straat.", "J a n", "De dader heet iemand, hoorde ik"),
        ("Zag u J-a-n J-a-n-s-e-n?", "J-a-n J-a-n-s-e-n", "Zag u iemand?"),
        ("Verdachte JanJansen rende weg.", "Verdachte JanJansen", "Een verdachte rende weg."),
        ("Een Marokk@an met een pet.", "Marokk@an", "Een persoon met een pet."),
        ("Jeroen B. is gehoord.", "Jeroen B.", "Iemand is gehoord."),
        ("In de Lindenlaan\n12 a\nEr was niemand.", "Lindenlaan\n12 a", "In de Lindenlaan\nEr was niemand."),
        ("Lindenlaan (120) is leeg.", "(120)", "Lindenlaan is leeg."),
    ],
)
def test_what_is_disguised_is_pointed_out_where_it_was_written(text: str, found: str, becomes: str) -> None:
    [piece] = find_in({"text": text})
    assert piece.text == found
    assert cleaned({"text": text}, [piece])["text"].startswith(becomes)


def test_signs_of_full_width_are_made_plain() -> None:
    text = "Om \uff10\uff16 uur ging de bel."
    assert cleaned({"text": text}, find_in({"text": text}))["text"] == "Om 06 uur ging de bel."
