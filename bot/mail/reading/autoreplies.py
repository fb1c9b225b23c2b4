"""Machines that answer. Two things are decided apart: what to call a mail, and whether to acknowledge it.

A mail called AUTO_REPLY or BOUNCE is shown but not counted, and nobody owes it an answer: only a sure sign does that.
An acknowledgement is held back at the slightest sign: two machines must never write to each other.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.mail.addresses import Addresses
from bot.mail.reading.parsing import ParsedMail
from bot.mail.reading.reports import reports_of
from bot.records.mail import InboundKind

NOT_ANSWERED: Final = re.compile(
    r"(?:.*[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?(?:reply|respond)|niet[-_.]?(?:be)?antwoorden|geen[-_.]?antwoord"
    r"|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre)(?:[-_.+\d].*)?@",
    re.IGNORECASE,
)
MACHINE_SENDERS: Final = re.compile(
    r"((mail(er)?[-_.]?|m)daemon|postmaster|mail-?delivery|microsoftexchange[0-9a-f]{8,32}|bounces?)\b", re.IGNORECASE
)
DAEMONS: Final = re.compile(
    r"((mail(er)?[-_.]?|m)daemon|postmaster|mail-?delivery|microsoftexchange[0-9a-f]{8,32})\b", re.IGNORECASE
)
NOBODY: Final = re.compile(r"(mail(er)?[-_.]?|m)daemon\b", re.IGNORECASE)
SERVER_NAME: Final = re.compile(
    r"\b(mail delivery (sub)?system|mailer-daemon|postmaster|system administrator|systeembeheer(der)?"
    r"|internet mail delivery)\b",
    re.IGNORECASE,
)
SURE_HEADER: Final = re.compile(
    r"x-(mail-?)?auto-?(matic-?)?(reply|replied|respond(er)?|response|generated|answer)(?!-suppress)\b"
    r"|x-loop\b|x-(otrs|rt)-loop|x-fc-machinegenerated|x-vacation|x-ms-exchange-inbox-rules-loop"
)
SURE_PRECEDENCE: Final = ("auto_reply", "junk")
"""Lists say `list` or `bulk`; `junk` is what the responders of qmail and sendmail say."""
CHALLENGE: Final = re.compile(r"x-(spam-?arrest|boxbe|mailinblack|mib|tmda|challenge)\b", re.IGNORECASE)
CHALLENGERS: Final = re.compile(
    r"@([^@]*\.)?(spamarrest|boxbe|mailinblack|bluebottle|spamfighter|tmda)\.\w+", re.IGNORECASE
)
CALENDAR_ANSWERS: Final = frozenset(("reply", "counter", "refresh", "cancel", "declinecounter"))
COMPLAINT_SUBJECT: Final = re.compile(r"complaint about message from \S+", re.IGNORECASE)
COMPLAINT_HEADERS: Final = ("x-hmxmroriginalrecipient", "x-jmrp")
SURE_SUBJECT: Final = re.compile(
    r"(automatisch(e)? (antwoord|reactie|beantwoording|bericht)|auto(matic)?[ -]?(reply|response|antwoord)|auto:"
    r"|out of (the )?office|.{1,60} is out of (the )?office|afwezigheids(bericht|assistent|melding)|buiten kantoor"
    r"|vacation (reply|response)"
    r"|autom(atische|\.) antwort|abwesenheits(notiz|nachricht|meldung|assistent)|nicht im büro"
    r"|réponse automatique|message d['’]absence|absen(ce|te?) du bureau"
    r"|odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|poza biurem"
    r"|otomatik (yanıt|cevap)|ofis dışı(nda)?|respuesta automática|fuera de (la )?oficina|resposta automática"
    r"|fora do escritório|risposta automatica|fuori (sede|ufficio)|auto(matisk(t)? )?svar|fraværsmelding"
    r"|frånvaromeddelande|automaattinen vastaus|poissaoloilmoitus|automatická odpove[dď]|automatická odpověď"
    r"|automatikus válasz|răspuns automat|automatski odgovor|samodejni odgovor|automaatvastus|automatinis atsakymas"
    r"|automātiska atbilde|автоматич(на|ний|еский) (відповідь|ответ)|автоматичен отговор|αυτόματη απάντηση|رد تلقائي"
    r"|自动答复|自动回复|自動回覆|自動応答)(?!\w)",
    re.IGNORECASE,
)
# A citizen may well write "Niet aanwezig bij de inbraak": these say something only where little else follows.
ABSENT_SUBJECT: Final = re.compile(
    r"(afwezig|niet aanwezig|absente?|absence|away|abwesend|nieobecn(y|a|ość)|izinde)(?!\w)(?P<more>.*)",
    re.IGNORECASE | re.DOTALL,
)
BOUNCED_SUBJECT: Final = re.compile(
    r"(onbestelbaar|niet bezorgd|undeliver(able|ed)|non-?deliver(able|y)|delivery (status notification|failure|report"
    r"|has failed|notification|problem)|mail (delivery (failed|failure|problem|error)|system error)"
    r"|(mail|message|e-?mail) (could )?not (be )?delivered|returned mail"
    r"|failure notice|failed mail|unzustellbar|non remis|niedostarczon"
    r"|undelivered mail|warning: (could not send|message|e-?mail)|delayed)(?!\w)",
    re.IGNORECASE,
)
NOT_A_MAIL: Final = re.compile(
    r"(?:onbestelbaar|niet bezorgd|undeliver(?:able|ed)|unzustellbar|non remis|niedostarczon\w{0,3}|delayed)\s"
    r"(?!(?:e-?)?mails?\b|messages?\b|delivery\b|bericht|nachricht|wiadomo|courriel|not(?:ice|ification)\b|report)\w",
    re.IGNORECASE,
)
"""A parcel or a train, of which a person tells: servers write a colon behind it, or that it is a mail."""
WARNING_SUBJECT: Final = re.compile(
    r"\b(virus\w*|malware|quarant\w+|blocked|geblokkeerd|banned|content filter|policy|mail ?scan\w*|attachment)\b",
    re.IGNORECASE,
)
"""Of a scanner, where a daemon writes it."""
RECALL_SUBJECT: Final = re.compile(r"(recall|intrekken|rückruf|rappel) ?:", re.IGNORECASE)
RECALL_TEXT: Final = re.compile(
    r"would like to recall the message|wil het bericht\b.{0,200}\bintrekken|möchte die nachricht\b.{0,200}\bzurückrufen"
    r"|souhaite rappeler le message",
    re.IGNORECASE | re.DOTALL,
)
RECEIPT_SUBJECT: Final = re.compile(r"((niet )?gelezen|(not )?read|leesbevestiging)\s*:", re.IGNORECASE)
RECEIPT_TEXT: Final = re.compile(
    r"gelezen op|is gelezen|was read|ongelezen|without being read|zonder te zijn gelezen", re.I
)
FILE_SENDERS: Final = re.compile(
    r"we ?transfer|\bdrive\b|drive-shares|dropbox|one ?drive|sharepoint|icloud|mail ?drop|swiss ?transfer|transfer ?now"
    r"|\bsmash\b|file ?mail|file ?sender|\bp ?cloud\b|my ?air ?bridge|we ?send ?it|send ?anywhere|hightail"
    r"|google (?:photos|foto)",
    re.IGNORECASE,
)
LINK: Final = re.compile(r"https://[^\s<>\"]{4}")
FAILED_ACTION: Final = re.compile(r"^action:\s*failed", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Judgement:
    """What a mail is called, and whether an acknowledgement may go out."""

    kind: InboundKind
    may_acknowledge: bool
    reports: bool = False
    """Whether what it says of deliveries is a mail server's word."""
    complains: bool = False
    """Whether a provider says that its reader called our mail spam."""
    guessed: bool = False
    """Whether it is called automatic for its sender's name or its list alone."""


