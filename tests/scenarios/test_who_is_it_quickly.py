"""Who presses is known before they do: Slack is asked little, and nobody waits for it who has three seconds."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.domain.participants.people import Role
from bot.slack.membership import SlackDirectory
from tests.desk_steps import seen
from tests.doubles.slack import Message, Person
from tests.scenarios.steps.alerts import NO, SEND
from tests.scenarios.steps.desk import home, screen
from tests.stage import FORM, Stage

LOOK_UPS = ("conversations.members", "conversations.info", "users.info", "usergroups.users.list", "auth.test")


def look_ups(stage: Stage) -> int:
    return sum(call.method in LOOK_UPS for call in stage.slack.calls)


def sweeps(stage: Stage, minutes: int = 1) -> None:
    """The job that mends what is known, as often as it runs."""
    for _ in range(6 * minutes):
        stage.wait(timedelta(seconds=10))
        stage.program.workflow.recognising.sweep()


def loses_event(stage: Stage, person: Person) -> None:
    """Slack never tells that they left."""
    stage.intake.members.remove(person.id)


def test_what_is_known_is_not_asked_again_and_events_keep_it_true(stage: Stage, request_message: Message) -> None:
    sweeps(stage)
    before = look_ups(stage)
    stage.presses(stage.bram, request_message, "Aanpassen")
    stage.carla.joins(stage.intake)
    stage.bram.leaves(stage.intake)
    assert NO in seen(stage.bram).submit().errors.values(), "at once"
    stage.presses(stage.carla, request_message, SEND)
    assert len(stage.sendgrid.sent) == 1
    assert look_ups(stage) == before


def test_an_event_that_is_lost_is_made_up_for(stage: Stage, request_message: Message) -> None:
    """By a press a minute later, after its acknowledgement and before anything is written; by the sweep, sooner."""
    sweeps(stage)
    loses_event(stage, stage.bram)
    stage.later(seconds=61)
    before = len(stage.slack.calls_of("conversations.members"))
    stage.presses(stage.bram, request_message, SEND, force=True)
    assert stage.ephemeral(stage.bram, stage.intake) == NO
    assert len(stage.slack.calls_of("conversations.members")) == before + 1, "that channel alone"
    assert not stage.sendgrid.sent
    stage.intake.members.append(stage.bram.id)
    sweeps(stage)
    stage.presses(stage.bram, request_message, SEND)
    assert len(stage.sendgrid.sent) == 1


def test_who_leaves_while_a_list_is_read_does_not_come_back_by_it(
    stage: Stage, request_message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list was made before they left, and is taken in after it."""
    sweeps(stage)
    ask = SlackDirectory.channel_members

    def leaves_meanwhile(directory: SlackDirectory, channel_id: str) -> set[str]:
        members = ask(directory, channel_id)
        if channel_id == stage.intake.id and stage.bram.id in stage.intake.members:
            stage.bram.leaves(stage.intake)
        return members

    monkeypatch.setattr(SlackDirectory, "channel_members", leaves_meanwhile)
    for _ in range(4):
        stage.later(seconds=10)
        stage.program.workflow.recognising.sweep()
    stage.presses(stage.bram, request_message, SEND, force=True)
    assert stage.ephemeral(stage.bram, stage.intake) == NO


def test_the_sweep_asks_thirty_times_a_minute_at_most_and_pages_of_999(stage: Stage) -> None:
    for number in range(100):
        stage.slack.add_person(f"n{number}", f"Nieuw {number}")
    stage.triage.members.extend(list(stage.slack.world.people)[6:])
    for _ in range(5):
        before = len(stage.slack.calls)
        sweeps(stage)
        asked = [call.method for call in stage.slack.calls[before:]]
        assert 4 <= len(asked) <= 30
    everybody = stage.slack.calls_of("users.info")
    assert len(everybody) == len({call.args["user"] for call in everybody}) == 106, "each of them once an hour"
    assert {call.args["limit"] for call in stage.slack.calls_of("conversations.members")} == {"999"}
    stage.wait(timedelta(minutes=50))
    sweeps(stage)
    assert len(stage.slack.calls_of("users.info")) == 106


def test_copies_share_what_they_know_and_one_of_them_sweeps(stage: Stage, request_message: Message) -> None:
    other = stage.start_program()
    sweeps(stage)
    before = look_ups(stage)
    other.workflow.recognising.sweep()
    stage.bram.presses(request_message, SEND)  # at the other copy
    other.listeners.wait_until_idle()
    stage.settle()
    assert len(stage.sendgrid.sent) == 1
    assert look_ups(stage) == before
    other.stop()


