"""What comments and docstrings cite stands in the repository: a reader has nothing else."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
FOLDERS: Final = ("bot", "handlers", "storage", "tests")
CITED: Final = re.compile(r"[\w./*-]*\w\.(?:md|py)\b")


def prose_of(source: str) -> Iterator[str]:
    """The comments, and the strings that stand by themselves."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def cited_in(source: str) -> set[str]:
    return {cited for prose in prose_of(source) for cited in CITED.findall(prose)}


def stands(cited: str) -> bool:
    """Whether a file of the repository ends in this path."""
    return any(("/" + file).endswith("/" + cited.lstrip("./")) for file in FILES)


FILES: Final = [
    str(file.relative_to(ROOT))
    for pattern in (*(f"{folder}/**/*.py" for folder in FOLDERS), "docs/**/*.md", "*.md")
    for file in ROOT.glob(pattern)
]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_cited_stands_in_the_repository(folder: str) -> None:
    cited = {(file, name) for file in ROOT.glob(f"{folder}/**/*.py") for name in cited_in(file.read_text())}
    assert {(str(file.relative_to(ROOT)), name) for file, name in cited if not stands(name)} == set()


def test_what_documents_cite_stands_in_the_repository() -> None:
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    cited = {(file.name, name) for file in documents for name in CITED.findall(file.read_text())}
    assert {(file, name) for file, name in cited if not stands(name)} == set()


def test_a_citation_is_seen() -> None:
    assert cited_in('"""See there.md."""\nx = "here.md"  # and a/b.py\n') == {"there.md", "a/b.py"}
    assert not stands("there.md")
