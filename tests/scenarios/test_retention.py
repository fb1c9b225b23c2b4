"""The law's clock: citizens' words go when their time has come, everywhere; figures, and what is held, stay."""

import re

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.main import build
from tests.desk_steps import seen
from tests.doubles.citizen import out_of_office
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.looks import WHY
from tests.scenarios.steps.privacy import WORDS, everything_kept, files, handles, holds, sealed
from tests.stage import Stage


@pytest.fixture
def reply(stage: Stage) -> Message:
    """Noor's answer, with a photo too large for the database."""
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", WORDS, attachments=[("bus.jpg", photo() + bytes(300_000))])


def night(stage: Stage, **later: float) -> None:
    """So much later, at the hour when things go."""
    stage.later(**later)
    stage.program.workflow.retaining.run_at_night()
    stage.settle()


def test_what_is_not_relevant_is_gone_on_the_day_that_the_citizen_was_told(stage: Stage, reply: Message) -> None:
    thanks = stage.answers("Noor", "Graag gedaan!")
    stage.rows("UPDATE replies SET label = 'follow_up', follow_up_of = 1 WHERE id = 2")
    handles(stage, reply)
    lead = stage.burglary.messages[-1].thread[0]
    told = re.search(r"Wij verwijderen uw reactie op (\d+ \w+)", stage.mail_to("noor@example.nl").text)
    assert told
    assert told[1] == "28 januari"
    assert len(files(stage)) == 2
    assert any("Fijn dat u de moeite nam" in note.plain() for note in reply.thread)

    stage.later(minutes=16)
    stage.presses(stage.carla, reply, "Origineel")
    night(stage, days=13, hours=9, minutes=44)  # 23:00 the day before
    assert WORDS in reply.plain()
    night(stage, hours=4, minutes=1)  # a minute past three
    for message in (reply, lead, thanks):
        assert "De tekst is gewist op 28 januari 2026." in message.plain()
        assert WORDS not in message.plain()
        assert "n•••" not in message.plain()
        assert "bus.jpg" not in message.plain()
    assert reply.buttons == []
    late = seen(stage.carla).fill({WHY: "Onderzoek"}).submit()
    assert late.errors == {WHY: "De tekst en de gegevens zijn gewist."}
    assert "Toon gegevens" not in lead.buttons
    assert reply.thread == []
    assert "*Niet relevant*" in reply.plain()
    assert files(stage) == []
    kept = everything_kept(stage)
    for personal in (WORDS, "Graag gedaan", "noor@example.nl", "bus.jpg", "Fijn dat u"):
        assert personal not in kept
    [row, _] = stage.rows("SELECT rating, handled_at, erased_at FROM replies ORDER BY id")
    assert (row.rating, bool(row.handled_at), bool(row.erased_at)) == ("not_relevant", True, True)
    assert re.search(r"\d reactie", stage.alert_message().plain())
    report = stage.supervision.messages[-1].plain()
    assert report == (
        "Gewist na de bewaartermijn: reacties 1 (niet relevant 1, in BVH gezet 0, andere mail 0), bijlagen 1. "
        "Onder bewaarplicht: 0. Mislukt: 0."
    )

    night(stage, days=1)
    assert len(stage.supervision.messages) == 1


def test_each_kind_has_its_own_term_and_what_is_open_never_goes(stage: Stage, operator: CliRunner) -> None:
    for name in ("Noor", "Omar", "Puck"):
        stage.lives(name)
    stage.approved()
    recorded, still_open = stage.answers("Noor", WORDS), stage.answers("Omar", "Ik hoorde glas.")
    mail = stage.mail_to("puck@example.nl")
    stage.comes_in(out_of_office(mail), mail.from_, "puck@example.nl")
    robot = stage.reply_message()
    stage.presses(stage.carla, recorded, "Relevant voor deze zaak")
    stage.presses(stage.carla, recorded, "Niet doorzetten")
    stage.writes_answer(stage.carla, recorded)
    stage.presses(stage.carla, recorded, "Staat in BVH")
    assert seen(stage.carla).fill({"BVH-nummer": "2026-77"}).submit().closed
    stage.settle()
    assert operator.invoke(app, ["retention", "--dry-run"]).stdout == "Nothing is due.\n"
    night(stage, days=29)
    assert WORDS in recorded.plain()
    stage.later(days=1)
    told = operator.invoke(app, ["retention", "--dry-run"]).stdout.splitlines()
    assert told == [
        "BM-2026-0001 reply 1: would be erased (recorded)",
        "BM-2026-0001 reply 3: would be erased (other)",
        "would be erased, other: 1",
        "would be erased, recorded: 1",
    ]
    assert WORDS in recorded.plain()
    assert operator.invoke(app, ["retention", "--yes"]).stdout.splitlines()[-1] == (
        "2 replies and 0 attachments erased, 0 under legal hold, 0 failed"
    )
    stage.settle()
    for gone in (recorded, robot):
        assert "De tekst is gewist" in gone.plain()
    assert "BVH 2026-77" in recorded.plain()
    night(stage, days=300)
    assert "Ik hoorde glas." in still_open.plain()


