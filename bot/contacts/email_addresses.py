"""An e-mail address as every mail server takes it, whichever way it is typed (IDNA 2008, by email-validator)."""

import re
from typing import Final

from bot.entering import as_line

PLAIN: Final = re.compile(r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}")
"""What most addresses look like, and a hundred times cheaper to see than by the library."""
LONGEST_PLAIN: Final = 64
NOWHERE: Final = (
    *(".arpa", ".home", ".internal", ".invalid", ".lan", ".local"),
    *(".localdomain", ".localhost", ".onion", ".test"),
)
"""What no address ends in that all can mail to; a network of its own may have such."""
_OF_SERVERS: Final = re.compile(
    r"(?:mail(?:er)?-?daemon|no-?reply|do-?not-?reply|bounces?)(?:[+._-][^@]*)?@", re.IGNORECASE
)
_SOMEWHERE: Final = ".example"


class NotAnAddress(ValueError):
    """Nobody can be mailed at this."""


class LetterBeforeAt(NotAnAddress):
    """It has a letter before the @ that mail servers don't take."""


def mailable(typed: str, *, everywhere: bool = True) -> str:
    """The address with its domain in ASCII: `noor@straße.de` is at `xn--strae-oqa.de`, not at `strasse.de`.

    NotAnAddress. What only a network of its own may know (`intake@politie.local`) is none, unless not `everywhere`.
    """
    typed = as_line(typed)
    if len(typed) <= LONGEST_PLAIN and PLAIN.fullmatch(typed) and not typed.endswith(NOWHERE):
        return typed
    own = "" if everywhere else next((end for end in NOWHERE if typed.lower().endswith(end)), "")
    if own:
        return mailable(f"{typed[: -len(own)]}{_SOMEWHERE}").removesuffix(_SOMEWHERE) + own
    return _checked(typed)


def _checked(typed: str) -> str:
    from email_validator import EmailNotValidError, validate_email  # most runs need it for no address

    if not typed.rpartition("@")[0].isascii():
        raise LetterBeforeAt
    try:
        found = validate_email(typed, allow_smtputf8=False, check_deliverability=False, strict=True)
    except EmailNotValidError:
        raise NotAnAddress from None
    domain = found.ascii_domain
    if domain.lower().endswith(NOWHERE) or domain[-2:-1] == ".":  # some of which the library lets pass
        raise NotAnAddress
    return f"{found.local_part}@{domain}"


def may_exist(address: str) -> bool:
    """Whether mail to it can reach anybody at all: nobody sits behind a mail server's own address."""
    if _OF_SERVERS.match(address.strip()):
        return False
    try:
        mailable(address)
    except NotAnAddress:
        return False
    return True


def canonical(typed: str, *, everywhere: bool = True) -> str:
    """One form for all spellings of an address: what `mailable` makes of it, in small letters. NotAnAddress."""
    return mailable(typed.lower() if typed.isascii() else typed, everywhere=everywhere).lower()


def comparable(typed: str) -> str:
    """The same, for what may be no address: that stays as it is, in small letters."""
    try:
        return canonical(typed, everywhere=False)
    except NotAnAddress:
        return as_line(typed).lower()


def spellings(typed: str) -> frozenset[str]:
    """How it may have been kept: as it is compared, and as it was typed, in small letters."""
    return frozenset({comparable(typed), as_line(typed).lower(), typed.strip().lower()})


def canonical_domain(typed: str) -> str:
    """A domain in that form. NotAnAddress."""
    return canonical(f"x@{typed.strip()}", everywhere=False).removeprefix("x@")


_OTHER_IN_2003: Final = str.maketrans({"ß": "ss", "ẞ": "ss", "ς": "σ", "\u200c": "", "\u200d": ""})


def mistaken_for(typed: str) -> str:
    """Whose address IDNA 2003 made of this one, as earlier versions did; empty where it is the same, or none."""
    local, at, domain = typed.strip().rpartition("@")
    other = domain.translate(_OTHER_IN_2003)
    return comparable(local + at + other) if other != domain else ""
