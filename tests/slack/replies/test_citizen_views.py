"""Staying in touch with a citizen, at its longest and most hostile: within Slack's limits, and harmless."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.alerts.offences import Offence
from bot.domain.replies.callbacks import Callback
from bot.domain.replies.replies import LetterStatus, Rating, Reply, Seen
from bot.records.letters import AnswerForm, OwedAnswer, Recipient
from bot.records.replies import ReplyCard
from bot.slack.blocks import Block
from bot.slack.letters.answer_many_modal import build_groups, build_many, build_many_answered
from bot.slack.letters.answer_modal import build_answer
from bot.slack.letters.question_modal import build_question
from bot.slack.letters.template_modal import build_template, build_template_choice
from bot.slack.outbox.chat import SlackChat
from bot.slack.replies.callback_modal import build_callback, build_called
from bot.slack.replies.reply_message import build_reply_message
from bot.texts import texts
from bot.workflow.letters.answering_many import MOST_AT_ONCE, Groups, ManyForm
from bot.workflow.letters.asking import AskForm
from bot.workflow.letters.templating import TemplateForm
from bot.workflow.replies.calling import CallbackForm, DoneForm
from tests.domain.samples import ALERT, NOON, reply
from tests.doubles.slack import Channel as Room
from tests.doubles.slack import SlackDouble
from tests.slack.longest import CROWDED_OFFENCES, HOSTILE, LONG, harmless, opened

ASKED = replace(reply(), words=LONG, asked_at=NOON, asked_by_name=HOSTILE)
CARD = ReplyCard(ASKED, ALERT, "", HOSTILE, 165, None, (HOSTILE,) * 20, follow_ups=12)
CALL = Callback(1, 1, "U1", HOSTILE, NOON, "06 12345678")


def test_a_reply_with_everything_and_what_followed_it(chat: SlackChat, room: Room) -> None:
    failed = replace(ASKED, answer_status=LetterStatus.BOUNCED, question_status=LetterStatus.UNKNOWN)
    ref = chat.show_reply(replace(CARD, reply=failed, callback=CALL), None, "o1")
    assert "12345678" not in str(room.messages[-1].blocks)
    at = chat.show_follow_up(CARD, ref, None, "o2")
    assert chat.show_follow_up(CARD, ref, at, "o2") == at
    harmless(room)


SENT = LetterStatus.SENT
TROUBLES = {
    "Het antwoord kwam terug": {"answer_status": LetterStatus.BOUNCED},
    "Het antwoord is niet verstuurd": {"answer_status": LetterStatus.REFUSED},
    "Het is niet zeker of het antwoord aankwam": {"answer_status": LetterStatus.UNKNOWN},
    "De ontvangstbevestiging kwam terug": {"acknowledgement_status": LetterStatus.BOUNCED},
    "Het is niet zeker of de ontvangstbevestiging aankwam": {"acknowledgement_status": LetterStatus.UNKNOWN},
    "De vraag kwam terug": {"answer_status": SENT, "question_status": LetterStatus.BOUNCED},
}


def shown(one: Reply) -> str:
    return str(build_reply_message(texts("nl"), replace(CARD, reply=one))[1])


@pytest.mark.parametrize("told", TROUBLES)
def test_what_did_not_arrive_is_told_with_what_to_do(told: str) -> None:
    text = shown(replace(reply(), **TROUBLES[told]))  # type: ignore[arg-type]  # statuses all
    assert told in text
    assert "bel" in text.split(told)[1].lower().split("}")[0]
    assert ":warning:" not in shown(replace(reply(), answer_status=SENT, acknowledgement_status=LetterStatus.BOUNCED))


def views(locale: str) -> Iterator[Block]:
    _, seen = texts(locale), Seen(Rating.NOT_RELEVANT, NOON + timedelta(microseconds=1))
    numbers = range(10**9, 10**9 + MOST_AT_ONCE)
    many = [OwedAnswer(n, seen, "BM-2026-10000", HOSTILE, Offence.OTHER, LONG) for n in numbers]
    yield build_groups(_, Groups(None, dict.fromkeys(Rating, 1_000)))
    yield build_many(_, ManyForm(Rating.NOT_RELEVANT, many, "x" * 2000))
    yield build_many(_, ManyForm(Rating.NOT_RELEVANT, [replace(many[0], reference="", words="")], "x"))
    yield build_many_answered(_, 3, [f"BM-2026-10000 · {HOSTILE}: {HOSTILE}"] * 50)
    yield build_many_answered(_, 0, [])
    yield build_question(_, AskForm(1, LONG, NOON))
    yield build_callback(_, CallbackForm(1, "06 12345678", "2026-01-15", "14:00"))
    yield build_called(_, DoneForm(1, 1, may_answer=True))
    yield build_template_choice(_, [*Offence, *CROWDED_OFFENCES])
    yield build_template(_, TemplateForm(Rating.RELEVANT_HERE, Offence.ROBBERY, "x" * 2000, HOSTILE, NOON))
    yield build_template(_, TemplateForm(Rating.RELEVANT_HERE, None, ""))
    yield build_answer(_, AnswerForm(1, seen, LONG, "", spoken=True))
    masked = dict.fromkeys(Recipient, f"n•••@e•••.{'x' * 63}")
    yield build_answer(_, AnswerForm(1, seen, LONG, "x" * 3000, spoken=False, recipients=masked, may_be_spoken=True))


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_forms_at_their_longest(slack: SlackDouble, locale: str) -> None:
    for view in views(locale):
        opened(slack, view)
