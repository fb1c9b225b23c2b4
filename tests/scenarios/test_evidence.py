"""What citizens sent leaves as a package that anybody can prove to be whole, for one person, and on record."""

import json
import re
from pathlib import Path

import httpx
import pytest
from moto.server import ThreadedMotoServer
from pydantic import SecretStr
from typer.testing import CliRunner

from bot.__main__ import app
from bot.adapters.evidence_check import check_package
from bot.adapters.s3 import ObjectStore
from bot.domain.privacy.trail import Sealer
from tests.doubles.citizen import reply_from
from tests.doubles.files import PDF, photo
from tests.doubles.slack import Message
from tests.environment import RIGHT
from tests.scenarios.steps.attachments import sees
from tests.scenarios.steps.evidence import (
    PACKAGE,
    asks_by_word,
    asks_for_package,
    contents,
    details_of,
    sums_of,
    takes_package,
)
from tests.scenarios.steps.films import come_in, film, sender
from tests.scenarios.steps.privacy import sealed as seal_all
from tests.stage import PLAIN, Stage

FRONT, BACK = photo(), photo(colour="red")
FILES = [("deurbel.jpg", FRONT), ("Deurbel.jpg", BACK), ("../../caf\u00e9 \u202e.pdf", PDF)]
KEY = RIGHT["AUDIT_KEY"]


@pytest.fixture
def reply(stage: Stage) -> Message:
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Zie de foto's.", attachments=FILES)


def lead_of(stage: Stage, reply: Message) -> Message:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    return stage.burglary.messages[-1].thread[-1]


def checked(folder: Path, package: bytes, key: str = KEY) -> tuple[tuple[str, ...], int, int]:
    file = folder / "checked.zip"
    file.write_bytes(package)
    found = check_package(file, Sealer(key))
    return found.wrong, found.sealed, found.proven


def test_the_burglary_team_takes_the_package_of_its_lead(stage: Stage, reply: Message, tmp_path: Path) -> None:
    lead = lead_of(stage, reply)
    link = asks_for_package(stage, stage.daan, lead)
    seal_all(stage)
    assert "Bewijspakket ophalen?" in stage.visits(link).text
    taken = takes_package(stage, link)
    assert taken.status_code == 200
    assert taken.headers["content-disposition"] == 'attachment; filename="BM-2026-0001.zip"'
    inside = contents(taken.content)
    assert list(inside) == [
        "originals/reply-1/deurbel.jpg",
        "originals/reply-1/Deurbel (2).jpg",
        "originals/reply-1/cafe.pdf",
        "manifest.json",
        "leesmij.html",
        "sha256sums.txt",
    ]
    assert list(inside.values())[:3] == [FRONT, BACK, PDF]
    page = inside["leesmij.html"].decode()
    for told in ("Noor", "noor@example.nl", "per mail", "2026-01-14 10:12:30", "Zie de foto", "Daan de Groot"):
        assert told in page, told
    told = json.loads(inside["manifest.json"])
    for part in (page, inside["manifest.json"].decode()):
        assert "/mijn/[...]" in part
        assert not re.search(r"/mijn/\w", part), "a key of the citizen's own"
    assert told["replies"][0]["files"][0]["sha256_when_it_came"] == told["replies"][0]["files"][0]["sha256_in_package"]

    outsider = sums_of(tmp_path, taken.content)
    assert (outsider.returncode, outsider.stdout.count(": OK")) == (0, 5), outsider
    wrong, sealed, proven = checked(tmp_path, taken.content)
    assert wrong == ()
    assert 0 < sealed == proven
    assert checked(tmp_path, taken.content, "")[2] == 0


def test_it_is_taken_once_by_one_person_and_each_is_on_record(stage: Stage, reply: Message) -> None:
    lead = lead_of(stage, reply)
    link = asks_for_package(stage, stage.daan, lead)
    assert not stage.audited("opened_evidence")
    pressed = httpx.post(stage.here(link), **PLAIN)
    assert "Path=/bewijs/" in pressed.headers["set-cookie"]
    assert sees(stage, link, pressed).status_code == 200
    assert sees(stage, link, pressed).status_code == 200  # a line that broke
    assert httpx.post(stage.here(link), **PLAIN).status_code == 404
    assert "Deze link werkt niet meer." in stage.visits(link).text
    [asked], [opened] = stage.audited("asked_for_evidence"), stage.audited("opened_evidence")
    assert (asked.who, opened.who, opened.subject) == (stage.daan.id, f"link of {stage.daan.id}", "reply 1")
    assert details_of(opened) == {"lead": 1}
    assert len(stage.audited("packed_evidence")) == 2
    stage.els.command("/burgernetmail", "inzage", stage.supervision)
    told = stage.ephemeral(stage.els, stage.supervision)
    assert "vroeg een bewijspakket aan" in told
    assert "haalde een bewijspakket op" in told
    stage.daan.leaves(stage.burglary)
    assert sees(stage, link, pressed).status_code == 403


