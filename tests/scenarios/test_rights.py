"""A citizen asks what the police know of them, has it corrected, or wants to be forgotten."""

import hashlib
import hmac
import json
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.contacts.email_addresses import canonical
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.environment import RIGHT
from tests.looks import looks
from tests.scenarios.steps.privacy import WORDS, everything_kept, files, handles, sealed
from tests.stage import Stage

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
    assert [letter["kind"] for letter in reply["letters"]] == ["acknowledgement", "receipt", "answer"]
    assert "Fijn dat u de moeite nam" in reply["letters"][2]["text"]
    look, form = known["looks_at_these_data"]
    assert (form["what"], form["by"]) == ("opened_answer", "responder")  # its greeting names her
    assert (look["what"], look["by"], look["reason"]) == ("saw_contact_data", "responder", "investigation")
    assert not {"rating", "bvh_number"} & set(reply)  # the case's, not theirs
    assert "Mulder" not in file.read_text()  # her first name stands under the answer, which is theirs
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
    [asked] = stage.rows("SELECT street, house_number, requester_name FROM alerts")
    assert tuple(asked) == ("Kattenbroekstraat", "12", "Anna Bakker")
    sealed(stage)
    assert operator.invoke(app, ["audit", "verify"]).stdout.startswith("The audit trail is whole up to seal ")
    assert NOOR not in operator.invoke(app, ["audit", "export"]).stdout
    assert privacy("erase", NOOR, "--yes").stderr == "Nothing is known of this address.\n"

    again = mail.text[mail.text.index("https://burgernetmail.example.nl/afmelden/") :].split()[0]
    stage.sends_form(again, action="come_back")
    assert participant(stage)["status"] == "left"
    stage.comes_in(reply_from(mail, WORDS, attachments=()), mail.from_, NOOR)  # they may write again
    assert WORDS in stage.reply_message().plain()


HEADER = "email,name,postcode,house_number,neighbourhood,x,y\n"


def imported(folder: Path, *addresses: str) -> Result:
    file = folder / "participants.csv"
    lines = (f"{address},Iemand,3823 AB,12,Kattenbroek,155800,467300\n" for address in addresses)
    file.write_text(HEADER + "".join(lines), encoding="utf-8")
    return CliRunner().invoke(app, ["participants", "import", str(file)])


@pytest.fixture
def forgotten(stage: Stage, operator: CliRunner) -> None:
    """Noor, at a domain with letters of its own, and Omar took part; she is erased."""
    stage.lives("Noor", email=canonical("noor@straße.example"))
    stage.lives("Omar")
    done = privacy("erase", "Noor@STRAßE.example", "--yes")
    assert (done.exit_code, done.stdout.splitlines()) == (
        0,
        [
            "0 replies and 0 attachments erased.",
            "The participant is erased and gets no mail.",
            "No participants file enrols this address again. Who signs up themselves: privacy let-in ADDRESS.",
        ],
    )


@pytest.mark.usefixtures("forgotten")
def test_no_file_enrols_again_who_was_erased_until_they_sign_up_themselves(stage: Stage, tmp_path: Path) -> None:
    again = ("NOOR@xn--strae-oqa.example", "omar@example.nl", "noor@straße.example", "noor@strasse.example")
    told = imported(tmp_path, *again)
    assert told.stdout == (
        "1 new, 1 changed, 0 unchanged, 0 refused, 1 replaced by a later line, "
        "1 left out: erased, or under another address now (privacy)\n"
    )
    assert told.stderr.splitlines() == ["line 4, email: stands in an earlier line too: this line counts"]
    assert [row.email for row in stage.rows("SELECT email FROM participants ORDER BY id")] == [
        *("erased-1@invalid", "omar@example.nl", "noor@strasse.example")
    ]
    [line] = stage.audited("imported")
    assert '"erased": 1' in json.dumps(line.details if isinstance(line.details, dict) else json.loads(line.details))

    known = json.loads(privacy("export", "noor@straße.example").stdout)
    assert known.pop("made_at") > known.pop("erased_at")
    assert known == {
        "address": "noor@xn--strae-oqa.example",
        "what_is_left": "a hash of this address, made with a secret key, so that no participants file enrols it again",
    }
    assert privacy("export", "niemand@example.nl").exit_code == 1

    assert privacy("let-in", "omar@example.nl").stderr == "Nobody with this address was erased.\n"
    assert (
        privacy("let-in", "noor@straße.example").stdout == "From now on a participants file may enrol this address.\n"
    )
    assert imported(tmp_path, *again[:1]).stdout.startswith("1 new")
    assert [line.subject for line in stage.audited("let_in")] == ["nobody who takes part"]
    assert "noor" not in str([line.details for line in stage.audited("let_in")])


@pytest.mark.usefixtures("forgotten")
def test_nothing_that_is_kept_tells_who_was_erased(stage: Stage) -> None:
    [row] = stage.rows("SELECT * FROM erased_addresses")
    assert len(row.hash) == len(row.key_check) == 64
    for known in (b"noor@xn--strae-oqa.example", "noor@straße.example".encode()):
        assert hashlib.sha256(known).hexdigest() != row.hash
        assert hmac.digest(RIGHT["SECRET_KEY"].encode(), known, "sha256").hex() != row.hash


