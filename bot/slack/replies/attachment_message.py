"""Attachments: a line each on the message, and the personal links that only one person sees."""

import re
from collections.abc import Sequence
from datetime import datetime

from babel.numbers import format_decimal

from bot.clock import AMSTERDAM
from bot.domain.replies.attachments import PROGRAMS, Attachment, Scan
from bot.domain.replies.contacts import without_contacts
from bot.slack.blocks import Block, context, escape, link, packed, section, shortened
from bot.texts import Texts
from bot.workflow.replies.opening import Offered

MOST_SHOWN = 3
LONGEST_LINE = 280


def attachment_line(_: Texts, attachments: Sequence[Attachment], names: int = 0) -> list[str]:
    """What came along, in one line of small print. `names`: how many there were in the mail."""
    if not attachments:
        return []
    told = [escape(shortened(_line(_, attachment), LONGEST_LINE)) for attachment in attachments[:MOST_SHOWN]]
    if more := len(attachments) - len(told):
        told.append(_.plural("and {n} more", "and {n} more", more))
    if dropped := max(0, names - len(attachments)):
        told.append(
            _.plural(
                "{n} more was too much to take out; it is kept in the original mail",
                "{n} more were too much to take out; they are kept in the original mail",
                dropped,
            )
        )
    return [f"📎 {'; '.join(told)}"]


def _line(_: Texts, attachment: Attachment) -> str:
    return ", ".join([without_contacts(attachment.name), *_kind_and_state(_, attachment), *_telling(_, attachment)])


def what_it_is(_: Texts, attachment: Attachment) -> str:
    """All but its name, in one line."""
    told = ", ".join([*_kind_and_state(_, attachment), *_facts(_, attachment)])
    return told[:1].upper() + told[1:]


def _kind_and_state(_: Texts, attachment: Attachment) -> list[str]:
    state = _("erased") if attachment.gone_at else scan_name(_, attachment.scan)
    return [kind_name(_, attachment.media_type), _size(_, attachment.size), state]


def _facts(_: Texts, attachment: Attachment) -> list[str]:
    """All that the file tells of itself."""
    facts = attachment.facts
    return _telling(_, attachment) + [facts[name] for name in ("camera", "pixels") if name in facts]


def _telling(_: Texts, attachment: Attachment) -> list[str]:
    """Of that what says whether it is worth a look."""
    facts, told = attachment.facts, []
    if "taken" in facts:
        told.append(_("taken {moment} by the camera's clock", moment=_taken(_, facts["taken"])))
    if "place" in facts:
        told.append(_("at {place}", place=facts["place"]))
    if "length" in facts:
        told.append(_("{length} long", length=_length(facts["length"])))
    if "unread" in facts:
        told.append(_("does not open: ask for it again"))
    return told


def _taken(_: Texts, told: str) -> str:
    """As people here say it; the package of evidence has it as the file has it."""
    try:
        moment = datetime.fromisoformat(told.replace(" UTC", "+00:00"))
        return _.moment(moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM))
    except (ValueError, OverflowError):
        return told


def _length(told: str) -> str:
    """Of hours, minutes and seconds what is not nothing, minutes beyond the hour; as it is where it is none of that."""
    if not re.fullmatch(r"\d{1,6}:\d\d:\d\d", told):
        return told
    hours, minutes, seconds = map(int, told.split(":"))
    minutes += hours * 60
    return " ".join([*([f"{minutes} min"] if minutes else []), *([f"{seconds} s"] if seconds or not minutes else [])])


def attachment_links(_: Texts, offered: Sequence[Offered], address: str) -> list[Block]:
    """For one person: a link each below `address`; what may not be opened says why."""
    pieces = packed(_offer(_, one, address) for one in offered)
    told = _("These links are yours, work for a quarter of an hour, and each opening is recorded.")
    return [*map(section, pieces), context(told)]


def _offer(_: Texts, one: Offered, address: str) -> str:
    attachment = one.attachment
    kind = f"{kind_name(_, attachment.media_type)}, {_size(_, attachment.size)}"
    if not one.token:
        state = scan_name(_, attachment.scan if attachment.scan is Scan.INFECTED else Scan.HELD)
        return f"• {escape(attachment.name)} ({kind}): *{_('erased') if attachment.gone_at else state}*"
    told = [kind, scan_name(_, attachment.scan), *map(escape, _facts(_, attachment))]
    return f"• {link(f'{address}/bijlage/{one.token}', attachment.name)} ({', '.join(told)})"


def _size(_: Texts, size: int) -> str:
    if size >= 1_000_000:
        return f"{format_decimal(round(size / 1_000_000, 1), locale=_.locale)} MB"
    return f"{_.number(max(1, round(size / 1000)))} kB" if size else "0 kB"


def scan_name(_: Texts, scan: Scan) -> str:
    return {
        Scan.UNSCANNED: _("not scanned"),
        Scan.HELD: _("waits for the virus scan"),
        Scan.CLEAN: _("no virus found"),
        Scan.TOO_LARGE: _("too large to scan"),
        Scan.INFECTED: _("VIRUS FOUND, can't be opened"),
    }[scan]


def kind_name(_: Texts, media_type: str) -> str:
    """What a file is, by its content, in words."""
    exact = {
        "application/pdf": _("PDF"),
        "application/rtf": _("document"),
        "application/msword": _("document"),
        "message/rfc822": _("forwarded mail"),
        "application/zip": _("archive"),
        "application/x-7z-compressed": _("archive"),
        "application/x-rar-compressed": _("archive"),
        "application/gzip": _("archive"),
        **dict.fromkeys(PROGRAMS, _("program")),
        "application/octet-stream": _("unknown kind of file"),
    }
    broad = {"image": _("picture"), "video": _("video"), "audio": _("sound"), "text": _("text")}
    office = _("document") if media_type.startswith("application/vnd.") else _("file")
    return exact.get(media_type) or broad.get(media_type.partition("/")[0]) or office
