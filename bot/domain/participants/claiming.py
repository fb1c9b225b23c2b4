"""Somebody says that an address is theirs: how long that may wait, how much of it we take, and what they agreed to."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.entering import as_line

LINK_LIVES: Final = timedelta(hours=48)
KEPT: Final = timedelta(days=7)
"""What nobody confirmed, and the mails about it."""
ONE_MAIL: Final = timedelta(days=1)
"""In which an address gets one of them."""
OF_A_CLIENT: Final = 10
"""An hour, from one connection: a family, a library."""
OF_A_NETWORK: Final = 50
"""An hour: one home may have thousands of addresses, one firm hundreds."""
FULL: Final = 300
"""An hour, of all networks: beyond it each has only its SHARE, so that no few of them shut the page for everybody."""
SHARE: Final = 5
MOST: Final = 20_000
"""An hour, from however many networks: they fill no disk."""
MAILS: Final = 300
"""An hour: a poster in every street, and no mail bomb. What was asked beyond them waits. New addresses go at once: a
code came before."""
KEPT_BACK: Final = 100
"""Of the mails, for networks that had fewer than their SHARE in a day."""
AN_HOUR: Final = timedelta(hours=1)
A_DAY: Final = timedelta(days=1)
CONSENT: Final = "2026-03"
"""The words that who signs up agrees to, as they are kept beside the moment: other words get another name."""
LONGEST_NAME: Final = 100
_WITHOUT_DOTS: Final = frozenset({"gmail.com", "googlemail.com"})
_FORMULA: Final = ("=", "+", "-", "@")

CODE_LIVES: Final = timedelta(minutes=15)
PAGE_OPEN: Final = timedelta(minutes=30)
TRIES: Final = 5
"""Of one code."""
CODES: Final = {AN_HOUR: 3, timedelta(days=1): 10}
"""How many somebody is sent within a span."""
CODE: Final = re.compile(r"[0-9]{6}")

_HOUSE_NUMBER: Final = re.compile(r"([1-9][0-9]{0,4})(?![0-9])[ ,./-]*([A-Za-z0-9]{1,4}(?:[ -][A-Za-z0-9]{1,4})?)?")
LONGEST_PAUSE: Final = timedelta(days=366)


class ClaimKind(StrEnum):
    """What somebody wants with an address."""

    SIGN_UP = "sign_up"
    NEW_ADDRESS = "new_address"


@dataclass(frozen=True)
class Claim:
    """What was filled in, and not yet what holds; `participant_id`: whose new address it is to be."""

    kind: ClaimKind
    email: str
    name: str = ""
    postcode: str = ""
    house_number: str = ""
    campaign: str = ""
    participant_id: int | None = None
    id: int = 0
    asked_at: datetime = datetime.min
    confirmed_at: datetime | None = None

    @property
    def home(self) -> str:
        """As it is shown to whose address it is; empty where none was filled in."""
        return f"{self.postcode}, {self.house_number}" if self.postcode else ""


def tidy_house_number(typed: str) -> str:
    """`12 a` as `12-a`, `12` as it is; empty where it is none. An addition is as long as the register knows."""
    found = _HOUSE_NUMBER.fullmatch(as_line(typed))
    return "-".join(filter(None, found.groups())) if found else ""


def is_name(typed: str) -> bool:
    """Whether somebody may be called so: there is a letter, and no spreadsheet takes it for a formula."""
    return any(map(str.isalpha, typed)) and not begins_as_formula(typed)


def begins_as_formula(typed: str) -> bool:
    """Strangers fill in what an operator's spreadsheet opens: who takes part goes out as it came, to be read again."""
    return typed.startswith(_FORMULA)


def is_expired(claim: Claim, now: datetime) -> bool:
    """Whether its link is too old."""
    return now - claim.asked_at > LINK_LIVES


def mailbox(email: str) -> str:
    """The same for all addresses that come in with one person: noor+1@..., and at Gmail n.oor@... too."""
    local, at, domain = email.partition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '') if domain in _WITHOUT_DOTS else local}{at}{domain}"


def may_claim(of_client: int, of_network: int, in_all: int, *, known: bool) -> bool:
    """Whether one more is taken, after so many within an hour; `known`: that it is told from which network it comes."""
    of_full = SHARE if known else 0
    most = OF_A_NETWORK if in_all < FULL else of_full
    return of_client < OF_A_CLIENT and of_network < most and in_all < MOST


def mailed_before(in_all: int) -> int:
    """After so many mails within an hour: the next goes to whose network had fewer than this in a day."""
    if in_all < MAILS - KEPT_BACK:
        return MOST
    return SHARE if in_all < MAILS else 0


def network_of(client: str) -> str:
    """What clients beside each other begin with: the first half of what stands for one."""
    return client[: len(client) // 2]
