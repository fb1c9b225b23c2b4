"""What a text becomes without what was pointed out, its plain words, and how well the guard does."""

import time
from pathlib import Path

import pytest

from bot.domain.guard.findings import SENSITIVE, FindingKind, cleaned
from bot.domain.guard.jargon_words import JARGON
from bot.domain.guard.text_guard import find_in, long_sentences
from tests.domain.guard.measure_guard import FOLDER, lines_of, measure, read

BECOMES = {
    "Rond drie uur zag buurman Henk een busje staan.": "Rond drie uur zag een buurman een busje staan.",
    "Buurman Henk zag een busje.": "Een buurman zag een busje.",
    "De buurman Henk zag een busje.": "De buurman zag een busje.",
    "De inbraak was bij Jan Jansen.": "De inbraak was bij de bewoner.",
    "Het gaat om het huis van A. de Boer.": "Het gaat om het huis van de bewoner.",
    "De familie Jansen was op vakantie.": "De familie was op vakantie.",
    "Mevrouw De Wit hoorde glas.": "Een vrouw hoorde glas.",
    "Een man genaamd Jan liep weg.": "Een man liep weg.",
    "De bewoner (Visser) was niet thuis.": "De bewoner was niet thuis.",
    "De bewoner was weg (06 12345678).": "De bewoner was weg.",
    "De zoon van Gerrits buurman liep weg.": "De zoon van iemands buurman liep weg.",
    "Jan en Piet waren weg.": "Twee mensen waren weg.",
    # Nothing that belongs to what went is left behind.
    "In het huis van de Wiersma's is ingebroken.": "In het huis van de familie is ingebroken.",
    "Gezien door dhr/mevr Pietersen-de Graaf.": "Gezien door iemand.",
    "De heer en mevrouw Jansen sliepen boven.": "Twee mensen sliepen boven.",
    "Dr. Ir. Haverman is bestolen.": "Iemand is bestolen.",
    "De paspoorten zijn weg, het bsn is 111222333.": "De paspoorten zijn weg.",
    "De deur is open. Zijn bsn is 111222333. Bel ons.": "De deur is open. Bel ons.",
    "De deur is open. Smid is zijn achternaam. Bel ons.": "De deur is open. Bel ons.",
    "Onze Roos is bestolen.": "Iemand is bestolen.",
    "Het was gerrithoogeveen weer.": "Het was iemand weer.",
    "Dat deed G3rrit H00geveen uit de straat.": "Dat deed iemand uit de straat.",
    "Prinses Laura van de balletschool is bestolen.": "Een vrouw van de balletschool is bestolen.",
    # Nothing of a name is left, whatever its last name is besides.
    "Wie kent Sander Koning?": "Wie kent iemand?",
    "Piet Molen zag een bus.": "Iemand zag een bus.",
    "Wij spraken met Fleur Dijk.": "Wij spraken met iemand.",
    "Wij spraken met Joost Zomer.": "Wij spraken met iemand.",
    "Wij spraken met Rob Zwart.": "Wij spraken met iemand.",
    "Wij spraken met Maria Santos da Silva.": "Wij spraken met iemand.",
    "Wij spraken met Bas Kraan.": "Wij spraken met iemand.",
    "Dit is geschreven door M. Bos.": "Dit is geschreven door iemand.",
    "Peter J. Bos belde.": "Iemand belde.",
    "Ook buurvrouw Wil hoorde glas.": "Ook een buurvrouw hoorde glas.",
    "Contactpersoon is Wil Jacobs.": "Contactpersoon is iemand.",
    "De verdachte, Rick Groot, is weg.": "De verdachte is weg.",
    "Kevin rende weg. Daarna kwam Kevin terug.": "Iemand rende weg. Daarna kwam iemand terug.",
    "Het is donker. De dader heet Kevin. Bel ons.": "Het is donker. Bel ons.",
    "Een Poolse man rende weg.": "Een man rende weg.",
    "Poolse mannen renden weg.": "Mannen renden weg.",
    "Een man van ongeveer 30 jaar met een Pools uiterlijk.": "Een man van ongeveer 30 jaar.",
    "Een man met een getinte huid en een zwarte jas.": "Een man met een zwarte jas.",
    "De dader was getint en droeg een jas.": "De dader droeg een jas.",
    "De dader had een getinte huid en zwart haar.": "De dader had zwart haar.",
    "Man, getint, 20 jaar, zwarte jas.": "Man, 20 jaar, zwarte jas.",
    "Een Marokkaan met een baard liep weg.": "Een persoon met een baard liep weg.",
    "Een man van Turkse afkomst rende weg.": "Een man rende weg.",
    "De deur is open. De bewoner is dement.": "De deur is open.",
    "De bewoner is dement en was alleen thuis.": "De bewoner was alleen thuis.",
    "Een vrouw met alzheimer deed open.": "Een vrouw deed open.",
    "De achterdeur is geforceerd op nummer 14a.": "De achterdeur is opengebroken.",
    "Op nummer 14a is ingebroken.": "In een huis is ingebroken.",
    "Nummer 12 heeft een camera.": "Een huis heeft een camera.",
    "Er is ingebroken in de Dorpsstraat 12.": "Er is ingebroken in de Dorpsstraat.",
    "Een Golf met kenteken 12-ABC-3 reed weg.": "Een Golf reed weg.",
    "Een Golf (kenteken 12-ABC-3) reed weg.": "Een Golf reed weg.",
    "Kijk op www.example.nl voor meer.": "Kijk voor meer.",
    "De deur is open. Stuur een tikkie. Dank u.": "De deur is open. Dank u.",
    "De deur is open. Maak 10 euro over op NL91ABNA0417164300. Dank u.": "De deur is open. Dank u.",
    # No half sentence, no empty quotes, no label without its value.
    "De deur is open. Het kenteken is 12-ABC-3.": "De deur is open.",
    "De deur is open. De dader sprak gebroken Nederlands met een Pools accent.": "De deur is open.",
    "De daders zijn vermoedelijk van Roemeense afkomst. De deur is open.": "De deur is open.",
    "De daders waren waarschijnlijk Roemenen. De deur is open.": "De deur is open.",
    "De inbraak was op nummer 14. Bel ons.": "Bel ons.",
    "De bewoonster is 85 en dementerend. Bel ons.": "Bel ons.",
    "De deur is open. Tel: 06-12345678": "De deur is open.",
    "De deur is open. Signalement: negroïde.": "De deur is open.",
    "De deur is open.\nRekening NL91ABNA0417164300.": "De deur is open.",
    "Er lag een briefje met „06-12345678”.": "Er lag een briefje.",
    "Zag u iets? Mail naar jan@voorbeeld.nl of bel 06 12345678.": "Zag u iets? Mail of bel.",
    "Twee mannen, waarvan een met een getinte huidskleur.": "Twee mannen.",
    "De auto had het kenteken 12-ABC-3 en reed weg.": "De auto reed weg.",
    "De bewoner, die diabetes heeft, was in het ziekenhuis.": "De bewoner was in het ziekenhuis.",
    "De dader had rood haar, een Pools accent en een baard.": "De dader had rood haar en een baard.",
    "De dader had een Pools accent, rood haar en een baard.": "De dader had rood haar en een baard.",
    "Hij is getint, slank en ongeveer 1.75 m.": "Hij is slank en ongeveer 1.75 m.",
    "Hij is slank, getint en ongeveer 1.75 m.": "Hij is slank en ongeveer 1.75 m.",
    "De man was blank, had kort haar en droeg een bril.": "De man had kort haar en droeg een bril.",
    "Tijdens het gebed in de moskee is ingebroken.": "In de moskee is ingebroken.",
    "Het homostel was niet thuis.": "De persoon was niet thuis.",
    "De daders braken in op nummer 12. Bel ons.": "De daders braken in. Bel ons.",
    "De daders braken in op nummer 12 en liepen weg.": "De daders braken in en liepen weg.",
    "Benadeelde trof braakschade aan.": "De bewoner trof schade aan.",
    "De benadeelde was niet thuis.": "De bewoner was niet thuis.",
    "Het geforceerde raam stond open.": "Het opengebroken raam stond open.",
    "De betreffende woning is leeg.": "Deze woning is leeg.",
    "Wie zag het desbetreffende raam?": "Wie zag dit raam?",
    "Verdachte verliet de plaats delict te voet.": "Verdachte verliet de plek van het misdrijf lopend.",
}


