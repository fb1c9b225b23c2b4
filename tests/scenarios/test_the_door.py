"""The provider throws a mail away for good on any 3xx or 4xx: whatever may be our own fault is a 503, and is told."""

from collections.abc import Iterator

import httpx
import pytest

from bot.mail.reading.signatures import SIGNATURE_HEADER as SIGNATURE
from bot.mail.reading.signatures import TIMESTAMP_HEADER as TIMESTAMP
from bot.records.mail import CallFault
from bot.workflow.desk.doorkeeping import CAUSES
from handlers.web import mail as door
from tests.doubles.citizen import reply_from
from tests.doubles.sendgrid.signing import SignedPost
from tests.metrics import metrics
from tests.stage import PLAIN, Stage

NO_MAIL = "Er komt geen mail van burgers binnen"


@pytest.fixture
def post(stage: Stage) -> SignedPost:
    """What Noor answers, as the provider posts it."""
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    return stage.inbound.signed(reply_from(mail, "Ik zag een bus."), [mail.from_], "noor@example.nl")


def posted(stage: Stage, path: str, post: SignedPost, **headers: str) -> int:
    kept = {name: value for name, value in {**post.headers, **headers}.items() if value}
    return httpx.post(stage.url(path), content=post.body, headers=kept, timeout=30, **PLAIN).status_code


def told(stage: Stage) -> list[str]:
    stage.program.workflow.doorkeeping.keep_up()
    stage.settle()
    return [text for one in stage.supervision.messages if NO_MAIL in (text := one.plain())]


def refused(stage: Stage, fault: CallFault, address: str = "inbound") -> str:
    stage.program.workflow.doorkeeping.count()
    return metrics(stage)[f'burgernetmail_calls_refused_total{{door="{address}",fault="{fault}"}}']


@pytest.mark.parametrize("address", ["inbound", "events"])
@pytest.mark.parametrize(
    ("headers", "fault"),
    [
        ({SIGNATURE: ""}, CallFault.NO_SIGNATURE),
        ({TIMESTAMP: ""}, CallFault.NO_SIGNATURE),
        ({SIGNATURE: "%%%"}, CallFault.BAD_SIGNATURE),
        ({TIMESTAMP: "now"}, CallFault.CLOCK),
    ],
)
def test_a_call_that_is_not_signed_rightly(
    stage: Stage, post: SignedPost, address: str, headers: dict[str, str], fault: CallFault
) -> None:
    assert posted(stage, f"/mail/{address}", post, **headers) == 503
    assert refused(stage, fault, address) == "1.0"
    assert not stage.kept("mail")


@pytest.mark.parametrize("overrides", [{"sendgrid_inbound_public_key": ""}])
def test_without_a_key(stage: Stage, post: SignedPost) -> None:
    assert posted(stage, "/mail/inbound", post) == 503
    assert refused(stage, CallFault.NO_KEY) == "1.0"


def test_a_clock_that_is_off(stage: Stage, post: SignedPost) -> None:
    stage.later(days=5)
    assert posted(stage, "/mail/inbound", post) == 503
    assert refused(stage, CallFault.CLOCK) == "1.0"


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", b"text=hoi"),
        ("", b""),
        ("multipart/form-data; boundary=b", b"onzin"),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nhoi\r\n--b--\r\n',
        ),
    ],
)
def test_a_form_without_a_raw_mail(stage: Stage, content_type: str, body: bytes) -> None:
    post = stage.inbound._signer.signed(body, {"Content-Type": content_type} if content_type else {}, None, False)
    assert posted(stage, "/mail/inbound", post) == 503
    assert refused(stage, CallFault.NO_MAIL) == "1.0"


def test_a_store_that_takes_nothing(stage: Stage, post: SignedPost) -> None:
    stage.rows("ALTER TABLE inbound RENAME TO gone")
    assert posted(stage, "/mail/inbound", post) == 503
    stage.rows("ALTER TABLE gone RENAME TO inbound")
    assert refused(stage, CallFault.NOT_STORED) == "1.0"
    assert posted(stage, "/mail/inbound", post) == 200


@pytest.mark.parametrize("path", ["/mail/inbound", "/mail/inbound/", "//mail/inbound", "//mail/inbound/"])
def test_a_slash_too_many_costs_no_mail(stage: Stage, post: SignedPost, path: str) -> None:
    assert posted(stage, path, post, **{"X-Forwarded-Proto": "http", "Host": "elsewhere.example"}) == 200
    assert len(stage.kept("mail")) == 1


