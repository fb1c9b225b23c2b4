"""Which mail a reply is about, where nobody knows; and which other case it is relevant to."""

from bot.domain.replies.contacts import without_contacts
from bot.domain.replies.replies import Reply
from bot.domain.replies.which_mail import NONE_OF_OURS, SentAlert, mail_said
from bot.records.replies import CaseForm, MailForm, NearbyAlert
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    choice_input,
    context,
    escape,
    in_pieces,
    modal,
    option,
    picked,
    radio_input,
    select_input,
    shortened,
    text_input,
    typed,
    verbatim,
)
from bot.texts import Texts
from bot.workflow.replies.placing import TYPED, UNKNOWN

LONGEST_STREET = 34  # the rest of an option takes at most 40 of its 74
IN_SIGHT = 8
"""So many alerts are all shown, with two choices besides; more are a list in which one types to search."""
MOST_PIECES = 2
GOES_ON = "rate"


def build_case(_: Texts, form: CaseForm, reason: str = "") -> Block:
    """Alerts near in place and time, any other case, or not known yet; what was said before stands chosen.

    `reason`: why it is rated anew.
    """
    choices, (chosen, name) = case_choices(_, form), case_said(form)
    hint = _("A number in BVH, or a reference like BM-2026-0042.")
    label = _("BVH number or reference")
    blocks = [
        choice_input("case", _("Which case does it belong to?"), choices, chosen),
        text_input("other_case", label, name, optional=True, placeholder="2026-123456", hint=hint, longest=30),
    ]
    if not form.nearby:
        blocks.insert(0, context(_("No other alert is near this one in place and time.")))
    title, metadata = _("Which other case?"), f"{form.reply_id}\n{reason}"
    return modal(ids.CASE_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def case_choices(_: Texts, form: CaseForm) -> list[Block]:
    return [
        *(option(str(alert.id), _nearby(_, alert)) for alert in form.nearby),
        option(TYPED, _("Another case: fill in below")),
        option(UNKNOWN, _("Not known yet")),
    ]


def _nearby(_: Texts, alert: NearbyAlert) -> str:
    where = _("at {n} m", n=_.number(alert.distance_m))
    return f"{alert.reference} · {shortened(alert.street, LONGEST_STREET)} · {_.short_day(alert.at)} · {where}"


def case_said(form: CaseForm) -> tuple[str, str]:
    """The choice and what was typed, as it was said before."""
    if form.case is None:
        return "", ""
    if form.case.alert_id in {alert.id for alert in form.nearby}:
        return str(form.case.alert_id), ""
    name = form.case.bvh_number or form.case_reference
    return (TYPED, name) if name else (UNKNOWN, "")


def parse_case(view: Block) -> tuple[int, str, str, str]:
    """The reply, the choice, what was typed, and why it is rated anew."""
    reply_id, _newline, reason = view["private_metadata"].partition("\n")
    return int(reply_id), picked(view, "case"), typed(view, "other_case"), reason


def build_choose_mail(_: Texts, form: MailForm, *, goes_on: bool = False) -> Block:
    """What the citizen wrote, and the alerts that were sent; nothing is picked beforehand.

    `goes_on`: its rating is asked next, where its message is not at hand.
    """
    reply, label = form.reply, _("Which mail is this reply about?")
    choices = [
        *(option(str(alert.id), _sent(_, alert)) for alert in form.alerts),
        option(TYPED, _("Another mail: fill in below")),
        option(NONE_OF_OURS, _("None of these")),
    ]
    few = len(form.alerts) <= IN_SIGHT
    blocks = [
        *map(verbatim, in_pieces(without_contacts(reply.words, 2900 * MOST_PIECES), 2900, MOST_PIECES)),
        *_said_before(_, form),
        radio_input("mail", label, choices) if few else select_input("mail", label, choices),
        text_input("mail_reference", _("Reference"), optional=True, placeholder="BM-2026-0042", longest=30),
    ]
    metadata = f"{reply.id}:{mail_said(reply)}:{GOES_ON if goes_on else ''}"
    title, save = _("Choose the mail"), _("Save")
    return modal(ids.CHOOSE_MAIL_FORM, title, blocks, submit=save, close=_("Cancel"), metadata=metadata)


def _sent(_: Texts, alert: SentAlert) -> str:
    told = [alert.reference, shortened(alert.street, LONGEST_STREET), _.short_day(alert.at)]
    if alert.named:
        told.append(_("named"))
    elif alert.got_it:
        told.append(_("got it"))
    return " · ".join(told)


def _said_before(_: Texts, form: MailForm) -> list[Block]:
    reply = form.reply
    if not reply.mail_by_name:
        return []
    now = _("Now: {mail}, said by {name}.", mail=form.now or _("none of our mails"), name=escape(reply.mail_by_name))
    return [context(f"{now} {_follows(_, reply)}".strip())]


def _follows(_: Texts, reply: Reply) -> str:
    return _("With another mail it is rated anew.") if reply.rating else ""


def parse_choose_mail(view: Block) -> tuple[tuple[int, str, str, str], bool]:
    """The reply, what the form showed, the choice, what was typed; and whether its rating is asked next."""
    reply_id, seen, then = view["private_metadata"].split(":")
    return (int(reply_id), seen, typed(view, "mail"), typed(view, "mail_reference")), then == GOES_ON
