"""The command line's part for surveys."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.adapters.exports import harmless
from bot.cli.starting import end, on_database, on_record
from bot.clock import Clock, local
from bot.domain.surveys.surveys import LEAST_ANSWERS, WENT_OUT, OpenQuestion, Survey, SurveyResults

survey = typer.Typer(no_args_is_help=True, help="What citizens think of the mails.")
COLUMNS = ("survey", "question", "answer", "number", "words")
Line = tuple[str, str, str, int | str, str]


@survey.callback()
def _group() -> None:
    """More than one command may come: the word `export` stays needed."""


@survey.command()
def export(
    file: Annotated[
        Path,
        typer.Argument(dir_okay=False, allow_dash=True, help="Only you can read it; -: standard output."),
    ],
    number: Annotated[int, typer.Option("--survey", help="The number behind ENQ-; left out: the newest.")] = 0,
) -> None:
    """Write the counts and the open answers of a survey that is over to FILE.csv; nothing where too few answered."""
    from bot.cli.participants import private
    from storage.unit_of_work import work_on

    with work_on(on_database().database_url.get_secret_value()) as work, work() as uow:
        chosen = uow.surveys.find(number) if number else uow.surveys.newest(*WENT_OUT)
        if chosen is None:
            end("There is no such survey.")
        results = uow.surveys.results(chosen.id, local(Clock().now()).date())
        if results.is_open:
            end(f"{chosen.reference} is still open: nothing is written before its last day is over.")
        if not results.is_told:
            end(f"{chosen.reference} has fewer than {LEAST_ANSWERS} answers: nothing is written.")
        words = {question: uow.surveys.words(chosen.id, question) for question in OpenQuestion}
        on_record(uow, "exported_survey", chosen.reference)
    lines = [*_counted(chosen, results)]
    for question, said in words.items():
        lines += [(chosen.reference, str(question), "", "", harmless(one)) for one in said]
    with private(file) as opened:
        csv.writer(opened).writerows([COLUMNS, *lines])
    typer.echo(f"{results.answered} answers written.", err=True)


def _counted(chosen: Survey, results: SurveyResults) -> Iterator[Line]:
    yield chosen.reference, "asked", "", results.asked, ""
    yield chosen.reference, "answered", "", results.answered, ""
    for question, counts in results.counts.items():
        yield from ((chosen.reference, question, answer, number, "") for answer, number in counts.items())
