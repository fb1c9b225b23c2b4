"""Batches that are due for something: asked for every few seconds, and made once."""

from typing import Final

from sqlalchemy import bindparam, select

from bot.domain.alerts.mailings import BatchStatus
from storage.mailings.ledger import TOPIC
from storage.schema.columns import Moment
from storage.schema.mailings import batches, mailings

_AT: Final = bindparam("at", type_=Moment)
_BATCH: Final = select(batches, *TOPIC).join(mailings)

NEXT: Final = (
    _BATCH.where(batches.c.status == BatchStatus.PLANNED, batches.c.due_at <= _AT)
    .order_by(batches.c.id)
    .limit(1)
    .with_for_update(skip_locked=True, of=batches)
)
LOST: Final = _BATCH.where(batches.c.status == BatchStatus.CALLING, batches.c.claimed_until < _AT)