@pytest.mark.parametrize("text", BECOMES)
def test_without_what_was_found_it_reads_as_a_sentence(text: str) -> None:
    assert cleaned({"text": text}, find_in({"text": text})) == {"text": BECOMES[text]}


@pytest.mark.parametrize("text", BECOMES)
def test_a_cleaned_text_is_clean(text: str) -> None:
    assert find_in({"text": BECOMES[text]}) == ()


def test_what_is_kept_stays_and_the_other_fields_go_their_own_way() -> None:
    texts = {"what_happened": "Buurman Henk zag op nummer 12 een bus.", "description": "Een Poolse man."}
    found = find_in(texts)
    assert [one.field for one in found] == ["what_happened", "what_happened", "description"]
    assert cleaned(texts, found, kept=found[:1]) == {
        "what_happened": "Buurman Henk zag een bus.",
        "description": "Een man.",
    }


def test_plain_words_are_offered_and_need_no_reason() -> None:
    assert len(JARGON) >= 80
    for word, plain in JARGON.items():
        [found] = find_in({"text": f"Men zei {word}"})
        assert (found.kind, found.text, found.becomes, found.needs_reason) == (FindingKind.JARGON, word, plain, False)


@pytest.mark.parametrize(
    "text",
    [
        "Weet u nog welke kant de bus op reed?",
        "De dader is echter gevlucht.",
        "Wie zag een verlaten auto?",
        "De winkel was tot zes uur geopend.",
        "Het ging om een bescheiden bedrag.",
    ],
)
def test_a_word_whose_plain_word_fits_only_sometimes_is_left(text: str) -> None:
    assert find_in({"text": text}) == ()


