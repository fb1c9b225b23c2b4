"""The command line's part for the audit trail: is it whole, and what does it hold."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Final

import typer

from bot.cli.starting import end, on_database, operator_name
from bot.clock import Clock
from bot.domain.privacy.trail import Break, Whole
from bot.workflow.privacy.audit_chain import AuditChain

SEAL: Final = re.compile(r"([1-9]\d*):([0-9a-f]{64})")

trail = typer.Typer(no_args_is_help=True, help="Who did what: the audit trail.")


@contextmanager
def _chain() -> Iterator[AuditChain]:
    from bot.assembling.parts import audit_chain
    from storage.unit_of_work import work_on

    settings = on_database()
    with work_on(settings.database_url.get_secret_value()) as work:
        yield audit_chain(settings, work, Clock())


@trail.command()
def verify(
    expect: Annotated[str, typer.Option(metavar="N:HASH", help="A seal as bm-regie or the log told it.")] = "",
) -> None:
    """Tell whether the audit trail is whole, or where it was broken (exit 1)."""
    asked = SEAL.fullmatch(expect.strip())
    if expect and asked is None:
        end("Give --expect as bm-regie told it: the seal's number, a colon, and its 64 letters and digits.")
    with _chain() as chain:
        found = chain.verify((int(asked[1]), asked[2]) if asked else None)
    if isinstance(found, Break):
        where = f" at line {found.line_id}" if found.line_id else ""
        end(f"The audit trail is broken{where}: {found.why}.")
    typer.echo(f"The audit trail is whole{_proof(found)}.")


def _proof(found: Whole) -> str:
    """What that proves."""
    if not found.number:
        return ", and empty"
    to = f"up to seal {found.number}:{found.hash}"
    if not found.keyed_since:
        return f" {to}, without a key: who may write in the database can have made it anew"
    return f" {to}" + (f", with AUDIT_KEY from seal {found.keyed_since} on" if found.keyed_since > 1 else "")


@trail.command()
def export() -> None:
    """Write the audit trail to standard output as JSON Lines, oldest first, with the words beside it."""
    with _chain() as chain:
        for line in chain.export(operator_name()):
            typer.echo(line)


@trail.command(name="erase-words")
def erase_words(line: Annotated[int, typer.Argument(metavar="LINE", help="The line's id in the export.")]) -> None:
    """Erase the words beside one line; the line stays, with their digests, and so does the chain."""
    with _chain() as chain:
        if not chain.erase_words(line, operator_name()):
            end("No words stand beside this line.")
    typer.echo("Erased.")