@pytest.mark.parametrize("method", ["conversations.members", "users.info"])
def test_a_429_is_waited_for_once(
    stage: Stage, request_message: Message, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("bot.slack.membership.sleep", waited.append)
    stage.later(hours=3)
    stage.slack.fail_next(method, "rate_limited", retry_after=7)
    stage.presses(stage.bram, request_message, "Aanpassen")
    assert seen(stage.bram)
    assert waited == [7]
    stage.later(hours=3)
    stage.slack.fail_next(method, "rate_limited", times=2)
    stage.presses(stage.bram, request_message, SEND)
    assert "Probeer het over een minuut opnieuw." in stage.ephemeral(stage.bram, stage.intake)
    assert not stage.sendgrid.sent


def test_an_account_that_is_gone_stops_nobody(stage: Stage, request_message: Message) -> None:
    gone = stage.joins(stage.intake, "weg", "Weg")
    del stage.slack.world.people[gone.id]
    stage.later(hours=3)
    sweeps(stage)
    people = stage.program.workflow.recognising.people(Role.INTAKE)
    assert [name for _id, name in people or ()] == ["Anna Bakker", "Bram Visser"]
    stage.presses(stage.bram, request_message, SEND)
    assert len(stage.sendgrid.sent) == 1
    assert {refused.error for refused in stage.slack.refused} == {"user_not_found"}
    stage.slack.refused.clear()


class TestASlowSlack:
    """Two seconds a call, of the three that a person's press is good for."""

    def test_every_form_opens_and_every_submit_is_acknowledged_in_time(self, stage: Stage) -> None:
        stage.lives("Noor")
        sweeps(stage)
        stage.slack.slow_s = 2
        form = stage.opens_form(stage.anna)
        assert form.fill(FORM).submit().acked
        assert seen(stage.anna).submit().closed
        stage.settle()
        stage.presses(stage.bram, stage.alert_message(), "Aanpassen")
        assert seen(stage.bram).submit().acked
        seen(stage.bram).close()
        stage.presses(stage.bram, stage.alert_message(), SEND)
        reply = stage.answers("Noor", "Ik zag een bus.")
        stage.presses(stage.carla, reply, "Relevant voor deze zaak")
        stage.writes_answer(stage.carla, reply)
        assert stage.closes(stage.bram, stage.alert_message()).closed
        assert not stage.slack.missed_acks

    @pytest.mark.parametrize("socket_mode", [True, False])
    def test_fifty_presses_at_once_are_acknowledged_while_slack_answers_nothing(self, stage: Stage) -> None:
        """The first ones of this program: nothing is known yet."""
        people = [stage.joins(stage.intake, f"n{number}", f"Nieuw {number}") for number in range(50)]
        stage.later(hours=3)
        message = stage.slack.world.add_message(
            stage.intake, stage.slack.bot_user_id, "x", [], bot_id=stage.slack.world.bot_id
        )
        message.blocks.append(
            {
                "type": "actions",
                "block_id": "b",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "new_request_button",
                        "value": "1",
                        "text": {"type": "plain_text", "text": "Nieuw"},
                    }
                ],
            }
        )
        with stage.slack.hanging(), ThreadPoolExecutor(50) as pool:
            outcomes = list(pool.map(lambda person: person.presses(message, "Nieuw"), people))
        assert all(outcome.acked for outcome in outcomes)
        stage.settle()
        stage.slack.refused.clear()  # their triggers are of no use any more


def test_open_homes_cost_fifty_calls_a_minute_at_most_and_everybody_gets_their_turn(stage: Stage) -> None:
    """However many there are: of 500 each gets what is new within a quarter of an hour, and nobody's press waits."""
    stage.lives("Noor")
    people = [stage.slack.add_person(f"n{number:02}", f"Nieuw {number}") for number in range(45)]
    stage.intake.members.extend(person.id for person in people)
    sweeps(stage, minutes=3)
    for person in people:
        person.opens_home()
    stage.program.listeners.wait_until_idle()  # a trigger lives three seconds, however busy the machine is
    stage.slack.rate_limits = True
    for minute in range(2):
        stage.asks(stage.anna, **{"BVH-nummer (intern)": f"2026-00001{minute}"})
        minute_passes(stage)
        before = len(stage.slack.calls)
        stage.program.renew_home()
        asked = [call.method for call in stage.slack.calls[before:]]
        assert 20 < max(asked.count(method) for method in {*asked}) <= 50
        assert asked.count("users.info") == 0
    assert all("BM-2026-0001" in screen(person).text() for person in people)
    stage.presses(people[0], stage.alert_message(), SEND)
    assert len(stage.sendgrid.sent) == 1
    assert "BM-2026-0001" in home(stage, stage.bram), "who opens theirs has it at once"


def minute_passes(stage: Stage) -> None:
    """For us and for Slack."""
    stage.slack.clock.advance(61)
    stage.later(seconds=61)
