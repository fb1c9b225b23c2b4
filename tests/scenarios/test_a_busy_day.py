"""A busy day: 40 alerts, 120 replies of all kinds, three responders at once, Slack away, two restarts.

At its end every citizen was acknowledged and answered once, every message says how things stand, and none stands twice.
"""

from time import sleep

from tests.scenarios.busy_desk import Desk
from tests.scenarios.busy_evening import (
    all_kinds_of_decisions_were_made,
    every_message_is_true,
    everybody_was_answered_once,
    nothing_stands_twice,
)
from tests.scenarios.busy_street import ALERTS, HOMES, Citizen, Kind, Street
from tests.stage import Stage

PART = 20
"""Replies before something happens."""
REFUSED = {"channel_not_found", "expired_trigger_id"}
"""While the bot was out of a private channel, which it can't see then; a press on a machine too busy, made again."""


def test_at_its_end_everybody_was_answered_once_and_every_message_is_true(stage: Stage) -> None:
    street, desk = Street(stage), Desk(stage)
    street.gets_mail()
    assert len(stage.sendgrid.sent) == ALERTS * HOMES + 1  # and Anna's test mail
    with desk.opened():
        the_day_goes(street, desk)
        desk.goes_on_until(lambda: street.has_told_all() and desk.has_nothing_left(), street.reads_its_mail)
    stage.later(minutes=5)
    assert {refused.error for refused in stage.slack.refused} <= REFUSED
    stage.slack.refused.clear()
    everybody_was_answered_once(stage, street.citizens)
    every_message_is_true(stage)
    nothing_stands_twice(stage)
    all_kinds_of_decisions_were_made(stage)


def the_day_goes(street: Street, desk: Desk) -> None:
    """Six parts: in the third Slack is away, in the fourth and the fifth the program is restarted."""
    for part in range(6):
        writers = street.citizens[part * PART : (part + 1) * PART]
        if part == 2:
            writers = slack_is_away_for_ten_minutes(street, desk, writers)
        for citizen in writers:
            street.reacts(citizen)
        if part in {3, 4}:
            with desk.gate.closed():
                desk.stage.restart()
        if part == 3:
            a_superuser_leaves_the_mail_whose_answer_was_lost(desk)
        if part == 4:
            the_bot_is_taken_out_of_a_channel(street, desk)
        street.reads_its_mail()


def slack_is_away_for_ten_minutes(street: Street, desk: Desk, writers: list[Citizen]) -> list[Citizen]:
    """Mail comes in all the same; who phones calls again later."""
    with desk.gate.closed():
        desk.stage.slack.down = True
    phoning = [one for one in writers if one.kind is Kind.PHONE]
    for minute in range(10):
        for citizen in [one for one in writers if one.kind is not Kind.PHONE][minute::10]:
            street.reacts(citizen)
        desk.later(minutes=1)
        sleep(0.05)
    desk.stage.slack.down = False
    desk.later(minutes=5)
    return phoning


def a_superuser_leaves_the_mail_whose_answer_was_lost(desk: Desk) -> None:
    """It did go out: nobody gets it twice."""
    stage = desk.stage
    question = stage.slack.wait_for(lambda: stage.supervision.messages, timeout=30)[0]
    stage.els.presses(question, "Zo laten")


def the_bot_is_taken_out_of_a_channel(street: Street, desk: Desk) -> None:
    """The superusers hear what waits; what waited follows."""
    stage, bot = desk.stage, desk.stage.slack.bot_user_id
    with desk.gate.closed():
        stage.burglary.members.remove(bot)

    def a_minute_passes() -> None:
        street.reads_its_mail()
        desk.later(minutes=1)

    def it_is_told() -> bool:
        return any("wachten sinds" in told.plain() for told in stage.supervision.messages)

    desk.goes_on_until(it_is_told, a_minute_passes)
    stage.burglary.members.append(bot)
    desk.later(minutes=6)
