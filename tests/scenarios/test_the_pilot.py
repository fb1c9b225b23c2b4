"""The pilot again, October 2014 to February 2015: its 195 alerts and 62 answered ones give its table."""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from freezegun import freeze_time

from bot.clock import local
from bot.domain.alerts.alerts import CaseResult
from bot.domain.leads.leads import LeadResult
from bot.domain.participants.people import Colleague, ParticipantRow, Role
from bot.domain.replies.replies import Rating, Seen
from bot.records.alerts import TypedRequest
from bot.workflow.alerts.requesting import FormContext
from tests.cli.commands import run
from tests.databases import fresh_sqlite
from tests.doubles.citizen import reply_from
from tests.scenarios.steps.brought import ByHand, by_hand, differing, exported
from tests.stage import Stage, X, Y

MONTHS = (  # the morning of the first alert, days, alerts, those with a reply
    (datetime(2014, 10, 15, 9, tzinfo=UTC), 16, 24, 4),
    (datetime(2014, 11, 1, 9, tzinfo=UTC), 29, 40, 11),
    (datetime(2014, 12, 1, 9, tzinfo=UTC), 30, 34, 8),
    (datetime(2015, 1, 1, 9, tzinfo=UTC), 30, 39, 16),
    (datetime(2015, 2, 1, 9, tzinfo=UTC), 27, 58, 23),
)
TABLE = (
    ("okt 2014", "24", "4", "16,7%"),
    ("nov 2014", "40", "11", "27,5%"),
    ("dec 2014", "34", "8", "23,5%"),
    ("jan 2015", "39", "16", "41,0%"),
    ("feb 2015", "58", "23", "39,7%"),
    ("totaal", "195", "62", "31,8%"),
)
ALERTS, WIDER = 195, 109  # so many alerts went 300 m far instead of 200: 86 x 51 + 109 x 52 = 10,054 mails
REPLIES, RELEVANT = 100, 53
STREETS = ("Ansjovisstraat", "Baarsstraat", "Cantharelstraat")
TEAM = tuple(Colleague(f"U9{number}", f"Collega {number}", frozenset({Role.INTAKE})) for number in range(8))
WORDS = "Ik zag een grijze bus."


@pytest.fixture
def wait() -> Iterator[Callable[[timedelta], object]]:
    """Time that ticks on from the pilot's first morning."""
    with freeze_time(MONTHS[0][0] - timedelta(hours=1), tick=True, real_asyncio=True) as frozen:
        yield lambda span: frozen.move_to(datetime.now(UTC) + span)


@pytest.fixture
def database_url() -> str:
    """On one database only: what the figures are counted from has tests on both."""
    return fresh_sqlite()


def moves_in(stage: Stage) -> None:
    """Sixty people in each street: 51 within 200 m of its case, one more within 300 m."""
    for street, name in enumerate(STREETS):
        stage.geocoder.knows(name, "1", "3823 AB", "Amersfoort", X + street * 5000, Y)
        for number in range(60):
            metres = 3 * number if number < 51 else 250 if number == 51 else 350
            email = f"{name.lower()}{number}@example.nl"
            row = ParticipantRow(email, "Buur", "3823 AB", "1", "Kattenbroek", X + street * 5000 + metres, Y)
            stage.program.enrol([row])


def typed(number: int) -> TypedRequest:
    """The form of one alert, about last evening."""
    evening = local(datetime.now(UTC)).date() - timedelta(days=1)
    radius = 300 if number * WIDER % ALERTS < WIDER else 200
    return TypedRequest(
        offence="burglary",
        street=STREETS[number % len(STREETS)],
        house_number="1",
        postcode="3823 AB",
        place="Amersfoort",
        date_from=str(evening),
        time_from="19:00",
        date_to=str(evening),
        time_to="22:00",
        what_happened="De voordeur is opengebroken.",
        description="",
        question="",
        radius_m=str(radius),
        bvh_number=f"2014-{number}",
        accept_centre=False,
    )


def sends(stage: Stage, number: int) -> None:
    """Asked for by one colleague, three minutes in the form, and approved by another an hour later."""
    work = stage.program.workflow
    context = FormContext(uuid4().hex, datetime.now(UTC))
    requester, approver = TEAM[number % 5], TEAM[5 + number % 3]
    preview = work.requesting.preview(typed(number), context, requester)
    stage.wait(timedelta(minutes=3))
    alert = work.requesting.file(preview.draft_id, requester)
    stage.wait(timedelta(hours=1))
    work.approving.approve(alert.id, alert.version, approver)
    stage.settle()


def sends_through_slack(stage: Stage, number: int) -> None:
    """The same by hand."""
    form = typed(number)
    stage.asks(
        stage.anna,
        **{
            "Straat": form.street,
            "Huisnummer (komt niet in de mail)": "1",
            "Begindatum": form.date_from,
            "Begintijd": form.time_from,
            "Einddatum": form.date_to,
            "Eindtijd": form.time_to,
            "Straal": f"{form.radius_m} m",
            "BVH-nummer (intern)": form.bvh_number,
        },
    )
    stage.wait(timedelta(hours=1))
    stage.presses(stage.bram, stage.alert_message(), "Goedkeuren en versturen")