def test_legal_hold_keeps_all_of_a_case_until_it_is_lifted(stage: Stage, reply: Message, operator: CliRunner) -> None:
    handles(stage, reply)
    alert = stage.intake.messages[0]
    stage.carla.command("/burgernetmail", "bewaren BM-2026-0001", stage.triage)
    assert "Alleen superusers" in stage.ephemeral(stage.carla, stage.triage)
    holds(stage, "Vordering van de officier")
    assert ":lock: Bewaarplicht: Vordering van de officier (Els van Dijk)" in alert.plain()
    night(stage, days=40)
    assert WORDS in reply.plain()
    assert operator.invoke(app, ["retention", "--dry-run"]).stdout.splitlines()[0] == (
        "BM-2026-0001 reply 1: under legal hold (not_relevant)"
    )
    assert stage.supervision.messages == []
    erased = operator.invoke(app, ["privacy", "erase", "noor@example.nl", "--yes"])
    assert erased.exit_code == 3
    assert "Kept under legal hold: reply 1." in erased.stderr
    assert "gets no mail, and stays known" in erased.stdout

    holds(stage, "Zaak is gesloten")  # the same command again offers to lift it
    assert "Bewaarplicht" not in alert.plain()
    night(stage, days=1)
    assert WORDS not in reply.plain()
    assert [row.subject for row in stage.audited("held") + stage.audited("released")] == ["BM-2026-0001"] * 2


def test_an_answer_under_legal_hold_names_no_day(stage: Stage, reply: Message) -> None:
    holds(stage, "Vordering van de officier")
    handles(stage, reply)
    assert "Wij kunnen uw informatie nu niet gebruiken" in stage.mail_to("noor@example.nl").text
    assert "Wij verwijderen uw reactie" not in stage.mail_to("noor@example.nl").text


def test_slack_and_the_files_are_away_in_the_night(stage: Stage, reply: Message) -> None:
    """The database is clean at once; the rest follows, once, whatever somebody deleted meanwhile."""
    handles(stage, reply)
    elsewhere = stage.files.with_name(f"{stage.files.name}-away")
    stage.files.rename(elsewhere)
    stage.files.write_bytes(b"no folder")
    stage.carla.says(stage.triage, "Dank!", thread=reply)
    stage.later(days=14, hours=-9)
    stage.slack.fail_next("chat.delete", "lost_answer")
    stage.slack.fail_next("chat.delete", "rate_limited")
    stage.program.workflow.retaining.run_at_night()
    stage.restart()
    stage.settle()
    assert WORDS not in everything_kept(stage)
    for _ in range(6):
        stage.later(minutes=1)
    assert "Bestanden die gewist moeten worden wachten sinds" in stage.supervision.messages[-1].plain()
    stage.files.unlink()
    elsewhere.rename(stage.files)
    for _ in range(3):
        stage.later(minutes=10)
    assert WORDS not in reply.plain()
    assert [note.plain() for note in reply.thread] == ["Dank!"]  # what colleagues wrote is theirs
    assert files(stage) == []


@pytest.mark.parametrize("overrides", [{"retention_not_relevant_days": 3}])
def test_only_one_copy_does_the_night_and_a_failure_is_told_and_made_up_for(
    stage: Stage, reply: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    handles(stage, reply)
    assert "Wij verwijderen uw reactie op 17 januari" in stage.mail_to("noor@example.nl").text
    stage.later(days=3)
    retaining = stage.program.workflow.retaining
    with monkeypatch.context() as broken:
        broken.setattr("bot.workflow.privacy.retaining.erase", lambda *_, **__: 1 / 0)
        retaining.run_at_night()
        stage.settle()
    assert "Mislukt: 1." in stage.supervision.messages[-1].plain()
    assert WORDS in reply.plain()
    retaining.run_at_night()  # the same night: it has been
    stage.restart()
    night(stage)  # another copy finds the lease taken
    assert WORDS in reply.plain()
    night(stage, days=1)
    assert WORDS not in reply.plain()


def test_a_closed_message_is_taken_away_and_the_trail_stays_whole(
    stage: Stage, reply: Message, operator: CliRunner
) -> None:
    handles(stage, reply)
    sealed(stage)
    reply.edit_window_closed = True
    night(stage, days=14)
    assert reply not in stage.triage.messages
    sealed(stage)
    assert operator.invoke(app, ["audit", "verify"]).stdout.startswith("The audit trail is whole up to seal ")
    exported = operator.invoke(app, ["audit", "export"]).stdout
    assert '"what": "erased"' in exported
    assert "noor" not in exported
    stage.expects_refusal("edit_window_closed", "thread_not_found")  # what hung under it is gone with it


class Killed(BaseException):
    """The process is no more."""


def test_killed_midway_it_goes_on_within_a_minute(
    stage: Stage, reply: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    handles(stage, reply)
    stage.lives("Omar")
    stage.later(days=14)
    other, job = build(stage.settings()), next(job for job in stage.program._jobs._table if job.name == "retaining")

    other.listen()

    def dies(*_: object, **__: object) -> int:
        raise Killed

    with monkeypatch.context() as killed:
        killed.setattr("bot.workflow.privacy.retaining.erase", dies)
        with pytest.raises(Killed):
            job.step()
    stage.restart()
    waited = 0.0
    while WORDS in everything_kept(stage) and waited < 60:
        other.workflow.retaining.run_at_night()
        stage.program.workflow.retaining.run_at_night()
        stage.later(seconds=job.every_s)
        waited += job.every_s
    assert waited < 60
    assert WORDS not in everything_kept(stage)
    other.workflow.retaining.run_at_night()
    stage.settle()
    assert len([told for told in stage.supervision.messages if "Gewist" in told.plain()]) == 1
    other.stop()
