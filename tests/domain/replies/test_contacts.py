"""Phone numbers and e-mail addresses in what citizens write: all of them are hidden, and no clue is."""

import pytest

from bot.domain.replies.contacts import contacts_in, without_contacts


@pytest.mark.parametrize(
    "written",
    [
        *("0612345678", "06-12345678", "06 12 34 56 78", "06 1234 5678", "06.12.34.56.78", "(06) 12345678"),
        *("033-4561234", "0334561234", "+31612345678", "+31 6 12345678", "0031612345678", "+31 (0)6 12345678"),
        *("+49 151 23456789", "noor@example.nl", "j.de-vries+bel@mail.example.co.uk"),
    ],
)
def test_nobody_is_reached_by_what_is_shown(written: str) -> None:
    for text in (written, f"Bel {written}.", f"tel:{written}, graag", f"Hij ({written}) zag het."):
        assert "•••" in without_contacts(text)
        assert not any(part in without_contacts(text) for part in (written, "12345678", "4561234", "@"))
        assert contacts_in(text) == (written,)


@pytest.mark.parametrize(
    "clue",
    [
        *("12-GBK-3", "GB-123-X", "12gbk3", "kenteken 06-GB-12", "W-AB 1234", "nummer 14", "Dorpsstraat 112a"),
        *(
            "3823 AB 7",
            "Laan 1914 nr. 8",
            "om 06.30 uur",
            "06-12-2025",
            "06-01-2026 10.30 uur",
            "2026-001234",
            "2026112401",
            "112",
        ),
        *("0900-8844", "0800-7000", "@noor", "A28", "km 06,5"),
    ],
)
def test_a_clue_stays_as_it_was_written(clue: str) -> None:
    assert without_contacts(f"Ik zag {clue} daar.") == f"Ik zag {clue} daar."
    assert contacts_in(clue) == ()


def test_of_a_long_mail_no_more_is_read_than_is_shown() -> None:
    """A page of ten books took half a minute, and a form opens within three seconds."""
    words = "Bel 06 12345678. " * 50_000
    shown = without_contacts(words, 300)
    assert len(shown) < 1000
    assert shown[:300] == without_contacts(words[:3000])[:300]
    assert shown.endswith("…")
    number_over_the_edge = f"{'Ja. ' * 74}Bel nul zes een twee drie vier vijf zes zeven acht. {'Nee. ' * 500}"
    assert "zeven" not in without_contacts(number_over_the_edge, 300)
    for before in range(16):
        many = without_contacts(", " * before + "06 12 34 56 78, " * 5_000, 300)
        assert set(many.removesuffix(" …")) <= set("•, "), "where nearly all is hidden, the end of what was read shows"
