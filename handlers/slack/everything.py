"""All that Slack can call: one tuple, hung on the app in one loop."""

from typing import Final

from slack_bolt import App

from bot.domain.participants.people import Role
from bot.slack import ids
from handlers.slack.alerts import (
    approving,
    closing,
    concluding,
    holding,
    offences,
    preventing,
    requesting,
    supervising,
    viewing,
)
from handlers.slack.day_monitor import day_monitor, dividing
from handlers.slack.desk import akkoord, beginning, coming_and_going, finding, home, listing, watching
from handlers.slack.desk.outdated import outdated
from handlers.slack.figures import reporting
from handlers.slack.leads import escalating, evidence, finishing
from handlers.slack.letters import answering, answering_many, asking, resending, templating
from handlers.slack.listeners import AnyWord, Listener, Menu
from handlers.slack.outbox import reposting, settling
from handlers.slack.participants import campaigning, correcting, recruiting
from handlers.slack.presses import Desk
from handlers.slack.replies import calling, images, looking, noting, placing, taking, triaging, unsubscribing
from handlers.slack.surveys import surveying
from handlers.slack.switchboard import Switchboard

LISTENERS: Final[tuple[Listener, ...]] = (
    *requesting.LISTENERS,
    *approving.LISTENERS,
    *concluding.LISTENERS,
    *preventing.LISTENERS,
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
    *images.LISTENERS,
    *noting.LISTENERS,
    *looking.LISTENERS,
    *answering.LISTENERS,
    *answering_many.LISTENERS,
    *asking.LISTENERS,
    *resending.LISTENERS,
    *templating.LISTENERS,
    *escalating.LISTENERS,
    *finishing.LISTENERS,
    *evidence.LISTENERS,
    *reporting.LISTENERS,
    *recruiting.LISTENERS,
    *campaigning.LISTENERS,
    *correcting.LISTENERS,
    *surveying.LISTENERS,
    *akkoord.LISTENERS,
    *beginning.LISTENERS,
    *coming_and_going.LISTENERS,
    *finding.LISTENERS,
    *home.LISTENERS,
    *listing.LISTENERS,
    *watching.LISTENERS,
    *settling.LISTENERS,
    *reposting.LISTENERS,
)


def listen(app: App, desk: Desk) -> None:
    """Hang them on the app; behind them, what answers all that none of them takes."""
    board = Switchboard(app, *outdated(desk))
    for listener in LISTENERS:
        listener.hang(board, desk)
    AnyWord(tuple(Role), beginning.explain).hang(board, desk)
    for event in ("message", "member_joined_channel", "member_left_channel"):
        app.event(event)(lambda: None)  # acknowledged all the same, or Slack would bring it again
