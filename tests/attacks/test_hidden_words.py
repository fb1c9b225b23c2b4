"""Numbers and addresses of people, written as a machine does not expect them, stood in the channels; and whole in forms
that nobody has on record.
"""

import re
from itertools import product

import pytest

from bot.domain.replies.contacts import contacts_in, without_contacts
from bot.slack import ids
from tests.attacks.everything import SETTINGS, Day
from tests.attacks.recorder import Json
from tests.stage import Stage

BEHIND_THE_FIRST = (
    " ",
    "-",
    " - ",
    ". ",
    ".",
    ": ",
    ":",
    ", ",
    "/",
    "_",
    "*",
    "·",
    "\u2011",
    "–",
    " – ",
    "\n",
    "-\n",
    "=",
)
AMONG = ("", " ", "-", "–", "\u2011", ".", "\n")
PHONES = (
    *("O6-12345678", "o6 12345678", "tel06-12345678", "IMG_0612345678.jpg", "06-123456789", "(06)12345678"),
    *("+31.6.12.34.56.78", "+ 31 6 12345678", "00 31 6 12345678", "31612345678", "31 6 12345678", "(+31) 6 12345678"),
    *("+1 (212) 555-1234", "+1-212-555-1234", "033: 461 23 45", "0343.578.844", "033–4612345", "+44–7911–123456"),
    *("nul zes twaalf vierendertig zesenvijftig achtenzeventig", "06 een twee drie vier vijf zes zeven acht"),
    *("nul zes 12 34 56 78", "nul-zes, een, twee, drie, vier", "0612345678-0687654321"),
    *("zero six one two three four five six seven eight", "oh six twelve thirty-four fifty-six", "06 one two three"),
    *("06 twaalf 34 56 78", "0 zes 12 34 56 78", "nul 6 12345678", "+31 zes 12 34 56 78", "nulzestwaalfvierendertig"),
    *(
        "zes een twee drie vier vijf zes zeven acht",
        "0 6 1 2 3 4 5 6 7 8",
        "0-6-1-2-3-4-5-6-7-8",
        "0.6.1.2.3.4.5.6.7.8",
    ),
    *("06123456780687654321", "0612345678en0687654321", "06   -   12345678", "０６１２３４５６７８", "٠٦١٢٣٤٥٦٧٨"),
    *("0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "06\u200b12\u200b34\u200b56\u200b78"),
    *("06 12,34,56,78", "06, 12, 34, 56, 78", "06·12·34·56·78", "06 12. 34. 56. 78", "06 12 , 34 , 56 , 78"),
    *(
        "06/12/34/56/78",
        "06 • 1234 5678",
        "06‑12345678",
        "06\u202f12\u202f34\u202f56\u202f78",
        "⓪⑥①②③④⑤⑥⑦⑧",
        "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    ),
    *("0\u00ad6\u2063123\u200e45678", "\u200b06\ufeff12345678", "06 1 2 3 4 5 6 7 8", "0-612345678"),
    *(
        "+31 06 12345678",
        "+310612345678",
        "+31 06-12345678",
        "0031 06 12345678",
        "00-31-6-12345678",
        "31 (0)6 12345678",
    ),
    *("31(0)612345678", "+31 - (0)6 - 12345678", "+31 (0) 6 - 12 34 56 78", "0031(0)612345678", "00-49-151-23456789"),
    *("nul zes 12345678", "nul6 12345678", "0zes 12345678", "nul.zes.een.twee.drie.vier.vijf.zes.zeven.acht"),
    *("nul drie drie vier vijf zes een twee drie vier", "nul drieëndertig vier vijf zes een twee drie vier"),
    *("nul drieendertig 456 12 34", "06 12 vierendertig 56 78", "06 12 34 zesenvijftig 78", "06 12 34 56 acht zeven"),
    *("06-nummer: 12345678", "06 nr 12 34 56 78", "mijn 06 is 12345678", "06 en dan 12345678"),
    *(
        "033 4 12 34 56",
        "033-4 12 34 56",
        "0342 - 41 23 45",
        "085-13 01 234",
        "+32 470 12 34 56",
        "+44 (0)7700 900 123",
    ),
    *("612345678", "6 12345678", "6 1234 5678", "6-12 34 56 78", "tel:612345678", "mijn nr is 6-12345678"),
)
MAILS = (
    *("noor @ example.nl", "noor@ example.nl", "noor (at) example.nl", "noor[at]example[punt]nl", "noor＠example.nl"),
    *("noor@example．nl", "noor@example,nl", "noor apenstaartje example punt nl", "noor at example dot nl"),
    *('"noor de vries"@example.nl', "noor%40example.nl", "noor@gmail", "noor@a.b.c.d.e.f.nl", "o'noor@example.nl"),
    *("noor @example.nl", "noor @ example . nl", "noor\n@example.nl", "noor&#64;example.nl", "noor @ gmail"),
    *("noor apenstaart gmail", "noor at hotmail", "noor-at-example-punt-nl"),
    f"{'noor' * 20}@example.nl",
    *(
        "noor(@)example.nl",
        "noor [@] example.nl",
        "noor (@) gmail . com",
        "noor at-teken gmail punt com",
    ),
    *("noor apestaartje example punt nl", "noor apestaart gmail", "noor ad gmail punt com", "noor bij gmail punt com"),
    *(
        "noor.at.gmail.com",
        "noor*at*gmail*dot*com",
        "noor /at/ gmail.com",
        "noor |at| gmail.com",
        'noor "at" gmail.com',
    ),
    *(
        "noor -at- gmail -dot- com",
        "noor 'at' gmail.com",
        "noor at planet nl",
        "noor at hotmail com",
        "noor AT GMAIL DOT COM",
    ),
    *(
        "noor  @  example  .  nl",
        "noor@\ngmail.com",
        "noor\u200b@example.nl",
        "noor@exam\u00adple.nl",
        "noor@g mail.com",
    ),
    *("n o o r @ g m a i l . c o m", "noor@@example.nl", "noor@.example.nl", "noor\u00a0@\u00a0gmail.com"),
)
CLUES = (
    *("06:30 14-01-26", "06.30 14 01 2026", "01:15 - 02:30 14 jan", "om 09.15, 10.30 en 12.45", "06.30-07.15 uur"),
    *("NL91 ABNA 0417 1643 00", "nl91abna0417164300", "DE82 3704 0044 0532 0139 99", "+319008844", "PL0900-2026001234"),
    *("zaaknummer 612345678", "BVH-nummer: 612345678", "pl0100-2026001234", "612345678-A", "€ 612345678", "6-GBK-12"),
    *("6-12-2026 14:30", "6 12 2026 14.30", "huisnummers 6 12 14 16 18", "nummers 06 en 12 en 14 en 16", "6 1234 AB"),
    *("zes jongens", "tussen zes en zeven en acht", "dag 31 zes mannen twee auto's", "oh zes mannen", "6 2026-1234"),
    *(
        "06-12-2025\n12 mannen",
        "06/12/2025\n12 mannen",
        "06-12-2025 4 mannen",
        "06-TX-GH",
        "12-GBK-3",
        "1-ABC-23",
        "99-XX-99",
    ),
    *(
        "2026-01-14 06.12.34.mp4",
        "IMG_20260114_061234.jpg",
        "VID-20260114-WA0006.mp4",
        "DSC0612345.jpg",
        "83.160.12.34",
    ),
    *(
        "Laan 1914 nr. 8",
        "Kerkstraat 6-12",
        "Dorpsstraat 6 12",
        "3823 AB 12-14",
        "nummers 2-4-6-8-10-12",
        "€ 612.345,67",
    ),
    *(
        "10.30 11.45 12.15 13.20",
        "10:30, 11:45, 12:15, 13:20, 14:45",
        "6 12 18 24 30",
        "van 06:12 tot 06:34",
        "0600-0630 uur",
    ),
    *("155800 467300", "WVWZZZ1KZ6W612345", "RAL 6012", "hm 12,3", "1 2 3 4 5 6 7 8 9 10", "zes uur twaalf", "nul zes"),
    *(
        "PV 2026123456-1",
        "PL0900-2026-112401",
        "BVH 2026 112401",
        "BM-2026-0042",
        "gekocht bij bol.com",
        "werkt bij kpn",
    ),
    *("was @ home. Daarna", "bij @home. de man"),
    *("op TikTok @rico.wheelz", "volg @lil.draco033", "5+1 man", "+10 tot +15 graden", "52.18900, 5.39400"),
)


@pytest.mark.parametrize("first", BEHIND_THE_FIRST)
def test_a_number_is_one_however_its_digits_stand_apart(first: str) -> None:
    for among, groups in product(AMONG, (("12345678",), ("1234", "5678"), ("12", "34", "56", "78"))):
        written = f"06{first}{among.join(groups)}"
        assert without_contacts(f"Bel {written}, graag") == "Bel •••, graag", written


@pytest.mark.parametrize("written", [*PHONES, *MAILS])
def test_what_a_reader_understands_is_hidden(written: str) -> None:
    shown = without_contacts(f"Bereik haar via {written}, graag")
    assert "•••" in shown
    assert not re.search(r"\d{3}|twee|achten|noor|example|gmail", shown.casefold())
    assert contacts_in(written)


@pytest.mark.parametrize("clue", CLUES)
def test_a_clue_is_no_number(clue: str) -> None:
    assert without_contacts(f"Ik zag {clue} daar.") == f"Ik zag {clue} daar."


@pytest.fixture
def overrides() -> Json:
    return dict(SETTINGS)


ON_RECORD = {
    ids.LOOK_VIEW: "saw_contact_data",
    ids.CALLBACK_FORM: "saw_contact_data",
    ids.HANDLE_FORM: "opened_answer",
    ids.ANSWER_FORM: "opened_answer",
    ids.BVH_FORM: "opened_bvh_text",
}
"""Where the work needs them, and what the trail says of it."""


def test_no_form_shows_them_but_those_on_record(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that a day draws: the form to rate from the Home showed them, and so did nobody's record."""
    shown: set[str] = set()

    def look(place: str, blocks: list[Json]) -> None:
        if "87654321" in re.sub(r"\W", "", str(blocks)):
            shown.add(place)

    stage.slack.world.onlookers.append(look)
    day = Day(stage, monkeypatch)
    for part in (day.asking, day.answering, day.reading):
        part()
        day.away()
    assert shown == {f"modal {name}" for name in ON_RECORD}
    assert set(ON_RECORD.values()) <= {row.what for row in stage.rows("SELECT DISTINCT what FROM audit")}
