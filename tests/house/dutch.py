"""Which word a thing has, and how we write: the rules as tables; and all that the bot says."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]


def catalogue() -> Iterator[str]:
    with (ROOT / "bot/locale/nl.po").open("rb") as file:
        for message in read_po(file, locale="nl"):
            if message.id:
                yield from message.string if isinstance(message.string, tuple) else (str(message.string),)


CATALOGUE = list(catalogue())

NOT_OUR_WORD = {
    "a mail or an alertering": r"notificatie|\bmelding(en)?\b|mailtje|\bberichtje",
    "an e-mailadres": r"(?<![eE]-)\bmailadres",
    "an aanvraag": r"\bverzoek|\brequest",
    "controleren, versturen": r"\bcheck|\buitga|\bgaat\b[^.?!\n]{0,40}\buit\b|\beruit\b",
    "a zaak or a delict": r"\bincident|\bgeval(len)?\b|\bdingen?\b",
    "a reactie, an antwoord": r"\brespons|\breply\b|burgers? beantwoord|autoreply",
    "overnemen": r"overpak|\bpak\b[^.\n]*\bover\b",
    "aangehouden": r"gearresteerd|verdachte (is )?opgepakt",
    "a tip": r"\bleads?\b|escaler|doorstur",
    "in BVH zetten": r"muteren|vastlegg\w+ in|in ?voeren in",
    "is aangekomen, kwam terug, is niet verstuurd": r"afgeleverd|\bbezorg|opgegeven|mail is geweigerd",
    "afmelden, weer aanmelden, als spam gemeld": r"uitschrijv|terugzetten|ging(en)? weg|klaagde|\bklachten\b",
    "deelnemer, ontvanger, burger": r"gebruiker|\bpersoon\b(?= (krijgt|kreeg))",
    "tekort": r"[Ww]ij missen|deelnemers? ontbre|\bmist \.",
    "buurt, wijk": r"\bomgeving|\bradius",
    "beelden, film, foto": r"footage|\bvideo|filmpje|beelden halen",
    "controlegetal": r"\bhash",
    "vragenlijst, enquête": r"\bsurvey",
    "bewaarplicht": r"legal hold",
    "afgehandeld, afgesloten": r"\bgereed\b",
    "proefmail, oefening": r"\btest(mail|bericht)?\b",
    "een taak": r"\bding(en)?\b",
    "klik op": r"\b[Dd]ruk (op|eerst|in|nog)|\btoets",
    "wij and u": r"\bje\b|\bjij\b|jullie|\bjouw|\b[Ii]k ken\b|\b[Ww]e\b",
}
"""Words for a thing that has another one."""

AGAINST_THE_RULES = {
    "times have a point": r"\d:\d\d",
    "no space before a percent sign": r"\d\} %|\d %",
    "the last days are afgelopen": r"laatste (\d|\{\w+\}) ?dagen",
    "what waits has waited al": r"wacht(en)? \{n\} uur",
    "no regrets, no titles": r"helaas|[Gg]eachte",
    "a bewaarplicht and an enquête are no women": r"\b[Hh]aar (op|dan|is)\b|Bel hem of haar",
    "where something happened is built once": r"\b(in|aan|op|over) \{\{ ?\w*street",
    "nothing is typed about the year of a window": r"\{\{ (start|end) \}\}",
}
