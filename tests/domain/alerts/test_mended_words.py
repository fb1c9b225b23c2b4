"""A word with its spelling put right is the same word, and counts as one that was added; another word is a loss."""

import pytest

from bot.domain.alerts.adding import words_added


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("voordur", "voordeur"),
        ("voordeuur", "voordeur"),
        ("vorodeur", "voordeur"),
        ("voordeut", "voordeur"),  # from eight letters on a wrong one is a slip
        ("inbrekers", "inbreker"),
        ("inbreker", "inbrekers"),
        ("gebeurt", "gebeurd"),
        ("begeleijdt", "begeleidt"),
        ("blouwe", "blauwe"),
    ],
)
def test_it_stays_the_word_that_was_meant(old: str, new: str) -> None:
    before, after = {"text": f"Bij de {old} stond iemand."}, {"text": f"Bij de {new} stond iemand."}
    assert words_added(before, after) == 1
    assert words_added(before, before) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("blauwe", "grauwe"),  # it begins otherwise
        ("rode", "rodde"),  # in short words a slip makes another
        ("auto", "autos"),
        ("scholen", "schoten"),
        ("voordeur", "voorkamer"),
        ("voordeur", "voordeurtjes"),
        ("groene", "grote"),
        ("nooit", "nooitt"),  # a negation
        ("12345", "12346"),
    ],
)
def test_another_word_takes_its_place(old: str, new: str) -> None:
    assert words_added({"text": f"Bij de {old} stond iemand."}, {"text": f"Bij de {new} stond iemand."}) is None


@pytest.mark.parametrize(("length", "words"), [(20, 1), (21, 2), (40, 2), (41, 3)])
def test_glued_words_are_no_way_round_the_limit(length: int, words: int) -> None:
    assert words_added({"text": "Een bus."}, {"text": f"Een bus. {'x' * length}"}) == words
