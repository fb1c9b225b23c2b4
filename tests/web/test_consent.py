"""What somebody agreed to: the words that the page shows are those that go by their name in the database."""

from html import unescape
from pathlib import Path
from typing import Final

import pytest

from bot.domain.participants.claiming import CONSENT

ROOT: Final = Path(__file__).parents[2]
TEMPLATES: Final = ROOT / "handlers/web/templates"
WORDS: Final = {
    "2026-01": {
        "nl": '"Ik wil mails van de politie over misdrijven in mijn buurt. Daarvoor mag de politie mijn naam, '
        'e-mailadres en adres bewaren. Ik kan altijd stoppen."',
        "en": '"I want mails from the police about crimes in my neighbourhood. For that the police may keep my name, '
        'e-mail address and address. I can always stop."',
    },
    "2026-02": {
        "nl": '"Ik wil mails van de politie over misdrijven in mijn buurt, met tips om ze te voorkomen. Soms vraagt '
        "zij wat ik van de mails vind. Daarvoor mag de politie mijn naam, e-mailadres en adres bewaren. Ik kan altijd "
        'stoppen."',
        "en": '"I want mails from the police about crimes in my neighbourhood, with tips to prevent them. Now and then '
        "they ask what I think of the mails. For that the police may keep my name, e-mail address and address. I can "
        'always stop."',
    },
    "2026-03": {
        "nl": '"Ik wil mails van de politie over misdrijven in mijn buurt, met tips om ze te voorkomen. Daarvoor mag '
        'de politie mijn naam, e-mailadres en adres bewaren. Ik kan altijd stoppen."',
        "en": '"I want mails from the police about crimes in my neighbourhood, with tips to prevent them. For that the '
        'police may keep my name, e-mail address and address. I can always stop."',
    },
}
"""By their name; other words get another one, and the old ones stay here: somebody agreed to them."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_asks_for_what_is_written_down(language: str) -> None:
    page = (TEMPLATES / language / "sign_up.html.j2").read_text(encoding="utf-8")
    assert f'tick("consent", {WORDS[CONSENT][language]}' in unescape(page)


@pytest.mark.parametrize(
    ("language", "survey"), [("nl", "wat u van onze mails vindt"), ("en", "what you think of our")]
)
def test_who_agrees_does_not_agree_to_surveys_which_rest_on_another_ground(language: str, survey: str) -> None:
    page = (TEMPLATES / language / "sign_up.html.j2").read_text(encoding="utf-8")
    assert survey in page.partition('tick("consent"')[2].partition(") }}")[2]
    assert survey not in WORDS[CONSENT][language]


def test_the_privacy_officer_reads_the_same_words() -> None:
    told = (ROOT / "docs/nl/privacyfunctionaris.md").read_text(encoding="utf-8")
    words = WORDS[CONSENT]["nl"].strip('"')
    assert f"versie `{CONSENT}`: `Ik ben 16 jaar of ouder.` en `{words}`" in told
