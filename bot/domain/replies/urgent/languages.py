"""The plainest signs in the other languages that are much spoken here: a cry for help, a thief in the house, now."""

from dataclasses import dataclass
from typing import Final

from bot.domain.replies.urgent.words import Sign


@dataclass(frozen=True)
class _Language:
    """What people write in it, in folded letters: `call` is enough alone, the others go two by two."""

    name: str
    call: str
    people: str
    there: str
    now: str
    past: str


_LANGUAGES: Final = (
    _Language(
        "German",
        r"\bzu hilfe\b|\b(?:schnell|bitte|brauche|brauchen) (?:\w+ )?(?:hilfe|polizei)\b|\bhilfe schnell\b|^hilfe$"
        r"|\bkomm(?:t|en sie)? (?:bitte )?schnell\b|\brufen? (?:sie )?(?:bitte )?die polizei\b",
        r"\b(?:jemand|einbrecher|diebe?|manner|ein mann|fremder?|leute)\b",
        r"\b(?:(?:in|vor|an|bei|hinter|auf) (?:meine\w?|unsere\w?|der|dem|den|das) (?:haus|wohnung|garten|tur|keller"
        r"|dach"
        r"|nachbarn?|garage)|bricht ein|brechen ein|einzubrechen|im haus|im garten|nebenan)\b",
        r"\b(?:jetzt|gerade|im moment|in diesem moment|immer noch)\b",
        r"\b(?:war|waren|gestern|hatte[nt]?|letzte\w?|wurde|gesehen|immer wieder|oft|nicht|kein\w*|niemand)\b",
    ),
    _Language(
        "French",
        r"\bau secours\b|\bvenez (?:vite|tout de suite)\b|\ba l'aide\b|\bappele[zr] la police\b|^aide[zr](?:[- ]moi)?$",
        r"\b(?:quelqu'un|voleurs?|cambrioleurs?|un homme|des hommes|un inconnu|ils)\b",
        r"\b(?:chez (?:moi|nous|les? voisins?|la voisine)|dans (?:la|ma|le|mon|notre) (?:maison|jardin|appartement|cave"
        r"|garage)|devant (?:la|ma) porte)\b",
        r"\b(?:maintenant|en ce moment|tout de suite|encore la|est en train|sont en train)\b",
        r"\b(?:etait|etaient|hier|avait|avaient|derniere?|semaine|souvent|j'ai vu|pas|personne)\b",
    ),
    _Language(
        "Spanish",
        r"\b(?:ayuda|auxilio|socorro) (?:por favor|hay)\b|^(?:ayuda|auxilio|socorro)$|\bayudenme\b|\bvengan (?:ya"
        r"|rapido)\b"
        r"|\bllam\w+ a la policia\b",
        r"\b(?:alguien|ladron(?:es)?|un hombre|hombres|un desconocido|hay gente)\b",
        r"\b(?:(?:en|dentro de) (?:mi|la|el|nuestra) (?:casa|jardin|garaje|piso|puerta)|entrando|robando|al lado)\b",
        r"\b(?:ahora|ahora mismo|ya mismo|en este momento|todavia)\b",
        r"\b(?:estaba|estaban|ayer|habia|pasad[oa]|vi|a menudo|no|nadie)\b",
    ),
    _Language(
        "Polish",
        r"\b(?:pomocy|ratunku)\b|\bprosz\w+ (?:o )?(?:szybko|pomoc|przyjechac)|\bwezwijcie policj",
        r"\b(?:ktos|z[lł]odziej\w*|w[lł]amywacz\w*|obcy|mezczyzn\w*|facet\w*)\b",
        r"\b(?:w (?:moim|naszym|domu|ogrodzie|garazu|mieszkaniu)|do (?:domu|sasiad\w*|mieszkania)|u sasiad\w*"
        r"|pod drzwiami"
        r"|w[lł]amuj\w+)\b",
        r"\b(?:teraz|w tej chwili|wlasnie|w[lł]asnie|nadal|ciagle)\b",
        r"\b(?:by[lł]|byli|by[lł]a|wczoraj|widzia[lł]\w*|czesto|tydzien|nie|nikt)\b",
    ),
    _Language(
        "Turkish",
        r"\b(?:imdat|yard[ıi]m edin|yard[ıi]m (?:lutfen|cabuk)|cabuk gelin|hemen gelin|polis (?:gonderin"
        r"|cag[ıi]r[ıi]n))\b",
        r"\b(?:biri|birisi|h[ıi]rs[ıi]z(?:lar)?|adam(?:lar)?|yabanc[ıi])\b",
        r"\b(?:evimde|evimizde|evde|bahce\w*|kap[ıi]\w*|komsu\w*|iceride|garajda|girdi)\b",
        r"\b(?:simdi|su an|su anda|hala|hemen)\b",
        r"\b(?:dun|gecen|vard[ıi]|gordum|s[ıi]k s[ıi]k|yok|degil|idi)\b",
    ),
)

OTHER_LANGUAGES: Final = tuple(
    Sign(f"{what} ({one.name})", all_of, one.past)
    for one in _LANGUAGES
    for what, all_of in (
        ("a call", (one.call,)),
        ("somebody, now", (one.people, one.now)),
        ("somebody there", (one.people, one.there)),
    )
)
"""Every such sign."""
