"""Replies as citizens' mail programs write them, with what must survive marked by hand.

Nobody in them exists. Each shape was seen in the wild; the words are made up.
"""

import base64
import quopri
import textwrap
from dataclasses import dataclass
from typing import Final

from tests.mail.samples import ADDRESSES, DELIVERY, filled

GOT: Final = filled()
ANSWER: Final = ADDRESSES.of_delivery(DELIVERY)
US: Final = f"Politie Amersfoort <{ANSWER}>"
LINES: Final = GOT.text.strip().split("\n")
MARKED: Final = "\n".join(f"> {line}".rstrip() for line in LINES)


@dataclass(frozen=True)
class Case:
    """A raw mail, the citizen's words in it line by line, and what of ours must be gone."""

    name: str
    raw: bytes
    keep: tuple[str, ...]
    gone: tuple[str, ...] = ("Ga er niet zelf op af", "Beste deelnemer")


def wrapped(width: int, mark: str = "> ") -> str:
    """The alert as a mail program breaks it."""
    pieces = [textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""] for line in LINES]
    return "\n".join(f"{mark}{piece}".rstrip() for lines in pieces for piece in lines)


def plain(text: str, charset: str = "utf-8", subject: str = "Re: Inbraak in de Breestraat") -> bytes:
    """A mail of one text."""
    head = (
        f"From: Noor Jansen <noor@example.nl>\nTo: {US}\nSubject: {subject}\nMessage-ID: <q1@example.nl>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return (head.encode() + text.encode(charset)).replace(b"\n", b"\r\n")


def html(body: str, encoding: str = "quoted-printable") -> bytes:
    """A mail that has only HTML."""
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}[encoding](body.encode())
    head = (
        f"From: =?utf-8?q?No=C3=ABl_Jansen?= <noel@example.nl>\nTo: {US}\nSubject: Re: Inbraak\nMIME-Version: 1.0\n"
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n"
    )
    return head.encode() + coded


def two_parts(text: str, page: str) -> bytes:
    """A mail with text and HTML that say the same."""
    return (
        f"From: noor@example.nl\nTo: {US}\nSubject: Re: Inbraak\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="=_b"\n\n'
        f"--=_b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--=_b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--=_b--\n"
    ).encode()


GMAIL_NL: Final = f"Op ma 5 jan 2026 om 17:00 schreef Politie Amersfoort <\n{ANSWER}>:\n"
OUTLOOK_NL: Final = (
    f"Van: {US}\nVerzonden: maandag 5 januari 2026 17:00\nAan: Noor Jansen <noor@example.nl>\n"
    f"Onderwerp: {GOT.subject}\n"
)
APPLE_NL: Final = f"Op 5 jan. 2026 om 17:00 heeft {US} het volgende geschreven:\n"
OUTLOOK_LINKS: Final = GOT.text.replace("Ik heb informatie:\nhttps", "Ik heb informatie<https").replace(
    "0900-8844", "0900-8844<tel:0900-8844>"
)
GMAIL_PAGE: Final = (
    '<div dir="ltr">Ik zag een <b>zwarte</b> bus.<div>Hij reed richting het station.</div></div><br>'
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Op ma 5 jan 2026 om 17:00 schreef Politie Amersfoort '
    f'&lt;<a href="mailto:{ANSWER}">{ANSWER}</a>&gt;:<br></div><blockquote class="gmail_quote">{GOT.html}'
    "</blockquote></div>"
)
OUTLOOK_PAGE: Final = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style><!-- p.MsoNormal {margin:0cm} --></style>"
    "</head><body lang=NL><div class=WordSection1><p class=MsoNormal>Onze deurbel heeft beelden van 14.10 uur."
    "<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt'>"
    f"<p class=MsoNormal><b>Van:</b> Politie Amersfoort &lt;{ANSWER}&gt; <br><b>Verzonden:</b> maandag 5 januari 2026 "
    f"17:00<br><b>Aan:</b> noel@example.nl<br><b>Onderwerp:</b> Inbraak<o:p></o:p></p></div>{GOT.html}</div></body>"
)
SENTENCE: Final = (
    "Heeft u een camera of een deurbel met camera? Bewaar de beelden. Schrijf in\nuw reactie dat u beelden heeft."
)

