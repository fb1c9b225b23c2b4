"""All that Slack can call: one tuple, hung on the app in one loop."""

from typing import Final

from slack_bolt import Ack, App

from bot.slack import ids
from bot.slack.desk.help_message import build_help
from bot.texts import texts
from handlers.slack.alerts import approving, closing, concluding, holding, offences, requesting, supervising, viewing
from handlers.slack.day_monitor import day_monitor, dividing
from handlers.slack.desk import akkoord, finding, home, listing, watching
from handlers.slack.figures import reporting
from handlers.slack.leads import escalating, finishing
from handlers.slack.letters import answering, answering_many, asking, resending, templating
from handlers.slack.listeners import Listener, Menu, first_word
from handlers.slack.outbox import reposting, settling
from handlers.slack.participants import recruiting
from handlers.slack.presses import Body, Desk
from handlers.slack.replies import calling, looking, noting, placing, taking, triaging, unsubscribing
from handlers.slack.surveys import surveying

LISTENERS: Final[tuple[Listener, ...]] = (
    *requesting.LISTENERS,
    *approving.LISTENERS,
    *concluding.LISTENERS,
    *closing.LISTENERS,
    *holding.LISTENERS,
    *offences.LISTENERS,
    *supervising.LISTENERS,
    *viewing.LISTENERS,
    Menu(ids.MORE),
    *day_monitor.LISTENERS,
    *dividing.LISTENERS,
    *taking.LISTENERS,
    *triaging.LISTENERS,
    *placing.LISTENERS,
    *unsubscribing.LISTENERS,
    *calling.LISTENERS,
    *noting.LISTENERS,
    *looking.LISTENERS,
    *answering.LISTENERS,
    *answering_many.LISTENERS,
    *asking.LISTENERS,
    *resending.LISTENERS,
    *templating.LISTENERS,
    *escalating.LISTENERS,
    *finishing.LISTENERS,
    *reporting.LISTENERS,
    *recruiting.LISTENERS,
    *surveying.LISTENERS,
    *akkoord.LISTENERS,
    *finding.LISTENERS,
    *home.LISTENERS,
    *listing.LISTENERS,
    *watching.LISTENERS,
    *settling.LISTENERS,
    *reposting.LISTENERS,
)


def listen(app: App, desk: Desk) -> None:
    """Hang them on the app; behind them, what answers all that none of them takes."""
    for listener in LISTENERS:
        listener.hang(app, desk)

    def explain(ack: Ack, body: Body) -> None:
        text, blocks = build_help(texts(desk.locale), first_word(body))
        ack(response_type="ephemeral", text=text, blocks=blocks)

    app.command(ids.COMMAND)(explain)
    app.event("message")(lambda: None)  # acknowledged all the same, or Slack would bring it again
