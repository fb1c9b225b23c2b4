"""Who may do what: private channels alone, a user group beside them where one is set, and who gained a role is told."""

import subprocess
import sys

import pytest

from tests.doubles.slack import Message, Person
from tests.scenarios.steps.alerts import NO, ONLY_INTAKE, SEND
from tests.stage import Stage

GROUP = "S000000001"
PUBLIC = "#bm-aanvragen is openbaar: iedereen kan zichzelf daar een rol geven. Niets werkt tot het een privékanaal is."


def presses(stage: Stage, person: Person, message: Message) -> bool:
    """Whether this person may send the mail."""
    before = len(stage.audited("approved"))
    stage.presses(person, message, SEND, force=True)
    return len(stage.audited("approved")) > before


class TestPublicChannels:
    """Whoever joins would have its role."""

    def test_nobody_has_a_role_of_a_public_channel(self, stage: Stage, request_message: Message) -> None:
        stage.later(hours=1)  # a channel that was private is asked about again
        stage.intake.kind = "public"
        assert not presses(stage, stage.bram, request_message)
        assert stage.ephemeral(stage.bram, stage.intake) == PUBLIC
        assert not stage.sendgrid.sent
        stage.intake.kind = "private"
        assert presses(stage, stage.bram, request_message)

    @pytest.mark.parametrize("overrides", [{"allow_public_channels": True}])
    def test_but_in_the_practice_town(self, stage: Stage, request_message: Message) -> None:
        stage.intake.kind = "public"
        assert presses(stage, stage.bram, request_message)

    def test_the_start_refuses_it(self, stage: Stage) -> None:
        stage.supervision.kind = stage.triage.kind = "public"
        told = serve(stage)
        assert told.returncode == 1
        assert "#bm-reacties, #bm-regie. Make them private channels." in told.stderr
        assert "Traceback" not in told.stderr


