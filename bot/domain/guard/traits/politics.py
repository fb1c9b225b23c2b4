"""Which party or union somebody belongs to: a conviction too, and no help to know them again."""

from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.pieces import Piece
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.persons import alone, removed
from bot.domain.guard.words import words_of

_PARTIES: Final = words_of("""
vvd pvv pvda groenlinks groenlinks-pvda gl d66 cda sp sgp cu christenunie pvdd denk volt bbb fvd ja21 nsc bij1 50plus
fnv cnv vakbond vakvereniging partij
""")
_OF_ONE: Final = words_of("lid leden aanhanger aanhangers stemmer stemmers kiezer kiezers raadslid kamerlid wethouder")
_MEMBERS: Final = ("-lid", "-stemmer", "-stemmers", "-aanhanger", "-raadslid", "-kamerlid", "-er", "'er", "-wethouder")
_CONVINCED: Final = words_of("""
communist communisten fascist fascisten neonazi neonazi's nazi nazi's anarchist anarchisten socialist socialisten
vakbondslid vakbondsleden partijlid partijleden links-extremist rechts-extremist linksextremist rechtsextremist
""")
_VOTED: Final = words_of("stemt stemde stemmen stemden")


def politics(words: Words, i: int) -> Piece | None:
    """Lid van de PVV, PvdA-raadslid, stemt op D66; a poster of a party is a thing."""
    word = words.folded(i)
    if word in _CONVINCED or any(word.endswith(end) and word.removesuffix(end) in _PARTIES for end in _MEMBERS):
        return alone(words, i, FindingKind.BELIEF, "persoon")
    party = _party_behind(words, i + 1)
    if party is None or not (
        (word in _OF_ONE and words.folded(i + 1) == "van") or (word in _VOTED and words.folded(i + 1) != "van")
    ):
        return None
    return removed(words, i, party + 1, FindingKind.BELIEF)


def _party_behind(words: Words, i: int) -> int | None:
    """Van de PVV, op D66."""
    at = i + (words.folded(i) in {"van", "op"})
    at += words.folded(at) in {"de", "het", "een"}
    name = words.folded(at) + (words.folded(at + 1) if words.folded(at) == "d" else "")
    if name not in _PARTIES:
        return None
    return at + (name == "d66") + (words.folded(at + 1) in _PARTIES)
