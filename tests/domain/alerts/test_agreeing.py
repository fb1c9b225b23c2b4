"""Whether a message says yes and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alerts.agreeing import is_agreement


@pytest.mark.parametrize(
    "text",
    [
        *("akkoord", "Akkoord", "AKKOORD!", "akkoord!!", " akkoord. ", "Accoord", "akkoord hoor", "*akkoord*"),
        *("ok", "OK!", "Oké", "oke", "okay", "Ok, prima.", "goedgekeurd", "Goedgekeurd :+1:", "prima", "Prima zo"),
        *(
            "is goed",
            "Is goed hoor",
            "dit is akkoord",
            "Wat mij betreft akkoord",
            "Van mijn kant akkoord",
            "ik ben akkoord",
        ),
        *(
            "mag eruit",
            "Deze mag eruit",
            "De mail mag eruit!",
            "kan eruit",
            "mag de deur uit",
            "verstuur maar",
            "ja, doe maar",
        ),
        *(
            "ga je gang",
            "Ja akkoord, dank je",
            "Akkoord, mooi",
            ":+1:",
            ":thumbsup::skin-tone-3:",
            "👍",
            "👍🏽",
            "👍👍",
            "✅",
        ),
        *("<@U0123456789> akkoord", "akkoord <@U0123456789|anna>", ":white_check_mark: akkoord", "Approved", "lgtm"),
    ],
)
def test_a_yes(text: str) -> None:
    assert is_agreement(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "!", "ja", "goed gezien", "dank je", "mooi", "hoi", "<@U0123456789>", ":eyes:", "👎", ":-1:"),
        *("niet akkoord", "nog niet akkoord", "akkoord?", "Is dit akkoord?", "ok?", "mag dit eruit?", "👍?"),
        *("akkoord, maar het huisnummer staat er nog in", "ok maar wacht even", "ok wacht", "oke, ik kijk zo"),
        *("prima idee om de straal te vergroten", "bijna akkoord", "akkoord van Bram ontbreekt", "mag weg", "goed"),
        *("De straat klopt niet", "Kan er nog iets uit?", "niet ok", "oktober", "bokaal", "akkoordje", "okselfris"),
        "Ik heb de mail gelezen en hij is wat mij betreft helemaal prima, akkoord dus, verstuur maar",
    ],
)
def test_something_else(text: str) -> None:
    assert not is_agreement(text)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert is_agreement(text) in {True, False}
    assert not is_agreement(text + "?")
