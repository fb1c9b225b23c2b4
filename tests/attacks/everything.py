"""A day in which all that people can press and fill in is shown, with the values that it really has."""

import re
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import Clock
from bot.domain.replies.replies import FLOOD_AN_HOUR
from bot.domain.surveys.surveys import Survey
from bot.mail.sending.sendgrid import SendGridMailer
from bot.slack import ids
from bot.slack.desk.menu_message import WORDS
from bot.workflow.participants.recruiting import take_households
from storage.unit_of_work import work_on
from tests.attacks.recorder import Recorder, first_option, short_pages
from tests.desk_steps import seen
from tests.doubles.citizen import out_of_office, reply_from
from tests.doubles.files import photo
from tests.doubles.slack import Message, Modal, Person, Screen
from tests.incidents import monitor
from tests.looks import looks
from tests.scenarios.steps.alerts import SEND, whole_form
from tests.scenarios.steps.day_monitor import begins, opens
from tests.scenarios.steps.desk import given_up, home, screen
from tests.scenarios.steps.phone import called
from tests.scenarios.steps.repeats import ASK, proposal
from tests.stage import FORM, Stage, choose
from tests.surveys import asks_survey, fills_in, links, second_superuser

HERE, NOT = "Relevant voor deze zaak", "Niet relevant"
SETTINGS = {"reach_confirm_above": 2, "answer_hold_seconds": 5, "send_hold_seconds": 5}
NUMBER = "06-87654321"
"""Whose citizens write of."""


