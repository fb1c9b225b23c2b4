"""The dagmonitor comes in: dropped in bm-regie, by the command line, by mail."""

from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.utils import make_msgid
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from bot.__main__ import app
from tests.doubles.citizen import reply_from
from tests.doubles.clamd import EICAR, ClamdDouble
from tests.doubles.slack import Message
from tests.scenarios.steps.day_monitor import HEADER, answer
from tests.stage import Stage

FIRST = "2026-001234;Diefstal uit woning;Kattenbroekstraat;12;3823ab;Amersfoort;14-01-2026;09:00;11.30;Raam"
SECOND = "2026-001235;Poging inbraak;Heideweg;3;3823ac;Amersfoort;13-01-2026;22:00;23:30;Voordeur"
WRONG = "2026-001236;Inbraak;Bosweg;1;38;Amersfoort;40-01-2026;09:00;11.30;Raam"


def csv(*lines: str) -> bytes:
    return "\r\n".join([HEADER, *lines]).encode("cp1252")


def drops(stage: Stage, content: bytes, name: str = "dagmonitor.csv") -> Message:
    message = stage.els.drops(stage.supervision, (name, content))
    stage.settle()
    return message


def incidents(stage: Stage) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in stage.rows("SELECT bvh_number, offence, street, status FROM incidents ORDER BY id")]


def test_a_file_dropped_in_the_channel_is_answered_in_its_thread(stage: Stage) -> None:
    dropped = drops(stage, csv(FIRST, WRONG, SECOND))
    assert answer(dropped).splitlines() == [
        ":clipboard: *Dagmonitor*",
        "2 nieuw, 1 geweigerd",
        "• regel 3, Postcode: Vul een postcode in zoals 3823 AB.",
        "• regel 3, Pleegdatum van: Dit is geen datum. Voorbeeld: 24-11-2026.",
        "Verbeter deze regels en plaats het bestand opnieuw in dit kanaal. De andere regels blijven zoals ze zijn.",
    ]
    assert incidents(stage) == [
        ("2026-001234", "burglary", "Kattenbroekstraat", "open"),
        ("2026-001235", "attempted_burglary", "Heideweg", "open"),
    ]
    stage.slack.redeliver()
    stage.settle()
    assert len(dropped.thread) == 1

    mended = csv(FIRST.replace("Raam", "Deur"), SECOND, WRONG.replace(";38;", ";3824AA;").replace("40-", "14-"))
    assert "1 nieuw, 1 gewijzigd, 1 ongewijzigd" in answer(drops(stage, mended))
    assert "Dit bestand is al gelezen: er verandert niets." in answer(drops(stage, mended))
    [first, *_] = stage.audited("imported")
    assert (first.who, first.subject) == (stage.els.id, "day monitor 1")
    assert "Kattenbroek" not in str(first.details)
    assert "Kattenbroek" not in str(stage.rows("SELECT * FROM day_monitor_files"))


def test_a_change_after_the_request_is_pointed_out(stage: Stage) -> None:
    stage.lives("Noor")
    drops(stage, csv(FIRST, SECOND))
    stage.asks()
    stage.rows("UPDATE incidents SET alert_id = 1, status = 'requested' WHERE id = 1")
    told = answer(drops(stage, csv(FIRST.replace("11.30", "12.30"), SECOND)))
    assert "1 gewijzigd, 1 ongewijzigd" in told
    assert "1 zaak is gewijzigd na de aanvraag. Controleer de aanvraag opnieuw." in told


def test_excel_is_read_and_what_can_t_be_read_says_why(stage: Stage) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Dagmonitor"])
    sheet.append(["Zaaknr", "Straat", "Pleegdatum"])
    sheet.append(["2026-77", "Heideweg 3", datetime(2026, 1, 13, 22, 15)])
    content = BytesIO()
    book.save(content)
    message = stage.els.drops(
        stage.supervision, ("dag.XLSX", content.getvalue()), ("foto.png", b"x"), ("oud.xls", b"\xd0\xcf\x11\xe0")
    )
    stage.settle()
    assert [note.plain().splitlines()[1] for note in message.thread] == [
        "1 nieuw",
        "Dit is een oud Excel-bestand, of het heeft een wachtwoord. Sla het op als .xlsx zonder wachtwoord.",
    ]
    assert "Deze kolommen ontbreken: straat." in answer(drops(stage, b"BVH-nummer,Pleegdatum\n1,1-1-2026"))
    many = csv(*(WRONG.replace("001236", str(number)) for number in range(30)))
    told = answer(drops(stage, many)).splitlines()
    assert told[1] == "30 geweigerd"
    assert (len([line for line in told if line.startswith("•")]), "en nog 40" in told) == (20, True)
    assert "Dit bestand is te groot: hoogstens 5 MB." in answer(drops(stage, b"x" * 5_000_001))


