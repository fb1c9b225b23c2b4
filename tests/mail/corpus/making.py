"""What the corpus is made of: the alert as a mail program quotes it, and mails around it."""

import base64
import quopri
import textwrap
from dataclasses import dataclass
from typing import Final

from tests.mail.samples import ADDRESSES, ALERT, CONTENT, DELIVERY, DUTCH, filled

GOT: Final = filled()
ANSWER: Final = ADDRESSES.of_delivery(DELIVERY)
US: Final = f"Politie Amersfoort <{ANSWER}>"
THANKS: Final = DUTCH.acknowledgement(CONTENT)[1]
LINES: Final = GOT.text.strip().split("\n")
MARKED: Final = "\n".join(f"> {line}".rstrip() for line in LINES)


@dataclass(frozen=True)
class Case:
    """A raw mail, the citizen's words in it line by line, and what of ours must be gone.

    `lang` is the language they write in; `answer` is what a colleague had written to them before; `files` came along.
    """

    name: str
    raw: bytes
    keep: tuple[str, ...]
    gone: tuple[str, ...] = ("Ga er niet zelf op af", "Beste deelnemer")
    lang: str = "nl"
    answer: str = ""
    files: tuple[str, ...] = ()

    @property
    def sent(self) -> str:
        """All that we had sent to this citizen, as the program takes it away."""
        return f"{THANKS}\n{self.answer}\n{ALERT.subject}\n{ALERT.text}"


def marked(text: str, mark: str = "> ") -> str:
    """A text with a mark before each line."""
    return "\n".join(f"{mark}{line}".rstrip() for line in text.strip().split("\n"))


def wrapped(width: int, mark: str = "> ", text: str = GOT.text) -> str:
    """The alert, or another text of ours, as a mail program breaks it."""
    whole = text.strip().split("\n")
    pieces = [textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""] for line in whole]
    return "\n".join(f"{mark}{piece}".rstrip() for lines in pieces for piece in lines)


def plain(text: str, charset: str = "utf-8", subject: str = "Re: Inbraak", name: str = "Noor Jansen") -> bytes:
    """A mail of one text."""
    body = text.replace("\n", "\r\n").encode(charset, "replace")
    return _head(f"text/plain; charset={charset}", "8bit", subject, name) + body


def coded(text: str, encoding: str, charset: str = "utf-8", kind: str = "text/plain") -> bytes:
    """A mail of one text in a transfer encoding: quoted-printable or base64."""
    encode = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}[encoding]
    return _head(f"{kind}; charset={charset}", encoding) + encode(text.encode(charset)).replace(b"\n", b"\r\n")


def _head(kind: str, encoding: str, subject: str = "Re: Inbraak", name: str = "Noor Jansen") -> bytes:
    return (
        f"From: {name} <noor@example.nl>\r\nTo: {US}\r\nSubject: {subject}\r\nMessage-ID: <q1@example.nl>\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    ).encode()


def html(body: str, encoding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    """A mail that has only HTML."""
    return coded(body, encoding, charset, "text/html")


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


def together(*parts: tuple[str, bytes | str], kind: str = "mixed", boundary: str = "=_m") -> bytes:
    """A mail of several parts, each with its headers."""
    head = f"From: noor@example.nl\nTo: {US}\nSubject: Re: Inbraak\nMIME-Version: 1.0\n"
    return f'{head}Content-Type: multipart/{kind}; boundary="{boundary}"\n\n'.encode() + pieces(
        *parts, boundary=boundary
    )


def pieces(*parts: tuple[str, bytes | str], boundary: str) -> bytes:
    """What stands between the boundaries of one part that holds others."""
    bodies = [(head, body.encode() if isinstance(body, str) else body) for head, body in parts]
    return (
        b"".join(f"--{boundary}\n{head}\n\n".encode() + body + b"\n" for head, body in bodies)
        + f"--{boundary}--\n".encode()
    )


def packed(kind: str, name: str, content: bytes) -> tuple[str, bytes]:
    """A file, as a part."""
    head = f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n'
    return f"{head}Content-Transfer-Encoding: base64", base64.encodebytes(content)
