"""No mass mail by mistake: a pause to think, a number to type, and outside production a list of who may get mail."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.alerts.alert_errors import TypeTheNumber

NOT_ALLOWED: Final = "not on the allow-list"
ONE_ADDRESS: Final = re.compile(r"[^\s@,;:<>()\"\\]+(@[^\s@,;:<>()\"\\]+)")


@dataclass(frozen=True)
class Safeguards:
    """What the operator set.

    `hold`: how long an approved mail can still be stopped; `confirm_above`: from more recipients on the approver types
    their number; `allowed`: addresses and `@domains` in lower case that may get mail, empty where everybody may;
    `too_often`: of so many mails a person in 30 days the colleagues are told.
    """

    hold: timedelta = timedelta()
    confirm_above: int = 1000
    allowed: frozenset[str] = frozenset()
    too_often: int = 3

    @property
    def exercise(self) -> bool:
        """Whether this is no production: then everything says so."""
        return bool(self.allowed)

    def lets_out(self, address: str) -> bool:
        """Whether mail to this address may leave; a domain on the list does not stand for its subdomains."""
        if not self.exercise:
            return True
        match = ONE_ADDRESS.fullmatch(address.strip().lower())
        return match is not None and not self.allowed.isdisjoint((match[0], match[1]))

    def asks_number(self, people: int) -> bool:
        """Whether so many recipients are to be confirmed by their number."""
        return people > self.confirm_above

    def check_number(self, people: int, typed: str | None) -> None:
        """TypeTheNumber unless the approver typed this number, `1.234` or `1 234`; None: was not asked to type one."""
        if typed is None and not self.asks_number(people):
            return
        if re.sub(r"[\s.,]", "", typed or "") != str(people):
            raise TypeTheNumber("recipients", n=people)


def allow_list(setting: str) -> frozenset[str]:
    """`Anna@example.nl, example.nl, @example.org` as addresses and `@domains`, in lower case."""
    entries = (entry.strip().lower() for entry in setting.split(","))
    return frozenset(entry if "@" in entry else f"@{entry}" for entry in entries if entry)