def test_only_a_superuser_s_file_in_their_channel_is_read(stage: Stage) -> None:
    guest = stage.joins(stage.supervision, "gast", "Gast", is_restricted=True)
    refused = guest.drops(stage.supervision, ("dagmonitor.csv", csv(FIRST)))
    elsewhere = stage.anna.drops(stage.intake, ("dagmonitor.csv", csv(FIRST)))
    other = guest.drops(stage.supervision, ("verslag.docx", b"PK"))
    remark = stage.els.says(stage.supervision, "Goedemorgen")
    stage.els.drops(stage.supervision, ("dagmonitor.csv", b"Naam;Adres"), thread=remark)
    stage.settle()
    assert "Er is geen regel met de namen van de kolommen." in remark.thread[-1].plain()
    assert "Alleen superusers kunnen een dagmonitor aanleveren. Er is niets gelezen." in answer(refused)
    assert (elsewhere.thread, other.thread, incidents(stage)) == ([], [], [])
    assert len(stage.slack.calls_of("download")) == 1


def test_slack_fails_and_files_are_read_in_their_order(stage: Stage) -> None:
    stage.slack.fail_next("users.info", "server_error")
    stage.slack.redelivers = True
    stage.slack.fail_next("files.info", "rate_limited")
    stage.slack.fail_next("download", "server_error")
    stage.slack.fail_next("chat.postMessage", "lost_answer")
    first = stage.els.drops(stage.supervision, ("een.csv", csv(FIRST)))
    assert len(stage.slack.missed_acks) == 1  # nothing was written down yet, so it comes again
    stage.slack.missed_acks.clear()
    stage.slack.redeliver_due()
    second = stage.els.drops(stage.supervision, ("twee.csv", csv(FIRST.replace("Raam", "Deur"))))
    gone = stage.els.drops(stage.supervision, ("weg.csv", csv(SECOND)))
    stage.els.takes_back(gone)
    stage.settle()
    assert incidents(stage) == []
    stage.restart()
    for _ in range(6):
        stage.later(seconds=30)
    assert "1 nieuw" in answer(first)
    assert "1 gewijzigd" in answer(second)
    assert "Dit bestand is verwijderd voordat het gelezen kon worden." in answer(gone)
    assert [row.what_happened for row in stage.rows("SELECT what_happened FROM incidents")] == ["Deur"]
    stage.expects_refusal("file_deleted")