def test_the_desk_takes_the_package_of_an_alert_with_what_followed(stage: Stage, reply: Message) -> None:
    answer = stage.mails_to("noor@example.nl")[-1]
    stage.lives("Omar")
    stage.answers("Noor", "Nog een.", attachments=[("later.jpg", BACK)])
    assert answer
    link = asks_by_word(stage, stage.carla, stage.triage)
    inside = contents(takes_package(stage, link).content)
    assert [name for name in inside if name.startswith("originals/")] == [
        "originals/reply-1/deurbel.jpg",
        "originals/reply-1/Deurbel (2).jpg",
        "originals/reply-1/cafe.pdf",
        "originals/reply-2/later.jpg",
    ]
    assert PACKAGE not in str(stage.alert_message().blocks)  # those who read it there may not have it


def test_behind_the_command_each_gets_of_an_alert_what_they_may_read(stage: Stage, reply: Message) -> None:
    """The burglary team: what was sent on to it."""
    lead_of(stage, reply)
    stage.lives("Omar")
    other = reply_from(stage.mails_to("noor@example.nl")[0], "Zie foto.", attachments=[("later.jpg", BACK)])
    stage.comes_in(other, stage.mails_to("noor@example.nl")[0].from_, "omar@example.org")
    first, second = "originals/reply-1/", "originals/reply-2/"
    for person, channel, folders in (
        (stage.daan, stage.burglary, {first}),
        (stage.carla, stage.triage, {first, second}),
    ):
        link = asks_by_word(stage, person, channel)
        names = [name for name in contents(takes_package(stage, link).content) if name.startswith("originals/")]
        assert {name.rpartition("/")[0] + "/" for name in names} == folders, person
    told = [(line.who, line.subject, details_of(line)) for line in stage.audited("opened_evidence")]
    assert told == [
        (f"link of {stage.daan.id}", "reply 1", {"lead": 1}),
        (f"link of {stage.carla.id}", "reply 1", {}),
        (f"link of {stage.carla.id}", "reply 2", {}),
    ]
    stage.later(minutes=1)
    link = asks_by_word(stage, stage.daan, stage.burglary)
    stage.daan.leaves(stage.burglary)
    assert takes_package(stage, link).status_code == 403


def test_a_button_stands_where_each_of_them_works(stage: Stage, reply: Message) -> None:
    """The desk has it on the reply, the burglary team above the leads of an alert."""
    lead_of(stage, reply)
    above = stage.burglary.messages[-1]
    for person, message in ((stage.carla, reply), (stage.daan, above)):
        taken = takes_package(stage, asks_for_package(stage, person, message))
        assert list(contents(taken.content).values())[:3] == [FRONT, BACK, PDF]
    told = [(line.who, details_of(line)) for line in stage.audited("opened_evidence")]
    assert told == [(f"link of {stage.carla.id}", {}), (f"link of {stage.daan.id}", {"lead": 1})]


