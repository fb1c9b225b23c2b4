"""Every action, form and command x every kind of person: who may, who is refused and told, and nothing was written."""

import re
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any, Final

import pytest
from sqlalchemy import MetaData, select

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.desk.menu_message import WORDS
from storage.engine import make_engine
from tests.attacks.everything import SETTINGS, Day
from tests.attacks.recorder import Json, Recorder
from tests.doubles.slack import Person
from tests.doubles.slack.courier import Kind
from tests.scenarios.steps.alerts import NO
from tests.scenarios.steps.desk import project_leader
from tests.stage import Stage

INTAKE, RESPONDER, BURGLARY, SUPER = Role.INTAKE, Role.RESPONDER, Role.BURGLARY_TEAM, Role.SUPERUSER
LEADER = Role.PROJECT_LEADER
Roles = tuple[Role, ...]
MAY: Final[dict[Roles, tuple[str, ...]]] = {
    (INTAKE,): (
        *(ids.NEW_REQUEST, ids.REQUEST_FORM, ids.DRAFT_CHOICE, ids.REQUEST_FINDINGS, ids.REQUEST_PREVIEW, ids.SHORTCUT),
        *(ids.APPROVE, ids.APPROVE_MANY, ids.APPROVE_FORM, ids.STOP, ids.AMEND, ids.AMEND_FORM, ids.SEND_BACK),
        *(ids.RETURN_FORM, ids.TAKE_PROPOSAL, ids.WHO_NOT, ids.TEST_MAIL, ids.CLOSE, ids.CLOSING_FORM),
        *(ids.CHANGE_RESULT, ids.RESULT_FORM, ids.REOPEN, ids.REOPEN_FORM),
        *(ids.TELL_OUTCOME, ids.OUTCOME_FORM, ids.COME_IN, ids.GO_OUT, ids.REQUEST_INCIDENT, ids.WORD_REQUEST),
        *(ids.PREVENT, ids.DO_NOT_PREVENT, ids.PREVENTIVE_FORM),
    ),
    (RESPONDER,): (
        *(ids.RATE, ids.RERATE, ids.RERATE_FORM, ids.HANDLE, ids.HANDLE_FORM, ids.RECALL_ANSWER, ids.RECALL_LEAD),
        *(ids.MORE_OF_REPLY, ids.MORE_FORM, ids.RATE_REPLY, ids.RATE_FORM, ids.CASE_FORM, ids.TAKE, ids.TAKEN_FORM),
        *(ids.CHOOSE_MAIL, ids.CHOOSE_MAIL_FORM),
        *(ids.LET_GO, ids.ANSWER, ids.ANSWER_FORM, ids.ANSWER_MANY, ids.MANY_CHOICE, ids.MANY_FORM, ids.WORD_ANSWER),
        *(ids.ASK, ids.QUESTION_FORM, ids.ACKNOWLEDGE_AGAIN, ids.LEAVE_ACKNOWLEDGEMENT, ids.CALL_BACK, ids.CALLED),
        *(ids.CALLBACK_FORM, ids.CALLED_FORM, ids.NO_MORE_MAILS, ids.NO_MORE_MAILS_FORM, ids.ESCALATE),
        *(ids.DO_NOT_ESCALATE, ids.COUNT_AS_REPLY, ids.RECORD_IN_BVH, ids.BVH_FORM, ids.TOLD_AT_SCENE),
        *(ids.SHOW_CONTACT_DATA, ids.SHOW_ORIGINAL, ids.SHOW_ATTACHMENTS, ids.SHOW_FLOOD, ids.FLOOD_VIEW),
        *(ids.WANT_IMAGES, ids.GOT_IMAGES, ids.DROP_IMAGES, ids.ASK_IMAGES, ids.HAND_OVER),
        *(ids.REPLY_EVIDENCE, ids.READ_ALL),
    ),
    (BURGLARY,): (
        *(ids.SHOW_LEAD_CONTACT_DATA, ids.SHOW_LEAD_ATTACHMENTS, ids.CONFIRM_READ, ids.JUDGE_LEAD, ids.JUDGE_FORM),
        *(ids.ASK_LEAD_IMAGES, ids.LEAD_EVIDENCE, ids.LEADS_EVIDENCE, ids.HAND_OVER_LEAD, ids.READ_LEAD, ids.READ_FORM),
        ids.READ_ALL_OF_LEAD,
    ),
    (SUPER,): (
        *(ids.SEND_AGAIN, ids.LEAVE_IT, ids.SEND_NOW, ids.LET_LAPSE, ids.POST_AGAIN, ids.SKIP_POST, ids.RESTORE),
        *(
            ids.RESTORE_FORM,
            ids.TAKE_OUT,
            ids.TAKE_OUT_FORM,
            ids.CORRECT,
            ids.CORRECT_FORM,
            ids.PAUSE,
            ids.PAUSE_FORM,
            ids.WORD_PARTICIPANT,
            ids.WORD_LOOKS,
            ids.LOOKS_PAGE,
        ),
        *(ids.WORD_HOLD, ids.HOLD_FORM, ids.WORD_TEXTS, ids.TEMPLATE_CHOICE, ids.TEMPLATE_FORM, ids.WORD_OFFENCES),
        *(ids.OFFENCE_CHOICE, ids.OFFENCE_FORM, ids.SHARE_FIGURES),
        *(ids.EXPORT_FIGURES, ids.SHARE_REACH, ids.WORD_STANDING, ids.LATE_PAGE),
        *(ids.WORD_RECRUIT, ids.CAMPAIGN_FORM),
        *(ids.WORD_SURVEY, ids.NEW_SURVEY, ids.SURVEY_FORM, ids.SURVEY_PREVIEW, ids.APPROVE_SURVEY),
        *(ids.CHECK_SURVEY, ids.DECIDE_BATCH, ids.DECIDE_BATCH_FORM, ids.DECIDE_POST, ids.DECIDE_POST_FORM),
        *(ids.SURVEY_APPROVE_FORM, ids.STOP_SURVEY, ids.SEND_BACK_SURVEY, ids.SURVEY_RETURN_FORM),
        *(ids.WITHDRAW_SURVEY, ids.SURVEY_WITHDRAW_FORM, ids.VIEW_SURVEY, ids.SHARE_SURVEY, ids.SURVEY_WORDS),
    ),
    (INTAKE, RESPONDER): (ids.NOTE_CALL, ids.NOTE_ANY_CALL, ids.CALL_FORM, ids.WORD_CALL),
    (INTAKE, SUPER): (
        *(ids.WITHDRAW, ids.WITHDRAW_FORM, ids.WORD_DIVIDE, ids.DIVIDE, ids.SHOW_INCIDENTS, ids.ASSIGN_INCIDENTS),
        *(ids.ASSIGN_FORM, ids.WORD_REACH, ids.REACH_PAGE, ids.WORD_SHOW, ids.VIEW_MAIL),
    ),
    (RESPONDER, BURGLARY): (ids.LOOK_FORM, ids.EVIDENCE_FORM, ids.WORD_EVIDENCE, ids.HAND_OVER_FORM),
    (RESPONDER, SUPER): (ids.OPEN_REPLIES, ids.OPEN_REPLIES_PAGE, ids.WORD_REPLIES),
    (BURGLARY, SUPER): (ids.ALL_LEADS, ids.ALL_LEADS_PAGE),
    (SUPER, LEADER): (ids.WORD_FIGURES, ids.ALL_FIGURES, ids.MUNICIPAL_PAGE, ids.EXPORT_POSTED_FIGURES),
    (INTAKE, RESPONDER, BURGLARY, SUPER): (ids.WORD_FIND, ids.FIND_PAGE),
    (INTAKE, RESPONDER, BURGLARY, SUPER, LEADER): (ids.MENU, ids.WORD_MENU),
}
"""docs/install.md has it for people."""
ANYBODY: Final = {ids.HOME_PAGE}
"""One's own Home, which says that one has no access."""
NAMES: Final = {ids.MORE, ids.COMMAND, ids.DO, ids.AT, ids.ASK_FORM, ids.LOOK_VIEW, ids.MAIL_VIEW, ids.WINDOW}
"""What can't be pressed or sent in by itself."""
KEPT_ASIDE: Final = {"accounts", "memberships", "look_ups", "home_views", "heartbeat", "leases"}
"""What the bot notes about who came by, and its own clockwork."""
FLAGS: Final[dict[str, Json]] = {
    "guest": {"is_restricted": True},
    "other workspace": {"team_id": "T0STRANGER"},
    "deactivated": {"deleted": True},
    "bot": {"is_bot": True},
}
"""Each of them sits in all four channels, which helps them nothing."""


