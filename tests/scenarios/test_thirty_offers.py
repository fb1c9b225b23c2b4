"""Thirty citizens offer images, each in a way of their own, and a fortnight passes: none is lost by silence."""

import re
from collections.abc import Callable
from itertools import product
from typing import Final

from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.scenarios.steps.desk import notes
from tests.scenarios.steps.films import film, sender
from tests.scenarios.steps.phone import called
from tests.scenarios.steps.reply_page import PHOTO
from tests.stage import Stage

ASK, GOT, DROP = "Beelden vragen", "Beelden op andere manier ontvangen", "Beelden niet nodig"
REPLY: Final = re.compile(r"^\S+ \*?Reactie \d+ op BM-")
OWED: Final = re.compile(r"eelden ophalen uiterlijk")
DECIDED: Final = re.compile(r":camera: Beelden (?:niet nodig|op andere manier ontvangen) \(Carla Mulder\)")
SOON = "de beelden van deze burger misschien binnenkort"
NONE_ANY_MORE, GIVEN = "Wij hebben helaas geen beelden meer.", "De beelden heb ik al aan de politie gegeven."
AGAIN = "Heeft u uw beelden nog?"
HALF = 3000


def email_of(name: str) -> str:
    return f"{name.lower()}@example.nl"


def form_link(stage: Stage, name: str) -> str:
    text = stage.mails_to(email_of(name))[0].text
    return str(min(re.findall(r"https://\S+/reageren/\S+", text), key=len))


def quick_answer(stage: Stage, name: str) -> None:
    link = form_link(stage, name)
    assert 'name="images"' in stage.visits(f"{link}?keuze=beelden").text
    stage.sends_form(link, what="Van gisterochtend.", images="Ja")


def form(stage: Stage, name: str) -> None:
    stage.sends_form(form_link(stage, name), what="Onze deurbel heeft hem gefilmd.")


def words(stage: Stage, name: str) -> None:
    stage.answers(name, "Wij hebben een camera op de oprit, daar staat hij op.")


def photo(stage: Stage, name: str) -> None:
    stage.answers(name, "Hierbij een foto van de bus.", attachments=[("bus.jpg", PHOTO)])


def cloud(stage: Stage, name: str) -> None:
    stage.answers(name, "De bestanden staan op https://we.tl/t-Ab12Cd34")


def breaks_off(stage: Stage, name: str) -> None:
    line, content = sender(stage, name), film(2 * HALF)
    assert line.brings(line.begun(len(content)), 0, content[:HALF]).status_code == 204


def none_any_more(stage: Stage, name: str) -> None:
    words(stage, name)
    mail = stage.mail_to(email_of(name))
    stage.comes_in(reply_from(mail, NONE_ANY_MORE), mail.from_, email_of(name))


def given(stage: Stage, name: str) -> None:
    stage.answers(name, GIVEN)


def forgotten(stage: Stage, name: str) -> None:
    stage.answers(name, "Zie bijlage.")


def phone(stage: Stage, name: str) -> None:
    called(
        stage, **{"Wat vertelde de beller?": "Zij heeft een camera aan de voorkant hangen.", "Naam van de beller": name}
    )


WAYS: Final[tuple[Callable[[Stage, str], None], ...]] = (
    *(quick_answer, form, words, photo, cloud),
    *(breaks_off, none_any_more, given, forgotten, phone),
)
COURSES: Final = ("nobody does anything", "asked, and nothing comes", "asked, and sent")


def goes_on(stage: Stage, way: Callable[[Stage, str], None], course: str, name: str) -> None:
    """What the desk does with it, and then the citizen."""
    reply = stage.reply_message()
    if course == COURSES[0] or not OWED.search(reply.plain()):
        return
    if way in (none_any_more, phone):
        stage.presses(stage.carla, reply, DROP if way is none_any_more else GOT)
        return
    stage.presses(stage.carla, reply, ASK)
    if course == COURSES[2]:
        [link] = re.findall(r"https://\S+/beelden/\S+", stage.mail_to(email_of(name)).text)
        stage.sends_form(link, ("deurbel.jpg", PHOTO + name.encode()), what="Alstublieft.")
        stage.settle()


def has(replies: list[Message]) -> set[str]:
    """What keeps an offer from being forgotten: the film, who said why not, or that somebody was reminded."""
    found = set()
    for reply in replies:
        shown = reply.plain()
        reminded = len(notes(reply.thread, SOON)) == 1
        if OWED.search(shown) and not reminded:
            return set()
        told = {"a film": "📎" in shown, "a reason": GIVEN in shown or DECIDED.search(shown), "a reminder": reminded}
        found |= {what for what, is_so in told.items() if is_so}
    return found


def a_fortnight_passes(stage: Stage) -> None:
    stage.later(hours=3)
    for _ in range(7):
        stage.later(days=2)
        stage.program.workflow.bringing.keep_up()
        stage.program.workflow.retaining.run_at_night()
        stage.settle()


def test_none_of_thirty_stands_without_a_film_a_reason_or_a_reminder(stage: Stage) -> None:
    asked = [(f"Burger{number}", *told) for number, told in enumerate(product(COURSES, WAYS))]
    for name, _course, _way in asked:
        stage.lives(name)
    stage.approved()
    theirs: dict[str, list[Message]] = {}
    for name, course, way in asked:
        before = len(stage.triage.messages)
        way(stage, name)
        stage.settle()
        if way is not breaks_off:
            goes_on(stage, way, course, name)
        theirs[name] = stage.triage.messages[before:]
    before = len(stage.triage.messages)
    a_fortnight_passes(stage)
    broken_off = iter(message for message in stage.triage.messages[before:] if REPLY.search(message.plain()))
    for name, _course, way in asked:
        theirs[name] += [next(broken_off)] if way is breaks_off else []

    found = {name: has(replies) for name, replies in theirs.items()}
    assert [reply.plain() for name, kept in found.items() if not kept for reply in theirs[name]] == []
    count = {what: sum(what in kept for kept in found.values()) for what in ("a film", "a reason", "a reminder")}
    assert len(found) == 30
    assert count == {"a film": 8, "a reason": 7, "a reminder": 15}
    assert next(broken_off, None) is None
    assert len(notes(stage.supervision.messages, "De beelden van 15 reacties zijn nog niet opgehaald.")) == 1
    mails = [mail for name in found for mail in stage.mails_to(email_of(name)) if AGAIN in mail.subject]
    assert len(mails) == 5, "to who was asked, and did not write since"
