"""A citizen mails what should have been a call to 112: it stands out and calls the channel; pages say 112 first."""

import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Final

import pytest

from tests.doubles.citizen import out_of_office, reply_from
from tests.doubles.slack import Message
from tests.scenarios.steps.desk import home, screen
from tests.scenarios.steps.phone import called
from tests.stage import Stage

NOW = "Er staat NU iemand bij de achterdeur van de buren op nummer 14!! Kom snel"
LINK = re.compile(r"https://\S+/(?:reageren|afmelden)/\S+")
PAGES = Path(__file__).parent.parent.parent / "handlers/web/templates"


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


def fires(message: Message) -> list[str]:
    """Whom a message called when it was posted; a change of it calls nobody."""
    assert message.mentions == [] or not message.versions
    return message.mentions


def test_it_calls_the_channel_at_night_too_and_only_once(stage: Stage, alert: Message) -> None:
    stage.later(hours=14)  # three in the morning, in the quiet hours
    reply = stage.answers("Noor", NOW)
    assert fires(reply) == ["!here"]
    assert "Spoed?" in reply.plain().splitlines()[0]
    assert "bel de meldkamer als het nu gebeurt" in reply.plain()
    assert reply.text == "Spoed: reactie op BM-2026-0001"
    first = reply.controls[0]
    assert (first.label, first.element.get("style")) == ("Ik pak dit op", "primary")
    assert reply.buttons.count("Ik pak dit op") == 1

    stage.presses(stage.carla, reply, "Ik pak dit op")
    assert fires(reply) == []
    assert "Spoed?" in reply.plain()
    assert "Loslaten" in reply.buttons
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    assert "Spoed?" not in reply.plain(), "it was read; that it was in a hurry stays on it"
    assert reply.plain().startswith(":rotating_light: ")
    assert reply.text == "Reactie op BM-2026-0001"
    assert len(stage.triage.messages) == 1


def test_until_it_is_handled_it_carries_its_sign_and_so_does_the_lead_of_it(stage: Stage) -> None:
    stage.lives("Sem")
    stage.lives("Noor")
    stage.approved()
    calm = stage.answers("Noor", "Ik zag een grijze bus.")
    stage.sends_on(stage.carla, calm)
    stage.later(hours=1)
    pressing = stage.answers("Sem", NOW)
    stage.sends_on(stage.carla, pressing)
    assert pressing.plain().startswith(":rotating_light: ")
    assert marked(home(stage, stage.carla)) == ["reactie 2"]
    stage.carla.command("/burgernetmail", "reacties", stage.triage)
    stage.settle()
    assert marked(stage.ephemeral(stage.carla, stage.triage)) == ["reactie 2"]

    first, lead = stage.burglary.messages[-1].thread
    assert ":rotating_light:" not in first.plain()
    assert lead.plain().startswith(":rotating_light: *Spoed?* ")
    assert fires(lead) == []
    lines = home(stage, stage.daan)
    assert marked(lines) == ["tip 2"]
    assert lines.index("tip 2") < lines.index("tip 1")

    stage.writes_answer(stage.carla, pressing)
    stage.presses(stage.carla, pressing, "Al verteld aan de agenten")
    assert pressing.plain().startswith("✅")
    assert marked(home(stage, stage.carla)) == []
    assert marked(home(stage, stage.daan)) == ["tip 2"], "the team has not looked at it"
    stage.judges(stage.daan, lead, "Bruikbaar")
    assert ":rotating_light:" not in lead.plain() + home(stage, stage.daan)


def marked(lines: str) -> list[str]:
    """Which replies or leads have the sign, in the order of the list."""
    told = (re.search(r"(?:reactie|tip) \d+", line) for line in lines.splitlines() if ":rotating_light:" in line)
    return [found.group() for found in told if found]


def test_what_was_answered_before_it_was_known_calls_nobody_twice(stage: Stage, alert: Message) -> None:
    stage.slack.fail_next("chat.postMessage", "lost_answer")
    reply = stage.answers("Noor", NOW)
    stage.later(minutes=1)
    assert len(stage.triage.messages) == 1
    calls = [call for call in stage.slack.calls_of("chat.postMessage") if "<!here>" in str(call.args)]
    assert len(calls) == 1
    assert "Spoed?" in reply.plain()


