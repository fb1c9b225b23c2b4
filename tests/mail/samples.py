"""What the mail tests share: one alert, as it is composed and as one citizen got it."""

from dataclasses import replace
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Final

from bot.domain.alerts.alerts import AlertContent
from bot.domain.alerts.offences import Offence
from bot.mail.addresses import Addresses
from bot.mail.reading.reading import MimeReader
from bot.mail.sending import placeholders
from bot.mail.sending.composing import TemplateComposer
from bot.mail.tokens import SignedTokens
from bot.records.mail import AlertMail, Letter, Purpose

PUBLIC_URL: Final = "https://burgernet.example"
DELIVERY: Final = 7
REFERENCE: Final = "BM-2026-0042"
TOKENS: Final = SignedTokens("a secret of more than thirty-two characters")
ADDRESSES: Final = Addresses(
    "burgernetmail@mail.example", "antwoord@mail.example", "Amersfoort", f"{PUBLIC_URL}/", TOKENS
)
READER: Final = MimeReader(ADDRESSES, TOKENS)
DUTCH: Final = TemplateComposer("Amersfoort", "nl", PUBLIC_URL)
ENGLISH: Final = TemplateComposer("Amersfoort", "en", PUBLIC_URL)
CONTENT: Final = AlertContent(
    offence=Offence.BURGLARY,
    street="Breestraat",
    house_number="1234",
    postcode="3811 ZZ",
    place="Amersfoort",
    neighbourhood="Stadskern",
    window_start=datetime(2026, 1, 5, 13, 0, tzinfo=UTC),
    window_end=datetime(2026, 1, 5, 15, 30, tzinfo=UTC),
    what_happened="Iemand brak de achterdeur open en nam sieraden mee.\nDe dader liep weg door de brandgang.",
    description="Het gaat om een man met een donkere jas en een lichte fiets.",
    question="Zag u een witte bestelbus in de straat?",
    radius_m=300,
    bvh_number="2026-987654",
    x=155_000.0,
    y=463_000.0,
)


def content(**changes: object) -> AlertContent:
    """The alert's content with some fields changed."""
    return replace(CONTENT, **changes)  # type: ignore[arg-type]


ALERT: Final = DUTCH.alert(REFERENCE, CONTENT)


def filled(mail: AlertMail = ALERT, delivery_id: int = DELIVERY) -> AlertMail:
    """The alert as one person got it."""
    values = placeholders.values(ADDRESSES, delivery_id)
    return AlertMail(*(placeholders.fill(text, values) for text in (mail.subject, mail.text, mail.html)))


def received(mail: AlertMail = ALERT, to: str = "noor@example.nl") -> EmailMessage:
    """The alert in one person's mailbox, as the stand-in for citizens answers it."""
    got = filled(mail)
    message = EmailMessage()
    message["From"] = Address(ADDRESSES.sender_name, addr_spec=ADDRESSES.of_delivery(DELIVERY))
    message["To"] = to
    message["Subject"] = got.subject
    message["Date"] = "Mon, 05 Jan 2026 17:00:00 +0100"
    message["Message-ID"] = ADDRESSES.message_id(DELIVERY)
    message.set_content(got.text)
    message.add_alternative(got.html, subtype="html")
    return message


def letter(**changes: object) -> Letter:
    """An acknowledgement to one citizen."""
    plain = Letter(
        tag="l7",
        message_id="0a1b2c3d",
        to="noor@example.nl",
        subject="Wij hebben uw reactie ontvangen",
        text="Dank u wel.\n.\nTot ziens.\n",
        html="<p>Dank u wel.</p>",
        reply_token=TOKENS.make(Purpose.REPLY, DELIVERY),
        automatic=True,
        in_reply_to="<q1@example.nl>",
        references="<d.x@mail.example> <q1@example.nl>",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]
