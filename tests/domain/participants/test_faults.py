"""Why a mail did not arrive, and whom that takes out: only what is certain about an address does so at once."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alerts.mailings import DeliveryState, MailEvent, foremost
from bot.domain.participants.faults import Consequence, Failure, Fault, consequence_of, fault_of
from tests.domain.samples import NOON

DAY = timedelta(days=1)
GONE, NO_DOMAIN, FULL, BLOCKED, EXPIRED, OTHER = Fault
NONE, PAUSE, LEAVE = Consequence


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        *((code, GONE) for code in ("5.1.1", "5.1.3", "5.1.6", "5.1.10")),
        *((code, NO_DOMAIN) for code in ("5.1.2", "5.4.4")),
        *((code, FULL) for code in ("5.2.2", "4.2.2", "5.3.1")),
        *((code, BLOCKED) for code in ("5.7.0", "5.7.1", "5.7.26", "5.7.606", "4.7.1", "5.7.511")),
        *((code, EXPIRED) for code in ("5.4.7", "4.4.7", "4.4.1", "5.4.1", "4.1.1", "4.0.0", "4.3.0")),
        *((code, OTHER) for code in ("5.1.0", "5.1.4", "5.1.8", "5.1.11", "5.2.1", "5.3.0", "5.5.0", "5.6.0", "5.0.0")),
        *((code, OTHER) for code in ("", "2.0.0", "5.11.1", "511", "15.1.1", "5.1.1.7")),
    ],
)
def test_status_codes(status: str, fault: Fault) -> None:
    if status != "4.0.0":  # an unnamed failure that may pass says nothing either
        assert fault_of(status, "") is fault
    assert fault_of("", f"smtp; {status}") is fault_of(status, "")


@pytest.mark.parametrize(
    ("status", "said", "fault"),
    [
        ("5.1.1", "550 5.7.1 Message rejected by policy", BLOCKED),
        ("5.1.1", "550 5.2.2 mailbox full", FULL),
        ("5.1.1", "550-5.1.1 account not found; your IP is on a blocklist", BLOCKED),
        ("5.1.1", "550 5.1.0 Address rejected", OTHER),
        ("5.1.1", "550 5.1.2 Bad destination system", NO_DOMAIN),
        ("5.0.0", "550 5.1.1 User unknown", GONE),
        ("", "host spamfilter.example.nl[192.0.2.5] said: 550 User unknown", GONE),  # its name is no block
        ("", "554 delivery error: dd This user doesn't have a yahoo.com account", GONE),
        ("", "550 5.5.0 Requested action not taken: mailbox unavailable", OTHER),
        ("", "550 mailbox unavailable", OTHER),
        ("", "Domain does not exist", NO_DOMAIN),
        ("", "Gebruiker bestaat niet: onbekende gebruiker", GONE),
        ("", "De mailbox is vol", FULL),
        ("", "connect to mx.example.nl[192.0.2.5]:25: Connection timed out", EXPIRED),
        ("5.1.1", "5.1.1 tried for 5 days, message expired", EXPIRED),
    ],
)
def test_what_speaks_of_something_that_passes_wins(status: str, said: str, fault: Fault) -> None:
    assert fault_of(status, said) is fault


@pytest.mark.parametrize(
    "said",
    [
        "550 Sender verify failed: user unknown",
        "550 sender address does not exist",
        "550 sender address unknown",
        "550 sender unknown address",
        "sender rejected",
        "sender address bad syntax",
        "Sender address rejected: Domain not found",
        "550 Verification failed for …: no such user",
        "550 unknown user: callout verification failed",
        "could not complete sender verify callout: no such address",
        "550 Invalid return path: address does not exist",
        "550 Return-Path … user unknown",
        "550 MAIL FROM address not found",
        "550 Envelope-From: no such user",
        "550 From address unknown",
        "550 HELO: unknown host; user unknown",
        "550 EHLO name: no such host",
        "IP address unknown, no PTR",
        "Reverse DNS: unknown host",
        "550 no rDNS: no such domain",
        "Client host rejected: cannot find your hostname, address not found",
        "Afzender: adres bestaat niet",
        "550 Invalid recipient rate",
        "550 user unknown by local policy",
    ],
)
@pytest.mark.parametrize("status", ["", "5.1.1", "5.1.3", "5.1.2", "4.1.8"])
def test_what_is_said_of_who_sends_is_not_about_the_recipient(status: str, said: str) -> None:
    assert fault_of(status, said) is BLOCKED


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("is with holiday until 3 August", Fault.OTHER),
        ("De gebruiker is afwezig tot 3 augustus", Fault.OTHER),
        ("inbox paused by user", Fault.OTHER),
        ("Postbus heeft limiet bereikt", Fault.FULL),
        ("Postfach voll", Fault.FULL),
        ("no space left for user", Fault.FULL),
        ("You are banned from mailing this user", Fault.BLOCKED),
        ("The recipient does not wish to receive your messages", Fault.BLOCKED),
        ("User unknown. Wij proberen het morgen nogmaals.", Fault.EXPIRED),
        ("Message could not be delivered yet: User unknown", Fault.EXPIRED),
        ("inbox full", FULL),
        ("out of storage", FULL),
        ("user unknown: overquota", FULL),
        ("De opslagruimte is op, ontvanger onbekend", FULL),
        ("try again later", EXPIRED),
        ("550 No such user here: system busy", EXPIRED),
        ("No such user: temporarily disabled", EXPIRED),
        ("Gebruiker onbekend: tijdelijk niet bereikbaar", EXPIRED),
        ("Postvak van deze gebruiker zit vol", FULL),
        ("user is over the mail limit", FULL),
        ("LDAP lookup failure", EXPIRED),
        ("unable to validate recipient", EXPIRED),
        ("mail loop detected", EXPIRED),
        ("server in onderhoud", EXPIRED),
        ("account is dormant", OTHER),
        ("message too large", OTHER),
        ("forwarding failed: user unknown", OTHER),
        ("unsolicited mail refused", BLOCKED),
        ("Ontvanger onbekend: geweigerd op grond van beleid", BLOCKED),
        ("you are not allowed to send to this user", BLOCKED),
        ("account is inactive", OTHER),
        ("user unknown: account disabled", OTHER),
        ("mailbox suspended, address not found", OTHER),
        ("account is uitgeschakeld, gebruiker bestaat niet", OTHER),
    ],
)
@pytest.mark.parametrize("status", ["", "5.1.1", "5.1.3"])
def test_what_may_pass_wins_from_an_address_that_is_gone(status: str, said: str, fault: Fault) -> None:
    assert fault_of(status, said) is fault


@pytest.mark.parametrize(
    "said",
    [
        "550 user unknown",
        "550 no such user",
        "550 No such user here",
        "recipient address rejected: user unknown in virtual mailbox table",
        "Recipient address rejected: User unknown in local recipient table (in reply to RCPT TO command)",
        "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's"
        " email address for typos or unnecessary spaces.",
        "550 mailbox does not exist",
        "address does not exist",
        "550 Invalid recipient",
        "550 user unknown; returning message to sender",
        "550 no such user, please verify the address",
        "Dit adres bestaat niet",
        "Gebruiker bestaat niet; terug naar de afzender",
        "onbekende ontvanger",
    ],
)
@pytest.mark.parametrize("status", ["", "5.1.1"])
def test_an_address_that_is_gone_stays_so(status: str, said: str) -> None:
    assert fault_of(status, said) is GONE


@pytest.mark.parametrize(
    "said",
    [
        "550 5.1.1 user unknown, der Benutzer ist im Urlaub bis 3. August",
        "550 5.1.1 Boîte aux lettres saturée",
        "550 5.1.1 El buzón está lleno",
        "550 5.1.1 Kotak surat penuh",
        "550 5.1.1 Postkasse er fuld",
        "550 5.1.1 Skrzynka pełna",
        "550 5.1.1 Почтовый ящик переполнен",
        "550 5.1.1 messaggio respinto dal filtro",
        "550 5.1.1 Kullanıcı tatilde",
        "550 5.1.1 greylisted",
        "550 5.1.1 user unknown (come back in five minutes)",
        "550 5.1.1 The cat sleeps on this mailbox",
        "550 5.1.1 message exceeds 20 MB",
        "550 5.1.1 mailbox unavailable",
        "550 5.1.1.Urlaub",
        "550 5.1.1-vakantie",
    ],
)
@pytest.mark.parametrize("status", ["5.1.1", "5.1.10", ""])
def test_any_other_word_than_that_nobody_is_known_takes_nobody_out(status: str, said: str) -> None:
    assert fault_of(status, said, "noor@example.nl") is not GONE


@pytest.mark.parametrize(
    "said",
    [
        "",
        "550 5.1.1",
        "550 5.1.1 noor... User unknown",
        "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the"
        " recipient's email address for typos or 550-5.1.1 unnecessary spaces. For more information, go to 550 5.1.1"
        " https://support.example.com/mail/?p=NoSuchUser a1b2-20020a05 - gsmtp",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
        "sorry, no mailbox here by that name. (#5.1.1)",
        "host mx.example.nl[192.0.2.1] said: 550 5.1.1 <noor@example.nl>: Recipient address rejected: User unknown in"
        " virtual mailbox table (in reply to RCPT TO command)",
        "550 5.1.1 <noor@example.nl> recipient rejected",
        "550 5.1.1 Gebruiker onbekend: dit adres bestaat niet meer",
        "550 5.1.1 Benutzer unbekannt",
        "550 5.1.1 <noor@example.nl>: Recipient address rejected: User unknown in relay recipient table",
        "550 5.1.1 utilisateur inconnu",
    ],
)
def test_who_is_plainly_unknown_is_gone(said: str) -> None:
    assert fault_of("5.1.1", said, "noor@example.nl") is GONE


@given(st.text(), st.text())
def test_every_text_has_a_fault_and_a_block_is_never_about_the_address(status: str, said: str) -> None:
    assert fault_of(status, said) in Fault
    assert fault_of("5.7.1", said) is BLOCKED
    assert fault_of(status, f"{said[:3000]} 5.2.2 ") in {FULL, BLOCKED}


def failures(*told: tuple[float, Fault]) -> list[Failure]:
    return [Failure(NOON + day * DAY, fault) for day, fault in told]


@pytest.mark.parametrize(
    ("told", "on_trial", "consequence"),
    [
        ([(0, GONE)], False, LEAVE),
        ([(0, GONE)], True, LEAVE),
        ([(0, GONE), (1, FULL)], False, LEAVE),
        *(([(0, fault)], False, NONE) for fault in (NO_DOMAIN, FULL, BLOCKED, EXPIRED, OTHER)),
        *(([(0, fault)], True, PAUSE) for fault in (NO_DOMAIN, FULL, BLOCKED, EXPIRED, OTHER)),
        ([(0, NO_DOMAIN), (2.9, NO_DOMAIN)], False, NONE),
        ([(0, NO_DOMAIN), (3, NO_DOMAIN)], False, LEAVE),
        ([(0, NO_DOMAIN), (3, FULL)], False, NONE),
        ([(0, NO_DOMAIN), (200, NO_DOMAIN)], False, LEAVE),
        ([(day, FULL) for day in range(4)], False, NONE),
        ([(day, FULL) for day in range(5)], False, PAUSE),
        ([(day * 7.5, BLOCKED) for day in range(5)], False, PAUSE),
        ([(day * 7.6, BLOCKED) for day in range(5)], False, NONE),
        ([(0, FULL), (1, BLOCKED), (2, EXPIRED), (3, OTHER), (4, NO_DOMAIN)], False, PAUSE),
    ],
)
def test_consequences(told: list[tuple[float, Fault]], on_trial: bool, consequence: Consequence) -> None:
    assert consequence_of(failures(*told), on_trial=on_trial) is consequence
    assert consequence_of(failures(*reversed(told)), on_trial=on_trial) is consequence


def test_why_it_bounced_stays_with_what_the_provider_says_after_it() -> None:
    events = [MailEvent("d1", DeliveryState.BOUNCE, NOON, "a", GONE), MailEvent("d1", DeliveryState.DROPPED, NOON, "b")]
    for order in (events, events[::-1], [*events, MailEvent("d1", DeliveryState.BOUNCE, NOON, "c", FULL)]):
        [told] = foremost(order).values()
        assert (told.state, told.fault) == (DeliveryState.DROPPED, GONE)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("<Noor@Example.nl>: no such user", GONE),
        ("noor@example.nl. does not exist", GONE),
        ("write to postmaster@example.org: noor@example.nl does not exist", GONE),
        ("bounces+noor=noor@example.nl unknown", GONE),
        ("<sanne@example.nl>: no such user", OTHER),
        ("sanne@example.nl, from noor@example.nl: no such user", OTHER),
        ("no such user", GONE),
    ],
)
def test_of_another_address_it_says_nothing_about_theirs(said: str, fault: Fault) -> None:
    assert fault_of("5.1.1", said, "noor@example.nl") is fault
    assert fault_of("5.1.1", said) is GONE
