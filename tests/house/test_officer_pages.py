"""What the privacy officer reads in Dutch is what stands elsewhere: the citizens' page, and what was measured."""

import re
from pathlib import Path
from typing import Final

import pytest

from bot.settings import Settings
from tests.house.privacy_page import FILE, privacy_page

DOCS: Final = Path(__file__).parents[2] / "docs"
GUARD: Final = r"\| (unseen|against)-.*?\| ([\d.]+) % \|"


def read(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def test_the_privacy_page_is_told_as_citizens_read_it() -> None:
    assert FILE.read_text(encoding="utf-8") == privacy_page(), "python -m tests.house.privacy_page"


def test_what_the_text_guard_finds_is_told_as_it_was_measured() -> None:
    found = sorted(float(share) for _set, share in re.findall(GUARD, read("privacy.md")))
    least, most = (f"{share:g}".replace(".", ",") for share in (found[0], found[-1]))
    assert f"tussen {least}% en {most}%" in read("nl/dpia.md")
    assert "At the first run 65 %, 77 %, 81 % and 60 % of them" in read("privacy.md")
    assert "tussen 60% en 81%" in read("nl/dpia.md")


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("names were at 25 of 33", "namen 25 van de 33"),
        ("money (6 of 13)", "geld 6 van de 13"),
        ("health (8 of 11)", "gezondheid 8 van de 11"),
        ("origin (10 of 13)", "afkomst 10 van de 13"),
        ("the only orientation were missed", "De enige geaardheid in één lijst miste zij."),
    ],
)
def test_so_is_what_it_finds_least(english: str, dutch: str) -> None:
    assert english in read("privacy.md")
    assert dutch in read("nl/dpia.md")


@pytest.mark.parametrize(
    ("channel", "term"),
    [("bm-reacties, bm-woninginbraken", "retention_recorded_days"), ("bm-regie", "retention_other_days")],
)
def test_slacks_terms_are_those_of_what_stands_there(channel: str, term: str) -> None:
    """A day monitor's words stood in bm-regie for 90 days that the bot forgets after 30."""
    days = Settings.model_fields[term].default
    assert f"| {channel} | {days} dagen |" in read("nl/rechten.md")


@pytest.mark.parametrize("lock", ["run", "demo"])
def test_no_model_is_installed(lock: str) -> None:
    installed = (DOCS.parent / f"locks/{lock}.lock").read_text(encoding="utf-8")
    for library in ("torch", "tensorflow", "transformers", "onnx", "scikit", "spacy", "openai", "anthropic", "llm"):
        assert not re.search(rf"(?m)^[\w-]*{library}", installed)


def test_what_is_heard_of_urgent_texts_is_told_as_it_was_measured() -> None:
    first, second, third = re.findall(r"\| unseen-\d \| (\d+) of 80 ", read("operating.md"))
    assert f"Van 80 nieuwe teksten hoorde hij er eerst {first}, later {second} en {third}." in read(
        "nl/privacyfunctionaris.md"
    )
