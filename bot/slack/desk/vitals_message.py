"""What superusers see on their Home besides the lists: this month's figures, the mail, the participants."""

from collections.abc import Collection

from bot.domain.alerts.mailings import ARRIVED, CAME_BACK, DeliveryState
from bot.domain.figures.figures import Report
from bot.domain.measures import Ratio
from bot.domain.participants.people import Role
from bot.records.desk import MailHealth, ParticipantCount, Vitals
from bot.slack import ids
from bot.slack.blocks import Block, button, context, fields, header, row, section
from bot.slack.figures.report_message import main_figures
from bot.texts import Texts
from bot.workflow.figures.lines import share_shown
from bot.workflow.figures.tables import period_name

ON_ITS_WAY = (DeliveryState.PLANNED, DeliveryState.PROCESSED, DeliveryState.DEFERRED)


def vitals_blocks(_: Texts, vitals: Vitals) -> list[Block]:
    """A few lines each, without what there is none of yet; all figures are a button away."""
    known = main_figures(_, vitals.month, vitals.month.months[-1].share, known=True)
    title = header(_("Figures of {period}", period=period_name(_, vitals.month.period)))
    return [
        *([title, fields(known)] if known else []),
        *([section("\n".join(_mail(_, vitals.mail)))] if vitals.mail.states else []),
        section("\n".join(_people(_, vitals.participants))),
        context(_("As of {day}", day=_.day(vitals.month.as_of))),
    ]


def month_line(_: Texts, month: Report, roles: Collection[Role]) -> str:
    """What a team did this month, in a line, empty where that is nothing; the rest is the superusers'."""
    total, answered = month.months[-1].share, month.handling.answered.ratio
    if not (answered.n if Role.RESPONDER in roles else total.n):
        return ""
    sent = _.plural("{n} mail sent", "{n} mails sent", total.n)
    told = _(
        "{mails}, {part} with a reply ({share})", mails=sent, part=_.number(total.part), share=share_shown(_, total)
    )
    if Role.RESPONDER in roles:
        told = _("{share} of the replies answered (n = {n})", share=share_shown(_, answered), n=_.number(answered.n))
    period = period_name(_, month.period)
    return f"{period[:1].upper()}{period[1:]}: {told}"


def _mail(_: Texts, mail: MailHealth) -> list[str]:
    total = sum(mail.states.values())
    counts = [
        (_("arrived"), ARRIVED),
        (_("sent, arrival not told"), (DeliveryState.SENT,)),  # SMTP tells no more
        (_("on its way"), ON_ITS_WAY),
        (_("came back"), CAME_BACK),
        (_("not sent"), (DeliveryState.REFUSED,)),
        (_("unknown"), (DeliveryState.UNKNOWN,)),
    ]
    parts = [(name, sum(mail.states.get(state, 0) for state in states)) for name, states in counts]
    told = [f"{_.number(n)} {name} ({share_shown(_, Ratio(n, total))})" for name, n in parts if n]
    return [
        f"*{_('Delivery of mail, the last 7 days')}*",
        " · ".join([_.plural("{n} mail", "{n} mails", total), *told]),
    ]


def troubles(_: Texts, mail: MailHealth, asked: int) -> list[Block]:
    """What a superuser has to look at; so many batches are `asked` about in lines of their own."""
    rows = []
    if (more := mail.unknown_batches - asked) > 0:
        told = _.plural("{n} batch waits for a decision", "{n} batches wait for a decision", more)
        rows.append(section(f":warning: {told}"))
    if mail.given_up:
        lost = _.plural("{n} message or mail was given up", "{n} messages or mails were given up", mail.given_up)
        rows.append(row(f":warning: {lost}", button(_("Decide"), ids.DECIDE_POST, "oldest"), lost))
    return rows


def _people(_: Texts, people: ParticipantCount) -> list[str]:
    told = [_.plural("{n} takes part", "{n} take part", people.active)]
    if people.left:
        told.append(_.plural("{n} left in the last 7 days", "{n} left in the last 7 days", people.left))
    if people.paused:
        told.append(_.plural("{n} paused: mail did not arrive", "{n} paused: mail did not arrive", people.paused))
    return [f"*{_('Participants')}*", " · ".join(told)]
