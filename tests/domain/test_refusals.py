"""What a person is told who is refused."""

import pytest

from bot.domain.errors import EmptyField, Refusal, SomebodyWasFirst, TooLong
from bot.domain.form_errors import FormErrors


def test_a_refusal_knows_its_words_its_field_and_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = TooLong("street", length=101, most=100)
    assert refusal.message == str(refusal) == "This is too long: {length} characters, at most {most}."
    assert (refusal.field, refusal.values) == ("street", {"length": 101, "most": 100})
    assert SomebodyWasFirst(name="Bram").field == ""
    monkeypatch.setattr(TooLong, "__doc__", "This one is told in\n    two lines of code.\n    ")
    assert refusal.message == "This one is told in two lines of code."


def test_a_form_tells_all_that_is_wrong() -> None:
    refusals: list[Refusal] = [EmptyField("street"), EmptyField("place")]
    wrong = FormErrors(refusals)
    assert wrong.refusals == refusals
    assert str(wrong) == "street, place"  # in a log: no word that was typed
