"""What stood ready while the bot stood still, or may have gone out since: one question to the superusers."""

from bot.domain.replies.replies import LetterKind
from bot.records.outbox import StandstillCard, StoodReady
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, confirmation, context, escape, section
from bot.texts import Texts

MOST_LISTED = 10


def build_standstill_message(_: Texts, card: StandstillCard) -> tuple[str, list[Block]]:
    """The question, or what was decided."""
    since = min(one.since for one in card.ready)
    title = _("Stood ready on {moment}", moment=_.moment(since))
    blocks = [section(f":pause_button: *{title}*\n{_list(_, card.ready)}")]
    if card.sends is not None:
        by = escape(card.decided_by_name)
        told = _("{name} has it sent now.", name=by) if card.sends else _("{name} let it lapse.", name=by)
        return title, [*blocks, context(told)]
    blocks.append(context(_why(_, card.ready)))
    return title, [*blocks, actions(*_buttons(_, card))]


def _list(_: Texts, ready: tuple[StoodReady, ...]) -> str:
    lines = [f"• {_line(_, one)}" for one in ready[:MOST_LISTED]]
    if (more := len(ready) - MOST_LISTED) > 0:
        lines.append(_.plural("and {n} other", "and {n} others", more))
    return "\n".join(lines)


def _line(_: Texts, one: StoodReady) -> str:
    letter = {
        LetterKind.ACKNOWLEDGEMENT.value: _.plural("{n} acknowledgement", "{n} acknowledgements", one.people),
        LetterKind.ANSWER.value: _.plural("{n} answer", "{n} answers", one.people),
        LetterKind.QUESTION.value: _.plural("{n} question to a citizen", "{n} questions to citizens", one.people),
        LetterKind.IMAGES.value: _.plural("{n} mail about images", "{n} mails about images", one.people),
        LetterKind.IMAGES_AGAIN.value: _.plural("{n} reminder of images", "{n} reminders of images", one.people),
        LetterKind.RECEIPT.value: _.plural("{n} receipt of files", "{n} receipts of files", one.people),
        LetterKind.UNFINISHED.value: _.plural("{n} mail about a file", "{n} mails about a file", one.people),
        LetterKind.ATTENTION.value: _.plural("{n} mail to your own team", "{n} mails to your own team", one.people),
        LetterKind.TEST.value: _.plural("{n} test mail", "{n} test mails", one.people),
    }.get(one.kind)
    mail = letter or _.plural("mail to {n} person", "mail to {n} people", one.people)
    maybe = _("unknown whether it was sent") if one.uncertain else ""
    return " · ".join(filter(None, (one.reference, mail, _.moment(one.since), maybe)))


def _why(_: Texts, ready: tuple[StoodReady, ...]) -> str:
    still = _("The bot stood still, or its database was put back. Nothing of this is sent until you decide.")
    twice = _("What is marked as unknown may be sent already: people may get it twice.")
    return f"{still} {twice}" if any(one.uncertain for one in ready) else still


def _buttons(_: Texts, card: StandstillCard) -> tuple[Block, Block]:
    people = sum(one.people for one in card.ready)
    send = _.plural("All of this is sent now: {n} mail.", "All of this is sent now: {n} mails.", people)
    if any(one.uncertain for one in card.ready):
        send += " " + _("What is marked as unknown may be sent already: people may get it twice.")
    lapse = _("None of this is sent any more. The messages of the requests and replies say so.")
    value, no = str(card.id), _("Cancel")
    return (
        button(_("Send now"), ids.SEND_NOW, value, confirm=confirmation(_("Send now?"), send, _("Send now"), no)),
        button(
            _("Let it lapse"),
            ids.LET_LAPSE,
            value,
            style="danger",
            confirm=confirmation(_("Let it lapse?"), lapse, _("Let it lapse"), no),
        ),
    )
