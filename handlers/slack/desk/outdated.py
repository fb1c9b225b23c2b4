"""Old messages, forms and shortcuts outlive an upgrade: what no listener takes is acknowledged and told."""

from slack_bolt import Ack, Respond

from bot.slack.blocks import Block
from bot.slack.replies.taken_modal import build_told
from bot.texts import texts
from handlers.slack.admitting import in_thread, tell
from handlers.slack.presses import Body, Desk
from handlers.slack.switchboard import Pressed, SentIn


def outdated(desk: Desk) -> tuple[Pressed, SentIn]:
    """What answers a button or a shortcut, and a form."""
    _ = texts(desk.locale)
    told = _("This belongs to an older version of Burgernetmail and does nothing any more. Start anew: /burgernetmail")

    def pressed(ack: Ack, body: Body, respond: Respond) -> None:
        ack()
        desk.working.submit(tell, desk, told, body, in_thread(body, respond))

    def sent_in(ack: Ack, _body: Body, view: Block) -> None:
        ack(response_action="update", view=build_told(_, str(view.get("callback_id") or "outdated"), told))

    return pressed, sent_in
