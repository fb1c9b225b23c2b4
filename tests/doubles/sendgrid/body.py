"""What a mail/send request may hold, field by field, from SendGrid's API reference."""

from collections.abc import Iterator

from .shapes import Check, Problem, all_of, exactly, items, mapping, never, record, text, unique

MOST_PEOPLE = 1000
MOST_BYTES_OF_VALUES = 10_000
MOST_CATEGORIES = 10

RESERVED_HEADERS = frozenset(
    {
        *("x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding"),
        *("to", "from", "subject", "reply-to", "cc", "bcc"),
    }
)
# An event carries the custom arguments at its top level, where these names are taken.
EVENT_FIELDS = frozenset(
    {
        *("email", "timestamp", "smtp-id", "event", "category", "sg_event_id", "sg_message_id", "response", "attempt"),
        *("reason", "status", "type", "ip", "useragent", "url", "tls", "send_at", "asm_group_id"),
    }
)

EMAIL = r"(?!\.|[^@]*\.\.|[^@]*\.@)[\w!#$%&'*+/=?^`{|}~.-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]+"
ONE_LINE = r"[^\r\n\0]*"
MIME_TYPE = r"[\w.+-]+/[\w.+-]+"


def _not_reserved(value: object, path: str) -> Iterator[Problem]:
    if isinstance(value, str) and value.lower() in RESERVED_HEADERS:
        yield Problem(f"the header {value} is reserved", path)


def _not_an_event_field(value: object, path: str) -> Iterator[Problem]:
    if value in EVENT_FIELDS:
        yield Problem(f"{value} is the name of a field of SendGrid's own events", path)


def _told_apart(value: object, path: str) -> Iterator[Problem]:
    if isinstance(value, dict) and len({name.lower() for name in value}) != len(value):
        yield Problem("holds a header twice", path)


def _switch(**more: Check) -> Check:
    return record({"enable": exactly(bool), **more})


line = text(pattern=ONE_LINE, told="may not contain line breaks")
subject = text(least=1, pattern=ONE_LINE, told="may not contain line breaks")
email = text(most=254, pattern=f"(?ai){EMAIL}", told="Does not contain a valid address.")
person = record({"email": email, "name": line}, required=["email"])
people = items(person, most=MOST_PEOPLE)
headers = all_of(
    mapping(
        all_of(text(pattern=r"[!-9;-~]+", told="is not a header name"), _not_reserved),
        text(pattern=r"[\t -~]*", told="may hold printable ASCII only, on one line"),
    ),
    _told_apart,
)
substitutions = mapping(text(least=1), text(), most_bytes=MOST_BYTES_OF_VALUES)
# Their size counts together with the root's: a rule in crossing.py.
custom_args = mapping(all_of(text(least=1), _not_an_event_field), text())

PERSONALIZATION = record(
    {
        "to": items(person, least=1, most=MOST_PEOPLE),
        "cc": people,
        "bcc": people,
        "from": person,
        "subject": subject,
        "headers": headers,
        "substitutions": substitutions,
        "custom_args": custom_args,
        "send_at": exactly(int),
        "dynamic_template_data": never("templates are not imitated"),
        "reply_to": never("reply_to belongs at the root only"),
    },
    required=["to"],
)

MAIL_SETTINGS = record(
    {
        "bypass_list_management": _switch(),
        "bypass_spam_management": _switch(),
        "bypass_bounce_management": _switch(),
        "bypass_unsubscribe_management": _switch(),
        "footer": _switch(text=text(), html=text()),
        "sandbox_mode": _switch(),
    }
)

TRACKING_SETTINGS = record(
    {
        "click_tracking": _switch(enable_text=exactly(bool)),
        "open_tracking": _switch(substitution_tag=text()),
        "subscription_tracking": _switch(text=text(), html=text(), substitution_tag=text()),
        "ganalytics": _switch(
            **{f"utm_{name}": text() for name in ("source", "medium", "term", "content", "campaign")}
        ),
    }
)

CONTENT = record(
    {"type": text(pattern=MIME_TYPE, told="is not a MIME type"), "value": text(least=1)}, required=["type", "value"]
)

MAIL = record(
    {
        "personalizations": items(PERSONALIZATION, least=1, most=MOST_PEOPLE),
        "from": person,
        "reply_to": person,
        "reply_to_list": unique(people),
        "subject": subject,
        "content": items(CONTENT, least=1),
        "headers": headers,
        "categories": unique(items(text(least=1, most=255), most=MOST_CATEGORIES)),
        "custom_args": custom_args,
        "send_at": exactly(int),
        "ip_pool_name": text(least=2, most=64),
        "asm": record(
            {"group_id": exactly(int), "groups_to_display": items(exactly(int), most=25)}, required=["group_id"]
        ),
        "mail_settings": MAIL_SETTINGS,
        "tracking_settings": TRACKING_SETTINGS,
        "template_id": never("templates are not imitated"),
        "attachments": never("attachments are not imitated"),
        "batch_id": never("batch ids are not imitated"),
    },
    required=["personalizations", "from", "content"],
)
