"""What happened: every call, every refusal, every acknowledgement that did not come in time."""

from dataclasses import dataclass, field

from .rules import Json


@dataclass(frozen=True)
class Call:
    """One Web API call or use of a response_url; `error` is None when it succeeded."""

    method: str
    args: Json
    answer: Json | None = None
    error: str | None = None


@dataclass(frozen=True)
class Refused:
    """Something the application did that Slack would not take."""

    method: str
    error: str
    reasons: list[str]
    args: Json = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class MissedAck:
    """A delivery the application did not acknowledge properly."""

    what: str
    reason: str
    payload: Json = field(repr=False)


@dataclass
class Journal:
    """The three lists a test looks at when it ends."""

    calls: list[Call] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    missed_acks: list[MissedAck] = field(default_factory=list)

    def assert_clean(self) -> None:
        """Fail with everything that was refused or not acknowledged."""
        trouble = [*map(str, self.refused), *map(str, self.missed_acks)]
        assert not trouble, "\n".join(["Slack refused or missed something:", *trouble])