def test_what_is_calm_is_as_it_was(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Er stond toen iemand bij de schuur. Hij is er nog niet achter wie.")
    assert fires(reply) == []
    assert "Spoed?" not in reply.plain()
    assert reply.text == "Reactie op BM-2026-0001"


def test_who_writes_on_in_a_hurry_is_heard_outside_the_thread(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag een grijze bus.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    letter = stage.mail_to("noor@example.nl")
    stage.comes_in(reply_from(letter, "Hij is er nog!"), letter.from_, "noor@example.nl")
    told = reply.thread[-1]
    assert fires(told) == ["!here"]
    assert told.broadcast
    assert told.text == "Spoed: de burger schreef opnieuw"
    assert "Spoed?" in told.plain()
    stage.comes_in(reply_from(letter, "Bedankt, het was de buurman."), letter.from_, "noor@example.nl")
    assert fires(reply.thread[-1]) == []
    assert not reply.thread[-1].broadcast


def test_the_subject_counts_and_a_form_too(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = message_from_bytes(reply_from(mail, "Zie boven."), policy=default)
    del raw["Subject"]
    raw["Subject"] = "SPOED man bij de buren"
    stage.comes_in(raw, mail.from_, "noor@example.nl")
    assert fires(stage.reply_message()) == ["!here"]
    link = min((link for link in LINK.findall(mail.text) if "reageren" in link), key=len)
    stage.sends_form(link, what="Een man bij de schuur van de buren.", when="nu")
    stage.settle()
    assert fires(stage.reply_message()) == ["!here"]
    assert len(stage.triage.messages) == 2


def test_our_own_words_a_machine_and_a_colleague_call_nobody(stage: Stage) -> None:
    """What the mail itself said of a weapon comes back below every reply."""
    stage.lives("Noor")
    stage.asks(stage.anna, **{"Wat is er gebeurd?": "De dader had een wapen. Hij is er nog vandoor met een tas."})
    stage.presses(stage.bram, stage.alert_message(), "Goedkeuren en versturen")
    assert fires(stage.answers("Noor", "Ik zag een grijze bus.")) == []
    mail = stage.mails_to("noor@example.nl")[0]
    stage.comes_in(out_of_office(mail), mail.from_, "noor@example.nl")
    assert fires(stage.reply_message()) == []
    note = called(stage, **{"Wat vertelde de beller?": NOW})
    assert fires(note) == []
    assert "Spoed?" not in note.plain()


def test_in_every_list_it_comes_first_and_is_marked(stage: Stage) -> None:
    stage.lives("Sem")
    stage.lives("Noor")
    stage.approved()
    calm = stage.answers("Noor", "Ik zag een grijze bus.")
    stage.presses(stage.carla, calm, "Ik pak dit op")
    assert "Spoed" not in home(stage, stage.carla)
    stage.later(hours=1)
    pressing = stage.answers("Sem", NOW)
    lines = home(stage, stage.carla).splitlines()
    [marked] = [line for line in lines if "Spoed?" in line]
    assert marked.startswith(":rotating_light: *Spoed?* BM-2026-0001 · Kattenbroekstraat")
    assert lines.index(marked) < lines.index("Voor u"), "nobody has it: it comes before all that is mine"
    assert green(stage) == ["Oppakken"]
    cees = stage.joins(stage.triage, "cees", "Cees Smit")
    assert "Voor u" not in home(stage, cees), "nothing is said of what there is none of, below what is in a hurry"

    stage.carla.presses(screen(stage.carla), "Oppakken")
    stage.settle()
    lines = home(stage, stage.carla).splitlines()
    assert "Spoed?" in lines[lines.index("Voor u") + 1], "the calm one has waited longer"
    assert green(stage) == ["Beoordelen"]
    stage.carla.command("/burgernetmail", "reacties", stage.triage)
    stage.settle()
    assert "Spoed?" in stage.carla.ephemerals(stage.triage)[-1].plain().splitlines()[1]

    stage.presses(stage.carla, pressing, "Niet relevant")
    assert "Spoed" not in home(stage, stage.carla)
    letter = stage.mails_to("sem@example.nl")[0]
    stage.comes_in(reply_from(letter, "Rustig weer."), letter.from_, "sem@example.nl")
    stage.writes_answer(stage.carla, pressing)
    answer = stage.mail_to("sem@example.nl")
    stage.comes_in(reply_from(answer, "Hij is er nog!"), answer.from_, "sem@example.nl")
    lines = home(stage, stage.carla).splitlines()
    assert "Spoed?" in lines[lines.index("Voor u") + 1], "what they write later too"


def test_what_is_late_begins_with_it_too_and_says_which_reply_it_is(stage: Stage) -> None:
    stage.lives("Sem")
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Ik zag een grijze bus.")
    stage.later(hours=1)
    stage.answers("Sem", NOW)
    for _ in range(15):
        stage.later(hours=3)
    lines = home(stage, stage.els).splitlines()
    late = [line for line in lines[lines.index("Te laat bij de teams") + 1 :] if not line.startswith("„")]
    stage.els.command("/burgernetmail", "stand", stage.supervision)
    stage.settle()
    told = [line for line in stage.ephemeral(stage.els, stage.supervision).splitlines() if "sinds" in line]
    for first, second in (late[:2], told):
        assert first.startswith(":rotating_light: *Spoed?* BM-2026-0001 · Kattenbroekstraat · reactie 2 · ")
        assert second.startswith("BM-2026-0001 · Kattenbroekstraat · reactie 1 · ")


def green(stage: Stage) -> list[str]:
    return [one.label for one in screen(stage.carla).controls if one.element.get("style") == "primary"]


@pytest.mark.parametrize(
    ("overrides", "called_then"),
    [({"urgent_mention": "nobody"}, []), ({"urgent_mention": "S012ABC"}, ["!subteam^S012ABC"])],
)
def test_the_team_says_whom_it_calls(stage: Stage, alert: Message, called_then: list[str]) -> None:
    reply = stage.answers("Noor", NOW)
    assert fires(reply) == called_then
    assert "Spoed?" in reply.plain()


def test_no_word_of_the_citizen_fires_or_is_read_on_a_locked_screen(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", f"{NOW} <!channel> <@U000000001>")
    assert fires(reply) == ["!here"]
    assert "achterdeur" not in reply.text


def test_the_acknowledgement_says_112_first(stage: Stage, alert: Message) -> None:
    stage.answers("Noor", NOW)
    assert stage.mail_to("noor@example.nl").text.startswith("Gebeurt het nu? Bel 112.")


@pytest.mark.parametrize("path", ["reageren", "reageren?keuze=niets", "afmelden", "privacy", "afmelden/x"])
def test_a_page_says_112_before_anything_else(stage: Stage, alert: Message, path: str) -> None:
    where, _, choice = path.partition("?")
    links = [link for link in LINK.findall(stage.mail_to("noor@example.nl").text) if f"/{where}/" in link]
    link = min(links, key=len, default=f"https://burgernetmail.example.nl/{where}")
    page = stage.visits(f"{link}?{choice}" if choice else link)
    assert page.status_code == (404 if path.endswith("/x") else 200)
    _says_112_first(page.text)


def test_so_do_the_pages_that_thank(stage: Stage, alert: Message) -> None:
    links = LINK.findall(stage.mail_to("noor@example.nl").text)
    reply, leave = (min((one for one in links if f"/{kind}/" in one), key=len) for kind in ("reageren", "afmelden"))
    for page in (
        stage.sends_form(reply, what="Ik zag een bus."),
        stage.sends_form(reply, what=""),
        stage.sends_form(reply, action="nothing_seen"),
        stage.sends_form(leave, action="leave"),
        stage.sends_form(leave, action="come_back"),
    ):
        _says_112_first(page.text)


def _says_112_first(html: str) -> None:
    body = re.sub(r"<[^>]*>", " ", re.sub(r"</?a\b[^>]*>", "", html.partition("<main>")[2]))
    assert re.match(r"\s*Gebeurt (?:het nu|er nu iets)\? Bel 112\.", body), body[:200]


PARTS: Final = {"base.html.j2", "films.html.j2", "pass_on.html.j2"}
OF_COLLEAGUES: Final = {"area.html.j2", "area_closed.html.j2", "attachment.html.j2", "evidence.html.j2", "film.html.j2"}


@pytest.mark.parametrize("page", [page for page in PAGES.glob("*/*.html.j2") if page.name not in PARTS], ids=str)
def test_no_page_is_made_without_it(page: Path) -> None:
    """But for those that only colleagues see."""
    words = page.read_text()
    assert re.match(r'\{% extends "(base|reply)\.html\.j2" %\}', words)
    assert ("{% block first %}" in words) is (page.name in OF_COLLEAGUES)
