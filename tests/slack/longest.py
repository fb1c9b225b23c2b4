"""What people wrote at its longest and most hostile, and what must not come of it."""

from dataclasses import replace
from typing import Any

from slack_sdk import WebClient

from bot.domain.alerts.alerts import LONGEST, About, Alert, AlertStatus
from bot.domain.alerts.authorship import Whose
from bot.domain.alerts.mailings import Progress
from bot.domain.alerts.offences import LONGEST_OFFENCE, MOST_OWN, OwnOffence
from bot.domain.guard.findings import FindingKind
from bot.domain.guard.kept import MOST_KEPT, Kept
from bot.domain.leads.leads import Lead, LeadResult
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import Rating
from bot.records.alerts import AlertCard, Overlap, Preview
from bot.slack.blocks import Block
from tests.domain.samples import ALERT, CONTENT, NOON, reply
from tests.doubles.slack import Channel as Room
from tests.doubles.slack import SlackDouble

HOSTILE = "<!here> <@U000000001> *bold* _x_ ~y~ `z` <https://evil.example|link> https://evil.example #bm @here & < >\n"
LONG = HOSTILE * 2_000


def longest(name: str) -> str:
    return (HOSTILE * 20)[: LONGEST[name]]


CROWDED_OFFENCES = [
    OwnOffence(n, 9, **{name: f"{n} {HOSTILE}"[:most] for name, most in LONGEST_OFFENCE.items()})  # type: ignore[arg-type]  # texts all
    for n in range(MOST_OWN)
]
"""As many as there may be, each at its longest."""

CROWDED = replace(CONTENT, offence=CROWDED_OFFENCES[0], **{name: longest(name) for name in LONGEST})  # type: ignore[arg-type]  # texts all
MUCH_KEPT = (
    *(Kept(FindingKind.ORIGIN, f"{number}{HOSTILE}" * 3, HOSTILE * 3, "Anna Bakker") for number in range(MOST_KEPT)),
    *(Kept(FindingKind.JARGON, f"geforceerd{number}") for number in range(100)),
)
ALERTS = [
    replace(
        ALERT,
        content=CROWDED,
        status=status,
        keep_reason=HOSTILE * 4,
        requester_name=HOSTILE,
        about=about,
        kept=MUCH_KEPT,
    )
    for status in AlertStatus
    for about in (None, About(7, "BM-2026-10000", NOON))
]
REPLY = replace(reply(Rating.RELEVANT_HERE), words=LONG, late=True, rated_by_name=HOSTILE)
REPLY = replace(REPLY, images=Images.WANTED, images_until=NOON)
LEAD = Lead(1, 1, 1, HOSTILE, NOON, LeadResult.USABLE, HOSTILE, NOON)


def card_of(alert: Alert, recipients: int, progress: Progress) -> AlertCard:
    told = {"overlaps": (), "replies": 0, "open_replies": 0, "hitches": {}, "about_link": "", "held_until": None}
    counted: dict[str, Any] = {**told, "saw_nothing": 0, "from_elsewhere": 0, "proposal": None}
    counted |= {"images_offered": 0, "images_in": 0, "together": (), "outcome_under_way": False}
    return AlertCard(alert, recipients, progress, **counted, asks_number=False, lately=None, homes=None)


def long_preview() -> Preview:
    overlaps, long = (Overlap("BM-2026-1", True, True),) * 9, (LONG[:1000],) * 40
    told: dict[str, Any] = {"kept": MUCH_KEPT, "long_sentences": long, "whose": Whose.SUPPLEMENT}
    return Preview("d", CROWDED, LONG[:9000], 3, (), overlaps, True, True, True, **told)


def harmless(room: Room) -> None:
    for message in [*room.messages, *(answer for parent in room.messages for answer in parent.thread)]:
        assert not message.mentions
        assert not message.unfurls
        assert "<" not in message.text


def opened(slack: SlackDouble, view: Block) -> None:
    """Somebody has this modal in front of them."""
    anna = slack.add_person("anna")
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    with slack.world.lock:
        trigger = slack.world.new_trigger(anna.id)
    client.views_open(trigger_id=trigger, view={**view, "notify_on_close": False})
    assert anna.modal
    anna.modal.close()
