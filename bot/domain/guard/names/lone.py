"""One name alone: what stands around it decides where it may be a word, a place or a make too, or is no word at all."""

import re
from typing import Final

from bot.domain.guard.around.standing import Standing
from bot.domain.guard.around.strangers import PARTICIPLE
from bot.domain.guard.names.brands import GOODS, MAKES
from bot.domain.guard.names.calls import is_called
from bot.domain.guard.names.dictionary import is_dutch, is_given_name, is_made_up
from bot.domain.guard.names.name_list import diminutive_flags, flags_of
from bot.domain.guard.names.name_words import (
    ASKING,
    ASSERTING,
    CALLS,
    DETERMINERS,
    JOBS,
    KIN,
    OF_PERSONS,
    OF_PLACES,
    ON_PERSONS,
    OPENERS,
    PERSON_VERBS,
    PRONOUNS,
    QUOTING_VERBS,
    SAYING_VERBS,
    TITLES,
    WARNINGS,
)
from bot.domain.guard.names.namesakes import is_made, is_met_in_english
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of

_IS: Final = frozenset({"is", "was", "betreft"})
_POINTING: Final = frozenset({"het", "dat", "dit", "die"})
_QUOTES: Final = frozenset("\"'„“‘")
_NEVER_OF_PERSONS: Final = frozenset({"in", "op", "te"})
_OWNER: Final = re.compile(r"(?P<name>.{2,}?)'\w{0,3}")
_VOWELS: Final = frozenset("aeiouy")
_DUTCH_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzáàâäéèêëíïîóöôúüûç'’-")
_NEAR: Final = 5
_ACTS: Final = PERSON_VERBS - {
    *(
        "is",
        "was",
        "heeft",
        "had",
        "werd",
        "wordt",
        "ligt",
        "lag",
        "staat",
        "stond",
        "kan",
        "kon",
        "wil",
        "moest",
        "mocht",
    ),
    *("bleef", "blijkt", "bleek", "gaf", "geeft", "at", "komt", "gaat", "ging"),
}
"""A thing does these less often than somebody who is called like one."""
_SHORTEST: Final = 3
_CLOSING: Final = frozenset({'"', "”", "*", "_", "~", "`", "’", "'", ")", "]"})
_GROUPS: Final = frozenset(
    {"bende", "familie", "gezin", "broers", "zussen", "clan", "groep", "zaak", "jongens", "kant"}
)
"""De Jansen-bende."""
_NAMED: Final = frozenset({"genoemd", "noemde", "noemden", "noemt", "heet", "heette", "bijnaam", "aangesproken"})
_CALLED_SO: Final = frozenset({"genoemd", "heet", "heette", "geheten"})
"""De jongen die Thijs genoemd wordt."""
_TOLD_IT: Final = frozenset({"zeg", "geef", "meld", "laat", "mail", "vertel", "gaf", "liet"})
_SAID_TO: Final = frozenset({"tegen", "aan"})
_TOLD: Final = frozenset({"volgens", "aldus", "namens"})
_TOWARDS: Final = frozenset({"naar", "richting", "via", "langs"})
_OURS: Final = frozenset({"een", "die", "deze", "onze", "ons", "mijn", "zijn", "haar", "hun", "jullie", "uw"})
"""Een Pieter uit de straat: behind these stands no usual name that is a make."""
_OWNERS: Final = frozenset({"zijn", "haar", "hun"})
"""Zijn is a verb too: vermoedelijk zijn Achraf en zijn broer erbij."""
_OUR: Final = frozenset({"onze", "die"})
_BELONGS: Final = frozenset({"haar", "z'n", "zijn", "d'r", "hun", "bedankt", "dank"})
"""Roos haar fiets, Mark bedankt."""
_THEM: Final = frozenset({"u", "ik", "hij", "zij", "ze", "wij", "we", "jij", "je", "jullie", "men", "iemand", "ons"})
_ABLE: Final = frozenset(
    {"had", "heeft", "mist", "miste", "wil", "wilde", "weet", "wist", "kreeg", "deed", "gaf", "vond"}
)
"""A thing does these less often than somebody who is called like one."""


