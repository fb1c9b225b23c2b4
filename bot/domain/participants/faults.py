"""Why a mail did not arrive, by what mail servers say of it; and what that does to who should have got it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.participants.unknown_users import is_plainly_unknown


class Fault(StrEnum):
    """What a mail server gave as its reason. Only the first two are about the address itself."""

    GONE = "gone"  # there is no such address
    NO_DOMAIN = "no_domain"  # its domain can't be found, which may be an outage
    FULL = "full"
    BLOCKED = "blocked"  # it does not want mail of ours
    EXPIRED = "expired"  # it could not be reached for days
    OTHER = "other"


class Consequence(StrEnum):
    """What a fault means for the participant."""

    NONE = "none"
    PAUSE = "pause"
    LEAVE = "leave"


@dataclass(frozen=True)
class DeliveryReport:
    """What a mail server reports by mail about one recipient; `said` is what it says, without addresses.

    `delayed`: it goes on trying, so nothing failed yet.
    """

    recipient: str
    fault: Fault
    said: str = ""
    delayed: bool = False


@dataclass(frozen=True)
class Failure:
    """A mail to one participant that did not arrive."""

    at: datetime
    fault: Fault


_GONE_CODES: Final = frozenset({"1.1", "1.3", "1.6", "1.10"})
_NO_DOMAIN_CODES: Final = frozenset({"1.2", "4.4"})
_EXPIRED_CODES: Final = frozenset({"4.1", "4.2", "4.7"})
_CODE: Final = re.compile(r"(?<![\d.])([245])\.(\d{1,3}\.\d{1,3})(?!\.?\d)")  # an address of a server has a part more

_BLOCKED_WORDS: Final = re.compile(
    r"\bspam|black ?list|block ?list|\bblocked\b|\bdnsbl\b|\brbl\b|spamhaus|barracuda|reputation|\bdmarc\b|\bspf\b"
    r"|\bdkim\b|\bvirus|\bmalware|\bpolicy\b|policies|access denied|not authori[sz]ed|permission|grey ?list|rate limit"
    r"|too many (?:connections|messages|errors|recipients|concurrent)"
    r"|message (?:content )?rejected|content rejected|relay(?:ing)? (?:access )?denied|\brate\b|rate.?limit|throttl"
    r"|suspicious|unsolicited|ongewenst|geblokkeerd|geweigerd|\bbanned\b|gesperr|bloqu|only contacts"
    r"|does not wish|wünscht|\bbeleid\b|(?<!connection )\brefused\b|restricted"
    r"|restrictions"
    r"|not (?:allowed|permitted|accepted)|niet toegestaan|\bfilter(?:ed|s|ing)?\b|\b(?:is|are|was) listed\b"
    r"|\blisted (?:at|by|in|on)\b"
    r"|does(?:n't| not) (?:accept|allow|want) (?:\w+ )?(?:mail|messages) from",
    re.IGNORECASE,
)
_OURS_WORDS: Final = re.compile(
    r"(?<!\bto )(?<!\bto the )\bsender|(?<!\bnaar )(?<!\bnaar de )(?<!\baan )(?<!\baan de )\bafzender"
    r"|return.?path|\bmail from\b|envelope.?from|\bfrom[ -](?:address|domain|header)|reverse.?path"
    r"|\b(?:helo|ehlo)\b|\bptr\b|\brdns\b|reverse[ -](?:dns|lookup|host|mapping|address)|\bip[ -]?adres|client host"
    r"|\b(?:your|client|sending|remote|source|connecting) (?:ip\b|(?:host|server|domain)(?:name)?\b)"
    r"|(?<!\bplease )\bverif(?:y|ied|ication)|\bcall ?(?:out|back|ahead)\b",
    re.IGNORECASE,
)
"""These speak of the sender: our address, server or name is unknown then, and not the participant's."""
_FULL_WORDS: Final = re.compile(
    r"quota\b|\bfull\b|\b(?:\w*box|\w*bus|postvak|mailbox)\b.{0,40}\bvol\b|\b(?:zit|is|raakt) (?:al |te )?vol\b"
    r"|(?:over|exceed(?:s|ed|ing)?|above|past) (?:\w+ ){0,3}limit"
    r"|\bstorage\b|opslag|limiet|\bruimte\b|(?:no|not enough|insufficient) (?:space|room)\b"
    r"|te veel berichten|allocation"
    r"|\bvoll\b|\bpleine?\b|\bllen[oa]\b|disk space|mailbox size limit|is over (?:its|the) limit"
    r"|(?:limit|size) exceeded",
    re.IGNORECASE,
)
_EXPIRED_WORDS: Final = re.compile(
    r"\bexpired\b|timed? ?out|retry time(?:out)? (?:not|has been|exceeded)|in the queue too long|connection refused"
    r"|unable to (?:contact|connect)|could(?:n't| not) (?:connect|establish)|for more than \d|try(?:ing)? for \d"
    r"|temporar|not accepting (?:network )?messages|unreachable|deferred|will be retried|delayed?\b|vertraagd"
    r"|(?:look ?up|database|backend|server|internal|system|configuration) (?:failure|failed|error|problem|issue)"
    r"|(?:unable|failed|not able|cannot|can't|could not) (?:to )?(?:look ?up|validate|check|access|open|reach)\b"
    r"|\bloop(?:s|ed|ing)?\b|hop count|too many hops|maintenance|\bonderhoud\b|storing|unavailable at|migrat(?:ed"
    r"|ion|ing)"
    r"|\bbusy\b|\blater\b|try(?:ing)? again|overload|tijdelijk|\bbezet\b|opnieuw|nogmaals"
    r"|\bretrying\b|still trying|delivered yet|nog (?:niet bezorgd|onderweg)|versuchen",
    re.IGNORECASE,
)
_ASLEEP_WORDS: Final = re.compile(
    r"\bdormant\b|hibernat|on leave|\b(?:vacation|holidays?|vakantie|afwezig|abwesend|absente?|urlaub)\b"
    r"|leest (?:nu )?geen mail|\bpaused\b|gepauzeerd|geparkeerd|niet betaald|unpaid|verlopen"
    r"|too (?:large|big|long)|te groot"
    r"|message size|size (?:limit|exceeds)|forward(?:ed|ing)|redirect(?:ed|ing)|doorgestuurd|doorsturen"
    r"|\binactive\b|disabled|suspended|\blocked\b|\bon hold\b|deactivated|inactief|uitgeschakeld|opgeschort"
    r"|gedeactiveerd",
    re.IGNORECASE,
)
"""Of an address that is there and may wake up, of this one mail, or of an address further on."""
_NO_DOMAIN_WORDS: Final = re.compile(
    r"(?:host|domain)(?: or domain)?(?: name)? (?:was )?not found|no such (?:host|domain)|unknown (?:host|domain)"
    r"|couldn't find any host|domain (?:name )?(?:does(?:n't| not) exist|is invalid|bestaat niet)|unrout(?:e)?able"
    r"|(?:MX|mail) records? point to non-existent|\bno MX\b|nullmx|null MX|does not accept mail|name service error",
    re.IGNORECASE,
)
_GONE_WORDS: Final = re.compile(
    r"user unknown|unknown (?:user|recipient|local part|mailbox|address)|(?:recipient|address|mailbox|user)"
    r"(?: \S{1,100})? (?:is |was )?(?:unknown|not found|onbekend)|no such (?:user|recipient|mailbox|person|address)"
    r"|no mailbox here|does(?:n't| not) have an? (?:\S{1,60} )?account"
    r"|(?:account|address|adres|mailbox|user|recipient|gebruiker|ontvanger)(?: \S{1,100}| that you tried to reach)?"
    r" (?:does(?:n't| not) exist|bestaat niet)|not a valid (?:mailbox|user|recipient)"
    r"|invalid (?:mailbox|recipient)|address couldn't be found|(?:onbekende|geen) (?:gebruiker|ontvanger)",
    re.IGNORECASE,
)
_SOFT: Final = (
    (Fault.BLOCKED, _BLOCKED_WORDS, _OURS_WORDS),
    (Fault.FULL, _FULL_WORDS),
    (Fault.EXPIRED, _EXPIRED_WORDS),
    (Fault.OTHER, _ASLEEP_WORDS),
)
_ADDRESS: Final = re.compile(r"[^\s<>@,;:()\[\]{}\"']{1,64}@[^\s<>@,;:()\[\]{}\"']{1,253}")
_HELPS: Final = re.compile(r"(?:postmaster|abuse|support|help\w*|admin\w*|info|beheer)@")
_HOST: Final = re.compile(r"(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?![\w.-]*\w)", re.IGNORECASE)
LONGEST_READ: Final = 4000

