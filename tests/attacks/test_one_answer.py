"""Who looked at a survey before and after one neighbour filled it in read in the difference what that one said."""

import re
from datetime import timedelta
from pathlib import Path

from tests.cli.commands import run
from tests.stage import Stage
from tests.surveys import fills_in, links, sent_survey, told


def looks_at(stage: Stage) -> str:
    """All that a superuser is told and offered; the moment aside."""
    shown = told(stage, stage.els)
    return re.sub(r"Stand van [^·]*", "", f"{shown.plain()} {shown.buttons}")


def exports(stage: Stage, file: Path) -> tuple[int, str]:
    done = run("survey", "export", str(file), DATABASE_URL=stage.database_url)
    return done.exit_code, done.stderr


def test_one_answer_changes_nothing_that_anybody_is_told_while_it_is_open(stage: Stage, tmp_path: Path) -> None:
    sent_survey(stage, people=12)
    first, *others, last = links(stage).values()
    for link in [first, *others[:4]]:
        fills_in(stage, link, why="Niets.")
    before = looks_at(stage)
    assert "Ingevuld door minstens 5 van de 12 ontvangers" in before
    fills_in(stage, last, clear="strongly_disagree", amount="too_many", why="Ik ben de buurvrouw.")
    assert looks_at(stage) == before
    assert exports(stage, tmp_path / "out") == (
        1,
        "ENQ-1 is still open: nothing is written before its last day is over.\n",
    )
    for link in others[4:8]:
        fills_in(stage, link)
    assert "Ingevuld door minstens 10 van de 12 ontvangers" in looks_at(stage)
    stage.wait(timedelta(days=22))
    assert "Ingevuld door 10 van de 12 ontvangers (83,3%)" in looks_at(stage)
    assert exports(stage, tmp_path / "out")[0] == 0


def test_nor_do_the_figures_of_the_month(stage: Stage, tmp_path: Path) -> None:
    sent_survey(stage, people=8)
    *some, last = links(stage).values()
    for link in some[:5]:
        fills_in(stage, link, amount="right")
    command = ("report", "--csv", str(tmp_path / "out.csv"))
    answers = []
    for more in ([], [last]):
        for link in more:
            fills_in(stage, link, clear="strongly_disagree", amount="right")
        assert run(*command, DATABASE_URL=stage.database_url).exit_code == 0
        answers.append((tmp_path / "out.csv").read_text())
    assert answers[0] == answers[1]
    assert "survey_" not in answers[0]
