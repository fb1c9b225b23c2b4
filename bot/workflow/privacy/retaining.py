"""The law's clock: each night the words of citizens go whose time has come; what is held stays."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import uuid4

import structlog

from bot.clock import Clock, local
from bot.domain.privacy.retention import Rule, Terms, counted_from, is_due, rule_of
from bot.domain.replies.replies import Reply
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.leasing import Keeper
from bot.workflow.owing import N_, owe_note
from bot.workflow.privacy.ending import EndingImages
from bot.workflow.privacy.erasing import erase
from bot.workflow.privacy.forgetting import Forgetting
from bot.workflow.times import next_time
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
NAME: Final = "retaining"
LEASE: Final = timedelta(seconds=20)  # kept alive
AT_NIGHT: Final = time(3)  # Amsterdam; begins the day that citizens were told
PAGE: Final = 500
BY: Final = "burgernetmail"


@dataclass(frozen=True)
class Due:
    """A reply whose time has come; its number, the alert's reference (empty where unknown), and the rule."""

    reply_id: int
    reference: str
    rule: Rule
    held: bool


@dataclass
class Tally:
    """What became of a night."""

    erased: Counter[Rule] = field(default_factory=Counter)
    files: int = 0
    held: int = 0
    failed: int = 0
    incidents: int = 0
    images: int = 0
    people: int = 0


class Retaining:
    """One reply a transaction: what fails stays whole, and goes the next night."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        terms: Terms,
        keeper: Keeper,
        images: EndingImages,
        forgetting: Forgetting,
        finish: Callable[[], None] = lambda: None,
    ) -> None:
        """`finish` makes that what was erased is gone from the database's own files too."""
        self._work = work
        self._clock = clock
        self._terms = terms
        self._keeper = keeper
        self._images = images
        self._forgetting = forgetting
        self._finish = finish
        self._holder = uuid4().hex
        self._next = datetime.min.replace(tzinfo=UTC)

    def run_at_night(self) -> None:
        """Once a night in all copies. A night that was missed is made up for.

        While it is done the lease is short, so that another copy goes on where this one dies; then it lasts until the
        next night.
        """
        now = self._clock.now()
        if now < self._next:
            return
        tonight = next_time(now, AT_NIGHT)
        if self._take(now + LEASE):
            with self._keeper.holding(LEASE, lambda uow, until: uow.leases.take(NAME, self._holder, now, until)):
                self.run()
            self._take(tonight)
        with self._work() as uow:
            self._next = min(uow.leases.until(NAME), tonight)

    def _take(self, until: datetime) -> bool:
        with self._work() as uow:
            return uow.leases.take(NAME, self._holder, self._clock.now(), until)

    def run(self) -> Tally:
        """Erase all that is due, and tell the superusers where anything was done or failed."""
        tally = Tally()
        tally.images, tally.failed = self._images.run()
        for due in self.due():
            if due.held:
                tally.held += 1
                continue
            try:
                self._erase(due, tally)
            except Exception as error:
                log.error("erasing failed", reply=due.reply_id, error=type(error).__name__)
                tally.failed += 1
        self._erase_incidents(tally)
        tally.people = self._forgetting.run()
        self._report(tally)
        self._finish()
        return tally

    def images_due(self) -> int:
        """How many replies' images would go now, or not be waited for any more."""
        return self._images.due()

    def people_due(self) -> int:
        """How many who left long ago would be forgotten now."""
        return self._forgetting.due()

    def incidents_due(self) -> int:
        """How many incidents of the day monitor would lose their words now."""
        with self._work() as uow:
            return uow.incidents.erasable(self._not_since())

    def _erase_incidents(self, tally: Tally) -> None:
        """Erase place and words of incidents untouched for the term; an alert keeps its own copy."""
        now = self._clock.now()
        with self._work() as uow:
            uow.take_time()
            tally.incidents = uow.incidents.erase(self._not_since(), now)
            if tally.incidents:
                uow.audit.record(BY, "erased", "incidents", now, number=tally.incidents)
                told = N_("Erased, their time having come: addresses and words of incidents of the day monitor ({n}).")
                owe_note(uow, Task.SUPERVISION_NOTE, 0, Note(told, {"n": str(tally.incidents)}))

    def _not_since(self) -> datetime:
        """What happened before this moment is due: the end of the last day whose term is over (is_due)."""
        here = local(self._clock.now())
        day = here.date() - timedelta(days=self._terms.days(Rule.OTHER) - 1)
        return datetime.combine(day, time(), here.tzinfo).astimezone(UTC)

    def due(self) -> Iterator[Due]:
        """What would go now, by reply; a page a transaction."""
        last = 0
        while True:
            with self._work() as uow:
                uow.take_time()
                ids = uow.erasures.candidates(self._before(), last, PAGE)
                page = [due for reply_id in ids if (due := self._judged(uow, uow.replies.get(reply_id)))]
            yield from page
            if len(ids) < PAGE:
                return
            last = ids[-1]

    def _before(self) -> datetime:
        return self._clock.now() - timedelta(days=self._terms.shortest - 1)

    def _judged(self, uow: UnitOfWork, reply: Reply) -> Due | None:
        rule = rule_of(reply)
        if rule is None or not self._is_due(reply, rule):
            return None
        reference = uow.alerts.get(reply.alert_id).reference if reply.alert_id else ""
        return Due(reply.id, reference, rule, uow.erasures.is_held(reply.id))

    def _is_due(self, reply: Reply, rule: Rule) -> bool:
        since = local(counted_from(reply, rule)).date()
        return is_due(since, self._terms.days(rule), local(self._clock.now()).date())

    def _erase(self, due: Due, tally: Tally) -> None:
        """Judged again under its lock: somebody may have opened it again, promised a call, sent it on to the burglary
        team, or put its alert under legal hold.
        """
        with self._work() as uow:
            now = self._judged(uow, uow.replies.get_for_change(due.reply_id))
            still = uow.erasures.candidates(self._before(), due.reply_id - 1, 1) == [due.reply_id]
            if now is None or now.held or not still:
                return
            files = erase(uow, due.reply_id, BY, self._clock.now(), rule=due.rule)
        tally.erased[due.rule] += 1
        tally.files += files

    def _report(self, tally: Tally) -> None:
        log.info("retention", erased=tally.erased.total(), held=tally.held, failed=tally.failed)
        if tally.images:
            told = N_("Erased, their time having come: images ({n} files). What they were stays on record.")
            with self._work() as uow:
                owe_note(uow, Task.SUPERVISION_NOTE, 0, Note(told, {"n": str(tally.images)}))
        if not (tally.erased or tally.failed):
            return
        values = {
            "n": tally.erased.total(),
            **{str(rule): tally.erased[rule] for rule in Rule},
            "files": tally.files,
            "held": tally.held,
            "failed": tally.failed,
        }
        message = N_(
            "Erased, their time having come: {n} replies (not relevant {not_relevant}, recorded in BVH {recorded}, "
            "other mail {other}), {files} attachments. Under legal hold: {held}. Failed: {failed}."
        )
        note = Note(message, {name: str(number) for name, number in values.items()})
        with self._work() as uow:
            owe_note(uow, Task.SUPERVISION_NOTE, 0, note)
