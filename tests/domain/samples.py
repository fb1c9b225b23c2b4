"""One alert, who asked for it and one reply, for all tests."""

from datetime import UTC, datetime, timedelta

from bot.domain.alerts.alerts import Alert, AlertContent, AlertStatus
from bot.domain.alerts.offences import Offence
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.replies import LetterStatus, Rating, Reply, ReplyKind, ReplyLabel

NOON = datetime(2026, 1, 14, 12, tzinfo=UTC)
ANNA = Colleague("U1", "Anna", frozenset({Role.INTAKE}))
BRAM = Colleague("U2", "Bram", frozenset({Role.INTAKE}))
CONTENT = AlertContent(
    offence=Offence.BURGLARY,
    street="Kattenbroekstraat",
    house_number="12",
    postcode="3823 AB",
    place="Amersfoort",
    neighbourhood="Kattenbroek",
    window_start=NOON - timedelta(hours=3),
    window_end=NOON - timedelta(hours=1),
    what_happened="De voordeur is opengebroken.",
    description="",
    question="",
    radius_m=300,
    bvh_number="2026-1",
    x=155_800,
    y=467_300,
)
ALERT = Alert(
    *(1, "BM-2026-0001", AlertStatus.REQUESTED, 1, CONTENT, ANNA.id, ANNA.name, NOON),
    content_by_id=ANNA.id,
    content_by_name=ANNA.name,
)


def reply(
    rating: Rating | None = None,
    answer: LetterStatus | None = None,
    bvh: str = "",
    label: ReplyLabel = ReplyLabel.REPLY,
) -> Reply:
    return Reply(
        id=1,
        inbound_id=1,
        alert_id=1,
        delivery_id=1,
        kind=ReplyKind.MAIL,
        label=label,
        received_at=NOON,
        words="Een bus.",
        from_address="noor@example.nl",
        from_name="Noor",
        subject="Re:",
        message_id="<1@example.nl>",
        references="",
        version=1,
        rating=rating,
        answer_status=answer,
        bvh_number=bvh,
        bvh_by_name="Carla" if bvh else "",
    )