def judge(mail: ParsedMail, text: str, from_address: str, addresses: Addresses, *, named: bool = False) -> Judgement:
    """By the headers of RFC 3834 and the habits of mail programs.

    `named`: it carries a token of ours. With words in it, or in the thread of our mail, only a header makes a machine.
    """
    kind = InboundKind.REPLY
    reports = _is_report(mail, text, from_address)
    complains = _complains(mail, from_address)
    guessed = False
    if reports and not _still_tries(mail, text):
        kind = InboundKind.BOUNCE
    elif reports or complains or _says_so(mail, from_address) or addresses.is_ours(from_address):
        kind = InboundKind.AUTO_REPLY
    elif not _answers_us(mail, addresses) and _seems_so(mail, text, from_address, wrote=named and bool(text.strip())):
        kind = InboundKind.REPLY if named and _sends_files(mail, text, from_address) else InboundKind.AUTO_REPLY
        guessed = kind is InboundKind.AUTO_REPLY and not _is_machine_subject(mail.header("subject"), text)
    may_acknowledge = kind is InboundKind.REPLY and not _hints_at_machine(mail, from_address)
    return Judgement(kind, may_acknowledge, reports, complains, guessed)


def is_from_server(mail: ParsedMail, from_address: str) -> bool:
    """Whether a mail server may have written it: its return path is empty, or it is a daemon's. Anybody can write one.

    The topmost return path is the envelope's, others may be made up; where none is told, the From line must do.
    """
    paths = mail.headers.get("return-path", [])
    path = paths[0].strip().strip("<>") if paths else from_address
    return not path or DAEMONS.match(from_address) is not None or DAEMONS.match(path) is not None


def _is_report(mail: ParsedMail, text: str, from_address: str) -> bool:
    """Of a mail server on a delivery. People sit behind a postmaster's address too, and go on holiday."""
    if mail.delivery_status or mail.report_type.lower() == "delivery-status":
        return True
    subject = mail.header("subject")
    is_server = DAEMONS.match(from_address) or SERVER_NAME.search(mail.header("from"))
    if not is_server or SURE_SUBJECT.match(subject) or _is_absence(subject):
        return False
    return _empty_return_path(mail) or BOUNCED_SUBJECT.match(subject) is not None or bool(reports_of(mail, text))


