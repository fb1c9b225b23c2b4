"""A citizen writes on: their mail belongs to the reply that our letter was about, and as a rule opens it again."""

from datetime import datetime

from bot.domain.leads.leads import NO_ALERT
from bot.domain.replies.attachments import is_evidence
from bot.domain.replies.replies import Reply, ReplyLabel, is_answered
from bot.domain.replies.thanks import is_thanks
from bot.records.mail import InboundMail
from bot.records.mailings import SentTo
from bot.records.outbox import Task
from bot.workflow.handling import owe_mail, reply_changed
from storage.unit_of_work import UnitOfWork


def followed_by(uow: UnitOfWork, mail: InboundMail, sent: SentTo | None, answered: Reply | None) -> Reply | None:
    """The reply that this mail goes on about, held until the transaction ends; None for any other mail.

    `answered`: the one that our letter was about which it answers.

    Only from where that citizen writes: somebody else who got hold of our letter has a reply, and an answer, of their
    own; so has who writes after their words were erased.
    """
    if answered is None:
        return None
    root = uow.replies.get_for_change(answered.follow_up_of or answered.id)
    theirs = {root.from_address.lower(), root.reply_to.lower(), sent.participant.email.lower() if sent else ""} - {""}
    same = mail.from_address.lower() in theirs and root.delivery_id == (sent.delivery_id if sent else None)
    return root if same and root.label is ReplyLabel.REPLY and root.erased_at is None else None


def follow_on(uow: UnitOfWork, root: Reply, follow_up: Reply, names: tuple[str, ...], now: datetime) -> None:
    """Owe another answer to words that came after the last one, mere thanks excepted.

    Where the answer was written before anybody could read them, they were not answered either. The burglary team has
    news of its lead.
    """
    news = not _is_mere_thanks(uow, root, follow_up, names)
    if is_answered(root) and news:
        late = root.answered_at is None or follow_up.received_at > root.answered_at
        uow.replies.reopen(root.id, follow_up.received_at if late else now)
        uow.audit.record("citizen", "wrote_on", f"reply {root.id}", now, follow_up=follow_up.id)
    reply_changed(uow, root.id, now)
    owe_mail(uow, follow_up.id)
    if news and (lead := uow.leads.of_reply(root.id)):
        uow.leads.mark_unread(lead.id)
        uow.outbox.owe(Task.SHOW_LEAD, lead.id)
        uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)


def _is_mere_thanks(uow: UnitOfWork, root: Reply, follow_up: Reply, names: tuple[str, ...]) -> bool:
    """What answers a question of ours, or brings a file, is never that ("Prima, dank u" may mean: call me)."""
    asked = root.asked_at is not None and (root.answered_at is None or root.asked_at > root.answered_at)
    files = any(is_evidence(file) for file in uow.attachments.of_reply(follow_up.id))
    question = "?" in uow.letters.newest_answer(root.id)
    names = (root.from_name, root.answered_by_name, *names)
    return not (asked or files) and is_thanks(follow_up.words, *names, asked=question)