TWICE_APART: Final = timedelta(days=3)
SOFT_WITHIN: Final = timedelta(days=30)
MOST_SOFT: Final = 5
PAUSED_FOR: Final = timedelta(days=30)
LOOKS_BACK: Final = timedelta(days=365)


def fault_of(status: str, said: str, recipient: str = "") -> Fault:
    """By the status (RFC 3463; empty where none is told), the codes in what the server said, and its words.

    Nobody is taken out by a guess: where one of them speaks of something that passes, or of who sends, it is that;
    and an address is gone only where the server says nothing but that it does not know it. Of another address than
    the `recipient`'s (ours, or one that mail is passed on to) its words say nothing.
    """
    fault = _of_somebody(status, said)
    if fault is not Fault.GONE:
        return fault
    known = is_plainly_unknown(said, recipient) and not (recipient and _is_of_another(said, recipient))
    return Fault.GONE if known else Fault.OTHER


def _is_of_another(said: str, recipient: str) -> bool:
    """Whether the first address in it is not theirs; one to ask for help at is nobody's."""
    named = (found.rstrip(".").lower() for found in _ADDRESS.findall(said[:LONGEST_READ]))
    first = next((address for address in named if not _HELPS.match(address)), recipient)
    return first.rpartition("=")[2] != recipient and first != recipient


