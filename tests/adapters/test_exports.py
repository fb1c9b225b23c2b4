"""A report as files, and the longest report in Slack."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from slack_sdk import WebClient

from bot.adapters.exports import Exporter, harmless
from bot.clock import AMSTERDAM
from bot.domain.alerts.offences import OwnOffence
from bot.domain.figures.figures import Counted, Report, report_of
from bot.domain.figures.periods import Month, Period
from bot.records.figures import PostedReport, ReportCard
from bot.slack.figures.report_message import build_report, build_report_message
from bot.texts import texts
from tests.domain.figures.samples import DAY, HOUR, NOON, alert, reply
from tests.doubles.slack import SlackDouble

HOSTILE = "=cmd|'/c calc'!A1 <!here> *x*"


@pytest.fixture
def report() -> Report:
    """Three years, two hundred colleagues with a hostile name, everything that can fail failed."""
    alerts = [
        alert(number, sent=NOON - number * 5 * DAY, took=-HOUR, requester_id=f"U{number}", requester_name=HOSTILE)
        for number in range(200)
    ]
    failed = [replace(one, approver_id=one.requester_id, approver_name=one.requester_name) for one in alerts]
    replies = [reply(NOON - DAY, id=number, acknowledged=False, answered=False) for number in range(1000)]
    return report_of(Counted(failed, replies, {}, 0), Period(Month(2023, 2), Month(2026, 1)), NOON, AMSTERDAM)


@pytest.mark.parametrize("text", ["=1+1", "+31612345678", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("Anna = 1") == "Anna = 1"


def test_a_colleague_s_name_does_nothing_in_a_spreadsheet(report: Report) -> None:
    exporter = Exporter(texts("nl"))
    rows = [*csv.DictReader(StringIO(exporter.figures(report).decode("utf-8-sig")))]
    assert {row["colleague"] for row in rows} == {"", f"'{HOSTILE}"}
    book = load_workbook(BytesIO(exporter.workbook(report)))
    assert "f" not in {cell.data_type for sheet in book for row in sheet for cell in row}
    assert book["Collega's"]["A2"].value == f"'{HOSTILE}"
    [first, *_] = csv.DictReader(StringIO(exporter.alerts(report).decode("utf-8-sig")))
    assert first["minutes_total"] == "-60.0"


def test_a_report_to_the_police_stands_behind_what_stood_there_before() -> None:
    plain = alert(took=3 * HOUR)
    reported = replace(plain, clock=replace(plain.clock, reported_at=plain.clock.window_end + HOUR))
    month = Period(Month(2026, 1), Month(2026, 1))
    made = report_of(Counted([plain, reported], [], {}, 0), month, NOON, AMSTERDAM)
    before, told = csv.DictReader(StringIO(Exporter(texts("nl")).alerts(made).decode("utf-8-sig")))
    assert [*told][-2:] == ["reported", "minutes_to_report"]
    assert (before.pop("reported"), before.pop("minutes_to_report")) == ("", "")
    assert (told.pop("reported"), told.pop("minutes_to_report")) == ("2026-01-14T11:00:00+01:00", "60.0")
    assert before == told
    sheet = load_workbook(BytesIO(Exporter(texts("nl")).workbook(made)))["Alerteringen"]
    assert sheet["A1"].value == "kenmerk"
    assert [cell.value for cell in sheet[1]][-2:] == ["gemeld", "minuten: tot het gemeld werd"]
    assert len(sheet[1]) == len(sheet[3])


def test_an_offence_stands_by_its_key_and_one_of_the_team_s_own_by_the_name_that_it_had() -> None:
    ready = alert()
    own = OwnOffence(3, 2, *("=Autobrand", "Autobrand", "de autobrand", "Er brandde een auto."))
    added = replace(ready, clock=replace(ready.clock, offence=own))
    month = Period(Month(2026, 1), Month(2026, 1))
    made = report_of(Counted([ready, added], [], {}, 0), month, NOON, AMSTERDAM)
    rows = csv.DictReader(StringIO(Exporter(texts("nl")).alerts(made).decode("utf-8-sig")))
    assert [row["offence"] for row in rows] == ["burglary", "'=Autobrand"]


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_the_longest_report_fits_and_names_do_nothing_in_slack(report: Report, locale: str) -> None:
    with SlackDouble() as slack:
        room = slack.add_channel("bm-regie", [slack.add_person("els", "Els")])
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        file = client.files_upload_v2(content=b"png", filename="a.png", alt_txt="a")["file"]["id"]
        posted = PostedReport(1, str(report.period), HOSTILE, file)
        for text, blocks in (
            build_report(texts(locale), report),
            build_report_message(texts(locale), ReportCard(posted, report)),
        ):
            client.chat_postMessage(channel=room.id, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False)
            assert room.messages[-1].mentions == []
        slack.assert_clean()
