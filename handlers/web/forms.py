"""What citizens fill in on the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from bot.contacts.email_addresses import mailable
from bot.contacts.phone_numbers import e164
from bot.domain.replies.attachments import PROGRAMS
from bot.entering import as_text
from bot.mail.reading.files import media_type_of
from bot.mail.reading.form_mail import MOST_DAYS
from bot.mail.reading.multipart import BadForm, FormReader, Limits
from bot.records.mail import FormFile, FormReply, Neighbour
from handlers.web.bodies import SMALL_BYTES, BodyTooLarge, BodyTooSlow, Pace, pieces, read_body

LONGEST_PHONE = 10_000  # it becomes a header
LONGEST_NAME = 320
NOBODY = Neighbour("", "")
MOST_FILES = 10
MOST_FILE_BYTES = 30_000_000
UPLOADS = Pace(16 * 1024, 30.0, 600.0)  # 30 MB from a telephone at half a megabit a second
FILES = "files"
FIELDS = tuple(FormReply.__dataclass_fields__)
LIMITS = Limits(body=300_000_000, texts=SMALL_BYTES, files=MOST_FILE_BYTES, parts=500)
"""Files that are too large are read to their end all the same: only behind them come the words to keep."""


@dataclass(frozen=True)
class Filled:
    """A filled-in reply page: the button, what was typed, the files (none where they are too large together).

    `left_out`: there was no room for files; `cut`: it did not come to its end, and perhaps not all that was typed.
    `asked_phone`: the page asked once whether this is their number; `uploading`: it sends files beside the words.
    `who`: heeded on a neighbour's page alone.
    """

    action: str
    form: FormReply
    files: tuple[FormFile, ...] = ()
    too_large: bool = False
    left_out: bool = False
    cut: bool = False
    asked_phone: bool = False
    uploading: bool = False
    who: Neighbour = NOBODY


def parse_form(body: bytes) -> dict[str, str]:
    """The fields of a form body, each once and whole, as long as the body may be; what is not one is empty."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return {}
    return {name: as_text(value) for name, value in pairs}


async def read_reply(request: Request, most: int = MOST_FILE_BYTES) -> Filled:
    """The reply page's form as any browser sends it, with at most so many bytes of files.

    Whatever goes wrong, what was typed and came is given back; BadForm, BodyTooLarge or BodyTooSlow where nothing is.
    A megabyte of words is tidied in a thread: nobody else's page waits for it.
    """
    content_type = request.headers.get("content-type", "")
    if not content_type.lower().startswith("multipart/"):
        body = await read_body(request, SMALL_BYTES)
        return await run_in_threadpool(lambda: _filled(parse_form(body)))
    reader = FormReader(content_type, replace(LIMITS, files=most))
    try:
        async for piece in pieces(request, UPLOADS):
            reader.feed(piece)
        fields = reader.finish()
    except (BadForm, BodyTooLarge, BodyTooSlow):
        so_far = await run_in_threadpool(lambda: _filled(_texts(reader.finish(whole=False))))
        if so_far.form == FormReply(""):
            raise
        return replace(so_far, cut=True)
    files = tuple(FormFile(part.file_name or "", part.media_type, part.content) for part in reader.files(FILES))
    too_large, left_out = reader.files_size > MOST_FILE_BYTES, reader.files_size > most
    filled = await run_in_threadpool(lambda: _filled(_texts(fields)))
    return replace(filled, files=() if left_out else files, too_large=too_large, left_out=left_out and not too_large)


def _texts(fields: Mapping[str, bytes]) -> dict[str, str]:
    return {name: as_text(value.decode("utf-8", "replace")) for name, value in fields.items() if name != FILES}


def _filled(fields: dict[str, str]) -> Filled:
    form = FormReply(
        **{name: fields.get(name, "") for name in FIELDS} | {"phone": fields.get("phone", "")[:LONGEST_PHONE]}
    )
    asked_phone, uploading = bool(fields.get("asked_phone")), bool(fields.get("uploading"))
    who = Neighbour(*(fields.get(name, "")[:LONGEST_NAME].strip() for name in ("name", "email")))
    return Filled(fields.get("action", ""), form, asked_phone=asked_phone, uploading=uploading, who=who)


def reply_errors(filled: Filled) -> dict[str, str]:
    """Field to the id of what is wrong there. Images may speak for themselves."""
    return _with_files(_errors(filled), filled)


def _errors(filled: Filled) -> dict[str, str]:
    if filled.cut:
        return {"files": "cut"}
    errors: dict[str, str] = {}
    if not filled.form.what and not filled.files and not filled.uploading:
        errors |= {"files": "busy"} if filled.left_out else {"what": "empty"}
    if _asks_for_phone(filled):
        errors["phone"] = "not_a_number"
    if not _is_days(filled.form.kept_days):
        errors["kept_days"] = "days"
    if filled.too_large:
        errors["files"] = "too_large"
    elif len(filled.files) > MOST_FILES:
        errors["files"] = "too_many"
    elif any(media_type_of(file.content) in PROGRAMS for file in filled.files):
        errors["files"] = "program"
    return errors


def neighbour_errors(filled: Filled) -> dict[str, str]:
    """As `reply_errors`; and nobody can be answered whose address is not known."""
    email = filled.who.email
    if not email and not filled.form.phone:
        return _with_files({**_errors(filled), "email": "no_address"}, filled)
    try:
        wrong = {"email": "not_an_address"} if email and not mailable(email, everywhere=False) else {}
    except ValueError:
        wrong = {"email": "not_an_address"}
    return _with_files({**_errors(filled), **wrong}, filled)


def _with_files(errors: dict[str, str], filled: Filled) -> dict[str, str]:
    """No browser keeps the files of a page that comes back: who chose some is told to choose them again."""
    return {"files": "again", **errors} if errors and filled.files else errors


def _is_days(typed: str) -> bool:
    """A number of days, or nothing."""
    return not typed or (typed.isascii() and typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= MOST_DAYS)


def _asks_for_phone(filled: Filled) -> bool:
    """Once, and never where that would cost the files, which no browser keeps: a clue is worth more than a number."""
    phone = filled.form.phone
    return bool(phone) and not (filled.asked_phone or filled.files) and not e164(phone)
