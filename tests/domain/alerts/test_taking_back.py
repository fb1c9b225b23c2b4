"""What takes an old text back is no supplement, though each of its words still stands; ordinary additions are."""

from pathlib import Path

import pytest

from bot.domain.alerts.adding import sentences_of
from bot.domain.alerts.authorship import is_supplement
from bot.domain.alerts.other_values import CLASSES, names_otherwise
from bot.domain.alerts.taking_back import SIGNS
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
    "De dader is iemand uit de buurt.",
    "Hij woont op de hoek.",
    "Iedereen is dader.",
    "Hij is de dader.",
    "Deze man zag de dader.",
    "De dader stond achter hem.",
    "De dader is een man die iemand zag.",
    "De man met de bus was het.",
    "Hij liep naar zijn deur.",
    "Het was hun achtertuin.",
    "De man was vrij.",
    "De dader kwam uit de straat.",
]
ADDED = [
    "Ga er niet zelf op af, maar bel 112.",
    "Bel 112 als u hem ziet. Spreek hem niet aan.",
    "Kijk ook op de beelden van uw deurbel.",
    "Let op: doe niet open voor vreemden.",
    "De dader vluchtte in de richting van het station.",
    "de man had een rugzak bij zich",
    "Hij droeg een donkerkleurige pet.",
    "Er stond ook een ladder.",
    "Hebt u een deurbel met camera?",
    "Houd afstand en volg hem niet.",
    "Doe de deur dicht en laat niemand binnen.",
    "Bel 0900-8844 of mail ons uw beelden.",
    "Ziet u hem, bel dan 112.",
    "Kijk op uw beelden of u hem ziet.",
    "Bel 112 als u hem herkent.",
    "Hij had handschoenen en een ladder.",
    "Op de beelden staat een persoon met een pet.",
    "De passagier droeg een pet.",
]
MAY_CHANGE_IT = [
    "Hebt u toch iets gezien?",
    "Het is niet bekend welke kant hij op ging.",
    "Het is nog niet duidelijk wat er weg is.",
    "Dat moet met twee personen zijn gebeurd.",
    "Hij moest zijn pincode noemen. De bewoner had zijn telefoon uit.",
    "Een foutmelding op de camera is nagekeken.",
    "U vergeet vast weleens een raam: doe het dicht.",
    "Deze oproep geldt ook voor de straat ernaast.",
    "Bel alleen bij spoed 112.",
    "Bel niet 112.",
    "Er stond ook een fiets.",
    "Twijfelt u? Mail ons dan toch.",
    "Was hij daar toch eerder?",
    "Zag u niets, dan hoeft u niet te reageren.",
    "Er is niets weggenomen.",
    "Er was niemand thuis.",
    "De bewoner was alleen thuis.",
    "Alleen de achterdeur stond open.",
    "Reageer alleen als u iets hebt gezien.",
    "De man had geen tas bij zich.",
    "Later kwam er nog een tweede man.",
    "Wij zijn er nog niet achter wie het was.",
    "De poort was niet op slot.",
    "De daders wisten niet waar de kluis stond.",
    "Zijn jas had de kleur van juist gemaaid gras.",
    "De bus was blauw.",
    "Er stond een rode auto.",
    "Hij reed in een Opel.",
    "Het was een vrouw.",
    "Er waren twee mannen.",
    "Samen met een jongen.",
    "Het gebeurde op dinsdag.",
    "Rond 15 uur was dat.",
    "Dat was vorig jaar.",
    "Dit speelde in de Kerkstraat.",
    *(
        "Volg hem.",
        "Ga er zelf op af.",
        "Spreek hem aan.",
        "Raak hem aan.",
        "Ziet u hem, volg hem dan.",
        "Hem achterna.",
    ),
    *(
        "Doe open voor vreemden.",
        "Doe de deur niet dicht.",
        "Houd de deur open.",
        "Houd geen afstand.",
        "Kom naar buiten.",
    ),
    *(
        "Laat hem vrij.",
        "Laat hem niet gaan.",
        "Laat vreemden binnen.",
        "Ga niet op afstand staan.",
        "Doe niets op slot.",
    ),
    *("Bel 1850.", "Bel 0900 9999.", "Bel de buurt.", "Bel 112 niet.", "Mail iedereen in uw straat.", "Film hem."),
    *("U was de dader.", "Of zij.", "Met dank aan u is hij gezien."),
    *(
        "Iedereen kent hem.",
        "Iemand herkende hem.",
        "De man was in uniform.",
        "Had hij een wapen?",
        "De dader had een sleutel.",
    ),
    *("Kijk of hij in de tuin is.", "Mail ons een foto van iedereen.", "Let op deze man."),
    "Grapje.",
    "Het was een oefening.",
    "De bewoner had het verzonnen.",
    "Althans, dat dacht een getuige.",
    "De man is inmiddels aangehouden.",
    "Zogenaamd.",
    "Reageer niet.",
    "U hoeft niet te reageren.",
    "Bel dus niet.",
    "De man was de bestuurder.",
    "De bestuurder is de man.",
    "Op de foto is hij een van de personen.",
    "De man op de foto is hem.",
    "Hij staat voor de deur.",
    "De man zit in de auto op de hoek.",
    "De bestuurder had ze.",
]
"""No sign, but a word that may turn it round, or another colour, number, day, vehicle or person: a colleague looks."""


