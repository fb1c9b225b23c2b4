"""What superusers see on their Home besides the lists: this month's figures, the mail, the participants."""

from bot.domain.alerts.mailings import ARRIVED, CAME_BACK, DeliveryState
from bot.domain.figures.figures import Report
from bot.domain.measures import Ratio
from bot.records.desk import MailHealth, ParticipantCount, Vitals
from bot.slack.blocks import Block, context, section
from bot.texts import Texts
from bot.workflow.figures.tables import period_name, sections, share_shown, shown

TOLD = (
    "valid_replies",
    "usable",
    "burglary_to_sent_median",
    "reply_to_handled_median",
    "handled_by_next_day",
    "answered",
)
ON_ITS_WAY = (DeliveryState.PLANNED, DeliveryState.PROCESSED, DeliveryState.DEFERRED)


def vitals_blocks(_: Texts, vitals: Vitals) -> list[Block]:
    """A few lines each; all figures are a command away."""
    return [
        section("\n".join(_figures(_, vitals.month))),
        section("\n".join(_mail(_, vitals.mail))),
        section("\n".join(_people(_, vitals.participants))),
        context(_("All figures: `/burgernetmail cijfers`. Where participants are missing: `/burgernetmail bereik`.")),
    ]


def _figures(_: Texts, month: Report) -> list[str]:
    day = _("as of {day}", day=_.day(month.as_of))
    total = month.months[-1].share
    replied = _("with a reply {part} ({share})", part=_.number(total.part), share=share_shown(_, total))
    alerts = _("Alerts sent: *{n}*, {replied}", n=_.number(total.n), replied=replied)
    lines = (line for part in sections(_, month) for line in part.lines if line.key in TOLD)
    told = [f"{line.label}: *{shown(_, line)}* (n = {_.number(line.n)})" for line in lines]
    return [f"*{_('Figures of {period}', period=period_name(_, month.period))}* · {day}", alerts, *told]


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
    told = [f"{name} {_.number(n)} ({share_shown(_, Ratio(n, total))})" for name, n in parts if n]
    lines = [
        f"*{_('Delivery of mail, the last 7 days')}*",
        " · ".join([_.plural("{n} mail", "{n} mails", total), *told]),
    ]
    if mail.unknown_batches:
        asked = _.plural("{n} batch waits for a decision", "{n} batches wait for a decision", mail.unknown_batches)
        lines.append(f":warning: {asked}")
    if mail.given_up:
        lost = _.plural("{n} message or mail was given up", "{n} messages or mails were given up", mail.given_up)
        lines.append(f":warning: {lost}")
    return lines


def _people(_: Texts, people: ParticipantCount) -> list[str]:
    left = _.plural("{n} left in the last 7 days", "{n} left in the last 7 days", people.left)
    take_part = _.plural("{n} takes part", "{n} take part", people.active)
    told = [take_part, left]
    if people.paused:
        told.append(_.plural("{n} paused: mail did not arrive", "{n} paused: mail did not arrive", people.paused))
    return [f"*{_('Participants')}*", " · ".join(told)]
