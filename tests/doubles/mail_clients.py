"""How the mail programs that citizens use write an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

ClientName = Literal["gmail", "outlook", "apple", "phone", "webmail_nl", "plain"]
Language = Literal["nl", "en"]

RULE: Final = "________________________________"
OUTLOOK: Final[Mapping[Language, str]] = {
    "nl": f"{RULE}\nVan: {{name}} <{{address}}>\nVerzonden: {{EEEE d MMMM y HH:mm}}\nAan: {{to}} <{{to}}>\n"
    "Onderwerp: {subject}\n",
    "en": f"{RULE}\nFrom: {{name}} <{{address}}>\nSent: {{EEEE, d MMMM y HH:mm}}\nTo: {{to}} <{{to}}>\n"
    "Subject: {subject}\n",
}
APPLE: Final[Mapping[Language, str]] = {
    "nl": "Op {d MMM y}, om {HH:mm} heeft {name} <{address}> het volgende geschreven:\n",
    "en": "On {d MMM y}, at {HH:mm}, {name} <{address}> wrote:\n",
}


@dataclass(frozen=True)
class Client:
    """How a mail program answers; a date stands in the attribution as its pattern, `width` 0 breaks no lines."""

    prefix: str
    mark: str
    width: int
    charset: str
    encoding: str
    blockquote: str
    headers: Mapping[str, str]
    attribution: Mapping[Language, str]
    signature: Mapping[Language, str]
    quoted_attribution: bool = False


NO_SIGNATURE: Final[Mapping[Language, str]] = {"nl": "", "en": ""}
IPHONE: Final[Mapping[Language, str]] = {"nl": "Verstuurd vanaf mijn iPhone", "en": "Sent from my iPhone"}
CITE: Final = '<blockquote type="cite">'
CLIENTS: Final[Mapping[ClientName, Client]] = {
    "gmail": Client(
        *("Re: ", "> ", 78, "utf-8", "base64", '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">', {}),
        {
            "nl": "Op {EEE d MMM y} om {HH:mm} schreef {name} <\n{address}>:\n",
            "en": "On {EEE, d MMM y} at {HH:mm} {name} <\n{address}> wrote:\n",
        },
        NO_SIGNATURE,
    ),
    "outlook": Client(
        *("RE: ", "", 0, "windows-1252", "quoted-printable", '<div id="divRplyFwdMsg">'),
        *({"Thread-Topic": "Burgernet", "X-MS-Has-Attach": ""}, OUTLOOK, NO_SIGNATURE),
    ),
    "apple": Client(
        *("Re: ", "> ", 0, "utf-8", "quoted-printable", CITE),
        *({"X-Mailer": "Apple Mail (2.3774.600.62)"}, APPLE, NO_SIGNATURE),
    ),
    "phone": Client(
        *("Re: ", "> ", 0, "utf-8", "quoted-printable", CITE),
        *({"X-Mailer": "iPhone Mail (21F90)"}, APPLE, IPHONE),
        quoted_attribution=True,
    ),
    "webmail_nl": Client(
        *("Antw: ", "> ", 72, "utf-8", "8bit", CITE),
        {"X-Mailer": "Open-Xchange Mailer v7.10.6", "X-Priority": "3"},
        {
            "nl": "Op {dd-MM-y HH:mm} CET schreef {name} <{address}>:\n",
            "en": "On {dd/MM/y HH:mm} CET {name} <{address}> wrote:\n",
        },
        NO_SIGNATURE,
    ),
    "plain": Client(
        *("Re: ", "> ", 72, "utf-8", "8bit", CITE, {"User-Agent": "Mozilla Thunderbird"}),
        {"nl": "Op {dd-MM-y} om {HH:mm} schreef {name}:", "en": "On {dd/MM/y HH:mm}, {name} wrote:"},
        {"nl": "-- \nGroet uit Amersfoort", "en": "-- \nRegards from Amersfoort"},
    ),
}