@pytest.mark.parametrize("sentence", TAKEN_BACK)
def test_who_takes_the_text_back_does_not_merely_add_to_it(sentence: str) -> None:
    assert not is_supplement(told(), told(f"{OLD} {sentence}"), lambda _: ())
    assert not is_supplement(told(), told(f"{sentence} {OLD}"), lambda _: ())
    assert not is_supplement(told(), told(description=sentence), lambda _: ())


@pytest.mark.parametrize("sentence", ADDED)
def test_who_adds_does(sentence: str) -> None:
    assert is_supplement(told(), told(f"{OLD} {sentence}"), lambda _: ())
    assert is_supplement(told(), told(description=sentence), lambda _: ())


@pytest.mark.parametrize("sentence", MAY_CHANGE_IT)
def test_what_may_say_something_else_waits_for_a_colleague(sentence: str) -> None:
    assert not is_supplement(told(), told(f"{OLD} {sentence}"), lambda _: ())
    assert not is_supplement(told(), told(description=sentence), lambda _: ())


@pytest.mark.parametrize(
    ("old", "added", "supplement"),
    [
        ("Er zijn sieraden weg.", "Er stond een rode auto.", True),
        ("Er zijn sieraden weg.", "De man droeg een zwarte jas en een pet.", True),
        ("De man droeg een jas.", "Hij had ook een pet.", True),
        ("De man droeg een jas.", "Of een vest.", False),
        ("Hij rende naar het park.", "Hij ging richting station.", False),
        ("Hij kwam door het raam.", "De voordeur is beschadigd.", False),
        ("De lange man.", "Hij was klein.", False),
        ("De man was blond.", "Hij had krullen.", False),
        ("Drie mannen.", "Het waren mannen.", True),
        ("Kenteken 12.", "Kenteken 13.", False),
        ("Een vrouw liep weg.", "Hij had een jas.", False),
        ("Een grijze bestelbus.", "Zag u de bus? De kleur is grijs.", True),
        ("Drie mannen.", "Bel 112 als u hen ziet.", True),
    ],
)
def test_another_value_of_what_is_told_already_is_another_text(old: str, added: str, supplement: bool) -> None:
    assert is_supplement(told(old), told(f"{old} {added}"), lambda _: ()) is supplement


@pytest.mark.parametrize(
    ("added", "supplement"),
    [
        ("De bestuurder van de bus heeft de sieraden.", False),
        ("Iemand heeft de sieraden in de auto.", False),
        ("Een persoon zag hem met de sieraden.", False),
        ("Bewaar sieraden in de tuin.", False),
        ("en de bestuurder heeft sieraden.", False),
        ("De sieraden lagen op straat.", True),
        ("De sieraden: een ring en een ketting.", True),
        ("Wie heeft de sieraden gezien?", True),
    ],
)
def test_what_the_old_text_names_is_put_in_nobody_s_hands(added: str, supplement: bool) -> None:
    old = "Er zijn sieraden weg."
    text = f"{old[:-1]} {added}" if added[0].islower() else f"{old} {added}"
    assert is_supplement(told(old), told(text), lambda _: ()) is supplement


def test_who_adds_to_a_sentence_about_somebody_only_adds() -> None:
    assert is_supplement(told("De man droeg lompen."), told("De man droeg lompen en een pet."), lambda _: ())


def test_who_tells_another_story_waits() -> None:
    """By somebody who had the rule in mind and not its words."""
    old = "Twee mannen braken de achterdeur open en vluchtten met een zwarte scooter. Zij namen sieraden mee."
    stories = (Path(__file__).parents[2] / "data/supplements.txt").read_text("utf-8").splitlines()
    assert len(stories) >= 30
    assert [one for one in stories if is_supplement(told(old), told(f"{old} {one}"), lambda _: ())] == []


@pytest.mark.parametrize("name", CLASSES)
def test_each_class_is_looked_at(name: str) -> None:
    one, other = sorted(set(CLASSES[name].values()))[:2]
    assert names_otherwise({"text": one}, {"text": f"{one} {other}"})
    assert not names_otherwise({"text": one}, {"text": f"{one} {one}"})
    assert names_otherwise({"text": ""}, {"text": one}) is (name == "when")


def test_what_was_taken_back_before_may_be_added_to() -> None:
    before = f"{OLD} Het signalement van gisteren is onjuist."
    assert is_supplement(told(before), told(f"{before} Er stond ook een ladder."), lambda _: ())
    assert not is_supplement(told(before), told(f"{before} De tijd is ook onjuist."), lambda _: ())


def test_each_sign_is_needed() -> None:
    """None of them stands there for nothing."""
    for name, sign in SIGNS.items():
        others = [other for other_name, other in SIGNS.items() if other_name != name]
        told = [" ".join(words) for sentence in TAKEN_BACK for words, _ in sentences_of(sentence)]
        assert any(sign.search(one) and not any(other.search(one) for other in others) for one in told), name
