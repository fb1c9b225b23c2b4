"""The command line, as an operator types it."""

from typer.testing import CliRunner, Result

from bot.__main__ import app

ENVIRONMENT = {
    "SLACK_BOT_TOKEN": "xoxb-practice",
    "SLACK_APP_TOKEN": "xapp-practice",
    "SLACK_API_URL": "http://127.0.0.1:1/api/",
    "CHANNEL_INTAKE": "C1",
    "CHANNEL_TRIAGE": "C2",
    "CHANNEL_BURGLARY": "C3",
    "CHANNEL_SUPERVISION": "C4",
    "MAIL_FROM": "burgernetmail@example.nl",
    "MAIL_REPLY_ADDRESS": "antwoord@example.nl",
    "MAIL_PROVIDER": "smtp",
    "SMTP_URL": "smtp://127.0.0.1:1",
    "PUBLIC_URL": "http://localhost",
    "SECRET_KEY": "0123456789" * 4,
}


NOTHING = dict.fromkeys(ENVIRONMENT)
"""As in a shell in which nobody set anything."""


def run(*words: str, **changed: str) -> Result:
    return CliRunner().invoke(app, words, env=ENVIRONMENT | changed)


def run_on(content: bytes, *words: str, **changed: str) -> Result:
    """Behind a pipe."""
    return CliRunner().invoke(app, words, input=content, env=ENVIRONMENT | changed)


def run_bare(*words: str, **given: str) -> Result:
    """With these settings and no others."""
    return CliRunner().invoke(app, words, env=NOTHING | given)
