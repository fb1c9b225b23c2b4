"""The command: what opens by it alone, what a menu offers to whom, a word that is nearly right, and whose a word is."""

import pytest

from bot.slack.desk.menu_message import WORDS
from handlers.slack.everything import LISTENERS
from handlers.slack.listeners import Command
from handlers.slack.presses import where_opened
from tests.databases import fresh_sqlite
from tests.desk_steps import seen
from tests.doubles.slack import Channel, Message, Person
from tests.stage import Stage

ONLY_INTAKE = "Alleen service en intake, in #bm-aanvragen."


@pytest.fixture
def database_url() -> str:
    """Who may what is Slack's to say."""
    return fresh_sqlite()


def types(stage: Stage, person: Person, words: str, where: Channel) -> Message:
    """What somebody is told who typed this."""
    before = len(person.ephemerals(where))
    person.command("/burgernetmail", words, where)
    return stage.slack.wait_for(lambda: person.ephemerals(where)[before:])[-1]


def labels(message: Message) -> list[str]:
    return [control.label for control in message.controls]


def test_every_word_stands_in_the_table_and_everything_there_is_a_word() -> None:
    typed = {listener.id for listener in LISTENERS if isinstance(listener, Command)} - {"", "hulp"}
    assert typed == set(WORDS)


def test_alone_it_opens_what_somebody_does_first_and_help_a_menu_of_theirs(stage: Stage) -> None:
    assert stage.opens_form(stage.anna).title == "Burgernetmail aanvragen"
    for word in ("hulp", "help", "?"):
        menu = types(stage, stage.anna, word, stage.intake)
        assert labels(menu)[:2] == ["Nieuwe aanvraag", "Telefoontje noteren"]
        assert "Cijfers" not in labels(menu), "nothing that only refuses"
    menu = types(stage, stage.carla, "", stage.triage)
    assert labels(menu) == [
        "Open reacties",
        "Telefoontje noteren",
        "Meerdere reacties beantwoorden",
        "Zoeken",
        "Bewijspakket",
    ]
    assert "Alle reacties waar nog iets voor nodig is · `/burgernetmail reacties`" in menu.plain()
    assert labels(types(stage, stage.daan, "", stage.burglary)) == ["Zoeken", "Bewijspakket"]
    menu = types(stage, stage.els, "", stage.supervision)
    for label in ("Cijfers", "Bereik", "Enquête", "Verdelen", "Inzage", "Deelnemer", "Bewaren", "Antwoordteksten"):
        assert label in labels(menu)
    stage.presses(stage.carla, types(stage, stage.carla, "", stage.triage), "Open reacties")
    assert "Alle open reacties, de oudste eerst" in stage.ephemeral(stage.carla, stage.triage)


def test_an_unknown_word_names_the_nearest_that_somebody_may_use(stage: Stage) -> None:
    told = types(stage, stage.els, "cijfer", stage.supervision)
    assert "Wij kennen „cijfer” niet. Bedoelde u cijfers?" in told.plain().replace("*", "")
    assert labels(told) == ["Cijfers", "Alles wat u kunt doen"]
    stage.presses(stage.els, told, "Cijfers")
    assert "Cijfers van januari 2026" in stage.ephemeral(stage.els, stage.supervision)
    assert labels(types(stage, stage.carla, "cijfer", stage.triage)) == ["Alles wat u kunt doen"], "not hers to use"
    told = types(stage, stage.anna, "<!here> wat", stage.intake)
    assert "<!here>" not in told.text
    stage.presses(stage.anna, told, "Alles wat u kunt doen")
    assert "Nieuwe aanvraag" in stage.ephemeral(stage.anna, stage.intake)
    stage.els.command("/burgernetmail", "enquête", stage.supervision)
    assert "nquête" in stage.slack.wait_for(lambda: stage.els.modal).text()


def test_a_refusal_says_who_may_and_where_and_offers_what_one_may(stage: Stage) -> None:
    told = types(stage, stage.carla, "aanvraag", stage.triage)
    assert ONLY_INTAKE in told.plain()
    stage.presses(stage.carla, told, "Wat kan ik wel?")
    assert "Open reacties" in stage.ephemeral(stage.carla, stage.triage)
    told = types(stage, stage.daan, "telefoon", stage.burglary)
    assert "Alleen service en intake of het wijksecretariaat, in #bm-aanvragen of #bm-reacties." in told.plain()
    vera = stage.joins(stage.intake, "vera", "Vera Vreemd", is_restricted=True)
    told = types(stage, vera, "hulp", stage.intake)
    assert told.plain() == "U heeft geen toegang. Vraag een superuser om hulp."


def test_a_button_asks_for_what_its_word_needs(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.presses(stage.els, types(stage, stage.els, "", stage.supervision), "Bewaren")
    form = seen(stage.els)
    assert "kennen dit kenmerk niet" in form.fill({"Kenmerk": "BM-2026-0002"}).submit().errors["Kenmerk"]
    assert not form.fill({"Kenmerk": "bm-2026-0001"}).submit().errors
    assert seen(stage.els).title == "Bewaarplicht"
    seen(stage.els).close()
    stage.presses(stage.els, types(stage, stage.els, "", stage.supervision), "Deelnemer")
    before = len(stage.els.ephemerals(stage.supervision))
    assert where_opened(seen(stage.els).view.content)[0] == stage.supervision.id
    assert seen(stage.els).fill({"E-mailadres": "noor@example.nl"}).submit().closed
    [told] = stage.els.ephemerals(stage.supervision)[before:]
    assert "Deelnemer 1, Kattenbroek, n•••@e•••.nl: krijgt mail." in told.plain()
    assert labels(told) == ["Wijzigen", "Pauzeren", "Afmelden"]


def test_a_call_is_confirmed_where_it_was_written_down(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    call = {"Kenmerk": "BM-2026-0001", "Wat vertelde de beller?": "Een bus."}
    for number in (1, 2):
        stage.anna.command("/burgernetmail", "telefoon", stage.intake)
        assert stage.slack.wait_for(lambda: stage.anna.modal).fill(call).submit().closed
        noted = f"Genoteerd als reactie {number} bij BM-2026-0001; het wijksecretariaat ziet die."
        assert noted in stage.ephemeral(stage.anna, stage.intake)
        stage.settle()
    stage.carla.opens_home()
    stage.settle()
    assert stage.carla.home
    stage.carla.presses(stage.carla.home, "Telefoontje noteren")
    assert not stage.slack.wait_for(lambda: stage.carla.modal).fill(call).submit().closed, "there is no channel here"
    assert "Genoteerd als reactie 3 bij BM-2026-0001" in seen(stage.carla).text()