class Day:
    """What is done, and what stands there then."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stage, self.patch, self.seen = stage, monkeypatch, Recorder()
        stage.slack.world.onlookers.append(self.seen)
        short_pages(monkeypatch)

    def types(self, person: Person, words: str) -> None:
        of = self.stage
        channel = {of.anna: of.intake, of.carla: of.triage, of.daan: of.burglary}.get(person, of.supervision)
        person.command("/burgernetmail", words, channel)
        self.settles()

    def opens(self, person: Person, message: Message, *labels: str) -> Modal | None:
        """Each of these windows, and away with it."""
        for label in labels:
            self.stage.presses(person, message, label)
            self.seen.keep(self.stage)
        return person.modal

    def opens_from_home(self, person: Person, action_id: str) -> None:
        """The window of a line of theirs, and away with it."""
        home(self.stage, person)
        person.presses(screen(person), _starting(screen(person), action_id))
        self.settles()
        self.away()

    def settles(self) -> None:
        self.stage.settle()
        self.seen.keep(self.stage)

    def away(self) -> None:
        """With everybody's windows."""
        for stack in self.stage.slack.world.stacks.values():
            stack.clear()

    def sends_in(self, person: Person, **filled: Any) -> None:
        outcome = seen(person).fill(filled).submit()
        assert not outcome.errors, outcome
        self.settles()

    def confirms(self, person: Person) -> None:
        """With the number that it says it wants."""
        form = seen(person)
        [told] = form.fill({"Aantal ontvangers": "0"}).submit().errors.values()
        [number] = re.findall(r"\d+", told)
        self.sends_in(person, **{"Aantal ontvangers": number})
        self.stage.later(seconds=6)

    def sends(self, bvh_number: str) -> None:
        self.stage.presses(
            self.stage.bram, self.stage.asks(self.stage.anna, **{"BVH-nummer (intern)": bvh_number}), SEND
        )
        self.confirms(self.stage.bram)

    def goes_by(self) -> Recorder:
        for part in (self.asking, self.answering, self.reading, self.morning, self.surveying, self.trouble, self.desk):
            part()
            self.away()
        return self.seen

    def asking(self) -> None:
        stage = self.stage
        stage.lives("Noor")
        self.types(stage.anna, "aanvraag")
        self.sends_in(stage.anna, **{**FORM, "Wat is er gebeurd?": "Jan Jansen brak de deur open."})
        seen(stage.anna).close()
        seen(stage.anna).close()
        self.types(stage.anna, "aanvraag")
        seen(stage.anna).close()
        message = stage.asks()
        self.opens(stage.bram, message, "Bekijk mail", "Terugsturen", "Aanpassen")
        whole_form(stage.bram)
        stage.presses(stage.bram, message, "Aanpassen")
        self.sends_in(stage.bram, **{"Wat is er gebeurd?": "De achterdeur is opengebroken."})
        assert choose(seen(stage.bram), "Terugsturen met voorstel").closed
        stage.settle()
        self.opens(stage.anna, message, "Intrekken")
        self.away()
        stage.presses(stage.anna, message, "Voorstel overnemen")
        stage.presses(stage.bram, message, SEND)
        stage.later(seconds=6)
        stage.lives("Omar")
        stage.lives("Puck")
        more = stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-000002"})
        self.opens(stage.bram, more, SEND)
        self.confirms(stage.bram)
        self.opens(stage.bram, proposal(stage), ASK)

    def answering(self) -> None:
        """What citizens wrote, and all that is done with it; of one acknowledgement nobody knows whether it went."""
        stage = self.stage
        with self.patch.context() as patched:
            patched.setattr(SendGridMailer, "send_letter", _dies)
            with suppress(Killed):
                stage.answers("Puck", f"Ik zag niets. Bel {NUMBER}.")
        stage.restart()
        stage.later(seconds=18)
        stage.presses(stage.carla, stage.reply_message(), "Ik pak dit op")
        self.opens_from_home(stage.carla, ids.RATE_REPLY)
        [first, *_], photos = stage.intake.messages, [("bus.jpg", photo())]
        words = f"Ik zag een bus, bel {NUMBER}. " + "Er reed een grijze bus weg. " * 130  # more than a message holds
        reply = stage.answers("Noor", words, attachments=photos)
        other = stage.answers("Omar", f"Een fiets, van {NUMBER}.")
        called(stage)
        cees = stage.joins(stage.triage, "cees", "Cees Jansen")
        self.opens(stage.carla, reply, "Relevant voor andere zaak", "Beoordeling wijzigen")
        self.sends_in(stage.carla, Wordt="Relevant voor andere zaak")  # which case, then
        self.away()
        self.opens(stage.carla, reply, "Toon gegevens")
        for button in ("Toon gegevens", "Origineel", "Bijlagen"):
            looks(stage, stage.carla, reply, button)
            self.seen.keep(stage)
        self.opens(cees, reply, "Vraag stellen")
        stage.presses(stage.carla, reply, HERE)
        stage.presses(stage.carla, other, HERE)
        self.opens(stage.carla, other, "Beelden nodig", "Beelden niet nodig")
        self.opens(stage.carla, reply, "Terugbellen")
        self.sends_in(stage.carla, **{"Telefoonnummer": "06 12345678", "Dag": "2026-01-15", "Tijd": "14.30"})
        windows = ("Gebeld", "Afhandelen", "Beoordeling wijzigen", "Vraag stellen", "Wil geen mails meer")
        self.opens(stage.carla, reply, *windows, "Beantwoorden", "Staat in BVH", "Meer ...")
        self.away()
        stage.sends_on(stage.carla, reply)
        self.opens(stage.carla, reply, "Meer ...")
        self.away()
        lead = stage.burglary.messages[-1].thread[-1]
        for button in ("Toon gegevens", "Bijlagen"):
            looks(stage, stage.daan, lead, button)
        self.opens(stage.daan, lead, "Beelden overgedragen", "Bewijspakket", "Beelden vragen", "Uitslag")
        self.opens_from_home(stage.daan, ids.READ_LEAD)
        stage.sends_on(stage.carla, other)
        stage.presses(stage.daan, stage.burglary.messages[-1], ids.ALL_LEADS)
        self.opens(stage.carla, other, "Afhandelen")
        fields = {"Uw antwoord": "Dank u wel."}
        self.sends_in(
            stage.carla, **{label: text for label, text in fields.items() if label in seen(stage.carla).labels}
        )
        self.opens(stage.bram, first, "Telefoontje noteren", "Afsluiten")
        self.sends_in(stage.bram, **{"Wat is de uitkomst?": "Nog niet opgelost"})
        self.opens(stage.bram, first, "Uitkomst wijzigen", "Weer openen", "Afloop melden")
        events = stage.events.events_for(stage.mails_to("puck@example.nl")[0], "unsubscribe")
        stage.events.post(stage.url("/mail/events"), events)
        stage.settle()

    def reading(self) -> None:
        """A machine's answer, a flood, and who wrote by themselves."""
        stage = self.stage
        mail = stage.mails_to("puck@example.nl")[0]
        stage.comes_in(out_of_office(mail), mail.from_, "puck@example.nl")
        for number in range(FLOOD_AN_HOUR + 2):
            raw = reply_from(mail, f"Bericht {number} van {NUMBER}.")
            stage.inbound.post(stage.url("/mail/inbound"), raw, [mail.from_], "puck@example.nl")
        stage.settle()
        stage.later(seconds=31)
        [flood, *_] = [message for message in stage.triage.messages if "Stortvloed" in message.plain()]
        self.opens(stage.carla, flood, "Toon")
        self.away()
        stray = b"From: Ilse <ilse@example.org>\r\nSubject: Gezien\r\n\r\nIk zag een jongen.\r\n"
        stage.comes_in(stray, "antwoord@mail.example.nl", "ilse@example.org")
        self.opens(stage.carla, stage.reply_message(), "Kies de mail")

    def morning(self) -> None:
        stage = self.stage
        monitor(stage.database_url, *(f"2026-10000{number}" for number in range(3)))
        message = begins(stage)
        stage.presses(stage.anna, message, "Ik ben er vandaag")
        opens(stage, stage.anna, message, "request_incident_1")
        self.seen.keep(stage)
        stage.presses(stage.els, message, "Toewijzen", force=True)
        self.seen.keep(stage)

    def surveying(self) -> None:
        stage, femke = self.stage, second_superuser(self.stage)
        stage.crowd(8)
        self.sends("2026-000005")
        self.types(stage.els, "enquete")
        assert seen(stage.els).submit().acked
        self.seen.keep(stage)
        self.away()
        message = asks_survey(stage, stage.els)
        self.opens_from_home(femke, ids.CHECK_SURVEY)
        self.opens(femke, message, "Terugsturen", "Bekijk mail", SEND)
        self.opens(stage.els, message, "Intrekken")
        self.confirms(femke)
        for link in links(stage).values():
            fills_in(stage, link, why="Reden", better="Sneller")
        stage.wait(timedelta(days=22))
        self.types(stage.els, "enquete")

    def trouble(self) -> None:
        """What only a superuser can decide about."""
        stage = self.stage
        stage.sendgrid.drop_next(stored=True)
        self.sends("2026-000006")
        stage.later(minutes=11)
        alert = next(message for message in stage.intake.messages if "BM-2026-0002" in message.plain())
        alert.thread_locked = True
        stage.closes(stage.bram, alert)
        self.away()
        for _ in range(6):
            stage.later(seconds=10)
        with given_up(stage):
            self.opens_from_home(stage.els, ids.DECIDE_POST)
        alert.thread_locked = False
        stage.slack.refused.clear()
        stage.sendgrid.fail_next(status=429, retry_after=60)
        self.sends("2026-000007")
        stage.program.stop()
        stage.wait(timedelta(days=3))
        stage.program = stage.start_program()
        stage.settle()
        stage.rows("UPDATE batches SET status = 'unknown', asked_at = '2026-01-13 08:00:00.000000' WHERE id = 1")
        self.opens_from_home(stage.els, ids.DECIDE_BATCH)
        stage.rows("UPDATE batches SET status = 'accepted' WHERE id = 1")

    def desk(self) -> None:
        stage = self.stage
        lines = ("wijk;huishoudens", "Kattenbroek;52", "Zielhorst;1200")
        with work_on(stage.database_url) as work:
            take_households(work, Clock(), lines, print)
        with self.patch.context() as patched:
            patched.setattr(Survey, "is_under_way", lambda *_: False)
            self.types(stage.els, "enquete")
        for words in ("bereik", "inzage", "stand"):
            self.types(stage.els, words)
        for words in ("reacties", "zoek bus", "hulp", "onzin"):
            self.types(stage.carla, words)
        els = stage.els
        for person, words in ((els, "antwoorden"), (els, "delicten"), (els, "werven"), (stage.carla, "beantwoorden")):
            self.types(person, words)
            form = seen(person)
            first_of = {label: first_option(form, label) for label in form.labels}
            self.sends_in(person, **first_of)
        self.away()
        self.types(stage.els, "bewaren BM-2026-0001")
        for name, button in (("noor", ids.TAKE_OUT), ("puck", ids.RESTORE), ("noor", ids.CORRECT), ("noor", ids.PAUSE)):
            self.types(stage.els, f"deelnemer {name}@example.nl")
            self.opens(stage.els, stage.els.ephemerals(stage.supervision)[-1], button)
        self.types(stage.els, "cijfers 2025-12")
        self.opens(stage.els, stage.els.ephemerals(stage.supervision)[-1], ids.SHARE_FIGURES)
        self.types(stage.els, "hulp")
        menu = stage.els.ephemerals(stage.supervision)[-1]
        asking = [ids.DO + word for word, one in WORDS.items() if one.asks and word != ids.WORD_EVIDENCE]
        self.opens(stage.els, menu, *asking)
        self.types(stage.carla, "hulp")
        self.opens(stage.carla, stage.carla.ephemerals(stage.triage)[-1], ids.DO + ids.WORD_EVIDENCE)
        for person in (stage.anna, stage.bram, stage.carla, stage.daan, stage.els):
            person.opens_home()
        stage.settle()


def _starting(home: Screen, action_id: str) -> str:
    return next(control.action_id for control in home.controls if control.action_id.startswith(action_id))


class Killed(BaseException):
    """The process is no more."""


def _dies(*_: object) -> None:
    raise Killed
