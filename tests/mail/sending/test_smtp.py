"""Mail over SMTP, against a real server and against one that breaks off where it hurts."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parseaddr

import pytest

from bot.domain.alerts.mailings import Outcome, Recipient
from bot.mail.addresses import Addresses
from bot.mail.sending.smtp import SmtpMailer
from bot.records.mail import Purpose
from tests.mail.samples import ADDRESSES, ALERT, CONTENT, DELIVERY, DUTCH, TOKENS, content, filled, letter
from tests.mail.smtp_server import HOST, Inbox, scripted_server, smtp_server

NOOR = Recipient(DELIVERY, 1, "noor@example.nl")
GREETING = ("220 mail.test", "250 mail.test")
LONG = Addresses(
    f"burgernetmail@{'a' * 50}.example",
    f"antwoord@{'a' * 50}.example",
    "Sint-Annaparochië en omstreken",
    f"https://{'b' * 60}.example",
    TOKENS,
)


@pytest.fixture(name="inbox")
def empty_inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def port(inbox: Inbox) -> Iterator[int]:
    with smtp_server(inbox) as port:
        yield port


@pytest.fixture
def mailer(port: int) -> Iterator[SmtpMailer]:
    mailer = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}")
    yield mailer
    mailer.close()


def test_a_citizen_gets_the_alert_with_their_own_links_and_answer_address(mailer: SmtpMailer, inbox: Inbox) -> None:
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.ACCEPTED
    [mail] = inbox.taken
    got, answer = filled(), ADDRESSES.of_delivery(DELIVERY)
    assert (mail.sender, mail.to) == (answer, ["noor@example.nl"])
    assert parseaddr(mail.message["From"]) == ("Politie Amersfoort", answer)
    assert mail.message["Subject"] == got.subject
    plain, html = mail.message.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert (plain.get_content(), html.get_content().strip()) == (got.text, got.html.strip())
    assert mail.message["Message-ID"] == ADDRESSES.message_id(DELIVERY)
    assert mail.message["List-Unsubscribe"] == f"<{ADDRESSES.leave_link(ADDRESSES.leave_token(DELIVERY))}>"
    assert "Date" in mail.message


def test_an_automatic_letter_has_an_empty_return_path(mailer: SmtpMailer, inbox: Inbox) -> None:
    assert mailer.send_letter(letter()).outcome is Outcome.ACCEPTED
    [mail] = inbox.taken
    assert mail.sender == ""
    assert mail.message["Auto-Submitted"] == "auto-replied"
    assert mail.message["In-Reply-To"] == "<q1@example.nl>"
    plain, _ = mail.message.iter_parts()
    assert plain.get_content() == "Dank u wel.\n.\nTot ziens.\n"


def test_a_persons_letter_comes_from_the_answer_address_or_from_the_team(mailer: SmtpMailer, inbox: Inbox) -> None:
    about = TOKENS.make(Purpose.LETTER, 9)
    mailer.send_letter(letter(automatic=False, message_id=f"l.{about}.0a1b"))
    mailer.send_letter(letter(automatic=False, reply_token=""))
    shown = [parseaddr(mail.message["From"])[1] for mail in inbox.taken]
    assert shown == [ADDRESSES.of_delivery(DELIVERY), "burgernetmail@mail.example"]
    assert [mail.sender for mail in inbox.taken] == [ADDRESSES.answer_address(about), "burgernetmail@mail.example"]


def test_every_line_fits_and_is_seven_bits(mailer: SmtpMailer, inbox: Inbox) -> None:
    mailer.send_alert(DUTCH.alert("x", content(what_happened="Een €-teken é " + "lang " * 280)), [NOOR])
    raw = inbox.taken[0].raw
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_long_ids_and_links_stay_as_they_are(port: int, inbox: Inbox) -> None:
    mailer = SmtpMailer(LONG, f"smtp://{HOST}:{port}")
    mailer.send_alert(ALERT, [NOOR])
    mailer.send_letter(letter(references=" ".join(f"<{number}{'r' * 60}@example.nl>" for number in range(9))))
    mailer.close()
    alert, answer = (mail.raw.decode() for mail in inbox.taken)
    assert f"List-Unsubscribe: <{LONG.leave_link(LONG.leave_token(DELIVERY))}>\r\n" in alert
    assert f"Message-ID: {LONG.message_id(DELIVERY)}\r\n" in alert
    assert f"<0{'r' * 60}@example.nl>\r\n <1{'r' * 60}@example.nl>\r\n" in answer
    assert inbox.taken[0].message["From"].addresses[0].display_name == "Politie Sint-Annaparochië en omstreken"


def test_one_connection_serves_many_mails(mailer: SmtpMailer, inbox: Inbox) -> None:
    senders = [threading.Thread(target=mailer.send_alert, args=(ALERT, [NOOR])) for _ in range(8)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert (len(inbox.taken), inbox.connections) == (8, 1)


def test_a_connection_that_died_is_opened_again(inbox: Inbox) -> None:
    with smtp_server(inbox) as port:
        mailer = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}")
        assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.ACCEPTED
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.FAILED
    with smtp_server(inbox) as port:
        mailer._url = replace(mailer._url, port=port)
        assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.ACCEPTED
    mailer.close()


@pytest.mark.parametrize("verb", ["RCPT", "DATA"])
@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("550 5.1.1 <noor@example.nl> unknown", Outcome.REFUSED),
        ("554 5.7.1 no", Outcome.REFUSED),
        ("450 4.2.0 <noor@example.nl> greylisted", Outcome.FAILED),
        ("452 4.3.1 full", Outcome.FAILED),
    ],
)
def test_what_the_server_says(mailer: SmtpMailer, inbox: Inbox, verb: str, said: str, outcome: Outcome) -> None:
    inbox.answers[verb] = [said]
    result = mailer.send_alert(ALERT, [NOOR])
    assert result.outcome is outcome
    assert result.detail.startswith(said[:3])
    assert "noor" not in result.detail
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.ACCEPTED  # the next one is not harmed
    assert len(inbox.taken) == 1


@pytest.mark.parametrize(
    ("script", "outcome"),
    [
        ((), Outcome.FAILED),
        (("421 too busy",), Outcome.FAILED),
        (GREETING, Outcome.FAILED),
        ((*GREETING, "250 sender"), Outcome.FAILED),
        ((*GREETING, "250 sender", "250 to"), Outcome.FAILED),
        ((*GREETING, "250 sender", "250 to", "354 go"), Outcome.UNKNOWN),
        ((*GREETING, "250 sender", "250 to", "354 go", "not an answer"), Outcome.UNKNOWN),
        ((*GREETING, "250 sender", "250 to", "354 go", "250 taken"), Outcome.ACCEPTED),
        ((*GREETING, "250 sender", "250 to", "354 go", "451 later"), Outcome.FAILED),
    ],
)
def test_a_server_that_breaks_off(script: tuple[str, ...], outcome: Outcome) -> None:
    with scripted_server(*script) as port:
        mailer = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}")
        assert mailer.send_alert(ALERT, [NOOR]).outcome is outcome
        mailer.close()


@pytest.mark.parametrize(
    "script",
    [
        (*GREETING, "530 5.7.0 Must issue a STARTTLS command first"),
        (*GREETING, "550 relay denied"),
        (*GREETING, "250 sender", "250 to", "554 no valid recipients"),
    ],
)
def test_a_mail_refused_for_the_set_up_waits_until_that_is_mended(script: tuple[str, ...]) -> None:
    with scripted_server(*script) as port:
        result = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}").send_alert(ALERT, [NOOR])
    assert (result.outcome, result.detail) == (Outcome.FAILED, script[-1])


def test_checking_tries_the_sender_too(port: int, inbox: Inbox) -> None:
    with scripted_server(*GREETING, "530 5.7.0 Must issue a STARTTLS command first") as refusing:
        problem = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{refusing}").check()
    assert problem == "SMTP_URL: 530 5.7.0 Must issue a STARTTLS command first"
    mailer = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}")
    assert mailer.check() == ""
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.ACCEPTED
    mailer.close()


def test_a_mail_waits_no_longer_than_told_for_another_on_the_connection(
    mailer: SmtpMailer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.mail.sending.smtp.PATIENCE_S", 0.05)
    with mailer._lock:
        result = mailer.send_alert(ALERT, [NOOR])
    assert (result.outcome, inbox.taken) == (Outcome.FAILED, [])
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.ACCEPTED


def test_a_server_that_closes_its_door_is_left_in_peace(mailer: SmtpMailer, inbox: Inbox) -> None:
    """421 speaks of the server, 450 of one address: only the first holds the other mail too."""
    inbox.answers["RCPT"] = ["421 4.3.2 too busy", "450 4.2.0 greylisted"]
    assert [mailer.send_alert(ALERT, [NOOR]).retry_after_s for _ in range(3)] == [60.0, None, None]


def test_a_silent_server_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.mail.sending.smtp.TIMEOUT_S", 0.1)
    with scripted_server("220-wait for it") as port:
        result = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}").send_alert(ALERT, [NOOR])
    assert result.outcome is Outcome.FAILED


def test_nobody_listens() -> None:
    with scripted_server() as port:
        pass
    mailer = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}")
    result = mailer.send_alert(ALERT, [NOOR])
    assert (result.outcome, result.retry_after_s) == (Outcome.FAILED, 60.0)
    assert mailer.check().startswith("SMTP_URL: no connection: ConnectionRefusedError")


@pytest.mark.parametrize("to", ["noor@example.nl\r\nBcc: x@y.nl", "noor", "", "a b@example.nl", "zoë@example.nl"])
def test_an_address_that_is_none_is_refused(mailer: SmtpMailer, inbox: Inbox, to: str) -> None:
    assert mailer.send_letter(letter(to=to)).outcome is Outcome.REFUSED
    assert inbox.taken == []


def test_a_domain_with_accents_goes_out_as_servers_know_it(mailer: SmtpMailer, inbox: Inbox) -> None:
    for number, (typed, known) in enumerate((("café.nl", "xn--caf-dma.nl"), ("straße.de", "xn--strae-oqa.de"))):
        assert mailer.send_letter(letter(to=f"noor@{typed}")).outcome is Outcome.ACCEPTED
        assert inbox.taken[number].to == [f"noor@{known}"]
        assert inbox.taken[number].message["To"] == f"noor@{known}"


def test_a_subject_can_not_smuggle_headers(mailer: SmtpMailer, inbox: Inbox) -> None:
    mailer.send_letter(letter(subject="Re: hoi\r\nBcc: x@y.nl\r\n\r\nboe"))
    assert inbox.taken[0].message["Subject"] == "Re: hoi Bcc: x@y.nl boe"
    assert "Bcc" not in inbox.taken[0].message


def test_text_that_can_not_be_mailed_is_refused_not_raised(mailer: SmtpMailer) -> None:
    assert mailer.send_letter(letter(text="half een \ud83d teken")).outcome is Outcome.REFUSED


def test_a_name_and_a_password(port: int, inbox: Inbox) -> None:
    good = SmtpMailer(ADDRESSES, f"smtp://bot%40x:p%40ss%2Fword@{HOST}:{port}")
    assert good.send_alert(ALERT, [NOOR]).outcome is Outcome.ACCEPTED
    assert good.check() == ""
    good.close()
    bad = SmtpMailer(ADDRESSES, f"smtp://bot%40x:secret@{HOST}:{port}")
    assert bad.send_alert(ALERT, [NOOR]).outcome is Outcome.FAILED
    assert "Authentication" in bad.check()
    assert "secret" not in bad.check()


def test_starttls_is_insisted_on(port: int, inbox: Inbox) -> None:
    mailer = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}?starttls=1")
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.FAILED
    assert "STARTTLS" in mailer.check()
    assert inbox.taken == []


def test_the_preview_is_what_is_sent(mailer: SmtpMailer, inbox: Inbox) -> None:
    mail = DUTCH.alert("x", CONTENT)
    mailer.send_alert(mail, [NOOR])
    plain, _ = inbox.taken[0].message.iter_parts()
    subject, _, text = DUTCH.as_read(mail).partition("\n\n")
    assert inbox.taken[0].message["Subject"] == subject
    for line in text.splitlines():
        assert line.partition("[...]")[0] in plain.get_content()
