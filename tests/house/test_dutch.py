"""Dutch that a native writes: no corrected form comes back, and one thing has one word."""

import re
from collections.abc import Iterator

import pytest

from tests.house.dutch import AGAINST_THE_RULES, CATALOGUE, NOT_OUR_WORD, ROOT

CORRECTIONS = [
    tuple(line.split(" => "))
    for line in (ROOT / "tests/data/dutch/corrections.txt").read_text().splitlines()
    if not line.startswith("#")
]


def pages() -> Iterator[str]:
    for folder in ("bot/mail/templates/nl", "handlers/web/templates/nl"):
        for file in sorted((ROOT / folder).glob("*.j2")):
            if file.name != "formerly.txt.j2":  # what mails that are out said
                yield file.read_text()


PAGES = list(pages())
SAID = "\n".join([*CATALOGUE, *(re.sub(r"<[^>]*>", "", page) for page in PAGES)])
WORDS = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{\w+\}|'burgernetmail check'", "...", SAID)


@pytest.mark.parametrize(("before", "better"), CORRECTIONS)
def test_no_corrected_form_comes_back(before: str, better: str) -> None:
    assert before not in CATALOGUE
    assert not any(before in page for page in PAGES if " " in before)
    assert better in CATALOGUE or any(better in page for page in PAGES)


@pytest.mark.parametrize("thing", NOT_OUR_WORD)
def test_one_word_for_a_thing(thing: str) -> None:
    assert [line for line in WORDS.splitlines() if re.search(NOT_OUR_WORD[thing], line)] == []


@pytest.mark.parametrize("rule", AGAINST_THE_RULES)
def test_the_rules_hold(rule: str) -> None:
    assert [line for line in SAID.splitlines() if re.search(AGAINST_THE_RULES[rule], line)] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_sentence_to_a_citizen_is_short(page: str) -> None:
    """At most twenty words; the privacy page, which quotes the law, a few more."""
    said = re.sub(r"\{%.*?%\}|<[^>]*>|\{\{.*?\}\}|\{#.*?#\}", " ", page, flags=re.DOTALL)
    for sentence in re.split(r"[.?!:]\s|\n", said):
        assert len(re.findall(r"[\w-]+", sentence)) <= 22, sentence
