"""Signs that nobody sees, or tells apart, as telephones, Word and web pages put them into what people paste."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import folded
from bot.entering import as_line, as_text


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        *(("Leusderweg", "Leusderweg"), ("  Dr.  Kuyperlaan ", "Dr. Kuyperlaan"), ("a\nb\tc", "a b c"), ("", "")),
        *(("zoek “Leusderweg”", 'zoek "Leusderweg"'), ("zoek „Leusderweg“", 'zoek "Leusderweg"')),
        *(("’t Hof", "'t Hof"), ("`t Hof", "'t Hof"), ("´s-Gravenstraat", "'s-Gravenstraat"), ("‘s Hof", "'s Hof")),
        *(("BM‑2026‑1", "BM-2026-1"), ("BM–2026—1", "BM-2026-1"), ("2026−112401", "2026-112401")),
        *(("3811\u00a0AB", "3811 AB"), ("3811\u2009AB", "3811 AB"), ("3811\u3000AB", "3811 AB")),
        *(("Leus\u00adder\u200bweg", "Leusderweg"), ("\ufeffnoor@example.nl", "noor@example.nl")),
        *(("\u202a+31 6 12345678\u202c", "+31 6 12345678"), ("０６－１２３４", "06-1234"), ("٢٠٢٦", "2026")),
        *(("noor＠example.nl", "noor@example.nl"), ("14-Ⅲ", "14-III"), ("ﬂat 3", "flat 3")),
        *(
            ("cafe\u0301", "café"),
            ("ĳsbaan", "ĳsbaan"),
            ("½ €", "½ €"),
            ("a\x00b\ud800", "ab"),
            ("👨\u200d👩", "👨\u200d👩"),
        ),
    ],
)
def test_a_value(typed: str, line: str) -> None:
    assert as_line(typed) == line


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("“Ja” – zei ze, ‘nee’", "“Ja” – zei ze, ‘nee’"),
        (" Een\u00a0bus.\r\nGrijs.\u2028Oud. ", "Een bus.\nGrijs.\nOud."),
        ("Ja\u00adn\u200b Jan\u200dsen", "Jan Jansen"),
        ("👨\u200d👩\u200d👧 می\u200cخواهم", "👨\u200d👩\u200d👧 می\u200cخواهم"),
        ("kenteken １２-GBK-３", "kenteken 12-GBK-3"),
        ("twee  spaties\n\n\nblijven", "twee  spaties\n\n\nblijven"),
        ("\ufeff\u200e", ""),
    ],
)
def test_sentences_keep_how_they_were_written(typed: str, text: str) -> None:
    assert as_text(typed) == text


@given(st.text())
def test_tidying_twice_is_tidying_once_and_nothing_unseen_is_left(typed: str) -> None:
    for tidy in (as_line, as_text):
        tidied = tidy(typed)
        assert tidy(tidied) == tidied == tidied.strip()
    line = as_line(typed)
    assert "  " not in line
    assert not any(unicodedata.category(sign) in {"Cc", "Zs", "Nd"} for sign in line if sign > "~")


WORDS = "Foto's bij 't Hof - de \"grijze\" bus, café Eén"
WRITTEN = {"'": "'‘’′´`", '"': '"“”„«»', "-": "-‑–—−", " ": " \u00a0\u202f\u2009"}


@given(st.data())
def test_a_text_is_found_whichever_signs_it_was_written_with(data: st.DataObject) -> None:
    dust = st.text("\u200b\u00ad\ufeff\u200e", max_size=1)
    written = "".join(data.draw(st.sampled_from(WRITTEN.get(sign, sign))) + data.draw(dust) for sign in WORDS)
    assert folded(written) == folded(WORDS)
    assert folded(unicodedata.normalize("NFD", written)) == folded(WORDS)
