"""Logs as JSON lines on standard error: ids and numbers, never contact data, a citizen's words or a secret."""

import logging
import sys
from typing import TextIO

import structlog

QUIET = ("slack_bolt", "slack_sdk", "httpx", "uvicorn", "matplotlib", "alembic", "python_http_client")
"""Libraries that would log bodies or headers at INFO: Bolt the whole body of a call with a bad signature, for one."""


def set_up_logs(to: TextIO = sys.stderr) -> None:
    """For the whole process, once."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.dict_tracebacks,
            _without_values,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(to),  # a line in one piece, whatever else is printed
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, stream=to, format='{"event": "%(message)s", "from": "%(name)s"}')
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def _without_values(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """A traceback keeps its places and its types; the values in its messages may be a citizen's words."""
    for exception in event.get("exception", []):
        exception["exc_value"] = "..."
        for frame in exception.get("frames", []):
            frame.pop("locals", None)
            frame.pop("line", None)
    return event
