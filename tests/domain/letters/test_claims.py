"""An answer claims nothing that is still owed: neither in our own words nor in those of who writes it."""

import pytest

from bot.domain.letters.claims import check_claims
from bot.domain.letters.letter_errors import NotPassedOnYet, NotRecordedYet

RECORDED = [
    "Wij hebben uw informatie opgeslagen bij deze zaak.",
    "Wij hebben uw informatie opgeslagen in het systeem van de politie.",
    "Uw reactie is opgenomen in ons systeem.",
    "Uw informatie heb ik vastgelegd.",
    "Uw tip staat nu in ons systeem.",
    "De politie heeft uw melding geregistreerd.",
    "Ik heb uw verhaal in het dossier opgenomen. Dank u wel.",
    "Dank u wel.\nUw beelden zijn toegevoegd aan het dossier",
    "We have stored your information with this case.",
    "Your reply has been recorded.",
]
PASSED_ON = [
    "Wij hebben uw informatie ook doorgegeven aan onze rechercheurs.",
    "Wij hebben het doorgegeven aan het inbrakenteam.",
    "Ik heb uw tip doorgestuurd naar de recherche.",
    "Uw informatie is met het woninginbrakenteam gedeeld.",
    "Onze rechercheurs krijgen de informatie ook.",
    "De rechercheurs hebben uw informatie ontvangen.",
    "We have also passed your information on to our detectives.",
    "Our detectives have got your information.",
]
NEITHER = [
    "Wij slaan uw informatie op bij deze zaak.",
    "Wij slaan uw informatie op in het systeem van de politie.",
    "Uw informatie wordt opgeslagen.",
    "Wij hebben uw reactie gelezen. Fijn dat u de moeite nam om te reageren.",
    "Wij hebben contact met u opgenomen.",
    "Heeft uw camera de beelden opgeslagen?",
    "Wij hebben uw informatie nog niet opgeslagen.",
    "Zodra wij uw informatie hebben opgeslagen, hoort u van ons.",
    "Wij geven uw informatie door aan onze rechercheurs als dat nodig is.",
    "Onze rechercheurs doen onderzoek.",
    "Wij hebben uw tip niet doorgegeven aan de recherche.",
    "Wilt u dat wij uw tip doorgeven aan het inbrakenteam?",
    "Wij hebben het doorgegeven aan de gemeente.",
    "Uw informatie hoort waarschijnlijk niet bij de inbraak in de Breestraat.",
    "Wij kunnen uw informatie nu niet gebruiken voor ons onderzoek.",
    "De zaak ligt bij de officier van justitie.",
    "We are storing your information with this case.",
    "We have read your reply.",
]


@pytest.mark.parametrize("text", RECORDED)
def test_recorded_is_said_once_it_stands_in_bvh(text: str) -> None:
    with pytest.raises(NotRecordedYet):
        check_claims(text, "answer", recorded=False, passed_on=True)
    check_claims(text, "answer", recorded=True, passed_on=False)


@pytest.mark.parametrize("text", PASSED_ON)
def test_passed_on_is_said_once_detectives_have_it(text: str) -> None:
    with pytest.raises(NotPassedOnYet):
        check_claims(text, "answer", recorded=True, passed_on=False)
    check_claims(text, "answer", recorded=False, passed_on=True)


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_to_come_or_denied_or_another_thing_claims_nothing(text: str) -> None:
    check_claims(text, "answer", recorded=False, passed_on=False)


def test_one_of_several_sentences_is_enough() -> None:
    with pytest.raises(NotRecordedYet) as refused:
        check_claims(f"Dank u wel. {NEITHER[5]} {RECORDED[2]}", "answer", recorded=False, passed_on=False)
    assert refused.value.field == "answer"
