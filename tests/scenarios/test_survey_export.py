"""The counts and the words of a survey as a file, once it is over and where nobody is recognised."""

import csv
from datetime import timedelta
from pathlib import Path

from typer.testing import CliRunner

from bot.__main__ import app
from tests.stage import Stage
from tests.surveys import AGREES, fills_in, links, sent_survey


def test_on_the_command_line(stage: Stage, operator: CliRunner, tmp_path: Path) -> None:
    sent_survey(stage)
    asked = links(stage)
    file = tmp_path / "enquete.csv"
    for number in range(5):
        fills_in(stage, asked[f"buur{number}@example.nl"])
    fills_in(stage, asked["buur5@example.nl"], why="=1+1")
    stage.wait(timedelta(days=22))
    stage.rows("UPDATE surveys SET answered = 4")
    few = operator.invoke(app, ["survey", "export", str(file)])
    assert few.exit_code == 1
    assert "fewer than 5 answers" in few.output
    assert not file.exists()
    stage.rows("UPDATE surveys SET answered = 6")
    done = operator.invoke(app, ["survey", "export", str(file)])
    assert done.exit_code == 0, done.output
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert {"survey": "ENQ-1", "question": "attentive", "answer": "agree", "number": "6", "words": ""} in rows
    assert {"survey": "ENQ-1", "question": "asked", "answer": "", "number": "8", "words": ""} in rows
    assert "'=1+1" in [row["words"] for row in rows]
    assert file.stat().st_mode & 0o077 == 0
    nowhere = operator.invoke(app, ["survey", "export", f"{tmp_path}/none/x.csv"])
    assert (nowhere.exit_code, nowhere.stderr) == (
        1,
        f"{tmp_path}/none/x.csv can't be written: No such file or directory.\n",
    )
    told_of = operator.invoke(app, ["privacy", "export", "buur0@example.nl"])
    assert '"filled_in": true' in told_of.output
    assert AGREES["easy"] not in told_of.output
