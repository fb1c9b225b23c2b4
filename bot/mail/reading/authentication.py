"""Whether the From line is true: what the server that took the mail in says of its DKIM signature (RFC 8601)."""

import re
from email.utils import getaddresses
from typing import Final

from bot.domain.replies.replies import SenderCheck
from bot.mail.reading.parsing import ParsedMail

INBOUND_PARSE: Final = "inbound-parse.burgernetmail.invalid"
"""The name under which SendGrid's findings are written on top of a mail; no real server bears it."""

LONGEST: Final = 4000
PIECE: Final = re.compile(r"\\.|[\"()]|[^\\\"()]+", re.DOTALL)
PLAIN: Final = re.compile(r"[\w.@+-]*")
RESULT: Final = re.compile(r"\s*(dkim|dmarc)\s*=\s*(\w+)")
SIGNER: Final = re.compile(r"(?<!\S)header\.[di]\s*=\s*(?:[^\s;@]{0,64}@)?([a-z0-9.-]{3,253})(?!\S)")
FOUND: Final = re.compile(rb"(?:\A\s*(?:\{\s*)?|,\s*)@([A-Za-z0-9.-]{3,253})\s*:\s*([A-Za-z]{1,20})")
SPF_WORD: Final = re.compile(rb"[A-Za-z]{1,20}")


def findings_header(dkim: bytes, spf: bytes) -> bytes:
    """SendGrid's fields (`{@example.nl : pass}`) as a header; nothing else of what they hold gets into it."""
    results = [b"dkim=" + result + b" header.d=" + domain for domain, result in FOUND.findall(dkim[:LONGEST])[:10]]
    results += [b"spf=" + word for word in SPF_WORD.findall(spf)[:1]]
    return b"Authentication-Results: " + b"; ".join([INBOUND_PARSE.encode(), *(results or [b"none"])]) + b"\r\n"


def check_sender(mail: ParsedMail, from_address: str, trusted_server: str) -> SenderCheck:
    """What the topmost Authentication-Results says, if it is by the server we trust: any sender can write others."""
    server, _, findings = _topmost(mail).partition(";")
    if not trusted_server or server.split()[:1] != [trusted_server.lower()]:
        return SenderCheck.UNKNOWN
    domain = from_address.rpartition("@")[2].lower()
    found = [(result[1], result[2], one) for one in findings.split(";") if (result := RESULT.match(one))]
    # About the From line by definition; passing by SPF alone proves no person, but that server knows who owns a domain.
    dmarc = {verdict for method, verdict, _ in found if method == "dmarc"}
    below = "pass" in dmarc
    dkim = {verdict for method, verdict, one in found if method == "dkim" and _is_by(one, domain, below=below)}
    if "fail" in dmarc:
        return SenderCheck.FAILED
    if "pass" in dkim:
        return SenderCheck.PROVEN if _names_one(mail) else SenderCheck.UNPROVEN
    return SenderCheck.FAILED if "fail" in dkim else SenderCheck.UNPROVEN


def _names_one(mail: ParsedMail) -> bool:
    """Whether there is one From line with one address: a signature is of one line, and of any mailbox of its domain."""
    lines = mail.headers.get("from", [])
    try:
        named = {address.lower() for _, address in getaddresses(lines) if "@" in address}
    except (RecursionError, IndexError, ValueError):
        return False
    return len(lines) == len(named) == 1


def _topmost(mail: ParsedMail) -> str:
    told = " ".join(mail.headers.get("authentication-results", [""])[0][:LONGEST].split())
    return _own_words(told).lower()


def _own_words(told: str) -> str:
    """What the server says itself. In comments and between quotes it repeats what senders wrote: of that only a plain
    word between quotes stays. Nothing stays of one that does not end; servers forget that a quote may hold brackets.
    """
    kept, held, depth, quoted = "", "", 0, False
    for piece in PIECE.findall(told):
        if piece == '"':
            quoted = not quoted
            kept += held if not (quoted or depth) and PLAIN.fullmatch(held) else ""
            held = ""
        elif quoted:
            held += piece
        elif piece == "(" or depth:
            depth += {"(": 1, ")": -1}.get(piece, 0)
        else:
            kept += piece
    return kept


def _is_by(result: str, domain: str, *, below: bool) -> bool:
    """Whether one result is about the From line's domain."""
    signer = SIGNER.search(result)
    return signer is not None and _aligned(signer[1].strip("."), domain, below=below)


def _aligned(signer: str, domain: str, *, below: bool) -> bool:
    """Whether who signed speaks for the domain: it is theirs, or lies below theirs.

    The other way round anybody with a name below a shared domain (`x.blogspot.example`) would speak for all of it.
    Whether a domain is shared takes a list of public suffixes: DMARC's verdict rests on one, so `below` it counts.
    """
    if "." not in signer or "." not in domain:
        return False
    return signer == domain or domain.endswith(f".{signer}") or (below and signer.endswith(f".{domain}"))
