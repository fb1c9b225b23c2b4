"""The app's Home stays true while somebody has it before them, and tells superusers how it goes."""

from tests.desk_steps import seen
from tests.doubles.slack import Person
from tests.scenarios.steps.desk import home, screen
from tests.scenarios.steps.mails import leave_link
from tests.stage import Stage


def published(stage: Stage, person: Person) -> int:
    """How often this person's Home was drawn."""
    return sum(call.args.get("user_id") == person.id for call in stage.slack.calls_of("views.publish"))


def test_what_a_colleague_does_shows_without_opening_it_again(stage: Stage) -> None:
    stage.lives("Noor")
    assert "BM-2026-0001" not in home(stage, stage.bram)
    stage.asks(stage.anna)
    stage.program.renew_home()
    assert "BM-2026-0001 · Kattenbroekstraat" in screen(stage.bram).text()
    stage.presses(stage.bram, stage.alert_message(), "Goedkeuren en versturen")
    stage.program.renew_home()
    assert "BM-2026-0001" not in screen(stage.bram).text()
    assert stage.anna.home is None, "who never opened it gets none"


def test_what_somebody_does_there_shows_at_once(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    home(stage, stage.carla)
    stage.carla.presses(screen(stage.carla), "Oppakken")
    stage.program.listeners.wait_until_idle()
    assert "Beoordelen" in screen(stage.carla).buttons
    stage.carla.presses(screen(stage.carla), "Beoordelen")
    stage.program.listeners.wait_until_idle()
    drawn = published(stage, stage.carla)
    seen(stage.carla).fill({"Wat is deze reactie waard?": "Niet relevant"}).submit()
    stage.program.listeners.wait_until_idle()
    assert "Beoordelen" not in screen(stage.carla).buttons
    assert "Afhandelen" in screen(stage.carla).buttons
    assert published(stage, stage.carla) == drawn + 1
    stage.carla.presses(screen(stage.carla), "Afhandelen")
    stage.program.listeners.wait_until_idle()
    assert published(stage, stage.carla) == drawn + 1, "a form that opens changes nothing"


def test_while_nothing_changes_nobody_gets_it_again(stage: Stage) -> None:
    home(stage, stage.bram)
    home(stage, stage.els)
    for _ in range(3):
        stage.program.renew_home()
    assert published(stage, stage.bram) == published(stage, stage.els) == 1
    stage.later(hours=13)
    stage.lives("Noor")
    stage.asks(stage.anna)
    stage.program.renew_home()
    assert published(stage, stage.bram) == 1, "opened yesterday, it is left as it is"


def test_the_page_that_somebody_turned_to_stays_before_them(stage: Stage) -> None:
    stage.lives("Noor")
    for number in range(12):
        stage.asks(stage.anna, **{"BVH-nummer (intern)": f"2026-10{number:02d}"})
    home(stage, stage.bram)
    stage.bram.presses(screen(stage.bram), "Volgende")
    stage.program.listeners.wait_until_idle()
    assert "Pagina 2 van 2" in screen(stage.bram).text()
    stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-1012"})
    stage.program.renew_home()
    assert "BM-2026-0013" in screen(stage.bram).text()
    assert "Pagina 2 van 2" in screen(stage.bram).text()


def test_who_leaves_the_channel_sees_nothing_from_the_next_round_on(stage: Stage) -> None:
    stage.lives("Noor")
    stage.asks(stage.anna)
    assert "BM-2026-0001" in home(stage, stage.bram)
    stage.bram.leaves(stage.intake)
    stage.program.renew_home()
    stage.program.renew_home()
    assert "U heeft geen toegang." in screen(stage.bram).text()
    assert published(stage, stage.bram) == 2


def test_after_trouble_with_slack_and_a_restart_it_is_true_again(stage: Stage) -> None:
    stage.lives("Noor")
    home(stage, stage.bram)
    stage.asks(stage.anna)
    stage.slack.fail_next("views.publish", "server_error")
    stage.program.renew_home()
    assert "BM-2026-0001" not in screen(stage.bram).text()
    stage.program.workflow.homing.give_back()
    stage.restart()
    stage.program.renew_home()
    assert "BM-2026-0001" in screen(stage.bram).text()


def test_a_superuser_sees_how_it_goes(stage: Stage) -> None:
    for name in ("Noor", "Piet", "Sara"):
        stage.lives(name)
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    stage.sends_form(leave_link(stage.mail_to("piet@example.nl")), action="leave")
    text = home(stage, stage.els)
    assert "Cijfers van januari 2026" in text
    assert "Stand van 14 januari 2026" in text
    assert "n = 0" not in text
    assert "0 afgemeld" not in text
    assert "*Alerteringen met een reactie*\n1 van 1 (100,0%)" in text
    assert "3 mails · 3 verstuurd, aankomst onbekend (100,0%)" in text
    assert "2 doen mee · 1 afgemeld in de afgelopen 7 dagen" in text
    assert "Deelnemers" not in home(stage, stage.anna)
