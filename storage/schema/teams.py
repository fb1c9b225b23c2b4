"""Teams, and whose row a row is."""

from typing import Any, Final

from sqlalchemy import JSON, Column, Integer, String, Table, Text

from storage.schema.columns import Moment, key, metadata

FIRST: Final = 1
"""The team of an installation that knows one; the region's desk where there are more."""
TEAM: Final = "team"
"""The option of a connection that says for which team it works."""

teams = Table(
    "teams",
    metadata,
    key(),
    *(Column(name, Text, nullable=False, server_default="") for name in ("name", "place")),
    *(
        Column(name, String(40), nullable=False, server_default="")
        for name in ("intake_id", "triage_id", "burglary_id", "supervision_id")  # its channels
    ),
    *(Column(name, Text, nullable=False, server_default="") for name in ("attention_email", "sender_name")),
    Column("prefix", String(8), nullable=False, server_default=""),  # of its references
    Column("locale", String(10), nullable=False, server_default=""),
    Column("terms", JSON, nullable=False, server_default="{}"),  # times and terms, by the names of their settings
    Column("closed_at", Moment),
    sqlite_autoincrement=True,
)
"""What is empty is as the settings say; the first team has nothing else."""


def _its_team(context: Any) -> int:
    return int(context.execution_options.get(TEAM, FIRST))


def of_a_team(*, in_key: bool = False) -> Column[Any]:
    """Whose row it is: of the team that its connection works for, which alone sees it from then on."""
    return Column(
        "team_id",
        Integer,
        primary_key=in_key,
        autoincrement=False,
        nullable=False,
        default=_its_team,
        server_default=str(FIRST),
    )
