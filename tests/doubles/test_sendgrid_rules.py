"""What the double refuses: a row for each rule, with the error it must give."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.doubles.sendgrid import SendGridDouble
from tests.doubles.sendgrid_requests import letter, personal, send

Json = dict[str, Any]
TEXT, HTML = {"type": "text/plain", "value": "Zag u iets?"}, {"type": "text/html", "value": "<p>Zag u iets?</p>"}
LONG = {"note": "x" * 9_988}  # 10,000 bytes with its name, quotes, colon and braces
TOO_LONG = {"note": "x" * 9_990}
RESERVED_HEADERS = (
    *("x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding"),
    *("to", "from", "subject", "reply-to", "cc", "bcc"),
)
EVENT_FIELDS = (
    *("email", "timestamp", "smtp-id", "event", "category", "sg_event_id", "sg_message_id", "response", "attempt"),
    *("reason", "status", "type", "ip", "useragent", "url", "tls", "send_at", "asm_group_id"),
)
SETTINGS = (
    *("bypass_list_management", "bypass_spam_management", "bypass_bounce_management"),
    *("bypass_unsubscribe_management", "footer", "sandbox_mode"),
)
TRACKING = ("click_tracking", "open_tracking", "subscription_tracking", "ganalytics")
TRACKING_TEXTS = (
    *(("open_tracking", "substitution_tag"), ("subscription_tracking", "text"), ("subscription_tracking", "html")),
    *(("subscription_tracking", "substitution_tag"), ("ganalytics", "utm_source"), ("ganalytics", "utm_campaign")),
)
NO_ADDRESSES = [
    *("anna", "anna@", "@example.nl", "anna@example", "anna@@example.nl", "anna de@example.nl", "anna@ex_ample.nl"),
    *(".anna@example.nl", "anna.@example.nl", "an..na@example.nl", "anna@-example.nl", "anna@example..nl"),
    *("Anna <anna@example.nl>", "anna@example.nl\r\nBcc: x@example.nl", "ánna@example.nl", "", " anna@example.nl"),
    *(f"{'a' * 65}@example.nl", f"anna@{'a' * 64}.nl", f"anna@{'a.' * 125}nl", "anna@example.nl,bert@example.nl"),
]
ADDRESSES = [
    *("anna@example.nl", "Anna.de.Vries@mail.example.nl", "antwoord+ab2c@example.nl", "o'neil@example.nl"),
    *("a@b.nl", f"{'a' * 64}@example.nl", "anna@xn--bcher-kva.example", "anna@1.example"),
]


@pytest.fixture(scope="module")
def account() -> Iterator[SendGridDouble]:
    with SendGridDouble() as double:
        yield double


def one(**more: Any) -> Json:
    return letter(personal(**more))


def without(name: str) -> Json:
    return {field: value for field, value in letter().items() if field != name}


def people(count: int, start: int = 0) -> list[Json]:
    return [{"email": f"p{number}@example.nl"} for number in range(start, start + count)]


def many(count: int) -> Json:
    return letter(*[personal(f"p{number}@example.nl") for number in range(count)])


def settings(**switches: Any) -> Json:
    return letter(mail_settings=switches)


REFUSED: list[tuple[str, object, str]] = [
    ("no object", [], "must be an object"),
    ("no personalizations", without("personalizations"), "personalizations: is required"),
    ("no from", without("from"), "from: is required"),
    ("no content", without("content"), "content: is required"),
    ("no subject anywhere", without("subject"), "personalizations.0.subject: The subject is required."),
    ("empty subject", letter(subject=""), "subject: must be at least 1"),
    ("empty personal subject", one(subject=""), "personalizations.0.subject: must be at least 1"),
    ("subject over two lines", letter(subject="a\nBcc: x@example.nl"), "subject: may not contain line breaks"),
    ("subject no string", letter(subject=3), "subject: must be a string"),
    ("unknown field", letter(reply="x"), "reply: is not a field"),
    ("unknown personal field", one(name="x"), "personalizations.0.name: is not a field"),
    ("unknown field of a person", letter(**{"from": {"email": "a@b.nl", "x": 1}}), "from.x: is not a field"),
    ("unknown content field", letter(content=[{**TEXT, "charset": "utf-8"}]), "content.0.charset: is not a field"),
    ("unknown setting", settings(spam_check={"enable": True}), "mail_settings.spam_check: is not a field"),
    ("no person", letter(personalizations=[]), "personalizations: must have at least 1"),
    ("personalizations no list", letter(personalizations={}), "personalizations: must be an array"),
    ("1,001 personalizations", many(1001), "personalizations: is limited to 1000"),
    ("1,001 to one", one(to=people(1001)), "personalizations.0.to: is limited to 1000"),
    ("1,001 cc", one(cc=people(1001)), "personalizations.0.cc: is limited to 1000"),
    ("1,001 recipients", letter(personal(cc=people(500), bcc=people(500, 500))), "limit of 1000 total"),
    ("no to", letter({"cc": people(1)}), "personalizations.0.to: is required"),
    ("empty to", one(to=[]), "personalizations.0.to: must have at least 1"),
    ("an address twice", letter(personal(), personal()), "personalizations.1.to: Each address may be included once"),
    ("twice in capitals", letter(personal(), personal("ANNA@example.nl")), "Each address may be included once"),
    ("in to and bcc", one(bcc=[{"email": "anna@example.nl"}]), "personalizations.0.bcc: Each address"),
    ("person without address", one(to=[{"name": "Anna"}]), "personalizations.0.to.0.email: is required"),
    ("name over two lines", one(to=[{"email": "a@b.nl", "name": "A\r\nB"}]), "to.0.name: may not contain line breaks"),
    ("bad cc", one(cc=[{"email": "x"}]), "personalizations.0.cc.0.email: Does not contain"),
    ("bad bcc", one(bcc=[{"email": "x"}]), "personalizations.0.bcc.0.email: Does not contain"),
    ("bad from", letter(**{"from": {"email": "x"}}), "from.email: Does not contain"),
    ("bad personal from", one(**{"from": {"email": "x"}}), "personalizations.0.from.email: Does not contain"),
    ("from elsewhere", one(**{"from": {"email": "a@sub.burgernet.example"}}), "from: The from domain must match"),
    (
        "personal reply_to",
        one(reply_to={"email": "a@b.nl"}),
        "personalizations.0.reply_to: reply_to belongs",
    ),
    ("bad reply_to", letter(reply_to={"email": "x"}), "reply_to.email: Does not contain"),
    ("two same reply_tos", letter(reply_to_list=people(1) * 2), "reply_to_list: must not hold an element twice"),
    ("both reply_tos", letter(reply_to=people(1)[0], reply_to_list=people(1)), "reply_to_list: Use reply_to or"),
    ("no parts", letter(content=[]), "content: must have at least 1"),
    ("empty content", letter(content=[{**TEXT, "value": ""}]), "content.0.value: must be at least 1"),
    ("no content type", letter(content=[{"value": "x"}]), "content.0.type: is required"),
    ("no content value", letter(content=[{"type": "text/plain"}]), "content.0.value: is required"),
    ("bad content type", letter(content=[{**TEXT, "type": "text/plain; x"}]), "content.0.type: is not a MIME type"),
    ("HTML first", letter(content=[HTML, TEXT]), "content: text/plain comes first"),
    ("calendar first", letter(content=[{**TEXT, "type": "text/calendar"}, TEXT]), "content: text/plain comes first"),
    ("text twice", letter(content=[TEXT, TEXT]), "content: text/plain comes first"),
    ("header name with a colon", one(headers={"X:": "1"}), "headers.X:: is not a header name"),
    ("header name with a line", one(headers={"X\nY": "1"}), "is not a header name"),
    ("empty header name", letter(headers={"": "1"}), "is not a header name"),
    ("header value with CR", letter(headers={"X-A": "1\rBcc: x"}), "headers.X-A: may hold printable ASCII only"),
    ("header value with LF", one(headers={"X-A": "1\n 2"}), "headers.X-A: may hold printable ASCII only"),
    ("header value with é", one(headers={"X-A": "é"}), "headers.X-A: may hold printable ASCII only"),
    ("header value no string", one(headers={"X-A": 1}), "headers.X-A: must be a string"),
    ("header twice", one(headers={"X-A": "1", "x-a": "2"}), "headers: holds a header twice"),
    ("headers no object", letter(headers=[]), "headers: must be an object"),
    ("argument no string", one(custom_args={"id": 7}), "custom_args.id: must be a string"),
    ("root argument no string", letter(custom_args={"id": 7}), "custom_args.id: must be a string"),
    ("arguments no object", letter(custom_args="x"), "custom_args: must be an object"),
    ("argument without a name", one(custom_args={"": "x"}), "must be at least 1"),
    ("arguments too large", one(custom_args=TOO_LONG), "personalizations.0.custom_args: may not exceed 10000"),
    ("root arguments too large", letter(custom_args=TOO_LONG), "custom_args: may not exceed 10000"),
    ("too large with é", one(custom_args={"note": "é" * 5_000}), "custom_args: may not exceed 10000"),
    ("too large together", letter(personal(custom_args=LONG), custom_args={"id": "1"}), "may not exceed 10000"),
    ("substitution no string", one(substitutions={"-id-": 7}), "substitutions.-id-: must be a string"),
    ("substitution without a tag", one(substitutions={"": "x"}), "must be at least 1"),
    ("substitutions too large", one(substitutions=TOO_LONG), "substitutions: may not exceed 10000"),
    ("substitutions at the root", letter(substitutions={}), "substitutions: is not a field"),
    ("11 categories", letter(categories=[str(n) for n in range(11)]), "categories: is limited to 10"),
    ("category twice", letter(categories=["a", "a"]), "categories: must not hold an element twice"),
    ("category too long", letter(categories=["a" * 256]), "categories.0: must be at most 255"),
    ("empty category", letter(categories=[""]), "categories.0: must be at least 1"),
    ("category no string", letter(categories=[1]), "categories.0: must be a string"),
    ("send_at no number", letter(send_at="soon"), "send_at: must be of type int"),
    ("send_at true", one(send_at=True), "personalizations.0.send_at: must be of type int"),
    ("send_at too far", letter(send_at=int(time.time()) + 260_000), "send_at: A send cannot be scheduled"),
    ("personal send_at too far", one(send_at=int(time.time()) + 260_000), "personalizations.0.send_at: A send"),
    ("short pool", letter(ip_pool_name="x"), "ip_pool_name: must be at least 2"),
    ("long pool", letter(ip_pool_name="x" * 65), "ip_pool_name: must be at most 64"),
    ("asm without group", letter(asm={}), "asm.group_id: is required"),
    ("asm group no number", letter(asm={"group_id": "1"}), "asm.group_id: must be of type int"),
    ("asm too many", letter(asm={"group_id": 1, "groups_to_display": [1] * 26}), "groups_to_display: is limited to 25"),
    ("switch no object", settings(sandbox_mode=True), "mail_settings.sandbox_mode: must be an object"),
    ("footer no text", settings(footer={"text": 1}), "footer.text: must be a string"),
    (
        "two bypasses",
        settings(bypass_list_management={"enable": True}, bypass_spam_management={"enable": True}),
        "mail_settings: bypass_list_management cannot be combined",
    ),
    ("unknown tracking", letter(tracking_settings={"pixel": {}}), "tracking_settings.pixel: is not a field"),
    (
        "tracking no boolean",
        letter(tracking_settings={"click_tracking": {"enable_text": "no"}}),
        "click_tracking.enable_text: must be of type bool",
    ),
    ("template", letter(template_id="d-1"), "template_id: templates are not imitated"),
    ("template data", one(dynamic_template_data={}), "dynamic_template_data: templates are not imitated"),
    ("attachments", letter(attachments=[]), "attachments: attachments are not imitated"),
    ("batch id", letter(batch_id="x"), "batch_id: batch ids are not imitated"),
    *[(name, settings(**{name: {"enable": "yes"}}), f"{name}.enable: must be of type bool") for name in SETTINGS],
    *[(n, letter(tracking_settings={n: {"enable": 0}}), f"{n}.enable: must be of type bool") for n in TRACKING],
    *[(f"{n} text", letter(tracking_settings={n: {t: 1}}), f"{n}.{t}: must be a string") for n, t in TRACKING_TEXTS],
    *[(f"to {a!r}", one(to=[{"email": a}]), "personalizations.0.to.0.email: ") for a in NO_ADDRESSES],
    *[(f"root {name}", letter(headers={name.title(): "x"}), "is reserved") for name in RESERVED_HEADERS],
    *[(f"personal {name}", one(headers={name: "x"}), "is reserved") for name in RESERVED_HEADERS],
    *[(f"argument {name}", one(custom_args={name: "x"}), "SendGrid's own events") for name in EVENT_FIELDS],
]

TAKEN: list[tuple[str, Json]] = [
    ("the least", letter()),
    ("subject for each", {**without("subject"), **{"personalizations": [personal(subject="Inbraak")]}}),
    ("1,000 people", many(1000)),
    ("1,000 recipients of one", one(cc=people(500), bcc=people(499, 500))),
    ("from in the domain", one(**{"from": {"email": "antwoord+ab2c@BURGERNET.example"}})),
    ("text, HTML, calendar", letter(content=[TEXT, HTML, {"type": "text/calendar", "value": "x"}])),
    ("HTML alone", letter(content=[HTML])),
    ("free headers", one(headers={"Message-ID": "<a@b.nl>", "List-Id": "x <y.nl>", "Auto-Submitted": "auto-replied"})),
    ("10,000 bytes", one(custom_args=LONG, substitutions=LONG)),
    ("root's argument replaced", letter(personal(custom_args=LONG), custom_args=LONG)),
    ("10 categories", letter(categories=[str(n) for n in range(10)])),
    ("tomorrow", letter(send_at=int(time.time()) + 86_400)),
    ("reply_to", letter(reply_to={"email": "a@b.nl", "name": "A"})),
    ("asm", letter(asm={"group_id": 1, "groups_to_display": [1]}, ip_pool_name="ab")),
    (
        "two small bypasses",
        settings(bypass_spam_management={"enable": True}, bypass_bounce_management={"enable": True}),
    ),
    ("bypass off", settings(bypass_list_management={"enable": True}, bypass_spam_management={"enable": False})),
    (
        "all tracking off",
        letter(
            tracking_settings={
                "click_tracking": {"enable": False, "enable_text": False},
                "open_tracking": {"enable": False, "substitution_tag": "x"},
                "subscription_tracking": {"enable": False, "text": "x", "html": "x", "substitution_tag": "x"},
                "ganalytics": {"enable": False, "utm_source": "x"},
            }
        ),
    ),
    *[(f"to {a}", one(to=[{"email": a}])) for a in ADDRESSES],
]


@pytest.mark.parametrize(("body", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(account: SendGridDouble, body: object, reason: str) -> None:
    sent, refused = len(account.sent), len(account.refused)
    response = send(account, body)
    assert response.status_code == 400
    told = [f"{error['field'] or ''}: {error['message']}" for error in response.json()["errors"]]
    assert any(reason in each for each in told), told
    assert all(error["help"].startswith("https://") for error in response.json()["errors"])
    assert len(account.sent) == sent
    assert [each.status for each in account.refused[refused:]] == [400]
    assert reason.strip(": ") in " ".join(account.refused[-1].reasons)


@pytest.mark.parametrize("body", [row[1] for row in TAKEN], ids=[row[0] for row in TAKEN])
def test_taken(account: SendGridDouble, body: Json) -> None:
    response = send(account, body)
    assert (response.status_code, response.content) == (202, b"")
    assert response.headers["X-Message-Id"] == account.sent[-1].request_id


def test_every_wrong_field_is_told(account: SendGridDouble) -> None:
    errors = send(account, letter(personal("x", subject=""), reply="x")).json()["errors"]
    assert [error["field"] for error in errors] == [
        "personalizations.0.to.0.email",
        "personalizations.0.subject",
        "reply",
    ]
