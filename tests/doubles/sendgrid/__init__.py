"""A strict stand-in for Twilio SendGrid, for tests.

The real `sendgrid` client, or plain HTTP, posts to it unchanged; tests read what it would have sent, break it on
purpose, and act as SendGrid's two webhooks:

    with SendGridDouble() as sendgrid:
        client = SendGridAPIClient(sendgrid.api_key, host=sendgrid.url)
        ...                                              # send
        [mail] = sendgrid.sent                           # one a person, substitutions filled in
        events = EventWebhook(sendgrid)                  # events.public_key goes into the settings
        events.post(url, events.events_for(mail, "processed", "delivered"))
        inbound = InboundParse()
        inbound.post(url, raw_mime, [mail.from_], "citizen@example.nl")
        sendgrid.assert_clean()

It serves POST /v3/mail/send and GET /v3/scopes. What it refuses, as SendGrid does (400 with `errors`, each with
`message`, `field` and `help`; 401, 403, 404, 405, 413, 415 and 429 alike), is a literal table:

- `body.py`: every field, its type, its limits; an unknown field is an error;
- `crossing.py`: the rules between fields: 1,000 recipients, each address once, senders in one domain, a subject
  for everybody, text before HTML, 10,000 bytes of custom_args, send_at within 72 hours.

Stricter than SendGrid on purpose: unknown fields, line breaks in a subject or name, header names that differ only in
case, headers that are not ASCII, custom_args named as an event's own fields, 30 MB of 1,000,000 bytes. Refused because
it is not imitated: templates, attachments, batch ids, gzip. Not imitated either: verified senders, IP pools, the
footer and tracking settings (their shape is checked, mails stay as they are), and the delay of `send_at`.

Substitutions reach subject, reply-to and content and nothing else, as the official description says: a tag in a
header stays a tag.

How to grow it: a field is a row in `body.py`, a rule between fields a function in `crossing.py` with its row in
RULES, an event a row in `events.py`, a forgery a row in `signing.py`.

Time is the application's (`time.time()` when asked, so freezegun moves it too) unless `now` is given.
"""

from .double import SendGridDouble
from .events import Event, EventName, EventWebhook
from .gateway import Refused
from .inbound import InboundParse
from .mails import SentMail
from .signing import SignedPost, Tamper

__all__ = [
    "Event",
    "EventName",
    "EventWebhook",
    "InboundParse",
    "Refused",
    "SendGridDouble",
    "SentMail",
    "SignedPost",
    "Tamper",
]