def handles(stage: Stage, number: int, citizen: str) -> None:
    """A citizen answers the mail; the wijksecretariaat rates, answers and records the reply an hour later."""
    mail = stage.mail_to(citizen)
    stage.comes_in(reply_from(mail, WORDS), mail.from_, citizen)
    stage.wait(timedelta(hours=1))
    work, carla = stage.program.workflow, TEAM[0]
    [(reply_id,)] = stage.rows("SELECT MAX(id) FROM replies")
    rating = Rating.RELEVANT_HERE if number < RELEVANT else Rating.NOT_RELEVANT
    work.triaging.rate(reply_id, rating, carla)
    work.answering.answer(reply_id, Seen(rating), "Dank u wel.", carla)
    if rating is Rating.RELEVANT_HERE:
        work.triaging.record_in_bvh(reply_id, f"2014-{number}", carla)
        work.escalating.escalate(reply_id, carla)
    stage.settle()


def ends(stage: Stage) -> None:
    """The burglary team judges all leads but the last ones; every third alert is closed."""
    work, daan = stage.program.workflow, TEAM[1]
    for lead_id in (row.id for row in stage.rows("SELECT id FROM leads ORDER BY id LIMIT 50")):
        work.escalating.set_result(lead_id, [*LeadResult][lead_id % len(LeadResult)], daan)
    for row in stage.rows("SELECT id, version FROM alerts WHERE id % 3 = 0 ORDER BY id"):
        work.closing.close(row.id, row.version, [*CaseResult][row.id % len(CaseResult)], "", daan)
    stage.settle()


def replay(stage: Stage) -> None:
    """Five months; of the answered alerts, the first ones get two replies each until there are a hundred."""
    number, replied, answered_in_all = 0, 0, sum(answered for *_, answered in MONTHS)
    for first, days, alerts, answered in MONTHS:
        for place in range(alerts):
            stage.wait(first + timedelta(days=days * place // alerts) - datetime.now(UTC))
            sends_through_slack(stage, number) if place == 0 else sends(stage, number)
            if place < answered:
                street = STREETS[number % len(STREETS)].lower()
                for citizen in range(2 if replied < 2 * (REPLIES - answered_in_all) else 1):
                    handles(stage, replied, f"{street}{citizen}@example.nl")
                    replied += 1
            number += 1
    assert (number, replied) == (ALERTS, REPLIES)


def told_rows(printed: str) -> list[tuple[str, ...]]:
    """The rows of printed tables, cells without their frames."""
    rows = (re.split("[│┃]", line) for line in printed.splitlines() if "│" in line)
    return [tuple(cell.strip() for cell in row[1:-1]) for row in rows]


def test_the_pilot_s_table_comes_out(stage: Stage, tmp_path: Path) -> None:
    moves_in(stage)
    replay(stage)
    ends(stage)
    stage.wait(datetime(2015, 3, 2, 10, tzinfo=UTC) - datetime.now(UTC))

    files = [f"--{kind}={tmp_path}/pilot.{kind}" for kind in ("csv", "xlsx", "png")]
    told = run("report", "--from", "2014-10", "--to", "2015-02", *files, DATABASE_URL=stage.database_url, COLUMNS="120")
    assert told.exit_code == 0, told.output
    rows = told_rows(told.stdout)
    assert [row for row in rows if row in TABLE] == [*TABLE]
    for row in (
        ("Mails", "10.054", "10.054", ""),
        ("Mails per alertering", "51,6", "195", ""),
        ("Geldige reacties", "100", "100", "per mail 100, met het formulier 0, telefonisch 0"),
        ("Relevant voor deze zaak", "53,0%", "100", ""),
        ("Bruikbaar (de eerste twee)", "53,0%", "100", ""),
        ("Vier ogen", "100,0%", "195", ""),
        ("Ontvangst bevestigd", "100,0%", "100", ""),
        ("Beantwoord", "100,0%", "100", ""),
        ("Dezelfde dag afgehandeld", "100,0%", "100", ""),
        ("Tijd in het formulier, mediaan", "3,0 minuten", "195", ""),
    ):
        assert row in rows
    assert "37,4" not in told.stdout
    brought = exported((tmp_path / "pilot.csv").read_bytes(), "2014-10/2015-02")
    counted = by_hand(ByHand(stage, "2014-09-30 22:00:00", "2015-02-28 23:00:00"))
    assert not differing(brought, counted)
    assert (brought["leads_judged"].n, brought["cases_ended"].n) == (RELEVANT, ALERTS)

    stage.els.command("/burgernetmail", "cijfers 2014-10 2015-02", stage.supervision)
    short = stage.slack.wait_for(lambda: stage.els.ephemerals(stage.supervision))[-1]
    stage.presses(stage.els, short, "Alle cijfers")
    shown = stage.ephemeral(stage.els, stage.supervision)
    assert [line.split() for line in shown.split("```")[1].splitlines()[2:]] == [" ".join(row).split() for row in TABLE]

    with (tmp_path / "pilot-alerts.csv").open(encoding="utf-8-sig", newline="") as file:
        alerts = [*csv.DictReader(file)]
    assert sum(int(alert["mails"]) for alert in alerts) == 10_054
    assert {alert["mails"] for alert in alerts} == {"51", "52"}
    assert len(stage.sendgrid.sent) == 10_054 + 2 * REPLIES  # an acknowledgement and an answer each
    assert all((tmp_path / f"pilot.{kind}").stat().st_size > 2000 for kind in ("csv", "xlsx", "png"))
