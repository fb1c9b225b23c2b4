"""What several stories start from."""

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from tests.doubles.slack import Message
from tests.environment import RIGHT
from tests.stage import Stage


@pytest.fixture
def request_message(stage: Stage) -> Message:
    """What Anna asked for."""
    stage.lives("Noor")
    return stage.asks(stage.anna)


@pytest.fixture
def operator(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line on the stage's database."""
    for name, value in {**RIGHT, "DATABASE_URL": stage.database_url}.items():
        monkeypatch.setenv(name, value)
    return CliRunner()


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of an object store; its server is large, and few stories need it."""
    from tests.doubles.stores import object_store

    with object_store() as address:
        yield address


@pytest.fixture
def street(stage: Stage) -> Stage:
    """Noor and four neighbours live in the east, Omar in the west."""
    for at in range(5):
        stage.lives("Noor" if at == 0 else f"Buur{at}", 50 + at)
    stage.lives("Omar", -50)
    return stage