def _of_somebody(status: str, said: str) -> Fault:
    said = _HOST.sub("…", " ".join(said[:LONGEST_READ].split()))  # a spamfilter's own name is no block
    told = [fault for code in _CODE.finditer(f"{status} | {said}") if (fault := _by_code(code[1], code[2]))]
    for soft, *words in _SOFT:
        if soft in told or any(word.search(said) for word in words):
            return soft
    return told[0] if len(set(told)) == 1 else _by_words(said) if not told else Fault.NO_DOMAIN


def _by_code(kind: str, detail: str) -> Fault | None:
    """None where it says nothing: a success on the way, or an unnamed failure."""
    if kind == "2" or detail == "0.0":
        return None
    if detail in {"2.2", "3.1"}:
        return Fault.FULL
    if detail.startswith("7."):
        return Fault.BLOCKED
    if kind == "4" or detail in _EXPIRED_CODES:
        return Fault.EXPIRED
    if detail in _GONE_CODES:
        return Fault.GONE
    return Fault.NO_DOMAIN if detail in _NO_DOMAIN_CODES else Fault.OTHER


def _by_words(said: str) -> Fault:
    if _NO_DOMAIN_WORDS.search(said):
        return Fault.NO_DOMAIN
    return Fault.GONE if _GONE_WORDS.search(said) else Fault.OTHER


def consequence_of(failures: Sequence[Failure], *, on_trial: bool) -> Consequence:
    """Of all failures since mail to this address last was known to work, in any order.

    `on_trial`: who was paused is tried once more.
    """
    newest = max(failures, key=lambda failure: failure.at)
    if any(failure.fault is Fault.GONE for failure in failures):
        return Consequence.LEAVE
    no_domain = [failure.at for failure in failures if failure.fault is Fault.NO_DOMAIN]
    if no_domain and max(no_domain) - min(no_domain) >= TWICE_APART:
        return Consequence.LEAVE
    lately = [failure for failure in failures if newest.at - failure.at <= SOFT_WITHIN]
    return Consequence.PAUSE if on_trial or len(lately) >= MOST_SOFT else Consequence.NONE
