"""How a letter greets a citizen, and which name of a colleague it ends with."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.guard.names.name_list import flags_of


class Address(StrEnum):
    """What a greeting says before the name; how that sounds stands in the templates."""

    NAME = "name"
    PERSON = "person"
    MADAM = "madam"
    SIR = "sir"
    FAMILY = "family"
    PARTICIPANT = "participant"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Greeting:
    """Who is greeted; `name` is empty where the name is not known, or not sure to be the reader's."""

    address: Address = Address.NOBODY
    name: str = ""


SOMEBODY: Final = Greeting()
A_PARTICIPANT: Final = Greeting(Address.PARTICIPANT)
LONGEST_NAME: Final = 60

_MADAM: Final = frozenset({"mevrouw", "mevr", "mw", "mvr", "mej", "mejuffrouw", "mrs", "ms", "miss"})
_SIR: Final = frozenset({"heer", "meneer", "dhr", "hr", "mijnheer"})
_FAMILY: Final = frozenset({"familie", "fam"})
_OTHER_TITLES: Final = frozenset({"de", "of", "en", "drs", "dr", "ir", "ing", "mr", "prof", "ds", "bsc", "msc"})
_PARTICLES: Final = frozenset(
    {"van", "von", "de", "den", "der", "des", "du", "het", "in", "la", "le", "op", "ten", "ter", "te", "aan"}
    | {"'t", "’t", "'s", "’s", "uit", "uijt", "over", "onder", "bij", "tot", "voor", "af", "al", "el", "bin"}
)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+|[^\W\d_]", re.UNICODE)
_A_NAME: Final = re.compile(r"['’]?[^\W\d_]['’.\-]?(?:[^\W\d_]|['’.\- ])*", re.UNICODE)


def greeting_of(name: str, *, own_address: bool, takes_part: bool) -> Greeting:
    """The greeting of who gets a letter, by the name they signed up with: only where it goes to their own address."""
    if not takes_part:
        return SOMEBODY
    return _by_name(name) if own_address else A_PARTICIPANT


def _by_name(name: str) -> Greeting:
    words = _in_order(name).split()
    titles, words = _titles_of(words)
    address = _address_of(titles)
    rest = _without_initials(words)
    surname, told = " ".join(rest), " ".join(words)
    if not surname or len(told) > LONGEST_NAME or not _A_NAME.fullmatch(told):
        return A_PARTICIPANT
    if address is not None:
        behind_first = rest if len(rest) < len(words) or len(rest) == 1 else _surname_of(rest)
        return Greeting(address, _capital(" ".join(behind_first)))
    only_surname = len(rest) < len(words) or rest[0].lower() in _PARTICLES
    if len(rest) == 1 and not only_surname:
        only_surname = "f" not in (flags_of(rest[0].casefold()) or "")
    return Greeting(Address.PERSON, _capital(surname)) if only_surname else Greeting(Address.NAME, told)


def _in_order(name: str) -> str:
    """`Kuipers, Noor` and `Berg, Noor van den` as they are said."""
    last, comma, first = name.strip().partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else last


def _titles_of(words: list[str]) -> tuple[set[str], list[str]]:
    """What stands before the name; "de" is one only before another."""
    titles: set[str] = set()
    found = 0
    for place, word in enumerate(words):
        parts = [part for part in re.split(r"[./]", word.lower()) if part]
        if not parts or not all(part in _MADAM | _SIR | _FAMILY | _OTHER_TITLES for part in parts):
            break
        titles |= set(parts)
        if parts != ["de"]:
            found = place + 1
    return (titles, words[found:]) if found else (set(), words)


def _address_of(titles: set[str]) -> Address | None:
    madam, sir = bool(titles & _MADAM), bool(titles & _SIR)
    if titles & _FAMILY:
        return Address.FAMILY
    if madam and sir:
        return Address.PERSON
    return Address.MADAM if madam else Address.SIR if sir else None


def _without_initials(words: list[str]) -> list[str]:
    start = next((place for place, word in enumerate(words) if not _INITIALS.fullmatch(word)), len(words))
    return words[start:]


def _surname_of(words: list[str]) -> list[str]:
    """Behind the first name, where there is one: "mevrouw Noor van den Berg" is mevrouw Van den Berg."""
    if words[0].lower() in _PARTICLES or "f" not in (flags_of(words[0].casefold()) or ""):
        return words
    return words[1:]


def _capital(surname: str) -> str:
    """Behind a title a surname's first letter is a capital: Van den Berg, 't Hart."""
    return surname if surname[0] in "'’" else surname[0].upper() + surname[1:]


def first_name(name: str) -> str:
    """A colleague's first name, to sign with; their whole name where none can be told from it."""
    words = _titles_of(_in_order(name).split())[1]
    words = [word for word in words if word[0] not in "([|"]
    if not words:
        return name.strip()
    return words[0] if _without_initials(words) == words and words[0].lower() not in _PARTICLES else " ".join(words)
