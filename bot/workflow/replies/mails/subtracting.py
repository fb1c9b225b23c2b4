"""A citizen's own words: what is left when everything that we may have sent is taken away."""

from functools import lru_cache, partial
from typing import Final

from bot.domain.alerts.alerts import Alert, AlertContent
from bot.domain.replies.replies import Reply, ReplyKind
from bot.domain.surveys.surveys import Survey
from bot.records.mail import InboundMail
from bot.records.mailings import SentTo
from bot.records.replies import StoredInbound
from bot.workflow.mail_ports import Composer, MailReader
from bot.workflow.owing import mail_of
from storage.unit_of_work import UnitOfWork

KEPT: Final = 16


class Subtracting:
    """An outcome's reader had the alert too."""

    def __init__(self, reader: MailReader, composer: Composer) -> None:
        self._reader = reader
        self._mailed = lru_cache(KEPT)(partial(_mailed, composer))  # many answer the same mail
        self._written = lru_cache(KEPT)(partial(_written, composer))

    def own_words(
        self,
        uow: UnitOfWork,
        stored: StoredInbound,
        mail: InboundMail,
        about: SentTo | Survey | None,
        answered: Reply | None,
    ) -> str:
        """`answered`: the reply that our letter was about which this mail answers."""
        if stored.kind is not ReplyKind.MAIL:
            return mail.text
        sent = about if isinstance(about, SentTo) else None
        letters = uow.letters.answers_to(sent.delivery_id if sent else None, mail.letter_to)
        things = (sent.alert, sent.outcome) if sent else (about,)
        ours = "".join(self._mailed(thing) for thing in things if not isinstance(thing, SentTo))
        ours = f"{self._written(sent.alert.content if sent else None)}\n{letters}\n{ours}"
        forgotten = answered is not None and answered.erased_at is not None
        return self._reader.own_words(mail, f"{ours}\n{answered.subject if answered else ''}", forgotten=forgotten)


def _mailed(composer: Composer, thing: Alert | Survey | None) -> str:
    mail = mail_of(composer, thing) if thing else None
    return f"{mail.subject}\n{mail.text}\n" if mail else ""


def _written(composer: Composer, about: AlertContent | None) -> str:
    return f"{composer.acknowledgement(about)[1]}\n{composer.formerly(about)}"
