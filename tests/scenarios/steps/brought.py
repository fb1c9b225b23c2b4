"""What it brought, asked of the database by hand; and the same figures as an export tells them."""

import csv
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO
from typing import Final, NamedTuple

from tests.stage import Stage


class Told(NamedTuple):
    """A figure as it is printed, and its n."""

    value: Decimal | None
    n: int


class ByHand:
    """Plain SQL over one period, in the words of the database at hand; the period's bounds are UTC moments."""

    def __init__(self, stage: Stage, start: str, end: str) -> None:
        self._stage = stage
        self._is_sqlite = stage.database_url.startswith("sqlite")
        zone = "" if self._is_sqlite else "+00:00"
        self._bounds = {"start": f"{start}{zone}", "end": f"{end}{zone}"}

    def count(self, query: str) -> int:
        bounds = {name: moment for name, moment in self._bounds.items() if f":{name}" in query}
        [(number,)] = self._stage.rows(f"SELECT COUNT(*) FROM {query}", **bounds)
        return int(number)

    def day(self, moment: str) -> str:
        """Its day in Amsterdam, in winter."""
        return f"date({moment}, '+1 hour')" if self._is_sqlite else f"date({moment} + INTERVAL '1 hour')"

    def hours(self, start: str, end: str) -> str:
        if self._is_sqlite:
            return f"((julianday({end}) - julianday({start})) * 24)"
        return f"(EXTRACT(EPOCH FROM {end} - {start}) / 3600)"

    def share(self, part: str, whole: str) -> Told:
        n = self.count(whole)
        return Told(_tenth(Decimal(self.count(part)) * 100 / n) if n else None, n)


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


SENT: Final = "alerts a WHERE a.kind = 'alert' AND a.sent_at >= :start AND a.sent_at < :end"
LEADS: Final = "leads WHERE escalated_at >= :start AND escalated_at < :end"
JUDGED: Final = f"{LEADS} AND result IS NOT NULL AND result <> 'picked_up'"
USABLE: Final = "('usable', 'leads_to_suspect', 'golden_tip')"
USUAL: Final = "('too_old', 'nobody_near', 'solved', 'double')"
SEEN: Final = "incidents i LEFT JOIN alerts a ON a.id = i.alert_id WHERE i.first_seen_at >= :start"
CAME: Final = "replies r WHERE r.label = 'reply' AND r.received_at >= :start AND r.received_at < :end"
OFFERED: Final = f"{CAME} AND r.images IS NOT NULL AND r.images <> 'not_needed'"
MAILS: Final = (
    "deliveries d JOIN mailings m ON m.id = d.mailing_id JOIN alerts a ON a.id = m.alert_id "
    "JOIN participants p ON p.id = d.participant_id WHERE a.kind = 'alert' "
    "AND a.sent_at >= :start AND a.sent_at < :end AND d.state NOT IN ('planned', 'refused', 'unknown')"
)
ARRIVED: Final = f"{MAILS} AND d.state NOT IN ('bounce', 'dropped')"


def by_hand(hand: ByHand) -> Mapping[str, Told]:
    """By their public names."""
    people = hand.count(f"(SELECT DISTINCT p.id FROM {ARRIVED}) x")
    homes = hand.count(f"(SELECT DISTINCT p.postcode, p.house_number FROM {ARRIVED}) x")
    more = f"(SELECT p.id FROM {ARRIVED} GROUP BY p.id HAVING COUNT(*) > 1) x"
    answered = "SELECT MIN(l.status_at) FROM letters l WHERE l.reply_id = r.id AND l.kind = 'answer'"
    soon = f"{CAME} AND {hand.hours('r.received_at', f'({answered})')} <= 24"
    mailed = f"{SEEN} AND a.sent_at IS NOT NULL"
    same_day = f"{mailed} AND {hand.day('i.first_seen_at')} = {hand.day('a.sent_at')}"
    skipped = f"{SEEN} AND a.sent_at IS NULL AND i.skip_reason IS NOT NULL"
    led = f"(SELECT r.alert_id FROM replies r JOIN leads l ON l.reply_id = r.id WHERE l.result IN {USABLE})"
    in_time = f"{OFFERED} AND (r.images_until IS NULL OR {hand.day('r.images_in_at')} <= {hand.day('r.images_until')})"
    shares: Mapping[str, tuple[str, str]] = {
        "leads_judged": (JUDGED, LEADS),
        **{f"lead_{result}": (f"{JUDGED} AND result = '{result}'", JUDGED) for result in RESULTS},
        "alerts_with_usable_lead": (f"{SENT} AND a.id IN {led}", SENT),
        "cases_ended": (f"{SENT} AND a.result IS NOT NULL", SENT),
        **{f"ended_{end}": (f"{SENT} AND a.result = '{end}'", f"{SENT} AND a.result IS NOT NULL") for end in ENDINGS},
        "incidents_mailed": (mailed, SEEN),
        "incidents_mailed_same_day": (same_day, mailed),
        "incidents_skipped": (skipped, SEEN),
        "skipped_too_old": (f"{skipped} AND i.skip_reason = 'too_old'", skipped),
        "skipped_other": (
            f"{skipped} AND i.skip_reason NOT IN ('too_old', 'nobody_near', 'solved', 'double')",
            skipped,
        ),
        "images_offered": (OFFERED, CAME),
        "images_in": (f"{OFFERED} AND r.images <> 'wanted' AND r.images <> 'expired'", OFFERED),
        "images_in_time": (in_time, OFFERED),
        "reached_more_than_once": (more, f"(SELECT DISTINCT p.id FROM {ARRIVED}) x"),
        "saw_nothing": (f"{MAILS} AND d.id IN (SELECT delivery_id FROM nothing_seen)", MAILS),
        "answered_within_a_day": (soon, f"{CAME} AND r.from_address <> ''"),
    }
    told = {name: hand.share(*asked) for name, asked in shares.items()}
    told["participants_reached"], told["homes_reached"] = Told(Decimal(people), people), Told(Decimal(homes), people)
    raters = "(SELECT DISTINCT by_id FROM ratings) x"
    told["responders"] = Told(Decimal(hand.count(raters)), hand.count(f"{CAME} AND r.rating IS NOT NULL"))
    for name, column in (("requesters", "requester_id"), ("approvers", "approver_id")):
        people = hand.count(f"(SELECT DISTINCT a.{column} FROM {SENT}) x")
        told[name] = Told(Decimal(people), hand.count(SENT))
    return told


RESULTS: Final = ("usable", "leads_to_suspect", "golden_tip", "ruled_out", "not_usable")
ENDINGS: Final = ("arrested", "in_court", "stolen_goods_back", "not_solved", "no_crime")


def exported(content: bytes, period: str) -> Mapping[str, Told]:
    """All figures of a period in an export, by their public names."""
    rows = csv.DictReader(StringIO(content.decode("utf-8-sig")))
    return {
        row["figure"]: Told(Decimal(row["value"]) if row["value"] else None, int(row["n"]))
        for row in rows
        if row["period"] == period and not row["colleague"] and row["unit"] != "reference"
    }


def differing(told: Mapping[str, Told], counted: Mapping[str, Told]) -> Mapping[str, tuple[Told | None, Told]]:
    """Where an export says something else than the query by hand; what did not occur, it leaves out."""
    return {
        name: (told.get(name), figure)
        for name, figure in counted.items()
        if told.get(name) != figure and (name in told or figure.value)
    }