@pytest.mark.parametrize("path", ["/mail/", "/mail/inbound/x", "/mail/Inbound", "/mail/parse"])
def test_a_slip_in_the_address(stage: Stage, post: SignedPost, path: str) -> None:
    assert posted(stage, path, post) == 503
    assert refused(stage, CallFault.ADDRESS) == "1.0"


def test_a_length_that_is_none_and_a_body_that_never_ends(
    stage: Stage, post: SignedPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "MOST_SENT", 1000)
    assert posted(stage, "/mail/inbound", post) == 503
    assert refused(stage, CallFault.INCOMPLETE) == "1.0"


def test_a_mail_over_the_limit_is_kept_up_to_it_and_shown_as_cut(
    stage: Stage, post: SignedPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik zag een bus.", attachments=[("film.mp4", b"film" * 40_000)])
    monkeypatch.setattr(door, "MOST_BYTES", 100_000)
    monkeypatch.setattr(door, "MOST_SENT", 1_000_000)
    stage.comes_in(raw, mail.from_, "noor@example.nl")
    shown = stage.reply_message().plain()
    assert "Ik zag een bus." in shown
    assert "Te groot: alleen het begin is bewaard" in shown
    assert "film.mp4" in shown
    [kept] = stage.kept("mail")
    assert 90_000 < len(kept) < 101_000


@pytest.fixture
def unsigned(stage: Stage, post: SignedPost) -> Iterator[int]:
    """What each call without a signature is answered."""
    return iter(lambda: posted(stage, "/mail/inbound", post, **{SIGNATURE: ""}), 0)


def test_that_no_mail_comes_in_is_told_once_an_hour_and_heals_silently(
    stage: Stage, post: SignedPost, unsigned: Iterator[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.web.condition.FRESH_S", 0)
    next(unsigned)
    assert not told(stage)  # a stray call is no news
    assert stage.visits("/status").text == "ok\n"
    stage.later(minutes=11)
    next(unsigned)
    stage.program.workflow.doorkeeping.count()
    stage.restart()  # another copy knows it too, and tells it once
    [first] = told(stage)
    assert "security policy" in first
    assert stage.visits("/status").text == "door: no mail comes in, calls are refused: no_signature\n"
    assert stage.visits("/readyz").status_code == 200
    assert len(told(stage)) == 1
    stage.later(minutes=61)
    assert len(told(stage)) == 1  # no such calls any more
    next(unsigned)
    assert len(told(stage)) == 2
    assert posted(stage, "/mail/inbound", post) == 200
    stage.program.workflow.audit_chain.seal_next()
    assert stage.visits("/status").text == "ok\n"
    stage.later(minutes=61)
    assert len(told(stage)) == 2
    next(unsigned)  # anew: it is patient again
    assert len(told(stage)) == 2


def test_stray_calls_between_mails_are_no_news(stage: Stage, post: SignedPost, unsigned: Iterator[int]) -> None:
    next(unsigned)
    stage.program.workflow.doorkeeping.keep_up()
    stage.later(minutes=5)
    assert posted(stage, "/mail/inbound", post) == 200
    next(unsigned)
    stage.later(minutes=6)
    assert not told(stage)


@pytest.mark.parametrize("overrides", [{"imap_url": "imap://a:b@127.0.0.1:9/"}])
def test_who_reads_a_mailbox_misses_no_calls(stage: Stage, post: SignedPost, unsigned: Iterator[int]) -> None:
    next(unsigned)
    stage.program.workflow.doorkeeping.keep_up()
    stage.later(minutes=11)
    next(unsigned)
    assert not told(stage)


def test_every_fault_has_its_cause() -> None:
    assert set(CAUSES) == set(CallFault)


def test_the_database_is_away_while_it_is_counted(stage: Stage, unsigned: Iterator[int]) -> None:
    next(unsigned)
    stage.rows("ALTER TABLE tallies RENAME TO gone")
    with pytest.raises(Exception, match="tallies"):
        stage.program.workflow.doorkeeping.count()
    stage.rows("ALTER TABLE gone RENAME TO tallies")
    assert refused(stage, CallFault.NO_SIGNATURE) == "1.0"
