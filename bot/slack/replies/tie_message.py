"""What ties a reply to other alerts: a line for each thing that it shares; and the mail that it is probably about."""

from bot.domain.replies.mentions import MentionKind
from bot.domain.replies.plates import shown_plate
from bot.domain.replies.which_mail import Hint
from bot.records.replies import ReplyCard, Tie
from bot.slack import ids
from bot.slack.blocks import escape, link, shortened
from bot.texts import Texts

MOST_LINES = 3
LONGEST_VALUE = 100


def tie_lines(_: Texts, ties: tuple[Tie, ...]) -> list[str]:
    """One line for each thing and alert, its newest reply; nothing where it has nothing in common."""
    by_alert = {(tie.mention, tie.reference or tie.subject_id): tie for tie in reversed(ties)}
    newest = [tie for tie in ties if by_alert[tie.mention, tie.reference or tie.subject_id] is tie]
    lines = [f"🔗 {_line(_, tie)}" for tie in newest[:MOST_LINES]]
    if more := len(newest) - len(lines):
        find = f"`{ids.COMMAND} {ids.WORD_FIND}`"
        lines.append(_.plural("and {n} more, found by {find}", "and {n} more, found by {find}", more, find=find))
    return lines


def _line(_: Texts, tie: Tie) -> str:
    where = link(tie.link, tie.reference or _("a reply without a known alert"))
    value = shortened(tie.mention.value, LONGEST_VALUE)
    if tie.mention.kind is MentionKind.PLATE:
        return _("Number plate {value} is also named at {where}", value=shown_plate(value), where=where)
    if tie.mention.kind is MentionKind.PHONE:
        return _("The same phone number is also named at {where}", where=where)
    if tie.mention.kind is MentionKind.EMAIL:
        return _("The same e-mail address is also named at {where}", where=where)
    return _('"{value}" is also named at {where}', value=escape(value), where=where)


def fit_line(_: Texts, card: ReplyCard) -> list[str]:
    """Another mail that it is probably about; what its subject names is a caution already."""
    if (fit := card.fit) is None or fit.reference in {odd.detail for odd in card.reply.cautions}:
        return []
    why = {
        Hint.NAMED: _("the citizen names it"),
        Hint.STREET: _("the citizen names its street"),
        Hint.GOT_IT: _("the citizen got it"),
    }[fit.hint]
    return [_("Perhaps about {mail}: {why}", mail=link(fit.link, fit.reference), why=why)]