REPLIES: Final = (
    Case(
        "gmail nl, above the quote",
        plain(f"Ik zag om 14.15 uur een grijze bus.\n\nMvg Noor\n\n{GMAIL_NL}\n{wrapped(70)}\n"),
        ("Ik zag om 14.15 uur een grijze bus.", "Mvg Noor"),
        ("schreef Politie", "Beste deelnemer", "Ga er niet"),
    ),
    Case(
        "gmail en",
        plain(
            f"I saw two men on a scooter.\n\nOn Mon, Jan 5, 2026 at 5:00 PM Politie Amersfoort <\n{ANSWER}> wrote:\n\n"
            f"{wrapped(70)}\n"
        ),
        ("I saw two men on a scooter.",),
        ("wrote:", "Beste deelnemer"),
    ),
    Case(
        "a day of their own right above the attribution",
        plain(f"Ja, gezien!\nOp maandag 5 januari om 15 uur\n{GMAIL_NL}\n{MARKED}\n"),
        ("Ja, gezien!", "Op maandag 5 januari om 15 uur"),
        ("schreef Politie", "Beste deelnemer"),
    ),
    Case(
        "outlook nl, no marks",
        plain(f"Wij hebben camerabeelden.\n\nGroet,\nOmar\n\n{'_' * 32}\n{OUTLOOK_NL}\n{GOT.text}"),
        ("Wij hebben camerabeelden.", "Groet,", "Omar"),
        ("Van:", "Aan:", "Onderwerp", "____", "Beste deelnemer"),
    ),
    Case(
        "outlook en, its own links in the text",
        plain(
            f"See attachment.\n\nFrom: {US}\nSent: Monday, January 5, 2026 17:00\nTo: x <x@example.nl>\n"
            f"Subject: Inbraak\n\n{OUTLOOK_LINKS}"
        ),
        ("See attachment.",),
        ("From:", "Beste deelnemer", "0900-8844", "Ik heb informatie"),
    ),
    Case(
        "outlook on a phone",
        plain(f"Ja bus gezien\nDownload Outlook voor Android\n{'_' * 32}\n{OUTLOOK_NL}\n{wrapped(76, '')}"),
        ("Ja bus gezien", "Download Outlook voor Android"),
        ("Verzonden", "Beste deelnemer"),
    ),
    Case(
        "apple nl",
        plain(f"Nee niets gezien, wel gehoord: glasgerinkel.\n\n{APPLE_NL}\n{MARKED}"),
        ("Nee niets gezien, wel gehoord: glasgerinkel.",),
        ("geschreven", "Beste deelnemer"),
    ),
    Case(
        "iphone, attribution inside the quote",
        plain(f"Man met capuchon\n\nVerstuurd vanaf mijn iPhone\n\n> {APPLE_NL}> \n{MARKED.replace('> ', '> ﻿')}"),
        ("Man met capuchon", "Verstuurd vanaf mijn iPhone"),
        ("geschreven", "Beste deelnemer"),
    ),
    Case(
        "samsung",
        plain(
            f"Ik bel u morgen.\n\nVerzonden vanaf mijn Galaxy\n\n\n-------- Oorspronkelijk bericht --------\n"
            f"Van: {US}\nDatum: 05-01-2026 17:00 (GMT+01:00)\nAan: noor@example.nl\nOnderwerp: Inbraak\n\n{GOT.text}"
        ),
        ("Ik bel u morgen.", "Verzonden vanaf mijn Galaxy"),
        ("Oorspronkelijk", "Datum:", "Beste deelnemer"),
    ),
    Case(
        "thunderbird nl, below the quote",
        plain(f"Op 05-01-2026 om 17:00 schreef Politie Amersfoort:\n{wrapped(70)}\n\nHier mijn antwoord: een Opel.\n"),
        ("Hier mijn antwoord: een Opel.",),
        ("schreef", "Beste deelnemer"),
    ),
    Case(
        "roundcube",
        plain(f"Politie Amersfoort schreef op 2026-01-05 17:00:\n{wrapped(68)}\n\nWitte bus, kenteken begon met V.\n"),
        ("Witte bus, kenteken begon met V.",),
        ("schreef", "Beste deelnemer"),
    ),
    Case(
        "ziggo webmail, attribution inside the quote",
        plain(f"Geen camera.\n\n> Op 05-01-2026 17:00 CET schreef {US}:\n> \n>  \n{MARKED}\n"),
        ("Geen camera.",),
        ("schreef", "Beste deelnemer"),
    ),
    Case(
        "answers between the questions",
        plain(
            MARKED.replace("> Wanneer?", "Dat is bij ons om de hoek!\n> Wanneer?")
            .replace("> - Zag u een witte", "JA: een man met ladder\n\n> - Zag u een witte")
            .replace("> Het gaat om", "nee geen bus\n> Het gaat om")
        ),
        ("Dat is bij ons om de hoek!", "JA: een man met ladder", "nee geen bus"),
    ),
    Case(
        "answers behind the questions on their lines",
        plain(MARKED.replace("wat u opviel?", "wat u opviel? Ja, geschreeuw!").replace("de straat?", "de straat? nee")),
        (
            "> - Zag of hoorde u toen iets wat u opviel? Ja, geschreeuw!",
            "> - Zag u een witte bestelbus in de straat? nee",
        ),
    ),
    Case(
        "answers between the questions, without marks",
        plain(GOT.text.replace("- Zag u een witte", "een blauwe ladder\n- Zag u een witte")),
        ("een blauwe ladder",),
    ),
    Case(
        "a note they found, which is no attribution",
        plain(f"Op maandag schreef een briefje:\n'ik heb het gezien'\n\n{GMAIL_NL}\n{MARKED}"),
        ("Op maandag schreef een briefje:", "'ik heb het gezien'"),
        ("schreef Politie", "Beste deelnemer"),
    ),
    Case(
        "a sentence of ours, repeated by hand",
        plain(f"U schrijft:\n{SENTENCE}\nDie heb ik!\n"),
        (*SENTENCE.split("\n"), "Die heb ik!"),
    ),
    Case(
        "short words that stand in the alert too",
        plain(f"Een man\nmet een lichte fiets\nBreestraat\nJa\n\n{GMAIL_NL}\n{MARKED}"),
        ("Een man", "met een lichte fiets", "Breestraat", "Ja"),
        ("Beste deelnemer",),
    ),
    Case("no quote at all", plain("Bel me maar: 06 12345678"), ("Bel me maar: 06 12345678",)),
    Case("only signs", plain(f"👍\n\n{GMAIL_NL}\n{MARKED}"), ("👍",)),
    Case("nothing but the quote", plain(MARKED), ("> Beste deelnemer van Burgernet,",), ()),
    Case("latin-1", plain(f"Bij café één zag ik hem\n\n{MARKED}", "iso-8859-1"), ("Bij café één zag ik hem",)),
    Case("windows-1252 that says latin-1", plain("Hij zei: „wég” – € 50", "cp1252").replace(b"=cp1252", b"=iso-8859-1"),
         ("Hij zei: „wég” – € 50",)),
    Case("utf-8 that says ascii", plain("één bus").replace(b"=utf-8", b"=us-ascii"), ("één bus",)),
    Case("no charset we know", plain("één bus").replace(b"=utf-8", b"=x-klingon"), ("één bus",)),
    Case("gmail, html only", html(GMAIL_PAGE), ("Ik zag een zwarte bus.", "Hij reed richting het station."),
         ("schreef Politie", "Beste deelnemer", "Ga er niet")),
    Case("outlook, html only", html(OUTLOOK_PAGE, "base64"), ("Onze deurbel heeft beelden van 14.10 uur.",),
         ("Van:", "MsoNormal", "Beste deelnemer")),
    Case("text and html", two_parts("In de tekst", "<p>In de pagina</p>"), ("In de tekst",), ("pagina",)),
    Case("text that is empty beside html", two_parts(" \n", "<p>In de pagina</p>"), ("In de pagina",)),
)  # fmt: skip