@pytest.mark.usefixtures("forgotten")
def test_an_address_that_was_erased_is_given_to_nobody_unless_they_ask_for_it(stage: Stage, tmp_path: Path) -> None:
    change = ("correct", "omar@example.nl", "--email", "noor@straße.example")
    refused = privacy(*change)
    assert (refused.exit_code, refused.stderr.partition(".")[0]) == (
        1,
        "email: who had this address was erased, or has another",
    )
    assert imported(tmp_path, "noor@straße.example").stdout.startswith("0 new")
    assert [row.email for row in stage.rows("SELECT email FROM participants ORDER BY id")][1] == "omar@example.nl"
    assert stage.audited("let_in") == stage.audited("corrected") == []

    assert privacy(*change, "--erased-too").stdout == "Changed: email.\n"
    assert [line.subject for line in stage.audited("let_in")] == ["participant 2"]
    assert imported(tmp_path, "noor@straße.example").stdout.startswith("0 new, 1 changed")


@pytest.mark.usefixtures("forgotten")
@pytest.mark.parametrize("key", [None, "z" * 40])
def test_without_the_key_of_then_no_file_is_read_and_nobody_erased(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    monkeypatch.setenv("ERASURE_KEY", key) if key else monkeypatch.delenv("ERASURE_KEY")
    told = imported(tmp_path, "noor@straße.example", "puck@example.nl")
    wrong = "ERASURE_KEY is not the key with which people were erased: set it as it was then.\n"
    assert (told.exit_code, told.stderr) == (1, wrong)
    for command in (("erase", "omar@example.nl", "--yes"), ("let-in", "noor@straße.example")):
        refused = privacy(*command)
        assert (refused.exit_code, "ERASURE_KEY" in refused.stderr) == (1, True)
    assert [row.email for row in stage.rows("SELECT email FROM participants ORDER BY id")] == [
        *("erased-1@invalid", "omar@example.nl")
    ]


def test_nobody_is_erased_before_there_is_a_key_but_in_an_exercise(
    stage: Stage, operator: CliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage.lives("Noor")
    monkeypatch.delenv("ERASURE_KEY")
    refused = privacy("erase", NOOR, "--yes")
    assert (refused.exit_code, refused.stderr.partition(",")[0]) == (1, "ERASURE_KEY is not set")
    assert participant(stage)["email"] == NOOR
    monkeypatch.setenv("ALLOWED_RECIPIENTS", "example.nl")
    assert "No participants file" not in privacy("erase", NOOR, "--yes").stdout
    assert imported(tmp_path, NOOR).stdout.startswith("1 new")


def test_who_is_kept_under_legal_hold_is_no_stranger_to_the_next_file(
    stage: Stage, handled: Message, tmp_path: Path
) -> None:
    stage.rows("UPDATE alerts SET held_by_name = 'Els', held_reason = 'officier'")
    assert privacy("erase", NOOR, "--yes").exit_code == 3
    assert stage.rows("SELECT 1 FROM erased_addresses") == []
    assert imported(tmp_path, NOOR).stdout.startswith("0 new, 1 changed")
    assert participant(stage)["status"] == "left"


def test_who_answers_our_letter_after_being_forgotten_has_a_reply_of_their_own_words(
    stage: Stage, handled: Message
) -> None:
    letter = stage.mail_to(NOOR)
    privacy("erase", NOOR, "--yes")
    stage.settle()
    stage.comes_in(reply_from(letter, "Toch nog iets: hij was grijs."), letter.from_, NOOR)
    reply = stage.reply_message()
    assert reply is not handled
    assert "Niet relevant" in reply.buttons
    assert "Toch nog iets: hij was grijs." in reply.plain()
    assert letter.text.splitlines()[0] not in reply.plain()
    assert "niet de deelnemer" not in reply.plain()
    assert "@invalid" not in looks(stage, stage.carla, reply, "Toon gegevens").text()


def test_what_is_known_is_corrected_like_a_line_of_the_file(stage: Stage, handled: Message, tmp_path: Path) -> None:
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
    assert imported(tmp_path, NOOR).stdout.startswith("0 new")  # the next file still has her under the old one
    assert privacy("correct", "noor@nieuw.example", "--house-number", "3").stdout.startswith("Nothing changed")
    moved = ("correct", "noor@nieuw.example", "--postcode", "9999 ZZ")
    assert privacy(*moved).exit_code == 1
    assert privacy(*moved, "--x", "233000", "--y", "582000").stdout.startswith("Changed: postcode")
    assert "*1 ontvanger* krijgt deze mail" in stage.previews(stage.anna).text()  # she lives elsewhere now
    assert "noor" not in str([row.details for row in stage.audited("corrected")])
    looks(stage, stage.carla, handled, "Toon gegevens")
    assert "noor@nieuw.example" in seen(stage.carla).text()
