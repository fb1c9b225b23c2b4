"""What citizens fill in on the pages."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.contacts.phone_numbers import e164
from bot.entering import as_text
from bot.mail.reading.multipart import FormReader, Limits
from bot.records.mail import FormFile, FormReply
from handlers.web.bodies import SMALL_BYTES, read_body, within

MOST_CHARACTERS = 10_000
MOST_FILES = 10
MOST_FILE_BYTES = 30_000_000
SLOWEST_S = 600.0  # 30 MB from a telephone at half a megabit a second
FILES = "files"
FIELDS = tuple(FormReply.__dataclass_fields__)
LIMITS = Limits(body=300_000_000, texts=SMALL_BYTES, files=MOST_FILE_BYTES, parts=500)
"""Files that are too large are read to their end all the same: only behind them come the words to keep."""


@dataclass(frozen=True)
class Filled:
    """A filled-in reply page: the button, what was typed, the files (none where they are too large together).

    `asked_phone`: the page asked once whether this is their number.
    """

    action: str
    form: FormReply
    files: tuple[FormFile, ...] = ()
    too_large: bool = False
    asked_phone: bool = False


def parse_form(body: bytes) -> dict[str, str]:
    """The fields of a form body, each once; what is not one is empty."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return {}
    return {name: _typed(value) for name, value in pairs}


async def read_reply(request: Request) -> Filled:
    """The reply page's form as any browser sends it; BadForm or BodyTooLarge where it is none."""
    content_type = request.headers.get("content-type", "")
    if not content_type.lower().startswith("multipart/"):
        return _filled(parse_form(await read_body(request, SMALL_BYTES)))
    reader = FormReader(content_type, LIMITS)
    async with within(SLOWEST_S):
        async for chunk in request.stream():
            reader.feed(chunk)
    fields = {
        name: _typed(value.decode("utf-8", "replace")) for name, value in reader.finish().items() if name != FILES
    }
    files = tuple(FormFile(part.file_name or "", part.media_type, part.content) for part in reader.files(FILES))
    too_large = reader.files_size > MOST_FILE_BYTES
    return replace(_filled(fields), files=() if too_large else files, too_large=too_large)


def _filled(fields: dict[str, str]) -> Filled:
    form = FormReply(**{name: fields.get(name, "") for name in FIELDS})
    return Filled(fields.get("action", ""), form, asked_phone=bool(fields.get("asked_phone")))


def _typed(value: str) -> str:
    return as_text(value)[:MOST_CHARACTERS]


def reply_errors(filled: Filled) -> dict[str, str]:
    """Field to the id of what is wrong there. Images may speak for themselves."""
    errors = {}
    if not filled.form.what and not filled.files:
        errors["what"] = "empty"
    if _asks_for_phone(filled):
        errors["phone"] = "not_a_number"
    if filled.too_large:
        errors["files"] = "too_large"
    elif len(filled.files) > MOST_FILES:
        errors["files"] = "too_many"
    return errors


def _asks_for_phone(filled: Filled) -> bool:
    """Once, and never where that would cost the files, which no browser keeps: a clue is worth more than a number."""
    phone = filled.form.phone
    return bool(phone) and not (filled.asked_phone or filled.files) and not e164(phone)
