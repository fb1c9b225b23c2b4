import pytest

from tests.house.measures import Measure, arrows, measures


@pytest.mark.parametrize("measure", [*measures()], ids=lambda measure: measure.name)
def test_no_folder_is_too_full(measure: Measure) -> None:
    assert measure.found <= measure.most


def test_the_arrows_are_seen() -> None:
    assert ("replies", "letters") in arrows()