def test_on_the_command_line(stage: Stage, operator: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "dagmonitor.csv"
    file.write_bytes(csv(FIRST, WRONG))
    done = operator.invoke(app, ["day-monitor", "import", str(file)])
    assert (done.exit_code, done.stdout) == (1, "1 new, 1 refused\n")
    assert done.stderr.splitlines() == [
        "line 3, Postcode: Enter a postcode like 3823 AB.",
        "line 3, Pleegdatum van: This is not a date. Example: 24-11-2026.",
    ]
    file.write_bytes(csv(FIRST, SECOND))
    assert operator.invoke(app, ["day-monitor", "import", str(file)]).stdout.startswith("1 new, 1 unch")
    again = operator.invoke(app, ["day-monitor", "import", str(file)])
    assert (again.exit_code, again.stdout) == (0, "This file was read before: nothing changes.\n")
    file.write_bytes(b"Naam;Adres")
    refused = operator.invoke(app, ["day-monitor", "import", str(file)])
    assert refused.exit_code == 1
    assert "There is no line with the names of the columns." in refused.stderr


BY_MAIL = {
    "day_monitor_address": "antwoord+dagmonitor@mail.example.nl",
    "day_monitor_senders": "DIK@example.nl, rooster@example.nl",
}


def mails(stage: Stage, *files: tuple[str, bytes], sender: str = "dik@example.nl", **how: Any) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "iedereen@example.nl", "Dagmonitor"
    mail["Message-ID"] = make_msgid()
    mail.set_content("Zie bijlage.")
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    stage.comes_in(mail, BY_MAIL["day_monitor_address"], sender, **how)


@pytest.mark.parametrize("overrides", [BY_MAIL])
def test_by_mail_from_a_proven_sender_who_may(stage: Stage) -> None:
    mails(stage, ("dagmonitor.csv", csv(FIRST, SECOND)), ("logo.png", b"x"))
    [told] = stage.supervision.messages
    assert told.plain().splitlines() == [
        ":clipboard: *Dagmonitor per mail, van d•••@e•••.nl*",
        "2 nieuw",
    ]
    mails(stage, ("dagmonitor.csv", csv(FIRST.replace("12", "13"))), dkim="{@example.nl : fail}")
    mails(stage, ("dagmonitor.csv", csv(FIRST.replace("12", "13"))), sender="noor@example.nl")
    mails(stage, ("dagmonitor.csv", csv(FIRST.replace("12", "13"))), sender="noor@example.nl")
    mails(stage)
    refused = "Wij kennen deze afzender niet, of wij weten niet zeker of hij echt is. Er is niets gelezen."
    assert [message.plain().splitlines()[1] for message in stage.supervision.messages[1:]] == [
        refused,
        refused,
        "Bij deze mail zit geen CSV- of Excel-bestand. Er is niets gelezen.",
    ]
    assert stage.rows("SELECT house_number FROM incidents WHERE id = 1")[0].house_number == "12"
    assert (stage.triage.messages, stage.rows("SELECT * FROM replies")) == ([], [])
    assert {bytes(row.raw) for row in stage.rows("SELECT raw FROM inbound")} == {b""}


@pytest.mark.parametrize("overrides", [BY_MAIL])
def test_a_citizen_s_answer_stays_a_reply_whatever_its_headers_say(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik zag een bus.").replace(
        b"To: ", f"Cc: {BY_MAIL['day_monitor_address']}\r\nTo: ".encode(), 1
    )
    stage.comes_in(raw, mail.from_, "noor@example.nl")
    assert "Ik zag een bus." in stage.reply_message().plain()


def test_words_go_some_days_after_the_last_file_that_named_them(stage: Stage, operator: CliRunner) -> None:
    drops(stage, csv(FIRST, SECOND))
    stage.later(days=20)
    drops(stage, csv(SECOND))
    stage.later(days=10)
    told = operator.invoke(app, ["retention", "--dry-run"]).stdout
    assert told == "would be erased, words of incidents: 1\n"
    stage.program.workflow.retaining.run_at_night()
    stage.settle()
    assert stage.supervision.messages[-1].plain() == (
        "Gewist na de bewaartermijn: adressen en omschrijvingen van zaken uit de dagmonitor (1)."
    )
    assert [row[2] for row in incidents(stage)] == ["", "Heideweg"]
    assert operator.invoke(app, ["retention", "--dry-run"]).stdout == "Nothing is due.\n"


@pytest.fixture
def clamd() -> Iterator[ClamdDouble]:
    with ClamdDouble() as clamd:
        yield clamd


class TestWithAScanner:
    """Mail is read only after its verdict."""

    @pytest.fixture
    def overrides(self, clamd: ClamdDouble) -> dict[str, object]:
        return {**BY_MAIL, "clamav_url": clamd.url}

    def test_nothing_is_read_that_it_refuses_or_has_not_seen(self, stage: Stage, clamd: ClamdDouble) -> None:
        mails(stage, ("virus.csv", csv(FIRST) + EICAR), ("goed.csv", csv(SECOND)))
        told = [message.plain().splitlines()[1] for message in stage.supervision.messages]
        assert told[0] == "De virusscanner keurt dit bestand af. Er is niets gelezen."
        assert told[1].startswith("1 nieuw")
        assert [row[0] for row in incidents(stage)] == ["2026-001235"]
        clamd.stops()
        mails(stage, ("later.csv", csv(FIRST)))
        assert len(stage.supervision.messages) == 2
        clamd.starts()
        stage.later(minutes=1)
        assert "1 nieuw" in stage.supervision.messages[-1].plain()
