"""What strangers, and each citizen, may make the store grow by mail in a day: then words alone are kept."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.replies.quotas import is_kept_whole
from bot.workflow.mail_ports import MailReader
from storage.unit_of_work import Work

log = structlog.get_logger()
DAY: Final = timedelta(days=1)
WORDS_ALONE: Final = "words_alone"


def whole_or_words(work: Work, reader: MailReader, at: datetime, digest: str, raw: bytes, queue_key: str) -> bytes:
    """A large mail as it came, or its words where too much came before it; one that is known is brought once more."""
    with work() as uow:
        before = uow.inbox.mailed_since(queue_key, at - DAY)
        if is_kept_whole(len(raw), before, is_stranger=queue_key.startswith("a")) or uow.inbox.knows(digest):
            return raw
        uow.tallies.add(WORDS_ALONE, "mail", 1, at)
    log.warning("words alone", size=len(raw))
    return reader.words_alone(raw)
