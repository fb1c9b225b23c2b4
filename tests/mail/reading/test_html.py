"""Our mail as HTML: readable for everybody, and it fetches nothing from anywhere."""

from datetime import UTC, datetime

import pytest

from bot.domain.replies.replies import Rating
from bot.mail.reading.html_text import html_text
from bot.mail.sending.dialling import dialled
from bot.records.letters import Standing
from bot.records.mail import AlertMail
from tests.mail.pages import Page
from tests.mail.samples import CONTENT, DUTCH, ENGLISH, PUBLIC_URL, REFERENCE, content, filled

LETTER = "Beste mevrouw,\n\nRegel een\nregel twee https://chat.example/p?a=1&b=2.\n\nWij vragen:\n- een\n- <twee>\n"
SENT_AT = datetime(2026, 1, 6, 12, tzinfo=UTC)
THANKS = DUTCH.acknowledgement(None)[1]
ANSWER = DUTCH.footed(DUTCH.answer(CONTENT, Standing(Rating.RELEVANT_HERE)))
TIPS = "Zo doet u dat:\n\n- Deur op slot.\n- Lamp aan."
PAGES = {
    "alert nl": (DUTCH, filled(DUTCH.alert(REFERENCE, CONTENT))),
    "alert en": (ENGLISH, filled(ENGLISH.alert(REFERENCE, CONTENT))),
    "bare alert": (DUTCH, filled(DUTCH.alert(REFERENCE, content(question="", description="", neighbourhood="")))),
    "outcome nl": (DUTCH, filled(DUTCH.outcome(REFERENCE, CONTENT, SENT_AT))),
    "tips nl": (DUTCH, filled(DUTCH.preventive(REFERENCE, content(what_happened=TIPS)))),
    "tips en": (ENGLISH, filled(ENGLISH.preventive(REFERENCE, CONTENT))),
    "outcome en": (ENGLISH, filled(ENGLISH.outcome(REFERENCE, content(neighbourhood=""), SENT_AT))),
    "typed": (DUTCH, filled(DUTCH.alert("x", content(what_happened="a < b\n\nc & d", question="een\ntwee")))),
    "acknowledgement": (
        DUTCH,
        AlertMail("", DUTCH.acknowledgement(None)[1], DUTCH.html(DUTCH.acknowledgement(None)[1])),
    ),
    "letter of ours": (DUTCH, AlertMail("", ANSWER, DUTCH.html(ANSWER))),
    "letter": (DUTCH, AlertMail("", LETTER, DUTCH.html(LETTER))),
    "letter en": (ENGLISH, AlertMail("", LETTER, ENGLISH.html(LETTER))),
}
each_page = pytest.mark.parametrize("name", PAGES)


@each_page
@pytest.mark.parametrize("dark", [False, True])
def test_every_word_is_large_and_stands_out(name: str, dark: bool) -> None:
    for seen in Page(PAGES[name][1].html, dark).seen:
        assert seen.look.size >= 16, seen
        assert seen.contrast >= 4.5, (seen, seen.contrast)


def test_the_dark_has_colours_of_its_own() -> None:
    html = PAGES["alert nl"][1].html
    assert {seen.look.background for seen in Page(html, dark=True).seen} == {"#22252c", "#1d4f91", "#3a3220"}


@each_page
def test_plain_text_and_html_carry_the_same_words(name: str) -> None:
    mail = PAGES[name][1]
    # A heading's colon and the bare addresses are what a link looks like in plain text.
    said = [word.rstrip(":") for word in mail.text.split() if word != "-"]
    if not name.startswith("letter"):
        said = [word for word in said if not word.startswith(f"{PUBLIC_URL}/")]
    assert "".join(word.rstrip(":") for word in Page(mail.html).words) == "".join(said)


@each_page
def test_nothing_is_fetched_and_nobody_is_tracked(name: str) -> None:
    html = PAGES[name][1].html
    tags = Page(html).tags
    assert {tag for tag, _ in tags}.isdisjoint({"img", "script", "iframe", "link", "object", "form", "video", "svg"})
    assert not any(attribute in given for _, given in tags for attribute in ("src", "background", "srcset"))
    assert "url(" not in html
    assert "@import" not in html
    for link in (given["href"] for tag, given in tags if tag == "a"):
        assert link.startswith(("https://burgernet.example", "https://chat.example/", "tel:"))


@each_page
def test_screen_readers_and_phones(name: str) -> None:
    composer, mail = PAGES[name]
    tags = Page(mail.html).tags
    assert ("html", {"lang": "nl" if composer is DUTCH else "en", "dir": "ltr"}) in tags
    assert all(given.get("role") == "presentation" for tag, given in tags if tag == "table")
    assert [tag for tag, given in tags if given.get("role") == "main"] == ["div"]
    assert any(given.get("name") == "viewport" for tag, given in tags if tag == "meta")
    assert "max-width:600px" in mail.html
    assert len(mail.html) < 100_000  # Gmail cuts a mail at 102 kB


def test_the_buttons_are_links_that_need_no_image() -> None:
    buttons = [given for tag, given in Page(PAGES["alert nl"][1].html).tags if "inline-block" in given.get("style", "")]
    page = buttons[0]["href"]
    assert page.startswith("https://burgernet.example/reageren/")
    answers = [f"{page}?keuze={choice}" for choice in ("beelden", "niets")]
    assert [button["href"] for button in buttons[1:]] == answers


def test_each_number_to_call_is_one_piece_to_touch() -> None:
    tags = Page(PAGES["alert nl"][1].html).tags
    links = [given for tag, given in tags if given.get("href", "").startswith("tel:")]
    assert [given["href"] for given in links] == ["tel:112", "tel:09008844", "tel:08007000"]
    assert all("white-space:nowrap" in given["style"] for given in links)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bel 112.", 'Bel <a href="tel:112" style="color:inherit;white-space:nowrap;">112</a>.'),
        ("Er is 112 euro weg.", "Er is 112 euro weg."),
        ("Het kenmerk is 0900-88-44 of 2026-0900-8844.", "Het kenmerk is 0900-88-44 of 2026-0900-8844."),
        ("<b>0900-8844", '&lt;b&gt;<a href="tel:09008844" style="color:inherit;white-space:nowrap;">0900-8844</a>'),
    ],
)
def test_what_is_a_number_to_call(text: str, html: str) -> None:
    assert dialled(text) == html


def test_a_letters_links_and_lists() -> None:
    html = DUTCH.html(LETTER)
    assert 'href="https://chat.example/p?a=1&amp;b=2"' in html
    assert html.count("<li ") == 2
    assert "&lt;twee&gt;" in html


def test_our_own_html_reads_back_as_our_own_text() -> None:
    mail = PAGES["alert nl"][1]
    lines = [line for line in html_text(mail.html).splitlines() if line]
    assert "Breestraat, Amersfoort (Stadskern)" in lines
    assert "Ziet u nu iets verdachts? Bel 112." in lines