@pytest.fixture
def overrides() -> Json:
    return dict(SETTINGS)


def may(name: str) -> Roles | None:
    """Whose it is; the longest id with which it begins tells. None: it is in no row."""
    known = {one: roles for roles, names in MAY.items() for one in names}
    word = name.removeprefix(ids.DO).removeprefix(ids.ASK_FORM)
    fits = [one for one in known if name.startswith(one)] or [one for one in known if word == one]
    return known[max(fits, key=len)] if fits else None


class Trying:
    """Everything is pressed, sent in and typed as one person; what came of it."""

    def __init__(self, stage: Stage, seen: Recorder, person: Person) -> None:
        self.stage, self.seen, self.person = stage, seen, person
        self.world, self.payloads = stage.slack.world, person.desk.payloads

    def refused(self, roles: frozenset[Role], *, wanted: bool) -> tuple[set[str], set[str]]:
        """What belongs (or not) to one of these roles; and what of it was refused in words."""
        world, before = self.world, len(self.world.ephemerals)
        pressed, forms = (self._those(shown, roles, wanted) for shown in (self.seen.pressed, self.seen.forms))
        words = self._those({word: word for word in (*WORDS, ids.WORD_MENU)}, roles, wanted)
        asked = {name: self._press(element) for name, element in pressed.items()}
        asked |= {name: self._type(word) for name, word in words.items()}
        self.stage.program.listeners.wait_until_idle()
        told = [one.plain() for one in world.ephemerals[before:] if one.only_for == self.person.id]
        refused = {name for name, url in asked.items() if world.reply_urls[url].uses}
        if wanted:  # whoever may is told other things
            refused = {name for name in refused if any(map(_refuses, told))}
        else:
            assert [one for one in told if not _refuses(one)] == []
        return {*asked, *forms}, refused | {name for name, view in forms.items() if _refuses(self._send_in(view))}

    def _those(self, shown: dict[str, Any], roles: frozenset[Role], wanted: bool) -> dict[str, Any]:
        whose = {
            name: may(one["selected_option"]["value"] if name == ids.MORE else name) for name, one in shown.items()
        }
        return {name: shown[name] for name, its in whose.items() if its and roles.isdisjoint(its) != wanted}

    def _asks(self, kind: Kind, build: Callable[[], Json]) -> str:
        """Its own address for what is told about it."""
        self.person.desk.send(kind, build)
        return list(self.world.reply_urls)[-1]

    def _press(self, element: Json) -> str:
        place = next(message for message in self.stage.intake.stored if not message.deleted)
        shown = {name: value for name, value in element.items() if name not in ("options", "confirm", "text")}

        def pressed() -> Json:
            where = self.payloads.message_place(self.person.profile, place)
            action = {**shown, "block_id": "b", "action_ts": self.world.clock.stamp()}
            return self.payloads.interaction("block_actions", self.person.profile, **where, actions=[action])

        return self._asks("interactive", pressed)

    def _type(self, word: str) -> str:
        typed, place = f"{word} BM-2026-0001", self.stage.intake
        return self._asks(
            "slash_commands", lambda: self.payloads.command(self.person.profile, ids.COMMAND, typed, place)
        )

    def _send_in(self, view: Json) -> str:
        return str(self.person.desk.send("interactive", partial(self._sent, view)).body or {})

    def _sent(self, view: Json) -> Json:
        more = {"view": deepcopy(view), "trigger_id": self.world.new_trigger(self.person.id), "response_urls": []}
        return self.payloads.interaction("view_submission", self.person.profile, **more)

    def tampers(self, role: Role) -> set[str]:
        """Each form of this role with other words about what it is of; which were not answered, or changed anything."""
        forms, before = self._those(self.seen.forms, frozenset({role}), wanted=True), written(self.stage)
        found = set()
        for name, view in forms.items():
            for metadata in others(view["private_metadata"]):
                sent = partial(self._sent, {**view, "private_metadata": metadata})
                if self.person.desk.send("interactive", sent).reason:
                    found.add(f"{name} of {metadata!r}: no answer")
        after = written(self.stage)
        return found | {f"changed {table}" for table, digest in after.items() if digest != before[table]}


