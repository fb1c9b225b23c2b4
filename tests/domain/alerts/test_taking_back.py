"""What takes an old text back is no supplement, though each of its words still stands; ordinary additions are."""

import pytest

from bot.domain.alerts.adding import sentences_of
from bot.domain.alerts.authorship import is_supplement
from bot.domain.alerts.taking_back import SIGNS, takes_back
from tests.domain.alerts.samples import OLD, told

TAKEN_BACK = [
    "De jas was allesbehalve rood.",
    "Later bleek de bus blauw.",
    "Het bleken drie vrouwen.",
    "Correcter: in de avond.",
    "Of eigenlijk een vrouw.",
    "Bellen is overbodig.",
    "De zaak is opgelost.",
    "Let niet meer op de bus.",
    "Hij heeft met de inbraak niks te maken.",
    "De moeder van de verdachte liep daar.",
    "Bovenstaande klopt niet, kijk uit naar een vrouw in een rode jas.",
    "Dat klopt helaas niet.",
    "Wat er over de bus staat is niet waar.",
    "Dit blijkt niet te kloppen, het klopt geenszins.",
    "Het signalement is níét juist.",
    "De beschrijving van de man is niet langer correct.",
    "Dit is niet meer van toepassing.",
    "Het signalement hierboven is onjuist.",
    "De kleur staat er verkeerd in.",
    "Dat was een vergissing.",
    "De man is per abuis genoemd.",
    "Deze informatie is achterhaald.",
    "Het bleek loos alarm.",
    "Rectificatie: het ging om een vrouw.",
    "Het signalement is gecorrigeerd, we zoeken een vrouw.",
    "Dit signalement vervalt.",
    "Grijze bestelbus moet een blauwe personenauto zijn.",
    "Negeer het bovenstaande.",
    "U kunt dit bericht negeren.",
    "Kijk uit naar een vrouw in plaats van een man.",
    "Het is een blauwe auto i.p.v. een grijze bus.",
    "In werkelijkheid reed hij in een blauwe auto.",
    "Het was niet een man maar een vrouw.",
    "Wij zoeken geen bestelbus, maar een personenauto.",
    "Het was geen man.",
    "Het ging niet om een bestelbus.",
    "Het was toch een vrouw.",
    "Het was eigenlijk een blauwe auto.",
    "Hij had toch een blauwe auto.",
    "Kijk alleen uit naar een vrouw.",
    "Let dus alleen op een blauwe auto.",
    "Bovenstaande klopt ni\u200bet.",
]
ADDED = [
    "Er stond ook een fiets.",
    "Ga er niet zelf op af, maar bel 112.",
    "Bel 112 als u hem ziet. Spreek hem niet aan.",
    "Hebt u toch iets gezien?",
    "Twijfelt u? Mail ons dan toch.",
    "Was hij daar toch eerder?",
    "Zag u niets, dan hoeft u niet te reageren.",
    "Het is niet bekend welke kant hij op ging.",
    "Het is nog niet duidelijk wat er weg is.",
    "Er is niets weggenomen.",
    "Er was niemand thuis.",
    "De bewoner was alleen thuis.",
    "Alleen de achterdeur stond open.",
    "Bel alleen bij spoed 112.",
    "Reageer alleen als u iets hebt gezien.",
    "Kijk ook op de beelden van uw deurbel.",
    "Let op: doe niet open voor vreemden.",
    "De dader vluchtte in de richting van het station.",
    "De man had geen tas bij zich.",
    "Later kwam er nog een tweede man.",
    "Wij zijn er nog niet achter wie het was.",
    "De poort was niet op slot.",
    "Dat moet met twee personen zijn gebeurd.",
    "Hij moest zijn pincode noemen. De bewoner had zijn telefoon uit.",
    "De daders wisten niet waar de kluis stond.",
    "Een foutmelding op de camera is nagekeken.",
    "U vergeet vast weleens een raam: doe het dicht.",
    "Zijn jas had de kleur van juist gemaaid gras.",
    "Deze oproep geldt ook voor de straat ernaast.",
]


@pytest.mark.parametrize("sentence", TAKEN_BACK)
def test_who_takes_the_text_back_does_not_merely_add_to_it(sentence: str) -> None:
    assert not is_supplement(told(), told(f"{OLD} {sentence}"), lambda _: ())
    assert not is_supplement(told(), told(f"{sentence} {OLD}"), lambda _: ())
    assert not is_supplement(told(), told(description=sentence), lambda _: ())


@pytest.mark.parametrize("sentence", ADDED)
def test_who_adds_does(sentence: str) -> None:
    assert is_supplement(told(), told(f"{OLD} {sentence}"), lambda _: ())
    assert is_supplement(told(), told(description=sentence), lambda _: ())


def test_what_was_taken_back_before_may_be_added_to() -> None:
    before = f"{OLD} Het signalement van gisteren is onjuist."
    assert is_supplement(told(before), told(f"{before} Er stond ook een fiets."), lambda _: ())
    assert not is_supplement(told(before), told(f"{before} De tijd is ook onjuist."), lambda _: ())


def test_each_sign_is_needed() -> None:
    """None of them stands there for nothing."""
    for name, sign in SIGNS.items():
        others = [other for other_name, other in SIGNS.items() if other_name != name]
        told = [" ".join(words) for sentence in TAKEN_BACK for words, _ in sentences_of(sentence)]
        assert any(sign.search(one) and not any(other.search(one) for other in others) for one in told), name


def test_a_sentence_that_is_split_by_a_line_is_two() -> None:
    assert not takes_back({"text": ""}, {"text": "Wij zoeken\nAlleen thuis was de bewoner."})
