"""Names in a package are safe on any system, and its sums are read as sha256sum writes them."""

import pytest

from bot.domain.privacy.evidence import numbered, parse_sums, safe_name, sums_text, without_keys


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("deurbel.mp4", "deurbel.mp4"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\noor\film.mp4", "film.mp4"),
        ("caf\u00e9 \u202egpj.exe", "cafe gpj.exe"),
        ("a\x00b\x1b[31m\nc.jpg", "a_b__31m_c.jpg"),
        ("-rf.jpg", "rf.jpg"),
        (".bashrc", "bashrc"),
        ("CON.jpg", "_CON.jpg"),
        ("con", "_con"),
        ("lpt1.txt", "_lpt1.txt"),
        ("console.txt", "console.txt"),
        ("film.mp4. ", "film.mp4"),
        ("\u65e5\u672c.mov", "mov"),
        ("..", "file-7"),
        ("", "file-7"),
        ("\U0001f6a8", "file-7"),
        ("a" * 300 + ".mp4", "a" * 96 + ".mp4"),
        ("a" * 300, "a" * 100),
        ("x." + "b" * 300, "x.bbbbbbbbbb"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name, "file-7") == safe
    assert len(safe_name(name, "file-7")) <= 100


def test_names_that_are_there_already_get_a_number() -> None:
    names = ["o/a.jpg", "o/A.jpg", "o/a (2).jpg", "p/a.jpg", "o/a.jpg", "o/b"]
    assert numbered(names) == ["o/a.jpg", "o/A (2).jpg", "o/a (2) (2).jpg", "p/a.jpg", "o/a (3).jpg", "o/b"]


def test_sums_are_read_back() -> None:
    sums = {"originals/reply-1/a b.jpg": "0" * 64, "manifest.json": "f" * 64}
    assert parse_sums(sums_text(sums)) == sums
    assert parse_sums(f"{'a' * 64} *x.jpg\n") == {"x.jpg": "a" * 64}


@pytest.mark.parametrize("text", ["", "no sums\n", f"{'a' * 63}  x\n", f"{'a' * 64}  x\nrest\n"])
def test_what_is_no_list_of_sums(text: str) -> None:
    assert parse_sums(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zie https://a.nl/mijn/gum4q7zt2kfdx9 .", "Zie https://a.nl/mijn/gum4q7zt2kfdx9 ."),
        ("Zie https://a.nl/mijn/gum4q7zt2kfdx9ab7c en bel.", "Zie https://a.nl/mijn/[...] en bel."),
        ("http://a.nl:8080/bot/mijn/gum4q7zt2kfdx9ab7c\nhttps://a.nl/privacy", "http://a.nl:8080/bot/mijn/[...]\nhttps://a.nl/privacy"),
        ("U schreef op 14 januari.", "U schreef op 14 januari."),
    ],
)  # fmt: skip
def test_no_address_in_what_we_wrote_opens_anything(text: str, told: str) -> None:
    assert without_keys(text) == told