def others(metadata: str) -> set[str]:
    """Of nothing, of what is not there, of another kind."""
    told, opened_from, channel = metadata.partition("\nfrom ")
    numbers = (re.sub(r"\d+", number, told) for number in ("999999", "0", "9" * 30, "1e3"))
    words = {*numbers, "", "{}", "[" * 500, "\x00"} - {told}
    return {f"{word}{opened_from}{channel}" for word in words}


def _refuses(told: str) -> bool:
    return NO in told or bool(
        re.search(r"Alleen (voor )?(service en intake|het wijksecretariaat|het woninginbrakenteam|superusers)", told)
    )


def written(stage: Stage) -> dict[str, int]:
    """All that stands in the database, in Slack and at the mail provider."""
    engine, metadata = make_engine(stage.database_url), MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        rows = {
            name: hash(str(connection.execute(select(table)).all()))
            for name, table in metadata.tables.items()
            if name not in KEPT_ASIDE
        }
    engine.dispose()
    posts = [(one.text, str(one.blocks)) for channel in stage.slack.world.channels.values() for one in channel.stored]
    return {**rows, "slack": hash(str(posts)), "mails": len(stage.sendgrid.sent)}


def test_each_kind_of_person(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Day(stage, monkeypatch).goes_by()
    every = {str(value) for name, value in vars(ids).items() if name.isupper()} - NAMES - ANYBODY
    shown = {*seen.pressed, *seen.forms, ids.SHORTCUT, *WORDS, ids.WORD_MENU}
    assert {one for one in every if not any(name.startswith(one) for name in shown)} == set(), "a day shows all of them"
    assert {name for name in shown if may(name) is None} - NAMES == {
        name for name in shown if name.startswith(tuple(ANYBODY))
    }
    leader, _channel = project_leader(stage)
    teams = {stage.anna: INTAKE, stage.carla: RESPONDER, stage.daan: BURGLARY, stage.els: SUPER, leader: LEADER}
    outsider = stage.slack.add_person("otto", "Otto Buiten")
    visitors = [outsider]
    for kind, flags in FLAGS.items():
        visitor = stage.slack.add_person(kind.replace(" ", ""), kind, **flags)
        for channel in (stage.intake, stage.triage, stage.burglary, stage.supervision):
            visitor.joins(channel)
        visitors.append(visitor)
    stage.settle()
    before = written(stage)
    for person in (*visitors, *teams):
        roles = frozenset({teams[person]} if person in teams else ())
        tried, refused = Trying(stage, seen, person).refused(roles, wanted=False)
        assert tried - refused == set(), f"{person.name} got in, or was not told"
        after = written(stage)
        assert {name for name in after if after[name] != before[name]} == set(), person.name
        assert person.modal is None
    for person, role in teams.items():
        assert Trying(stage, seen, person).tampers(role) == set(), person.name
    for person, role in teams.items():
        tried, refused = Trying(stage, seen, person).refused(frozenset({role}), wanted=True)
        assert refused == set(), person.name
    stage.slack.refused.clear()  # what is whispered to them where they are not
