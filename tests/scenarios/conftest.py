"""What several stories start from."""

import pytest

from tests.doubles.slack import Message
from tests.stage import Stage


@pytest.fixture
def request_message(stage: Stage) -> Message:
    """What Anna asked for."""
    stage.lives("Noor")
    return stage.asks(stage.anna)