def serve(stage: Stage) -> subprocess.CompletedProcess[str]:
    """In a process of its own, with the settings of the stage."""
    settings = stage.settings()
    environment = {
        name.upper(): value.get_secret_value() if hasattr(value, "get_secret_value") else str(value)
        for name in settings.model_fields_set
        if (value := getattr(settings, name)) is not None
    }
    command = [sys.executable, "-m", "bot", "serve"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("overrides", [{"group_intake": GROUP}])
class TestAUserGroup:
    """A second condition: both, or no role."""

    @pytest.fixture
    def group(self, stage: Stage) -> list[str]:
        """Who is in it: Anna."""
        assert stage.slack.add_group("bm-intake", [stage.anna]) == GROUP
        return stage.slack.world.groups[GROUP]

    def test_channel_and_group_are_needed_both(self, stage: Stage, group: list[str], request_message: Message) -> None:
        group.append(stage.carla.id)
        for outsider in (stage.bram, stage.carla):
            assert not presses(stage, outsider, request_message)
            assert stage.ephemeral(outsider, stage.intake) == (ONLY_INTAKE if outsider is stage.carla else NO)
        group.append(stage.bram.id)
        stage.later(seconds=61)
        assert presses(stage, stage.bram, request_message)

    def test_who_leaves_the_group_loses_it_within_a_minute(
        self, stage: Stage, group: list[str], request_message: Message
    ) -> None:
        group.append(stage.bram.id)
        stage.presses(stage.bram, request_message, "Aanpassen")
        group.remove(stage.bram.id)
        stage.later(seconds=61)
        assert not presses(stage, stage.bram, request_message)

    def test_slack_is_asked_once_a_minute_however_many_press(
        self, stage: Stage, group: list[str], request_message: Message
    ) -> None:
        stage.later(seconds=61)
        asked = len(stage.slack.calls_of("usergroups.users.list"))
        for _ in range(10):
            presses(stage, stage.bram, request_message)
        assert len(stage.slack.calls_of("usergroups.users.list")) == asked + 1

    def test_is_slack_busy_then_it_is_asked_once_more(
        self, stage: Stage, group: list[str], request_message: Message, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        group.append(stage.bram.id)
        stage.later(seconds=61)
        presses(stage, stage.carla, request_message)
        stage.later(seconds=61)
        monkeypatch.setattr("bot.slack.membership.sleep", lambda _seconds: None)
        stage.slack.fail_next("usergroups.users.list", "rate_limited")
        assert presses(stage, stage.bram, request_message)

    def test_a_group_that_is_switched_off_lets_nobody_in(
        self, stage: Stage, group: list[str], request_message: Message
    ) -> None:
        group.append(stage.bram.id)
        stage.slack.switch_off_group(GROUP)
        stage.later(seconds=61)
        assert not presses(stage, stage.bram, request_message)
        assert stage.ephemeral(stage.bram, stage.intake) == NO
        assert {refused.error for refused in stage.slack.refused} == {"no_such_subteam"}
        stage.slack.refused.clear()


def next_day(stage: Stage, days: int = 1) -> None:
    """The hour at which the roles are looked at, by each of the copies."""
    stage.later(days=days)
    looks(stage)


def looks(stage: Stage) -> None:
    for _ in range(2):
        stage.program.look_at_roles()
    stage.settle()


def told(stage: Stage) -> list[str]:
    return [message.plain() for message in stage.supervision.messages]


class TestNewRoles:
    """Told once a day in bm-regie, and on record."""

    def test_who_has_a_role_at_the_beginning_is_no_news_but_on_record(self, stage: Stage) -> None:
        looks(stage)
        assert told(stage) == []
        [first] = stage.audited("first_roles")
        assert first.subject == "roles"
        assert set(stage.rows("SELECT user_id, role FROM role_holders")) == {
            (stage.anna.id, "intake"),
            (stage.bram.id, "intake"),
            (stage.carla.id, "responder"),
            (stage.daan.id, "burglary_team"),
            (stage.els.id, "superuser"),
        }
        assert stage.slack.bot_user_id not in str(first.details)
        next_day(stage)
        assert told(stage) == []
        assert len(stage.audited("first_roles")) == 1

    def test_who_gained_one_is_told_once(self, stage: Stage) -> None:
        looks(stage)
        piet = stage.joins(stage.triage, "piet", "Piet <!here> Post")
        piet.joins(stage.supervision)
        stage.carla.joins(stage.burglary)
        looks(stage)
        assert told(stage) == []  # once a day
        next_day(stage)
        [message] = stage.supervision.messages
        assert "Piet <!here> Post: wijksecretariaat, superusers" in message.plain()
        assert "Carla Mulder: inbrakenteam" in message.plain()
        assert "Anna" not in message.plain()
        assert message.mentions == []
        assert [(row.subject, row.details) for row in stage.audited("gained_role")] != []
        assert {(row.subject) for row in stage.audited("gained_role")} == {
            f"colleague {piet.id}",
            f"colleague {stage.carla.id}",
        }
        next_day(stage)
        assert len(told(stage)) == 1

    def test_who_lost_one_is_on_record_alone_and_news_again_when_they_come_back(self, stage: Stage) -> None:
        looks(stage)
        stage.bram.leaves(stage.intake)
        next_day(stage)
        assert told(stage) == []
        [lost] = stage.audited("lost_role")
        assert (lost.subject, "intake" in str(lost.details)) == (f"colleague {stage.bram.id}", True)
        stage.bram.joins(stage.intake)
        next_day(stage)
        assert ["Bram Visser: service en intake" in line for line in told(stage)] == [True]

    def test_guests_strangers_and_bots_have_none_and_who_becomes_one_loses_it(self, stage: Stage) -> None:
        looks(stage)
        stage.joins(stage.intake, "gast", "Gast", is_restricted=True)
        stage.joins(stage.intake, "vreemd", "Vreemd", team_id="T9")
        stage.joins(stage.intake, "robot", "Robot", is_bot=True)
        stage.bram.profile.is_restricted = True
        next_day(stage)
        assert told(stage) == []
        assert len(stage.audited("lost_role")) == 1

    def test_several_copies_tell_it_once(self, stage: Stage) -> None:
        looks(stage)
        other = stage.start_program()
        stage.joins(stage.triage, "piet", "Piet Post")
        stage.later(days=1)
        for copy in (other, stage.program, other):
            copy.look_at_roles()
        stage.settle()
        assert len(told(stage)) == 1
        assert len(stage.audited("gained_role")) == 1
        other.stop()

    def test_a_restart_tells_nothing_twice(self, stage: Stage) -> None:
        looks(stage)
        stage.joins(stage.triage, "piet", "Piet Post")
        next_day(stage)
        stage.restart()
        looks(stage)
        assert len(told(stage)) == 1
        stage.joins(stage.triage, "kees", "Kees Kok")
        stage.later(hours=1)
        looks(stage)
        assert len(told(stage)) == 1  # once a day
        next_day(stage)
        assert "Kees Kok" in told(stage)[-1]

    def test_slack_is_away_that_morning(self, stage: Stage) -> None:
        """Nobody loses a role by it, and it is told later that day."""
        looks(stage)
        stage.joins(stage.triage, "piet", "Piet Post")
        stage.later(days=1)
        stage.slack.down = True
        with pytest.raises(Exception, match=r"server responded|503|urlopen"):
            stage.program.look_at_roles()
        stage.slack.down = False
        stage.later(minutes=16)
        looks(stage)
        assert len(told(stage)) == 1
        assert not stage.audited("lost_role")

    def test_a_large_team_is_asked_for_a_part_at_a_time(self, stage: Stage) -> None:
        looks(stage)
        for number in range(100):
            stage.joins(stage.triage, f"nieuw{number}", f"Nieuw {number}")
        stage.later(days=1)
        before = len(stage.slack.calls_of("users.info"))
        stage.program.look_at_roles()
        assert len(stage.slack.calls_of("users.info")) - before <= 40
        assert told(stage) == []
        for _ in range(3):
            stage.later(minutes=1)
            stage.program.look_at_roles()
        stage.settle()
        [message] = stage.supervision.messages
        assert message.plain().count(": wijksecretariaat") == 100
