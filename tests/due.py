"""All work of the program that is due, done where a story wants it to be."""

from datetime import UTC, datetime, timedelta
from typing import Final

from bot.assembling.workflow import Workflow

NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC)
A_MOMENT: Final = timedelta(seconds=1)


class DueWork:
    """What waits for its time is looked for only when time has passed since the last look."""

    def __init__(self) -> None:
        self._looked_at = NEVER

    def may_have_changed(self) -> None:
        """Somebody wrote in the database, or a program began: anything may be due."""
        self._looked_at = NEVER

    def do(self, work: Workflow) -> None:
        timed = self._moment_has_passed()
        while True:
            work.sending.recover()
            while work.posting.deliver_next() or (timed and work.calling.remind_due()):
                pass
            moved = work.scanning.scan_waiting() if work.scanning else 0
            moved += work.signing_up.mail_next()
            if timed:
                moved += work.taking.give_back_idle() + work.pausing.try_again()
                moved += work.campaigning.tell_due()
            if moved or work.receiving.read_waiting() or work.sending.send_next():
                continue
            if not (timed and work.reminding.remind()):
                break

    def _moment_has_passed(self) -> bool:
        before, self._looked_at = self._looked_at, datetime.now(UTC)
        return abs(self._looked_at - before) > A_MOMENT
