"""A citizen asks what the police know of them, has it corrected, or wants to be forgotten."""

import json
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from tests.doubles.citizen import reply_from
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.looks import looks
from tests.scenarios.test_retention import WORDS, everything_kept, files, handles
from tests.scenarios.test_the_trail import sealed
from tests.stage import Stage, seen

NOOR = "noor@example.nl"


@pytest.fixture
def handled(stage: Stage, operator: CliRunner) -> Message:
    """Noor's reply, looked at, answered; she moved on to another address, and wrote from there too."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    reply = stage.answers("Noor", WORDS, attachments=[("bus.jpg", photo())])
    handles(stage, reply)
    return reply


def privacy(*words: str, **how: str) -> Result:
    return CliRunner().invoke(app, ["privacy", *words], **how)  # type: ignore[arg-type]


def participant(stage: Stage, number: int = 1) -> dict[str, object]:
    [row] = stage.rows("SELECT * FROM participants WHERE id = :number", number=number)
    return dict(row._mapping)


def test_all_that_is_known_is_written_down_for_a_citizen(stage: Stage, handled: Message, tmp_path: Path) -> None:
    file = tmp_path / "noor.json"
    assert privacy("export", "Noor@example.nl", "--to", str(file)).stdout == f"Written to {file}.\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    known = json.loads(file.read_text(encoding="utf-8"))
    assert (known["participant"]["name"], known["participant"]["postcode"]) == ("Noor", "3823 AB")
    [mailing] = known["mailings"]
    assert (mailing["reference"], mailing["state"]) == ("BM-2026-0001", "sent")
    [reply] = known["replies"]
    assert (reply["words"], reply["attachments"], reply["from_address"]) == (WORDS, ["bus.jpg"], NOOR)
    assert [letter["kind"] for letter in reply["letters"]] == ["acknowledgement", "answer"]
    assert "Dank u wel" in reply["letters"][1]["text"]
    [look] = known["looks_at_these_data"]
    assert (look["what"], look["by"], look["reason"]) == ("saw_contact_data", "responder", "investigation")
    assert not {"rating", "bvh_number"} & set(reply)  # the case's, not theirs
    assert "Carla" not in file.read_text()
    again = privacy("export", NOOR, "--to", str(file))
    assert (again.exit_code, again.stderr) == (1, f"{file} can't be written: File exists.\n")
    assert privacy("export", "niemand@example.nl").stderr == "Nothing is known of this address.\n"
    later = json.loads(privacy("export", NOOR).stdout)
    assert later["looks_at_these_data"][-1]["by"] == "operator"
    [line, *_] = stage.audited("exported")
    assert (line.who, line.subject) == ("command line", "participant 1")
    assert "noor" not in str(line.details)


def test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay(
    stage: Stage,
    handled: Message,
    operator: CliRunner,
) -> None:
    mail = stage.mails_to(NOOR)[0]
    stage.comes_in(reply_from(mail, "Los bericht.", quote=None), "antwoord@mail.example.nl", NOOR)
    loose = stage.reply_message()  # no token: tied to nobody but the address
    sealed(stage)
    refused = privacy("erase", NOOR, "--yes")
    assert (refused.exit_code, refused.stderr) == (
        1,
        "Nothing was erased: reply 2 still open. Answer first, or add --open-too.\n",
    )
    assert privacy("erase", NOOR, input="n\n").exit_code == 1
    assert WORDS in handled.plain()
    done = privacy("erase", "NOOR@example.nl", "--yes", "--open-too")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "2 replies and 1 attachments erased.")
    stage.settle()
    for message in (handled, loose):
        assert "De tekst is gewist" in message.plain()
        assert message.thread == []
    assert "Nog te doen" not in loose.plain()
    assert files(stage) == []
    kept = everything_kept(stage)
    for personal in (WORDS, "Los bericht", NOOR, "Noor", "bus.jpg"):
        assert personal not in kept
    told = participant(stage)
    assert (told["email"], told["name"], told["postcode"], told["status"]) == ("erased-1@invalid", "", "", "left")
    assert (told["x"], told["y"], told["neighbourhood"]) == (155_750.0, 467_250.0, "Kattenbroek")
    assert "2 van 2" in stage.intake.messages[0].plain()
    sealed(stage)
    assert operator.invoke(app, ["audit", "verify"]).stdout == "The audit trail is whole.\n"
    assert NOOR not in operator.invoke(app, ["audit", "export"]).stdout
    assert privacy("erase", NOOR, "--yes").stderr == "Nothing is known of this address.\n"

    again = mail.text[mail.text.index("https://burgernetmail.example.nl/afmelden/") :].split()[0]
    stage.sends_form(again, action="come_back")
    assert participant(stage)["status"] == "left"
    stage.comes_in(reply_from(mail, WORDS, attachments=()), mail.from_, NOOR)  # they may write again
    assert WORDS in stage.reply_message().plain()
    stage.lives("Noor")  # a file that names her: a new start
    assert participant(stage, 3)["status"] == "active"


def test_who_answers_our_letter_after_being_forgotten_has_a_reply_of_their_own_words(
    stage: Stage, handled: Message
) -> None:
    letter = stage.mail_to(NOOR)
    privacy("erase", NOOR, "--yes")
    stage.settle()
    stage.comes_in(reply_from(letter, "Toch nog iets: hij was grijs."), letter.from_, NOOR)
    reply = stage.reply_message()
    assert reply is not handled
    assert "Nog te doen:* beoordelen, beantwoorden" in reply.plain()
    assert "Toch nog iets: hij was grijs." in reply.plain()
    assert letter.text.splitlines()[0] not in reply.plain()
    assert "niet de deelnemer" not in reply.plain()
    assert "@invalid" not in looks(stage, stage.carla, reply, "Toon gegevens").text()


def test_what_is_known_is_corrected_like_a_line_of_the_file(stage: Stage, handled: Message) -> None:
    for wrong, why in (
        (("--email", "noor"), "email: not an e-mail address"),
        (("--email", "omar@example.nl"), "email: another participant has this address"),
        (("--postcode", "38"), "postcode: not a postcode"),
        (("--postcode", "9999 ZZ"), "x: empty, and the middle of this postcode is not known"),
        ((), "Say what to change: --email, --name, --postcode (with --x and --y), --house-number or --neighbourhood."),
    ):
        told = privacy("correct", NOOR, *wrong)
        assert (told.exit_code, told.stderr) == (1, f"{why}\n")
    right = ("--email", "noor@nieuw.example", "--postcode", "3811ab", "--house-number", "3")
    told = privacy("correct", NOOR, *right)
    assert told.stdout == "Changed: email, postcode, house_number, neighbourhood, x, y.\n"
    row = participant(stage)
    assert (row["postcode"], row["house_number"], row["neighbourhood"]) == ("3811 AB", "3", "Stadskern")
    assert (row["email"], row["name"]) == ("noor@nieuw.example", "Noor")
    assert privacy("correct", "noor@nieuw.example", "--house-number", "3").stdout.startswith("Nothing changed")
    moved = ("correct", "noor@nieuw.example", "--postcode", "9999 ZZ")
    assert privacy(*moved).exit_code == 1
    assert privacy(*moved, "--x", "233000", "--y", "582000").stdout.startswith("Changed: postcode")
    assert "*1 persoon* krijgt deze mail" in stage.previews(stage.anna).text()  # she lives elsewhere now
    assert "noor" not in str([row.details for row in stage.audited("corrected")])
    looks(stage, stage.carla, handled, "Toon gegevens")
    assert "noor@nieuw.example" in seen(stage.carla).text()
