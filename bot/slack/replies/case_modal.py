"""Which other case a reply is relevant to."""

from bot.records.replies import CaseForm, NearbyAlert
from bot.slack import ids
from bot.slack.blocks import Block, context, modal, option, radio_input, shortened, text_input, typed
from bot.texts import Texts
from bot.workflow.replies.placing import TYPED, UNKNOWN

LONGEST_STREET = 34  # the rest of an option takes at most 40 of its 74


def build_case(_: Texts, form: CaseForm, reason: str = "") -> Block:
    """Alerts near in place and time, any other case, or not known yet; what was said before stands chosen.

    `reason`: why it is rated anew.
    """
    choices, (chosen, name) = case_choices(_, form), case_said(form)
    hint = _("A number in BVH, or a reference like BM-2026-0042.")
    label = _("BVH number or reference")
    blocks = [
        radio_input("case", _("Which case does it belong to?"), choices, chosen),
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
    return int(reply_id), typed(view, "case"), typed(view, "other_case"), reason
