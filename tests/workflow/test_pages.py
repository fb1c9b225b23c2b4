"""A page of a list that is all in hand."""

import pytest

from bot.records.pages import Page, Turn, cut

LETTERS = "abcdefghijklm"


def page(mark: str = "", *, back: bool = False, letters: str = LETTERS) -> Page[str]:
    return cut(letters, lambda letter: letter, Turn(mark, back=back), 5)


@pytest.mark.parametrize(
    ("mark", "back", "shown", "first"),
    [
        ("", False, "abcde", 1),
        ("e", False, "fghij", 6),
        ("j", False, "klm", 11),
        ("k", True, "fghij", 6),
        ("f", True, "abcde", 1),
        ("d", True, "abcde", 1),
        ("m", False, "ijklm", 9),
        ("gone", False, "abcde", 1),
        ("gone", True, "abcde", 1),
    ],
)
def test_the_page_after_a_line_or_before_it(mark: str, back: bool, shown: str, first: int) -> None:
    found = page(mark, back=back)
    assert ("".join(found.lines), found.first, found.total) == (shown, first, 13)
    assert found.marks == (shown[0], shown[-1])
    assert found.last == first + len(shown) - 1


def test_an_empty_list_has_an_empty_page() -> None:
    assert page(letters="") == Page((), 1, 0, ("", ""))
