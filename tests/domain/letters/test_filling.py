"""Placeholders: what is wrong is told where it stands, and filling runs nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refusal
from bot.domain.letters.filling import PLACEHOLDERS, check_placeholders, fill
from bot.domain.letters.letter_errors import GluedPlaceholder, LooseBrace, UnknownPlaceholder

VALUES = {
    "zaak": "de inbraak",
    "plek": "aan de Breeweg",
    "straat": "de Breeweg",
    "plaats": "Amersfoort",
    "wisdatum": "28 januari 2026",
    "rechercheurs": "",
    "opgeslagen": "Wij slaan het op.",
    "beelden": "",
    "aanhef": "Beste Noor Kuipers,",
    "voornaam": "Carla",
}


@pytest.mark.parametrize(
    ("text", "error", "value"),
    [
        ("In {stad}.", UnknownPlaceholder, "{stad}"),
        ("{}", UnknownPlaceholder, "{}"),
        ("{ straat }", UnknownPlaceholder, "{ straat }"),
        ("{straat.__class__}", UnknownPlaceholder, "{straat.__class__}"),
        ("{straat!r}", UnknownPlaceholder, "{straat!r}"),
        ("Over {zaak in de straat", LooseBrace, "Over {zaak in de straat"),
        ("Dag } allemaal", LooseBrace, "Dag } allemaal"),
        ("{{zaak}}", LooseBrace, "{{zaak}}"),
    ],
)
def test_what_is_wrong_is_named(text: str, error: type[Refusal], value: str) -> None:
    with pytest.raises(error) as refused:
        check_placeholders(text, "text")
    assert refused.value.field == "text"
    assert value in refused.value.values.values()


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Over {zaak} {plek}.", "Over de inbraak aan de Breeweg."),
        ("Over {zaak} in {straat}.", "Over de inbraak aan de Breeweg."),
        ("Dank.\n{rechercheurs}\nDag.", "Dank.\nDag."),
        ("Dank. {rechercheurs} Dag.", "Dank. Dag."),
        ("{rechercheurs} Dag.", "Dag."),
        ("Dank.\n{rechercheurs} Dag.", "Dank.\nDag."),
        ("Dit weten we:\n  - {zaak}", "Dit weten we:\n  - de inbraak"),
        ("Dank.\n\n{rechercheurs}\n\nDag.", "Dank.\n\nDag."),
        ("Dank  u.\n\nDag.", "Dank  u.\n\nDag."),
    ],
)
def test_filled(text: str, filled: str) -> None:
    check_placeholders(text, "text")
    assert fill(text, VALUES) == filled


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Dank. Wij wissen dit op {wisdatum}. Dag.", "Dank. Dag."),
        ("Dank.\nWij wissen dit op {wisdatum}\nDag.", "Dank.\nDag."),
        ("Wij wissen dit op {wisdatum}.\n\nDag.", "Dag."),
        ("{wisdatum}", ""),
    ],
)
def test_without_a_day_of_deletion_its_sentence_goes(text: str, filled: str) -> None:
    """Under legal hold nothing is deleted."""
    assert fill(text, VALUES | {"wisdatum": ""}) == filled


def test_a_name_without_a_value_stays_as_it_is() -> None:
    assert fill("Zie  {stad}, {straat}.", VALUES) == "Zie  {stad}, de Breeweg."


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert fill("{straat}", {**VALUES, "straat": "{zaak} {0.__class__}"}) == "{zaak} {0.__class__}"


@given(st.lists(st.sampled_from([*"ab {}\n", *(f"{{{name}}}" for name in PLACEHOLDERS)]), max_size=40))
def test_what_was_checked_leaves_no_brace(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        check_placeholders(text, "text")
    except Refusal:
        return
    assert not set("{}") & set(fill(text, VALUES))


@pytest.mark.parametrize("text", ["J{rechercheurs}an", "06-12{zaak}345678", "{straat}14", "bij{plaats}"])
def test_a_placeholder_within_a_word_is_refused(text: str) -> None:
    with pytest.raises(GluedPlaceholder) as refused:
        check_placeholders(text, "answer")
    assert refused.value.field == "answer"
    assert refused.value.values == {"near": text.removeprefix("06-")}


def test_who_is_refused_hears_what_to_write_instead() -> None:
    with pytest.raises(UnknownPlaceholder) as unknown:
        check_placeholders(f"Over {{{'x' * 60}}}", "text")
    cut = "{" + "x" * 39
    known = "{zaak}, {plek}, {straat}, {plaats}, {wisdatum}, {rechercheurs}, {opgeslagen}, {beelden}"
    known += ", {aanhef}, {voornaam}"
    assert unknown.value.values == {"placeholder": cut, "known": known}
    with pytest.raises(LooseBrace) as loose:
        check_placeholders("Beste mevrouw,\nhet ging om {zaak} en } nog wat meer dat daar stond", "text")
    assert loose.value.values == {"near": "t ging om {zaak} en } nog wat meer dat da", "example": "{zaak}"}
