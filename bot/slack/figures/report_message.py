"""Figures in Slack: told to who asked, or posted for the superusers; and where the time of one alert went."""

from bot.domain.figures.counted import AlertClock
from bot.domain.figures.figures import Load, Report, nameless
from bot.domain.measures import Ratio
from bot.records.figures import MunicipalLink, ReportCard
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    actions,
    button,
    context,
    escape,
    fields,
    header,
    in_pieces,
    link,
    picture,
    section,
    shortened,
)
from bot.slack.names import offence_name
from bot.texts import Texts
from bot.workflow.figures.brought_tables import steps
from bot.workflow.figures.lines import Line, Section, share_shown, shown
from bot.workflow.figures.municipal import is_for_municipality
from bot.workflow.figures.tables import duration, months_table, period_name, sections, stage_name

MAIN = ("usable", "burglary_to_sent_median", "handled_by_next_day", "answered")
MOST_NAMES = 15
MOST_FAILURES = 10
ALT_LIMIT = 1900


def build_report(_: Texts, report: Report, *, whole: bool = True) -> tuple[str, list[Block]]:
    """For one person: the five that matter most, what was not kept, and what they may do with it.

    `whole`: for superusers, who share it, and see what each colleague did.
    """
    title, period = _title(_, report), str(report.period)
    missed = [_failures(_, line) for line in _lines(_, report) if line.key in MAIN and line.failures]
    shares = [
        button(_("Share in the supervision channel"), ids.SHARE_FIGURES, period),
        button(_("CSV and Excel"), ids.EXPORT_FIGURES, period),
    ]
    blocks = [
        header(title),
        fields(main_figures(_, report, report.total)),
        *(context(told) for told in missed),
        context(f"{_as_of(_, report)} · {_('handled and answered: only replies of at least two days old')}"),
        actions(
            button(_("All figures"), ids.ALL_FIGURES, period), *(shares if whole else []), *_for_municipality(_, report)
        ),
    ]
    return _in_short(_, report), blocks


def build_all_figures(_: Texts, report: Report, *, whole: bool = True) -> tuple[str, list[Block]]:
    """For one person: all of them."""
    return _told(_, report if whole else nameless(report), "", "")


def main_figures(_: Texts, report: Report, replied: Ratio, *, known: bool = False) -> list[tuple[str, str]]:
    """The five figures as names and values; `replied`: of which alerts. `known`: without those of nothing."""
    part = _("{part} of {n}", part=_.number(replied.part), n=_.number(replied.n))
    named = {line.key: line for line in _lines(_, report)}
    names = {"usable": _("Usable replies")}  # its own name speaks of the ratings that stand above it in the whole table
    counted = (
        (names.get(key, named[key].label), f"{shown(_, named[key])} (n = {_.number(named[key].n)})")
        for key in MAIN
        if named[key].n or not known
    )
    with_reply = (_("Alerts with a reply"), f"{part} ({share_shown(_, replied)})")
    return [*([with_reply] if replied.n or not known else []), *counted]


def _lines(_: Texts, report: Report) -> list[Line]:
    return [line for part in sections(_, report) for line in part.lines]


def build_report_message(_: Texts, card: ReportCard) -> tuple[str, list[Block]]:
    """Posted for the superusers, or for the project leader."""
    report = nameless(card.report) if card.for_leader else card.report
    by_name = "" if card.for_leader else card.posted.by_name
    text, blocks = _told(_, report, by_name, card.posted.picture_file_id)
    files = button(_("CSV and Excel"), ids.EXPORT_POSTED_FIGURES, str(card.posted.id))
    return text, [*blocks, actions(files, *_for_municipality(_, report))]


def _for_municipality(_: Texts, report: Report) -> list[Block]:
    if not is_for_municipality(report):
        return []
    return [button(_("For the municipality"), ids.MUNICIPAL_PAGE, str(report.period))]


def build_municipal_link(_: Texts, made: MunicipalLink) -> tuple[str, list[Block]]:
    """For who asked: they pass it on themselves."""
    month = period_name(_, made.period)
    told = _("The page for the municipality, {month}", month=month)
    day = _.day(made.last_day)
    kept = _("Pass this link on. It works until {day}. No persons stand there, nor numbers under 5.", day=day)
    return told, [section(f"*{link(made.address, told)}*\n{kept}")]


