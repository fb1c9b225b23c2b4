"""A superuser recruits where participants are missing, and four weeks later sees what it brought."""

from bot.domain.participants.people import Colleague, Role
from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.doubles.slack.screens import Modal
from tests.scenarios.steps.people import confirms, signs_up
from tests.scenarios.steps.registers import households
from tests.stage import Stage


def begins(stage: Stage, neighbourhood: str) -> Message:
    """Els begins a campaign; its message."""
    form = asks(stage)
    assert form.fill({"neighbourhood": neighbourhood}).submit().closed
    stage.settle()
    return stage.supervision.messages[-1]


def link_in(message: Message) -> str:
    return next(word for word in message.plain().split() if "/aanmelden/" in word)


def asks(stage: Stage) -> Modal:
    stage.els.command("/burgernetmail", "werven", stage.supervision)
    stage.settle()
    return seen(stage.els)


def test_from_the_poster_to_what_it_brought(stage: Stage) -> None:
    stage.crowd(3)
    households(stage, "Kattenbroek;100", "Zielhorst;20")
    begun = begins(stage, "Kattenbroek")
    assert "Werving in Kattenbroek" in begun.plain()
    assert "Er zijn nog 7 deelnemers nodig." in begun.plain()
    files = {one.name: one.content or b"" for one in stage.slack.world.uploads.values()}
    assert set(files) >= {"affiche-kattenbroek.pdf", "brief-kattenbroek.pdf", "tekst-voor-website-kattenbroek.txt"}
    assert files["affiche-kattenbroek.pdf"].startswith(b"%PDF")
    link = link_in(begun)
    assert link in files["tekst-voor-website-kattenbroek.txt"].decode()

    path = f"/aanmelden/{link.rpartition('/')[2]}"
    assert stage.visits(link).status_code == 200
    assert stage.visits(link.upper().replace("HTTPS", "https").replace("/AANMELDEN/", "/aanmelden/")).status_code == 200
    signs_up(stage, path=path)
    confirms(stage)
    signs_up(stage, path="/aanmelden/buren", email="puck@example.nl")
    confirms(stage, "puck@example.nl")
    signs_up(stage, path=path, email="omar@example.nl")  # who never confirms
    form = asks(stage).text()
    assert "2 keer geopend, 1 aangemeld" in form
    assert "1 aanmelding via een buur." in form
    seen(stage.els).close()

    stage.later(days=27)
    assert "na vier weken" not in stage.supervision.messages[-1].plain()
    stage.later(days=1, minutes=10)
    told = stage.supervision.messages[-1].plain()
    for line in ("Werving in Kattenbroek: na vier weken", "Pagina geopend", "2", "Aangemeld", "1", "3,0", "5,0"):
        assert line in told
    stage.later(days=1)
    assert sum("na vier weken" in one.plain() for one in stage.supervision.messages) == 1


def test_where_one_runs_no_other_begins(stage: Stage) -> None:
    form = asks(stage)
    assert "Er is nog geen bestand met huishoudens." in form.text()
    form.close()
    households(stage, "Kattenbroek;100", "Zielhorst;20")
    form = asks(stage)
    stage.program.workflow.campaigning.start("Zielhorst", Colleague("U2", "Femke Jansma", frozenset({Role.SUPERUSER})))
    assert form.fill({"neighbourhood": "Zielhorst"}).submit().errors
    stage.settle()
    assert sum("Werving in Zielhorst" in one.plain() for one in stage.supervision.messages) == 1
    assert len(stage.audited("started_campaign")) == 1


def test_a_code_that_is_none_is_no_mistake(stage: Stage) -> None:
    assert "Huisnummer" in stage.visits("https://x/aanmelden/onbekend").text
