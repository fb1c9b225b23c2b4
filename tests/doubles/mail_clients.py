"""How the mail programs that citizens use write an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


NO_SIGNATURE: Final[Mapping[Language, str]] = {"nl": "", "en": ""}
IPHONE: Final[Mapping[Language, str]] = {"nl": "Verstuurd vanaf mijn iPhone", "en": "Sent from my iPhone"}
REGARDS: Final[Mapping[Language, str]] = {"nl": "-- \nGroet uit Amersfoort", "en": "-- \nRegards from Amersfoort"}


@dataclass(frozen=True)
class Client:
    """How a mail program answers; a date stands in the attribution as its pattern, `width` 0 breaks no lines."""

    attribution: Mapping[Language, str]
    signature: Mapping[Language, str] = field(default_factory=lambda: NO_SIGNATURE)
    headers: Mapping[str, str] = field(default_factory=dict)
    prefix: str = "Re: "
    mark: str = "> "
    width: int = 0
    charset: str = "utf-8"
    encoding: str = "quoted-printable"
    blockquote: str = '<blockquote type="cite">'
    quoted_attribution: bool = False


CLIENTS: Final[Mapping[ClientName, Client]] = {
    "gmail": Client(
        {
            "nl": "Op {EEE d MMM y} om {HH:mm} schreef {name} <\n{address}>:\n",
            "en": "On {EEE, d MMM y} at {HH:mm} {name} <\n{address}> wrote:\n",
        },
        width=78,
        encoding="base64",
        blockquote='<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">',
    ),
    "outlook": Client(
        OUTLOOK,
        headers={"Thread-Topic": "Burgernet", "X-MS-Has-Attach": ""},
        prefix="RE: ",
        mark="",
        charset="windows-1252",
        blockquote='<div id="divRplyFwdMsg">',
    ),
    "apple": Client(APPLE, headers={"X-Mailer": "Apple Mail (2.3774.600.62)"}),
    "phone": Client(APPLE, IPHONE, {"X-Mailer": "iPhone Mail (21F90)"}, quoted_attribution=True),
    "webmail_nl": Client(
        {
            "nl": "Op {dd-MM-y HH:mm} {zone} schreef {name} <{address}>:\n",
            "en": "On {dd/MM/y HH:mm} {zone} {name} <{address}> wrote:\n",
        },
        headers={"X-Mailer": "Open-Xchange Mailer v7.10.6", "X-Priority": "3"},
        prefix="Antw: ",
        width=72,
        encoding="8bit",
    ),
    "plain": Client(
        {"nl": "Op {dd-MM-y} om {HH:mm} schreef {name}:", "en": "On {dd/MM/y HH:mm}, {name} wrote:"},
        REGARDS,
        {"User-Agent": "Mozilla Thunderbird"},
        width=72,
        encoding="8bit",
    ),
}
