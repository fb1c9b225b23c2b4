"""A sender wrote words of the trusted server into what it quotes of them, and a second From line above the one that
was signed: so anybody was who they liked, to the day monitor's address too.
"""

import pytest

from bot.domain.replies.replies import SenderCheck
from bot.mail.reading.authentication import INBOUND_PARSE
from bot.mail.reading.reading import MimeReader
from tests.mail.samples import ADDRESSES, TOKENS

OURS = "mx.politie.example"
OWN_SERVER = MimeReader(ADDRESSES, TOKENS, OURS)
SENDGRID = MimeReader(ADDRESSES, TOKENS, INBOUND_PARSE)
MADE_UP = "dkim=pass header.d=politie.example.nl"
VICTIM, ATTACKER = "dagmonitor@politie.example.nl", "ander@politie.example.nl"

QUOTED = (
    f'spf=pass smtp.mailfrom="x; {MADE_UP}; x"@evil.example; dkim=none',
    f'spf=pass smtp.mailfrom="x\\"; {MADE_UP}; x"@evil.example; dkim=none',
    f'spf=pass (domain of "x) ; {MADE_UP}; ("@evil.example designates 192.0.2.1) smtp.mailfrom=x; dkim=none',
    f'spf=pass (domain of "x\\") ; {MADE_UP}; ("@evil.example designates 192.0.2.1) smtp.mailfrom=x; dkim=none',
    f"spf=pass (domain of (x) ; {MADE_UP} ; (x) evil.example) smtp.mailfrom=x; dkim=none",
    f"spf=pass (domain of \\) ; {MADE_UP} ; evil.example) smtp.mailfrom=x; dkim=none",
    f"spf=pass (domain of {'x' * 400} ; {MADE_UP} ; evil.example) smtp.mailfrom=x; dkim=none",
    f'spf=pass smtp.mailfrom="x; {MADE_UP}',
    f"spf=pass (x; {MADE_UP}",
    'dkim=pass reason="header.d=politie.example.nl" header.d=evil.example',
    'dkim=pass header.s="header.d=politie.example.nl" header.d=evil.example',
    'dkim=pass header.i="x header.d=politie.example.nl "@evil.example header.d=evil.example',
    "dkim=pass header.i=header.d=politie.example.nl@evil.example header.d=evil.example",
    "dkim=pass header.i=x@politie.example.nl@evil.example header.d=evil.example",
    "dkim=pass header.s=a:header.d=politie.example.nl header.d=evil.example",
    f"{MADE_UP}; dmarc=fail (p=NONE) header.from=politie.example.nl",
)


@pytest.mark.parametrize("told", QUOTED)
def test_what_a_server_quotes_of_a_sender_is_not_its_own_word(told: str) -> None:
    raw = f"Authentication-Results: {OURS}; {told}\r\nFrom: {VICTIM}\r\n\r\nhoi".encode()
    assert OWN_SERVER.read(raw, []).sender_check is not SenderCheck.PROVEN


SEVERAL = (
    f"From: {VICTIM}\r\nFrom: {ATTACKER}",
    f"From: {VICTIM}\r\nfrom : {ATTACKER}",
    f"From: {VICTIM}, {ATTACKER}",
    f"From: Team:{VICTIM}, {ATTACKER};",
    f"From: Els <{VICTIM}>, Jan <{ATTACKER}>",
)


@pytest.mark.parametrize("lines", SEVERAL)
@pytest.mark.parametrize(("reader", "server"), [(OWN_SERVER, OURS), (SENDGRID, INBOUND_PARSE)])
def test_of_several_senders_none_is_proven(lines: str, reader: MimeReader, server: str) -> None:
    """A signature is of the lowest From line; whose mailbox of its domain it is, only that line tells."""
    raw = f"Authentication-Results: {server}; {MADE_UP}\r\n{lines}\r\n\r\nhoi".encode()
    assert reader.read(raw, []).sender_check is SenderCheck.UNPROVEN


@pytest.mark.parametrize("line", [f'"{VICTIM}" <{VICTIM}>', f"{VICTIM} (Jan, Els)", f"Jansen, Els <{VICTIM}>"])
def test_who_is_named_once_is_proven(line: str) -> None:
    raw = f"Authentication-Results: {OURS}; {MADE_UP}\r\nFrom: {line}\r\n\r\nhoi".encode()
    assert OWN_SERVER.read(raw, []).sender_check is SenderCheck.PROVEN