def _complains(mail: ParsedMail, from_address: str) -> bool:
    """RFC 5965, and Hotmail's own way."""
    jmrp = COMPLAINT_SUBJECT.match(mail.header("subject")) and from_address.lower().startswith("staff@")
    feedback = mail.complaint or mail.report_type.lower() == "feedback-report"
    return bool(feedback or jmrp or any(name in mail.headers for name in COMPLAINT_HEADERS))


def _still_tries(mail: ParsedMail, text: str) -> bool:
    """A delay, or news that is no failure: the mail is still under way."""
    if mail.delivery_status:
        return not FAILED_ACTION.search(mail.delivery_status)
    told = reports_of(mail, text)
    return bool(told) and all(one.delayed for one in told)


def _says_so(mail: ParsedMail, from_address: str) -> bool:
    """By what only machines write, whatever it answers."""
    return (
        _auto_submitted(mail)
        or mail.content_type == "multipart/report"
        or any(SURE_HEADER.match(name) for name in mail.headers)
        or any(CHALLENGE.match(name) for name in mail.headers)
        or mail.header("precedence").lower() in SURE_PRECEDENCE
        or any(to.strip().lower() == "autoresponder" for to in mail.headers.get("delivered-to", []))
        or mail.calendar_method in CALENDAR_ANSWERS
        or NOBODY.match(from_address) is not None
        or CHALLENGERS.search(from_address) is not None
    )


def _seems_so(mail: ParsedMail, text: str, from_address: str, *, wrote: bool) -> bool:
    """By signs that people's mail may carry too: a company's newsletter headers, a gateway's empty return path."""
    subject = mail.header("subject")
    listed = "list-id" in mail.headers or mail.header("precedence").lower() in ("bulk", "list", "junk")
    return (
        _is_machine_subject(subject, text)
        or listed
        or (not wrote and ("list-unsubscribe" in mail.headers or _empty_return_path(mail)))
        or NOT_ANSWERED.match(from_address) is not None
        or (DAEMONS.match(from_address) is not None and WARNING_SUBJECT.search(subject) is not None)
    )


def _sends_files(mail: ParsedMail, text: str, from_address: str) -> bool:
    """A service by which somebody sends us films that are too large for a mail: what it says is for a person to read.

    With a link, and no absence or bounce of its own.
    """
    by = FILE_SENDERS.search(from_address) or FILE_SENDERS.search(mail.header("from"))
    return by is not None and LINK.search(text) is not None and not _is_machine_subject(mail.header("subject"), text)


def _answers_us(mail: ParsedMail, addresses: Addresses) -> bool:
    """By In-Reply-To or References: a citizen who answers our mail through a list is a citizen."""
    thread = " ".join(mail.headers.get("in-reply-to", []) + mail.headers.get("references", []))
    return bool(addresses.message_tokens(thread) or addresses.letter_ids(thread))


def _is_machine_subject(subject: str, text: str) -> bool:
    if SURE_SUBJECT.match(subject) or (BOUNCED_SUBJECT.match(subject) and not NOT_A_MAIL.match(subject)):
        return True
    if RECEIPT_SUBJECT.match(subject):
        return RECEIPT_TEXT.search(text[:2000]) is not None
    if RECALL_SUBJECT.match(subject):
        return RECALL_TEXT.search(text[:2000]) is not None
    return _is_absence(subject)


def _is_absence(subject: str) -> bool:
    absent = ABSENT_SUBJECT.match(subject)
    return absent is not None and (not absent["more"].strip() or absent["more"].lstrip()[0] in ":(")


def _went_to_many(mail: ParsedMail) -> bool:
    listed = "list-id" in mail.headers or "list-unsubscribe" in mail.headers
    return listed or mail.header("precedence").lower() in ("bulk", "list", "junk")


def _hints_at_machine(mail: ParsedMail, from_address: str) -> bool:
    """Signs that are too weak to call it an automatic mail, but enough to send nothing."""
    subject = mail.header("subject")
    return (
        "x-auto-response-suppress" in mail.headers
        or _went_to_many(mail)
        or _empty_return_path(mail)
        or MACHINE_SENDERS.match(from_address) is not None
        or NOT_ANSWERED.match(from_address) is not None
        or ABSENT_SUBJECT.match(subject) is not None
        or RECEIPT_SUBJECT.match(subject) is not None
    )


def _auto_submitted(mail: ParsedMail) -> bool:
    values = mail.headers.get("auto-submitted", [])
    return any(value.partition(";")[0].strip().lower() not in ("no", "") for value in values)


def _empty_return_path(mail: ParsedMail) -> bool:
    """Only what answers by itself leaves with an empty return path (RFC 5321, 4.5.5)."""
    return any(value.strip() == "<>" for value in mail.headers.get("return-path", []))
