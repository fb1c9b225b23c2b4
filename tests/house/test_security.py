"""docs/security.md names each requirement of OWASP ASVS 5.0 once, and nothing in it that is not there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from bot.settings import Settings

ROOT: Final = Path(__file__).parents[2]
PAPER: Final = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NUMBERS: Final = """
1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2 4.1:1-3
4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3
7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4
10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3 12.2:1-2 12.3:1-4
13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4
16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2
"""
"""Of levels 1 and 2, as version 5.0.0 has them: a section and its numbers."""
ROW: Final = re.compile(r"^\| ([\d., -]+) \| ([^|]+) \| (met|not met|n/a): ([^|]+) \|$", re.MULTILINE)
TEST: Final = re.compile(r"`([\w/]+\.py)::(\w+)`")
CODE: Final = [file for floor in ("bot", "handlers", "storage") for file in sorted((ROOT / floor).rglob("*.py"))]


def spread(numbers: str) -> list[str]:
    """`1.2.1, 1.4.1-1.4.3` as each of them."""
    found = []
    for part in numbers.split(", "):
        first, _, last = part.partition("-")
        section, _, start = first.rpartition(".")
        end = last.rpartition(".")[2] or start
        found += [f"{section}.{number}" for number in range(int(start), int(end) + 1)]
    return found


def expected() -> list[str]:
    pairs = (part.split(":") for part in NUMBERS.split())
    return [f"{section}.{number}" for section, told in pairs for number in _those(told)]


def _those(told: str) -> list[int]:
    runs = (part.partition("-") for part in told.split(","))
    return [number for first, _, last in runs for number in range(int(first), int(last or first) + 1)]


def test_each_requirement_of_levels_1_and_2_stands_there_once() -> None:
    told = Counter(number for numbers, *_ in ROW.findall(PAPER) for number in spread(numbers))
    assert {number for number, times in told.items() if times > 1} == set()
    assert set(expected()) - set(told) == set()
    assert set(told) - set(expected()) == set()
    assert len(expected()) == 253


def test_each_row_says_how_or_why() -> None:
    rows = [line for line in PAPER.splitlines() if re.match(r"\| \d", line)]
    assert len(ROW.findall(PAPER)) == len(rows)
    for numbers, _, verdict, how in ROW.findall(PAPER):
        words = TEST.sub("", how).strip(" ,()")
        assert TEST.search(how) if verdict == "met" else len(words) > 12, numbers
        assert ".py" not in words, f"{numbers}: a file is no test"


@cache
def names_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("test", sorted(set(TEST.findall(PAPER))), ids="::".join)
def test_each_test_that_it_names_is_there(test: tuple[str, str]) -> None:
    file, name = test
    assert name in names_in(file)


@cache
def said() -> tuple[tuple[str, str], ...]:
    """Every call, keyword of a call and attribute: where it stands, and its source."""
    return tuple(
        (f"{file.relative_to(ROOT)}:{node.lineno}", ast.unparse(node))
        for file in CODE
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call | ast.keyword | ast.Attribute)
    )


def calls(name: str) -> list[str]:
    """Where something is called, or a keyword of a call is given, by its source."""
    wanted = re.compile(name)
    return [place for place, source in said() if wanted.fullmatch(source)]


def test_no_code_is_made_of_words() -> None:
    assert calls(r"(eval|exec|compile|__import__)\(.*\)") == []
    made_by_ourselves = [one for one in calls(r"pickle\.\w+\(.*") if not one.startswith("bot/pictures/")]
    assert made_by_ourselves == [], "a picture is drawn by a process of our own, from figures of our own"
    assert calls(r"(marshal|shelve|dill)\..*|yaml\.(load|unsafe_load)\(.*|os\.(system|popen)\(.*|shell=True") == []


def test_no_weak_hash() -> None:
    assert calls(r"hashlib\.(md5|sha1)|md5\(.*|sha1\(.*|random\.(random|choice|randint|getrandbits)\(.*") == []


def test_no_certificate_goes_unchecked() -> None:
    assert calls(r"verify=False|ssl\.CERT_NONE|ssl\._create_unverified_context|check_hostname=False") == []


def test_each_service_that_is_called_stands_here() -> None:
    services = PAPER.partition("## Services")[2].partition("## ")[0]
    urls = {name.upper() for name in Settings.model_fields if name.endswith("_url")} - {"PUBLIC_URL"}
    assert {name for name in urls if f"`{name}`" not in services} == set()
    assert "## Logs" in PAPER


def test_the_terms_stand_here() -> None:
    terms = PAPER.partition("## Libraries")[2]
    assert [term for term in ("seven days", "thirty", "each quarter") if term not in terms] == []


def test_the_proxy_speaks_tls_of_today() -> None:
    told = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in told
    assert "listen 80" not in told