def test_a_plain_word_is_no_jargon_itself() -> None:
    for plain in JARGON.values():
        assert find_in({"text": f"Men zei {plain}"}) == ()


def test_a_sentence_of_more_than_twenty_words_is_pointed_out() -> None:
    short = "Een " + "heel " * 18 + "eind."
    long = "Een " + "heel " * 19 + "eind."
    assert long_sentences(f"{short} {long}\nEen. Twee dhr. Drie") == [long]


HOSTILE = (
    *(
        "a",
        "A. ",
        "A.",
        "van de ",
        "Jan ",
        "Jan-",
        "1",
        "1 ",
        "1,",
        "a.",
        "a@",
        "a-",
        "nummer 1 ",
        "NL91 ",
        "A1",
        " ",
        "\n",
    ),
    *("Kerkstraat ", "een man met een ", "insta is hij ", "maak geld ", "bel op ", "kenteken is van ", "licht getint "),
    *(
        "Poolse ",
        "Pools en ",
        "bsn 1 ",
        "woning, aan de overkant ",
        "in De Van ",
        '"',
        "'s ",
        "geforceerd ",
        "eenentwintig",
    ),
    *("M*", "Ka..", "a/b/", "R.d.", "Van ", "Bakker en ", "beste bakker, ", "a.de."),
    *("Duitse auto uit ", "AB-", "?-", "A-1 ", "1 t/m 1 ", "even zijde 1 ", "Beste Jan, ", "de twee mannen ", "kerk "),
    *(
        "a.b/",
        "punt nl ",
        "nul een ",
        "geef nooit ",
        "vragen nooit om ",
        "Uit den ",
        "bewoners Koperwiek 1 ",
        "heg van 1,",
    ),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_longer_than_its_length_asks(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        find_in({"text": text})
        return time.process_time() - start

    seconds(100)
    assert seconds(6_000) < 30 * seconds(600) + 0.25


LEFT = {
    **{"development": 1, "unseen-1": 1, "unseen-2": 1, "unseen-3": 0, "unseen-4": 0, "unseen-5": 5},
    **{
        "unseen-14": 0,
        "unseen-15": 0,
        "unseen-16": 1,
        "unseen-17": 2,
        "unseen-18": 0,
        "unseen-19": 0,
        "unseen-20": 0,
        "unseen-21": 0,
        "unseen-22": 0,
        "unseen-23": 0,
        "unseen-24": 1,
        "unseen-25": 0,
        "free-1": 1,
    },
    **{"against-1": 2, "against-2": 3, "against-3": 5, "against-4": 9},
}
"""How many texts of a set that was learned from are still read wrongly: no change of the rules loses another one."""


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_it_finds_what_it_should_and_leaves_the_rest_in_peace(file: Path) -> None:
    measured, against = measure(read(file)), file.stem.startswith("against")
    told = "\n".join(lines_of(measured))
    assert measured.dirty.n >= (0.85 if against else 0.95) * measured.dirty.of, told
    assert measured.alarms.n <= 0.05 * measured.alarms.of, told
    assert len(measured.wrong) <= LEFT.get(file.stem, measured.dirty.of), told
    sensitive = [share for kind, share in measured.by_kind.items() if FindingKind(kind) in SENSITIVE]
    assert sensitive or set(measured.by_kind) == {FindingKind.NAME}, told
    assert [kind for kind, share in measured.by_kind.items() if share.n < 0.85 * share.of] == [], told