class Lone:
    """Whether one word is a name."""

    def __init__(self, words: Words, runs: Runs) -> None:
        self._words = words
        self._runs = runs
        self._standing = Standing(words, runs)

    def is_name(self, i: int, end: int) -> bool:
        if self._words.starts(i) and self._words.folded(end) in _CLOSING:
            end += 1  # *Mark* zag het
        flags, token = self._runs.flags(i), self._words.tokens[i]
        if (
            self._is_aged(i, end, flags)
            or self._is_called(i, end, flags)
            or is_called(self._words, i, stranger=self.is_stranger(i))
            or self._is_ours(i, flags)
            or self.is_owner(i)
            or (self._runs.is_chosen(i) and self._is_told_it(i))
            or (self._runs.is_chosen(i) and is_met_in_english(self._words, i))
            or self._is_where_somebody_stands(i, end)
        ):
            return True
        if self.is_stranger(i):
            given = is_given_name(token.text) and NOBODY.isdisjoint(token.folded.split("-"))
            return given or self._standing.does_what_people_do(i, end) or self._standing.stands_free(i, end)
        if self._standing.may_be_called(i) and self._standing.is_called_there(i, end):
            return True
        return flags is not None and self._is_listed_name(i, end, flags)

    def _is_listed_name(self, i: int, end: int, flags: str) -> bool:
        """A name of the list where no thing and no place is called so."""
        token = self._words.tokens[i]
        if token.folded in PRONOUNS or len(token.text) < 2 or (token.is_caps and len(token.text) < 4):
            return False
        before = self._words.folded(i - 1)
        if token.folded.endswith("'s") and self._runs.is_clear(i) and before not in _NEVER_OF_PERSONS:
            return True
        owned = before in _OWNERS and "f" in flags and self._runs.is_clear(i)
        if (before in DETERMINERS and not owned) or self._is_where(i, flags) or is_made(self._words, i):
            return False
        return ("w" not in flags and "p" not in flags) or self._is_somebody(i, end, flags)

    def _is_told_it(self, i: int) -> bool:
        """Vraag het Bos maar; "vraag het Wilhelminapark" has a place."""
        words, word = self._words, self._words.folded(i)
        asked = words.folded(i - 1) == "het" and words.folded(i - 2) in ASKING | QUOTING_VERBS | _TOLD_IT
        return asked and self._runs.flags(i) is not None and word not in NOBODY | MAKES and not words.is_capital(i + 1)

    def is_joined(self, i: int) -> bool:
        """De Jansen-bende, de familie-Jansen, Tattoo-Bob; an Ikea-tas is of a make."""
        parts = self._words.folded(i).split("-")
        written = self._words.tokens[i].text.split("-")
        if len(parts) != 2 or not any(part[:1].isupper() for part in written) or min(map(len, parts)) < _SHORTEST:
            return False
        if all(part[:1].isupper() for part in written):
            return "n" in (flags_of(parts[1]) or "") and flags_of(parts[0]) is None and parts[0] not in NOBODY | MAKES
        name, other = parts if written[0][:1].isupper() else reversed(parts)
        flags = flags_of(name)
        return flags is not None and not {"w", "p"} & set(flags) and name not in NOBODY | MAKES and other in _GROUPS

    def _is_ours(self, i: int, flags: str | None) -> bool:
        """Een Pieter uit de straat, onze Roos."""
        before = self._words.folded(i - 1)
        usual = "n" in (flags or "") and self._words.folded(i) not in MAKES and self._words.is_capital(i)
        return usual and (before in _OUR or (before in _OURS and self._runs.is_clear(i)))

    def _is_aged(self, i: int, end: int, flags: str | None) -> bool:
        """Mila (7) was thuis; Mila, 7 jaar."""
        words, age = self._words, self._words.folded(end + 1)
        behind = (words.folded(end), words.folded(end + 2))
        told = behind == ("(", ")") or (behind[0] in {",", "("} and behind[1] in {"jaar", "jr"})
        return (
            told and age.isdigit() and len(age) < 3 and (not {"f", "d"}.isdisjoint(flags or "") or self.is_stranger(i))
        )

    def _is_called(self, i: int, end: int, flags: str | None) -> bool:
        """Kom op Kevin; "Sandertje, kom hier"; die Thijs genoemd wordt."""
        if "f" in (flags or "") and self._runs.is_chosen(i) and self._words.folded(end) in _CALLED_SO:
            return True
        words, before = self._words, self._words.folded(i - 1)
        if before in _QUOTES and words.folded(i + 1) in {",", "!"}:
            return flags is None and diminutive_flags(words.folded(i)) is not None
        if before in _QUOTES and self._is_quoted_call(i):
            return True
        if before != "op" or not words.is_capital(i):
            return False
        return words.folded(i - 2) in CALLS or (words.folded(i - 2) in WARNINGS and flags is not None)

    def _is_quoted_call(self, i: int) -> bool:
        """Werd geroepen met 'Sjonnie', riep "Xiaoming": a word with a capital in quotes that somebody was called."""
        words = self._words
        closed = words.folded(i + 1) in _QUOTES or words.tokens[i].text[-1] in _QUOTES
        if not closed or not words.is_capital(i):
            return False
        near = {words.folded(n) for n in range(max(0, i - _NEAR - 3), i + _NEAR)}
        if self._runs.flags(i) is not None and (words.folded(i - 2) == "met" or not near.isdisjoint(_NAMED)):
            return True
        known = "f" in (self._runs.flags(i) or "") or self.is_stranger(i)
        return known and not near.isdisjoint(QUOTING_VERBS | _NAMED)

    def is_owner(self, i: int) -> bool:
        """Sem's fiets, Lucas' tas; no Foto's: what ends in no vowel has no plural with 's."""
        owner, behind = _OWNER.fullmatch(self._words.folded(i)), self._words.at(i + 1)
        if owner is None or not self._words.is_capital(i) or behind is None or not behind.is_word or behind.is_capital:
            return False
        name = owner["name"]
        flags = flags_of(name)
        nobody = name in NOBODY and "n" not in (flags or "")  # Mo's auto
        if nobody or name in MAKES or self._words.folded(i) in NOBODY | MAKES or "p" in (flags or ""):
            return False
        plural = name[-1] in _VOWELS
        return (flags is not None and not (plural and "w" in flags and "n" not in flags)) or (
            not plural and not stem_of(name)
        )

    def _is_where_somebody_stands(self, i: int, end: int) -> bool:
        """Leek op Gerrit, volgens Storm, riep Beer, door Hoop gezien: there any word with a capital is somebody."""
        words = self._words
        if not self._runs.is_chosen(i) or is_role(words.folded(i)) or words.folded(i) in TITLES | MAKES:
            return False
        before, first = words.folded(i - 1), words.sentence(i)[0]
        near = {words.folded(n) for n in range(max(first, i - _NEAR), i - 1)}
        if before == "op":
            return bool(near & ON_PERSONS)
        if before in _SAID_TO:
            return bool(near & QUOTING_VERBS)
        if before == "als":
            return "bekend" in near or "zich" in near
        seen = before == "door" and PARTICIPLE.fullmatch(words.folded(end)) is not None
        told = before in _TOLD and (self._runs.flags(i) is not None or not is_made_up(words.folded(i)))
        is_him = before in _IS and is_role(words.folded(i - 2)) and not stem_of(words.folded(i))
        return seen or told or is_him or (before in QUOTING_VERBS and self._runs.flags(i) is not None)

    def is_stranger(self, i: int) -> bool:
        """A capital on what is no Dutch word, no place and no make: Xiaoming."""
        token = self._words.tokens[i]
        if not self._words.is_capital(i) or token.is_caps or len(token.text) < _SHORTEST:
            return False
        word = token.folded
        if self._runs.flags(i) is not None or word in MAKES or stem_of(word):
            return False
        return not is_dutch(word) or not _DUTCH_LETTERS.issuperset(token.text.lower())

    def is_namesake(self, i: int, end: int) -> bool:
        """Vraag Giulia; Mercedes vertelde: a make that is a first name, where somebody stands."""
        told = self._words.folded(i - 1) in ASKING or self._words.folded(end) in SAYING_VERBS
        flags = flags_of(self._words.folded(i)) or ""
        return told and "f" in flags and "w" not in flags and "p" not in flags and self._words.is_capital(i)

    def _is_where(self, i: int, flags: str) -> bool:
        """In Brakel, op Urk, langs Bergen; "naar Ahmed" is a person."""
        before = self._words.folded(i - 1)
        named = "f" in flags or (before == "via" and "w" not in flags)
        towards = before in _TOWARDS and named and "p" not in flags
        return before in _NEVER_OF_PERSONS or (before in OF_PLACES and not towards)

    def _is_somebody(self, i: int, end: int, flags: str) -> bool:
        """A word or a place too: Roos belde; bij Bakker."""
        before, behind = self._words.folded(i - 1), self._words.folded(end)
        says = behind in SAYING_VERBS
        if self._is_identified(i, end):
            return True
        if self._words.starts(i):
            told = says and self._words.folded(i) not in JOBS
            return told or ("p" not in flags and self._is_begun_with(i, end, flags))
        if "p" in flags and "f" not in flags:
            return says or before in ASSERTING
        return says or before in OF_PERSONS | OPENERS or "n" in flags or self._is_said_behind_noun(i, flags)

    def _is_begun_with(self, i: int, end: int, flags: str) -> bool:
        """Roos en haar man; Visser, de buurman; Mark z'n fiets; Merel: ik zag hem; Storm, Jan en Piet."""
        words, behind, next_word = self._words, self._words.folded(end), self._words.folded(end + 1)
        if behind == "en" and next_word in {"haar", "zijn", "hun"}:
            return True
        kin = words.folded(end + 2) in KIN or is_role(words.folded(end + 2))
        if behind in {"en", ","} and next_word in DETERMINERS and kin:
            return True
        acts = "f" in flags and behind in _ACTS
        if behind in PERSON_VERBS and ("n" in flags or acts or ("d" in flags and behind in _ABLE)):
            return True
        usual = "n" in flags and words.folded(i) not in GOODS
        listed = behind == "," and words.is_capital(end + 1) and self._runs.is_first_name(end + 1)
        return usual and (behind == ":" or listed or (behind in _BELONGS and not words.is_capital(end + 1)))

    def _is_said_behind_noun(self, i: int, flags: str) -> bool:
        """Zijn maat Rico, kent u Visser: a name with its capital behind a small word, whatever it is besides."""
        before = self._words.at(i - 1)
        if before is None or not before.is_word or before.is_capital or not self._runs.is_chosen(i):
            return False
        return "f" in flags or "d" in flags or before.folded in _THEM | ASKING

    def _is_identified(self, i: int, end: int) -> bool:
        """Mulder is de dader; het is Visser; de dader zou Bakker heten."""
        words = self._words
        told = words.folded(end) in _IS and words.folded(end + 1) in DETERMINERS and is_role(words.folded(end + 2))
        before = words.folded(i - 1) in _IS and (words.folded(i - 2) in _POINTING or is_role(words.folded(i - 2)))
        called = words.folded(end) in {"heten", "heet", "heette", "genoemd"}
        return told or (self._runs.is_chosen(i) and (before or called))
