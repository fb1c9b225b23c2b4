"""Logs as JSON lines on standard error: ids and numbers, never contact data, a citizen's words or a secret."""

import logging
import sys
from typing import Final, TextIO

import structlog

QUIET = ("slack_bolt", "slack_sdk", "httpx", "uvicorn", "matplotlib", "alembic", "python_http_client", "apscheduler")
"""Libraries that would log bodies or headers at INFO: Bolt the whole body of a call with a bad signature, for one."""


TOLD_BEFORE = "Exception in ASGI application"
"""uvicorn's line about an error that the site has logged and answered: Starlette raises it again all the same."""


_TOLD: Final[list[structlog.typing.Processor]] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
]


def set_up_logs(to: TextIO = sys.stderr) -> None:
    """For the whole process, once; the libraries' own lines become JSON without values too."""
    _set_up_ours(to, logging.NOTSET)
    libraries = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_logger_name, *_TOLD],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_written()],
    )
    handler = logging.StreamHandler(to)
    handler.setFormatter(libraries)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.captureWarnings(True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("uvicorn.error").addFilter(lambda record: not record.getMessage().startswith(TOLD_BEFORE))


def set_up_quiet_logs() -> None:
    """For commands, which say themselves what they did: only what goes wrong is logged."""
    _set_up_ours(sys.stderr, logging.WARNING)


def _set_up_ours(to: TextIO, least: int) -> None:
    structlog.configure(
        processors=[*_TOLD, *_written()],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.WriteLoggerFactory(to),  # a line in one piece, whatever else is printed
        cache_logger_on_first_use=True,
    )


def _written() -> list[structlog.typing.Processor]:
    return [structlog.processors.dict_tracebacks, _without_values, structlog.processors.JSONRenderer()]


def _without_values(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """A traceback keeps its places and its types; the values in its messages may be a citizen's words."""
    for exception in event.get("exception", []):
        exception["exc_value"] = "..."
        for frame in exception.get("frames", []):
            frame.pop("locals", None)
            frame.pop("line", None)
    return event
