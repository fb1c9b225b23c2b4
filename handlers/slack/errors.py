"""What a person is told when something can't be done: at the field, or only to them."""

from collections.abc import Callable

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.errors import Refusal
from bot.domain.form_errors import FormErrors
from bot.slack.blocks import Block, escape, verbatim
from bot.texts import Texts, texts

log = structlog.get_logger()
Answering = Callable[..., object]
"""Bolt's `Respond`, in the place where the press was."""


def told(_: Texts, refusal: Refusal) -> str:
    """A refusal in words."""
    values = {name: _.number(value) if isinstance(value, int) else value for name, value in refusal.values.items()}
    return _(refusal.message, **values)


def failed(_: Texts) -> str:
    """Our own failure, in words: a change is whole or not there, so pressing again is safe."""
    return _("Something went wrong on our side. Try again in a minute.")


def in_words(locale: str, error: Exception) -> str:
    """What a person reads; what is not a refusal is ours, and logged without what was typed."""
    _ = texts(locale)
    if isinstance(error, Refusal):
        return told(_, error)
    log.error("action failed", error=type(error).__name__, exc_info=error)
    return failed(_)


def at_fields(locale: str, error: Exception, fields: set[str], otherwise: str) -> dict[str, str]:
    """Field to what is wrong there; an error must name an input that the view has, else Slack refuses it whole."""
    refusals: list[Exception] = list(error.refusals) if isinstance(error, FormErrors) else [error]
    named = ((getattr(refusal, "field", ""), in_words(locale, refusal)) for refusal in refusals)
    return {field if field in fields else otherwise: text for field, text in named}


def whisper(respond: Answering, text: str, blocks: list[Block] | None = None, *, anew: bool = False) -> None:
    """Tell one person; names and values in it do nothing. Where even that fails there is nobody to tell.

    `anew`: in place of what they were told and pressed a button of; never on what stands in a channel for all.
    """
    try:
        respond(text=escape(text), blocks=blocks or [verbatim(text)], response_type="ephemeral", replace_original=anew)
    except (OSError, SlackApiError) as error:
        log.warning("could not tell", error=type(error).__name__)


def whisper_in(client: WebClient, channel: str, user_id: str, text: str, blocks: list[Block]) -> bool:
    """The same where no press can be answered; False where the bot, or that person, is not in the channel."""
    try:
        client.chat_postEphemeral(channel=channel, user=user_id, text=escape(text), blocks=blocks)
    except (OSError, SlackApiError) as error:
        log.warning("could not tell", error=type(error).__name__)
        return False
    return True
