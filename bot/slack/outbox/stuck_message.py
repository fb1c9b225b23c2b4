"""What waits until somebody mends the set-up, told to the superusers; and that it no longer does."""

from bot.domain.errors import ChoiceNeeded
from bot.records.chat import Channel
from bot.records.outbox import Decision, RefusedItem, StuckCard, Task
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    actions,
    button,
    context,
    escape,
    link,
    modal,
    option,
    radio_input,
    section,
    typed,
)
from bot.texts import Texts

DAY_MONITOR_QUEUE = "day_monitor"  # storage/outbox/outbox.py


def build_stuck_message(_: Texts, card: StuckCard | None) -> tuple[str, list[Block]]:
    """The fallback text and the blocks; no card: mended."""
    if card is None:
        done = _("What waited here no longer waits.")
        return done, [section(f":white_check_mark: {done}")]
    if card.refused:
        return _refused_message(_, card, card.refused)
    line = _("{what} wait since {moment}.", what=_what(_, card.queue_key), moment=_.moment(card.since))
    after = _("Nothing is lost: everything follows, in order, once this is mended.")
    return line, [section(f":warning: *{line}*\n{_why(_, card.reason)}"), context(after)]


def _refused_message(_: Texts, card: StuckCard, refused: RefusedItem) -> tuple[str, list[Block]]:
    """One message, while the others of its channel go on."""
    title = _("One message for {channel} can't be posted", channel=_channel(_, card.queue_key))
    where = "\n" + link(refused.link, _("It belongs here.")) if refused.link else ""
    stands = section(f":warning: *{title}*\n{_why(_, card.reason)}{where}")
    if refused.decision:
        decided = {
            Decision.AGAIN: _("{name} has it tried again.", name=escape(refused.decided_by_name)),
            Decision.SKIP: _("{name} skips it.", name=escape(refused.decided_by_name)),
        }
        return title, [stands, context(decided[refused.decision])]
    tried = (
        _("It is not tried again by itself.") if refused.for_good else _("The bot goes on trying, every five minutes.")
    )
    which = escape(f"{refused.task} {refused.subject_id}")
    value = str(refused.id)
    choose = actions(button(_("Try again"), ids.POST_AGAIN, value), button(_("Skip"), ids.SKIP_POST, value))
    return title, [stands, context(f"{_('All other messages go on.')} {tried} {which}"), choose]


def build_decide_post(_: Texts, card: StuckCard) -> Block:
    """The same question where its message is not at hand."""
    _title, blocks = build_stuck_message(_, card)
    choices = [option(Decision.AGAIN, _("Try again")), option(Decision.SKIP, _("Skip"))]
    asked = radio_input("decision", _("What do you want to do?"), choices)
    metadata, shown = str(card.refused.id if card.refused else 0), [*blocks[:-1], asked]
    return modal(ids.DECIDE_POST_FORM, _("Decide"), shown, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def parse_decide_post(view: Block) -> tuple[int, Decision]:
    """Which one, and what is to be done; ChoiceNeeded where nothing was picked."""
    if not (decision := typed(view, "decision")):
        raise ChoiceNeeded("decision")
    return int(view["private_metadata"]), Decision(decision)


def _channel(_: Texts, queue_key: str) -> str:
    return {
        Channel.INTAKE.value: _("service en intake"),
        Channel.TRIAGE.value: _("the wijksecretariaat"),
        Channel.BURGLARY.value: _("the burglary team"),
    }.get(queue_key, _("this channel"))


def _what(_: Texts, queue_key: str) -> str:
    if queue_key.startswith(Task.REMOVE_BLOBS):
        return _("Files that have to be erased")
    if queue_key.startswith(Task.LOOK_AT_FILMS):
        return _("Films of a reply that have to be looked into")
    if queue_key == DAY_MONITOR_QUEUE:
        return _("Day monitors that were dropped in the supervision channel")
    return {
        Channel.INTAKE.value: _("The messages for service en intake"),
        Channel.TRIAGE.value: _("The messages for the wijksecretariaat"),
        Channel.BURGLARY.value: _("The messages for the burglary team"),
    }.get(queue_key, _("Maps or mails"))


def _why(_: Texts, reason: str) -> str:
    not_there = _("The bot is not in that channel. Invite it there: /invite @burgernetmail")
    token = _("Slack does not take the bot's token. Check SLACK_BOT_TOKEN and restart the bot.")
    known = {
        "not_in_channel": not_there,
        "channel_not_found": not_there,
        "is_archived": _("That channel is archived. Take it out of the archive."),
        "restricted_action_thread_locked": _("The thread is locked. Unlock it, or skip this message."),
        "missing_scope": _("The app lacks a permission. Install it again with manifest.yml."),
        **dict.fromkeys(("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"), token),
    }
    return known.get(reason) or _("Reason: {reason}. 'burgernetmail check' says more.", reason=escape(reason))
