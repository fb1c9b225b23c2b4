"""The command line's part for the law: what is kept how long, and what a citizen may ask for."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.starting import Address, end, local_settings, on_database, on_record, operator_name, writing
from bot.clock import Clock
from bot.entering import as_line
from bot.logs import set_up_logs
from bot.settings.examples import EXAMPLES
from bot.workflow.leasing import Keeper
from bot.workflow.participants.keeping_out import WrongKey
from bot.workflow.participants.line_reading import WrongValue
from bot.workflow.privacy.data_subject_requests import (
    AddressTaken,
    DataSubjectRequests,
    Forgotten,
    NothingKnown,
    WasErased,
)
from bot.workflow.privacy.retaining import Retaining, Tally

NOTHING_KNOWN = "Nothing is known of this address."
SOME_HELD = 3  # the exit code where a legal hold kept a part

privacy = typer.Typer(no_args_is_help=True, help="What a citizen may ask for, by e-mail address.")


@contextmanager
def _honouring() -> Iterator[DataSubjectRequests]:
    from bot.assembling.parts import erasure_key
    from storage.engine import empty_wal
    from storage.unit_of_work import work_on

    settings = on_database()
    with work_on(settings.database_url.get_secret_value()) as work:
        try:
            yield DataSubjectRequests(work, Clock(), operator_name(), erasure_key(settings))
        except WrongKey as wrong:
            end(str(wrong))
    empty_wal(settings.database_url.get_secret_value())  # of what was erased or mended, the file keeps nothing


def retention(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell only what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
) -> None:
    """Erase what has been kept long enough, as happens each night; what is under legal hold stays."""
    from bot.assembling.parts import retaining
    from storage.engine import empty_wal
    from storage.unit_of_work import work_on

    set_up_logs()
    settings = on_database()
    with work_on(settings.database_url.get_secret_value()) as work:
        finish = partial(empty_wal, settings.database_url.get_secret_value())
        nightly = retaining(settings, work, Clock(), Keeper(work, Clock()), finish)
        if dry_run:
            _tell_what_is_due(nightly)
        elif not (yes or typer.confirm("Erase all that was kept long enough? This can't be undone.")):
            end("Nothing was erased.")
        else:
            with work() as uow:
                on_record(uow, "ran_retention", "database")
            _tell_what_went(nightly.run())


def _tell_what_went(tally: Tally) -> None:
    for rule, number in sorted(tally.erased.items()):
        typer.echo(f"erased, {rule}: {number}")
    if tally.images:
        typer.echo(f"images erased: {tally.images} files")
    if tally.people:
        typer.echo(f"forgotten, who left long ago: {tally.people}")
    if tally.incidents:
        typer.echo(f"words of incidents erased: {tally.incidents}")
    typer.echo(
        f"{tally.erased.total()} replies and {tally.files} attachments erased, "
        f"{tally.held} under legal hold, {tally.failed} failed"
    )
    if tally.failed:
        raise typer.Exit(1)


def _tell_what_is_due(retaining: Retaining) -> None:
    numbers: Counter[str] = Counter()
    for due in retaining.due():
        what = "under legal hold" if due.held else "would be erased"
        typer.echo(f"{due.reference or 'unknown alert'} reply {due.reply_id}: {what} ({due.rule})")
        numbers[what if due.held else f"{what}, {due.rule}"] += 1
    if images := retaining.images_due():
        numbers["would end, images of replies"] = images
    if people := retaining.people_due():
        numbers["would be forgotten, who left long ago"] = people
    if incidents := retaining.incidents_due():
        numbers["would be erased, words of incidents"] = incidents
    for what, number in sorted(numbers.items()):
        typer.echo(f"{what}: {number}")
    if not numbers:
        typer.echo("Nothing is due.")


@privacy.command()
def export(
    address: Address,
    to: Annotated[Path | None, typer.Option(help="A new file, readable by you only; else standard output.")] = None,
) -> None:
    """Write all that is known of a citizen as JSON. Look it through before it goes to them."""
    with _honouring() as data_subject_requests:
        try:
            known = json.dumps(data_subject_requests.export(address), ensure_ascii=False, indent=2) + "\n"
        except NothingKnown:
            end(NOTHING_KNOWN)
    if to is None:
        typer.echo(known, nl=False)
        return
    with writing(to, new=True) as part:
        part.write_text(known, encoding="utf-8")
    typer.echo(f"Written to {to}.")


@privacy.command(name="erase")
def forget(
    address: Address,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    open_too: Annotated[bool, typer.Option("--open-too", help="Also replies that nobody answered yet.")] = False,
) -> None:
    """Erase a citizen and all they wrote, for good; exit 3 where a legal hold kept a part."""
    _need_key()
    if not (yes or typer.confirm(f"Erase all that is known of {address}? This can't be undone.")):
        end("Nothing was erased.")
    with _honouring() as data_subject_requests:
        try:
            done = data_subject_requests.forget(address, open_too=open_too)
        except NothingKnown:
            end(NOTHING_KNOWN)
    if done.refused:
        end(f"Nothing was erased: {_numbers(done.open)} still open. Answer first, or add --open-too.")
    _report(done)


@privacy.command(name="let-in")
def let_in(address: Address) -> None:
    """Who was erased signs up again, themselves: from now on a participants file may enrol them."""
    _need_key(exercise_too=True)
    with _honouring() as data_subject_requests:
        if not data_subject_requests.let_in(address):
            end("Nobody with this address was erased.")
    typer.echo("From now on a participants file may enrol this address.")


def _need_key(*, exercise_too: bool = False) -> None:
    """Without it nobody would know, at the next file, who was erased."""
    settings = local_settings()
    exercise = bool(settings.allowed_recipients) and not exercise_too
    if not (settings.erasure_key or exercise):
        end(f"ERASURE_KEY is not set, for example {EXAMPLES['erasure_key']}. Nothing was changed.")


def _report(done: Forgotten) -> None:
    typer.echo(f"{len(done.erased)} replies and {done.files} attachments erased.")
    participant = {
        "none": "No participant has this address.",
        "erased": "The participant is erased and gets no mail.",
        "kept": "The participant gets no mail, and stays known: what they wrote is under legal hold.",
    }
    typer.echo(participant[done.participant])
    if done.kept_out:
        typer.echo("No participants file enrols this address again. Who signs up themselves: privacy let-in ADDRESS.")
    if done.held:
        end(f"Kept under legal hold: {_numbers(done.held)}. Run this again when it is lifted.", SOME_HELD)


def _numbers(replies: tuple[int, ...]) -> str:
    return f"reply {', '.join(map(str, replies))}"


@privacy.command()
def correct(
    address: Address,
    email: Annotated[str | None, typer.Option()] = None,
    name: Annotated[str | None, typer.Option()] = None,
    postcode: Annotated[str | None, typer.Option(help="Gives a new place too.")] = None,
    house_number: Annotated[str | None, typer.Option()] = None,
    neighbourhood: Annotated[str | None, typer.Option()] = None,
    x: Annotated[
        str | None, typer.Option(help="RD metres, where the postcode's middle is not known; with --y.")
    ] = None,
    y: Annotated[str | None, typer.Option()] = None,
    erased_too: Annotated[
        bool, typer.Option("--erased-too", help="Who was erased with the new address signs up again, themselves.")
    ] = False,
) -> None:
    """Change what is known of a participant."""
    given = {"email": email, "name": name, "postcode": postcode, "house_number": house_number}
    given |= {"neighbourhood": neighbourhood, "x": x, "y": y}
    changes = {column: as_line(value) for column, value in given.items() if value is not None}
    if not changes:
        end("Say what to change: --email, --name, --postcode (with --x and --y), --house-number or --neighbourhood.")
    with _honouring() as data_subject_requests:
        try:
            changed = data_subject_requests.correct(address, changes, erased_too=erased_too)
        except NothingKnown:
            end("No participant has this address.")
        except AddressTaken:
            end("email: another participant has this address")
        except WasErased:
            end("email: who had this address was erased, or has another. Do they want it themselves? Add --erased-too.")
        except WrongValue as wrong:
            end(f"{wrong.column}: {wrong}")
    typer.echo(f"Changed: {', '.join(changed)}." if changed else "Nothing changed: it was so already.")
