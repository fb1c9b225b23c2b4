"""Which mail of ours a reply is about, where its own address does not tell: a colleague says so."""

from typing import Final

from bot.domain.replies.replies import Rating, Reply, ReplyKind, ReplyLabel, is_answered, is_erased

NONE_OF_OURS: Final = "none"
NOBODY_SAID: Final = ""


def lacks_mail(reply: Reply) -> bool:
    """Whether nobody knows yet which mail it is about; that it is about none can be said as well."""
    return reply.alert_id is None and not reply.mail_by_name


def may_choose_mail(reply: Reply) -> bool:
    """Only for what came without a mail's own address, until its writer was answered or detectives have it."""
    loose = reply.label is ReplyLabel.REPLY and reply.kind is ReplyKind.MAIL and reply.delivery_id is None
    return loose and not (is_answered(reply) or is_erased(reply) or reply.escalated_by_name)


def must_choose_mail(reply: Reply) -> bool:
    """Whether that comes before its rating, which says "this case"."""
    return reply.rating is None and lacks_mail(reply) and may_choose_mail(reply)


def ratings_of(reply: Reply) -> tuple[Rating, ...]:
    """Those that mean something: where no mail is known there is no "this case"."""
    return tuple(rating for rating in Rating if rating is not Rating.RELEVANT_HERE or reply.alert_id is not None)


def mail_said(reply: Reply) -> str:
    """What stands: the alert by its id, none of ours, or nobody said."""
    if reply.alert_id is not None:
        return str(reply.alert_id)
    return NONE_OF_OURS if reply.mail_by_name else NOBODY_SAID
