"""Whether the From line is true: what the server that took the mail in says of its DKIM signature (RFC 8601)."""

import re
from typing import Final

from bot.domain.replies.replies import SenderCheck
from bot.mail.reading.parsing import ParsedMail

INBOUND_PARSE: Final = "inbound-parse.burgernetmail.invalid"
"""The name under which SendGrid's findings are written on top of a mail; no real server bears it."""

LONGEST: Final = 4000
COMMENT: Final = re.compile(r"\([^()]{0,300}\)")
RESULT: Final = re.compile(r"\s*(dkim|dmarc)\s*=\s*(\w+)", re.IGNORECASE)
SIGNER: Final = re.compile(r"\bheader\.(?:d|i)\s*=\s*(?:[^\s;@]{0,64}@)?([a-z0-9.-]{3,253})", re.IGNORECASE)
FOUND: Final = re.compile(rb"@([A-Za-z0-9.-]{3,253})\s*:\s*([A-Za-z]{1,20})")
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
    results = findings.split(";")
    below = any(result.split()[:1] == ["dmarc=pass"] for result in results)  # that server knows who owns a domain
    verdicts = {verdict for result in results if (verdict := _verdict(result, domain, below=below))}
    if "pass" in verdicts:
        return SenderCheck.PROVEN
    return SenderCheck.FAILED if "fail" in verdicts else SenderCheck.UNPROVEN


def _topmost(mail: ParsedMail) -> str:
    return COMMENT.sub(" ", " ".join(mail.headers.get("authentication-results", [""])[0][:LONGEST].split())).lower()


def _verdict(result: str, domain: str, *, below: bool) -> str:
    """What one result says of the From line's domain; empty where it is about another one."""
    found, signer = RESULT.match(result), SIGNER.search(result)
    if found is None:
        return ""
    if found[1] == "dmarc":  # it is about the From line by definition; passing by SPF alone proves no person
        return "fail" if found[2] == "fail" else ""
    return found[2] if signer and _aligned(signer[1].strip("."), domain, below=below) else ""


def _aligned(signer: str, domain: str, *, below: bool) -> bool:
    """Whether who signed speaks for the domain: it is theirs, or lies below theirs.

    The other way round anybody with a name below a shared domain (`x.blogspot.example`) would speak for all of it.
    Whether a domain is shared takes a list of public suffixes: DMARC's verdict rests on one, so `below` it counts.
    """
    if "." not in signer or "." not in domain:
        return False
    return signer == domain or domain.endswith(f".{signer}") or (below and signer.endswith(f".{domain}"))