def test_without_files_there_is_none(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    lead_of(stage, answer := stage.answers("Noor", "Ik zag een bus."))
    for message in (answer, stage.burglary.messages[-1]):
        assert PACKAGE not in message.plain()


def test_behind_the_command_of_what_there_is_no_package(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    for typed, told in (
        ("bewijs", "Zet het kenmerk erachter, zo: /burgernetmail bewijs BM-2026-0042"),
        ("bewijs BM-2026-0009", "Wij kennen dit kenmerk niet."),
        ("bewijs BM-2026-0001", "Bij de tips van deze zaak zitten geen bestanden."),
    ):
        stage.daan.command("/burgernetmail", typed, stage.burglary)
        assert told in stage.ephemeral(stage.daan, stage.burglary)
    stage.carla.command("/burgernetmail", "bewijs BM-2026-0001", stage.triage)
    assert "Er kwamen geen bestanden binnen voor een bewijspakket." in stage.ephemeral(stage.carla, stage.triage)
    stage.anna.command("/burgernetmail", "bewijs BM-2026-0001", stage.intake)
    assert "Alleen het wijksecretariaat of het woninginbrakenteam" in stage.ephemeral(stage.anna, stage.intake)


def test_what_was_changed_where_it_is_kept_is_told_by_anybody(stage: Stage, reply: Message, tmp_path: Path) -> None:
    """The sums are those of when it came: whoever may write in the store proves nothing by it."""
    lead = lead_of(stage, reply)
    [row] = stage.rows("SELECT blob_key FROM attachments WHERE name = 'deurbel.jpg'")
    (stage.files / row.blob_key[:2] / row.blob_key).write_bytes(BACK)
    taken = takes_package(stage, asks_for_package(stage, stage.daan, lead))
    outsider = sums_of(tmp_path, taken.content)
    assert (outsider.returncode, "originals/reply-1/deurbel.jpg: FAILED" in outsider.stdout) == (1, True)
    assert checked(tmp_path, taken.content)[0] == ("originals/reply-1/deurbel.jpg: changed",)
    assert "GEWIJZIGD" in contents(taken.content)["leesmij.html"].decode()


def test_where_files_are_kept_is_away(stage: Stage, reply: Message) -> None:
    """Nothing is used up, and half a package never looks like a whole one."""
    lead = lead_of(stage, reply)
    link, elsewhere = asks_for_package(stage, stage.daan, lead), stage.files.with_name(f"{stage.files.name}-away")
    stage.files.rename(elsewhere)
    assert "Er is niets verloren." in takes_package(stage, link).text
    elsewhere.rename(stage.files)
    assert takes_package(stage, link).status_code == 200


def test_an_operator_exports_it_and_anybody_verifies_it(
    stage: Stage, reply: Message, operator: CliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BLOBS_URL", str(stage.files))
    file = tmp_path / "evidence.zip"
    made = operator.invoke(app, ["evidence", "export", "BM-2026-0001", str(file)])
    assert (made.exit_code, made.stdout) == (0, f"Written to {file}. It holds personal data.\n"), made.output
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(contents(file.read_bytes()).values())[:3] == [FRONT, BACK, PDF]
    assert operator.invoke(app, ["evidence", "export", "BM-2026-0001", str(file)]).exit_code == 1
    assert "No alert" in operator.invoke(app, ["evidence", "export", "BM-2026-9", str(tmp_path / "x.zip")]).output
    [line] = stage.audited("exported_evidence")
    assert (line.who, line.subject) == ("command line", "reply 1")

    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at-all.db")
    whole = operator.invoke(app, ["evidence", "verify", str(file)])
    assert (whole.exit_code, "The package is whole: 5 files" in whole.stdout) == (0, True), whole.output
    [packed] = stage.audited("packed_evidence")
    assert details_of(packed)["sums"] in whole.stdout
    file.write_bytes(file.read_bytes()[:-100])
    assert operator.invoke(app, ["evidence", "verify", str(file)]).exit_code == 1


def test_from_an_object_store_too(stage: Stage) -> None:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        url = f"s3://key:secret@{host}:{port}/files?tls=0"
        ObjectStore(url)._client.create_bucket(Bucket="files")
        stage.overrides["blobs_url"] = SecretStr(url)
        stage.restart()
        stage.lives("Noor")
        stage.approved()
        lead = lead_of(stage, stage.answers("Noor", "Zie de foto's.", attachments=FILES))
        inside = contents(takes_package(stage, asks_for_package(stage, stage.daan, lead)).content)
        assert list(inside.values())[:3] == [FRONT, BACK, PDF]
    finally:
        server.stop()


def test_what_a_neighbour_sent_stands_in_it_too(stage: Stage, reply: Message, tmp_path: Path) -> None:
    form = re.findall(r"https://\S+/reageren/[^\s?]+", stage.mails_to("noor@example.nl")[0].text)[0]
    page = stage.visits(f"{form}?klaar=all").text
    neighbours = re.findall(r'<p class="link">(\S+)</p>', page)[0]
    told = {"what": "Ik zag een man.", "name": "Bep Smit", "email": "bep@example.org"}
    stage.sends_form(neighbours, ("tuin.jpg", BACK), **told)
    stage.settle()
    taken = takes_package(stage, asks_by_word(stage, stage.carla, stage.triage))
    assert sums_of(tmp_path, taken.content).returncode == 0
    page = contents(taken.content)["leesmij.html"].decode()
    for told_there in ("via de buren", "Bep Smit", "bep@example.org", "originals/reply-2/tuin.jpg"):
        assert told_there in page, told_there


def test_of_a_film_that_came_later_it_tells_when(stage: Stage, reply: Message) -> None:
    """The words came first, and the reply's moment is theirs."""
    noor = sender(stage)
    stage.later(days=2)
    noor.sends(film(5000))
    come_in(stage)
    inside = contents(takes_package(stage, asks_by_word(stage, stage.carla, stage.triage)).content)
    files = json.loads(inside["manifest.json"])["replies"][0]["files"]
    assert [(file["name"], file["came_at"][:10]) for file in files][-1] == ("deurbel.mp4", "2026-01-16")
    assert files[0]["came_at"][:10] == "2026-01-14"
    assert "<td>16 januari 2026, 13.0" in inside["leesmij.html"].decode()
