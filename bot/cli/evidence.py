"""The command line's part for evidence: a package of it, and whether one is whole."""

import os
from pathlib import Path
from typing import Annotated

import typer

from bot.adapters.evidence_check import check_package
from bot.cli.starting import ReadFile, end, on_database, operator_name, settings_of_environment, writing
from bot.clock import Clock
from bot.domain.errors import UnknownReference
from bot.domain.privacy.trail import Sealer
from bot.domain.replies.reply_errors import NoAttachments
from bot.workflow.ports import BlobsDown

evidence = typer.Typer(no_args_is_help=True, help="What citizens sent, as it came, with its proof.")


@evidence.command()
def export(
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="Of the alert, like BM-2026-0042.")],
    file: Annotated[Path, typer.Argument(dir_okay=False, metavar="FILE", help="A new file, readable by you only.")],
) -> None:
    """Write the package of an alert to FILE: a ZIP with all files that citizens sent. It is on record."""
    from bot.assembling.parts import packing
    from storage.unit_of_work import work_on

    if file.exists():
        end(f"{file} is there already.")
    settings = settings_of_environment()
    on_database()
    with work_on(settings.database_url.get_secret_value()) as work, writing(file, new=True) as part:
        try:
            with part.open("wb") as written:
                for piece in packing(settings, work, Clock()).export(reference, operator_name()):
                    written.write(piece)
        except UnknownReference:
            end("No alert has this reference.")
        except NoAttachments:
            end("No citizen sent a file to this alert.")
        except BlobsDown as down:
            end(f"Where files are kept can't be reached, or one is not there: {down}.")
    typer.echo(f"Written to {file}. It holds personal data.")


@evidence.command()
def verify(file: ReadFile) -> None:
    """Tell whether a package is whole, and name what is changed, missing or extra (exit 1). Needs no database.

    With AUDIT_KEY in the environment it is also proven that the files came in as they are. Without it, whoever can make
    a package can make another one that is whole.
    """
    found = check_package(file, Sealer(os.environ.get("AUDIT_KEY", "")))
    if found.wrong:
        end("\n".join((*found.wrong, "The package is NOT whole.")))
    typer.echo(f"The package is whole: {found.files} files are as their sums say.")
    typer.echo(f"Its sum, which the audit trail has as packed_evidence: {found.sums}")
    typer.echo(f"Lines of the trail that have a seal: {found.sealed}; proven by AUDIT_KEY: {found.proven}.")
    less = " NOT proven are the others: compare the sum above." if found.came_proven < found.came else ""
    typer.echo(f"Files that the team's AUDIT_KEY proves: {found.came_proven} of {found.came}.{less}")
