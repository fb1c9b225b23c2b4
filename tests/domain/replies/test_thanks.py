"""A mere thank-you asks for nothing; any word of substance does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.replies.thanks import COURTESY, GRATITUDE, is_thanks

NAMES = ("Noor de Vries", "Carla Mulder")

MERE = [
    "Dank u wel!",
    "Bedankt.",
    "Bedankt voor uw antwoord.\n\nMet vriendelijke groet,\nNoor de Vries",
    "Beste Carla,\n\nHartelijk dank voor de snelle reactie en succes met het onderzoek.\n\nGroetjes, N. de Vries",
    "Graag gedaan",
    "Geen dank! 👍",
    "Oké, dank je wel. Fijne dag nog!",
    "Super, thanks!\n\nVerstuurd vanaf mijn iPhone",
    "Thank you very much for your reply.\nKind regards,\nNoor",
    "Dank u wel!\n\nVerzonden vanuit Outlook voor iOS<https://aka.ms/o0ukef>",
    "Bedankt!\n\nOutlook voor Android downloaden <https://aka.ms/AAb9ysg>",
    "Bedankt!\n\nVerzonden vanuit Mail voor Windows",
]
SUBSTANCE = [
    "",
    "Groetjes, Noor",
    "👍",
    "Graag",
    "Geen",
    "Ja graag, dank u",
    "Dank u. Kunt u mij bellen?",
    "Dank u wel?",
    "Bedankt. Het kenteken was 12-ABC-3",
    "Bedankt, hij was grijs.",
    "Bedankt, maar het was niet mijn buurman",
    "Dank! Morgen stuur ik de beelden.",
    "Bedankt. Groet, Piet",  # not a name that we know of this citizen
    "Dank u wel, https://example.nl",
    "Thanks, I saw him again",
    "Dank u wel. " * 40,
    "Verstuurd vanaf mijn iPhone",
    "Dank u wel\nVerstuurd vanaf mijn bus",
    "Dank u wel.\nVerzonden via mail?",
    "Dank u wel.\nVerzonden vanaf het dak",
    "Dank u wel.\nOutlook voor iOS <https://aka.ms.example/o0ukef>",
    "Dank u wel.\nVerzonden met mijn telefoon 06 12345678",
]


@pytest.mark.parametrize("words", MERE)
def test_it_only_thanks(words: str) -> None:
    assert is_thanks(words, *NAMES)


@pytest.mark.parametrize("words", SUBSTANCE)
def test_it_says_something(words: str) -> None:
    assert not is_thanks(words, *NAMES)


@pytest.mark.parametrize(
    ("words", "mere"), [("Prima, dank u!", False), ("Morgenmiddag, bedankt", False), ("Dank u wel!", True)]
)
def test_what_agrees_answers_a_question(words: str, mere: bool) -> None:
    assert is_thanks(words, asked=True) is mere


@given(st.text(max_size=60), st.sampled_from(["Dank u wel. {}", "{} Bedankt!", "Dank\n{}\nGroet, Noor"]))
def test_no_unknown_word_hides_between_thanks(words: str, around: str) -> None:
    said = around.format(words)
    unknown = {word for word in words.lower().split() if word.isalpha()} - GRATITUDE - COURTESY
    unknown -= {"noor", "de", "vries", "n", "d", "v", "gedaan", "dank", "moeite", "graag", "geen"}
    devices = {"verstuurd", "verzonden", "sent", "outlook", "get"} & set(words.lower().split())
    if unknown and not devices:
        assert not is_thanks(said, "Noor de Vries")


@given(st.text(max_size=60))
def test_a_question_or_a_number_is_never_thanks(words: str) -> None:
    assert not is_thanks(f"Dank u wel {words}?", words)
    assert not is_thanks(f"Dank u wel 7 {words}", words)
