"""E-mail addresses, as mail servers take them and as people write them for each other."""

import re
from typing import Final

EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}")
"""Only from where a word begins: a long word without an @ is read once."""
_LOCAL: Final = r"(?<![\w.+%&'’-])(?:[\w.+&'’-]{1,64}|(?<=\")[^\"\n]{1,64}\")"
_PLACES: Final = "(?:nl|com|eu|org|net|be|de|fr|uk)"
_HOUSES: Final = (
    "(?:gmail|googlemail|hotmail|outlook|ziggo|kpnmail|kpn|icloud|yahoo|proton(?:mail)?|hetnet|telfort|xs4all|casema|msn"
    "|planet|chello|upcmail|zonnet|quicknet|wanadoo|tele2|gmx)"
)
_AT: Final = "(?:[@＠﹫]|%40|&#64;|&commat;)"
_SAID: Final = "(?:at(?:-?teken)?|apen?staart(?:je)?)"
_TAIL: Final = rf"(?:[\W_]{{0,3}}\b(?:(?:dot|punt)[\W_]{{1,3}})?{_PLACES}\b)?"
DISGUISED: Final = (
    re.compile(
        rf"{_LOCAL}{_AT}(?:\s?{_AT})?(?:\.?[\w-]{{1,63}}(?:[.．。][\w-]{{1,63}}){{1,9}}|[\w-]{{3,63}}(?:,{_PLACES}\b)?)"
    ),
    # Without a space behind it is an account: @noor; but for what ends as the name of a place on the internet does.
    re.compile(
        rf"{_LOCAL}\s{{0,3}}[@＠﹫]\s{{0,3}}[\w-]{{1,63}}(?:\s[\w-]{{1,63}})?"
        rf"(?:(?:[.．。]|\s{{1,3}}[.．。]\s{{0,3}}){_PLACES}\b)+"
    ),
    # At a house that everybody knows, however its at is marked; a shop's page ("bij bol.com") is none of them.
    re.compile(
        rf"{_LOCAL}(?:\s[@＠﹫]\s|\s(?:{_SAID}|ad)\s|\s?[-_.*/|~\"']{{1,2}}{_SAID}[-_.*/|~\"']{{1,2}}\s?){_HOUSES}\b{_TAIL}"
        rf"|{_LOCAL}\sbij\s{_HOUSES}\s?(?:\.|dot|punt)\s?{_PLACES}\b"
        rf"|{_LOCAL}[-_.](?:at|apenstaart(?:je)?)[-_.][\w-]{{1,63}}[-_.](?:dot|punt)[-_.]{_PLACES}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"{_LOCAL}\s?[@＠﹫]\s[\w-]{{1,63}}(?:[.．。][\w-]{{1,63}}){{1,9}}"),
    re.compile(
        rf"{_LOCAL}\s?(?:[(\[{{<]\s?(?:{_SAID}|a|[@＠﹫])\s?[)\]}}>]|\bapen?staart(?:je)?\b)\s?[\w-]{{1,63}}"
        rf"(?:(?:\.|\s?[(\[{{<]?(?:dot|punt)[)\]}}>]?\s?)[\w-]{{1,63}}|\s\.\s{_PLACES}\b){{1,9}}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_LOCAL}\s{_SAID}\s[\w-]{{1,63}}(?:\s(?:dot|punt)\s[\w-]{{1,63}}){{1,9}}", re.IGNORECASE),
    # Letter by letter.
    re.compile(r"(?<!\S)(?:[\w.-] ){2,64}[@＠﹫](?: [\w.-]){3,64}(?!\S)"),
)
"""Addresses as every reader understands them, whether a mail server does or not."""