def _told(_: Texts, report: Report, by_name: str, picture_id: str) -> tuple[str, list[Block]]:
    title, as_of = _title(_, report), _as_of(_, report)
    if by_name:
        as_of += " · " + _("shared by {name}", name=escape(by_name))
    blocks = [
        header(title),
        context(as_of),
        section(f"*{_('Alerts with a reply')}*\n{_months(_, report)}"),
        *([picture(picture_id, _in_words(_, report))] if picture_id else []),
        *(section(piece) for part in sections(_, report) for piece in in_pieces(_section(_, part), 2900, 2)),
        *([section(_load(_, report.sending.load))] if report.sending.load else []),
    ]
    return _in_short(_, report), blocks


def _title(_: Texts, report: Report) -> str:
    return _("Figures of {period}", period=period_name(_, report.period))


def _as_of(_: Texts, report: Report) -> str:
    return _("As of {moment}", moment=_.moment(report.as_of))


def _in_short(_: Texts, report: Report) -> str:
    total = report.total
    counted = _("{part} of {n} alerts got a reply", part=_.number(total.part), n=_.number(total.n))
    return f"{_title(_, report)}: {counted} ({share_shown(_, total)})"


def _months(_: Texts, report: Report) -> str:
    """In columns, narrow enough for a phone."""
    rows = [(_("month"), _("sent"), _("replied"), _("share")), *months_table(_, report)]
    lines = (f"{month:<9}{alerts:>9}{replied:>9}{share:>9}" for month, alerts, replied, share in rows)
    return "```\n" + "\n".join(lines) + "\n```"


def _section(_: Texts, part: Section) -> str:
    return "\n".join([f"*{part.title}*", *(_line(_, line) for line in part.lines)])


def _line(_: Texts, line: Line) -> str:
    told = f"• {line.label}: *{shown(_, line)}* (n = {_.number(line.n)})"
    if line.detail:
        told += f" · {line.detail}"
    return told + (f"\n      {_failures(_, line)}" if line.failures else "")


def _failures(_: Texts, line: Line) -> str:
    told = f":warning: {line.failing}: {escape(', '.join(line.failures[:MOST_FAILURES]))}"
    if (more := len(line.failures) - MOST_FAILURES) > 0:
        told += " " + _.plural("and {n} more", "and {n} more", more)
    return told


def _load(_: Texts, load: tuple[Load, ...]) -> str:
    lines = [f"*{_('Who did how much')}*"]
    for one in load[:MOST_NAMES]:
        requests = _.plural("{n} request", "{n} requests", one.requests)
        approvals = _.plural("{n} approval", "{n} approvals", one.approvals)
        lines.append(f"• {escape(shortened(one.name, 60))}: {requests}, {approvals}")
    if len(load) > MOST_NAMES:
        more = len(load) - MOST_NAMES
        lines.append(_.plural("and {n} more", "and {n} more", more))
    return "\n".join(lines)


def _in_words(_: Texts, report: Report) -> str:
    """The picture's content as words, for people who can't see it."""
    shares = "; ".join(f"{month}: {share} (n = {alerts})" for month, alerts, _replied, share in months_table(_, report))
    times = "; ".join(f"{line.label}: {shown(_, line)}" for line in sections(_, report)[1].lines)
    told = _(
        "Bars of the share of alerts with a reply: {shares}. How long things took: {times}.", shares=shares, times=times
    )
    brought = "; ".join(f"{name}: {_.number(count)}" for name, count in steps(_, report))
    if brought:
        told += " " + _("What it brought: {steps}.", steps=brought)
    return shortened(told, ALT_LIMIT)


def build_alert_clock(_: Texts, clock: AlertClock) -> tuple[str, list[Block]]:
    """From the offence to the mail, and where the time went."""
    title = f"{clock.reference} · {offence_name(_, clock.offence)}"
    moments = (
        (_("Offence until"), clock.window_end),
        *([(_("Reported"), clock.reported_at)] if clock.reported_at else []),
        (_("Form opened"), clock.opened_at),
        (_("Requested"), clock.requested_at),
        (_("Approved"), clock.approved_at),
        (_("Sent"), clock.sent_at),
    )
    lines = [f"• {name}: {_.moment(moment) if moment else '–'}" for name, moment in moments]
    spans = clock.stages()
    went = [f"• {stage_name(_, stage)}: *{duration(_, span)}*" for stage, span in spans.items()]
    if clock.sent_at:
        total = duration(_, clock.sent_at - clock.window_end)
        went.append(f"• {_('from offence to mail')}: *{total}*")
    blocks = [
        section(f"*{escape(title)}*"),
        section("\n".join(lines)),
        section("\n".join([f"*{_('Where the time went')}*", *went])),
    ]
    return escape(title), blocks
