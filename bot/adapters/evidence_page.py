"""The page in a package of evidence that people read: everything in it stands in the manifest too."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from jinja2 import Environment, StrictUndefined

from bot.domain.privacy.evidence import Evidence, EvidenceAnswer, EvidenceFile, EvidenceReply, LeftOut, ProvenLine
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import ReplyKind
from bot.texts import Texts

PAGE: Final = "leesmij.html"
TEMPLATE: Final = """<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111}
table{border-collapse:collapse;width:100%;margin:.5em 0}
td,th{border:1px solid #767676;min-width:4em;padding:.3em .5em}
td,th{text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eee}code{font-size:.85em}pre{white-space:pre-wrap;border-left:4px solid #767676;padding-left:1em}
</style></head><body>
<h1>{{ title }}</h1>
{% for block in blocks %}{% if block.head %}<h{{ block.level }}>{{ block.head }}</h{{ block.level }}>
{% endif %}{% for told in block.paragraphs %}<p>{{ told }}</p>
{% endfor %}{% if block.words %}<pre>{{ block.words }}</pre>
{% endif %}{% if block.rows %}<table>{% if block.columns %}<tr>{% for one in block.columns %}<th>{{ one }}</th>\
{% endfor %}</tr>{% endif %}
{% for row in block.rows %}<tr>{% for one in row %}{% if loop.first and not block.columns %}<th>{{ one }}</th>\
{% else %}<td>{{ one }}</td>{% endif %}{% endfor %}</tr>
{% endfor %}</table>
{% endif %}{% endfor %}</body></html>
"""


class _Block:
    """A part of the page: a head, paragraphs, somebody's words, a table."""

    def __init__(
        self,
        head: str = "",
        *paragraphs: str,
        level: int = 2,
        words: str = "",
        rows: list[tuple[str, ...]] | None = None,
        columns: tuple[str, ...] = (),
    ) -> None:
        self.head, self.level, self.paragraphs, self.words = head, level, paragraphs, words
        self.rows, self.columns = rows or [], columns


def evidence_page(_: Texts, evidence: Evidence, packed: Mapping[str, str]) -> str:
    """`packed`: SHA-256 of what is in the package, by path."""
    blocks = [*_first(_, evidence), *(block for one in evidence.replies for block in _reply(_, one, packed))]
    page = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(TEMPLATE)
    return page.render(lang=_.locale, title=evidence.title, blocks=[*blocks, *_trail(_, evidence)])


def _first(_: Texts, evidence: Evidence) -> list[_Block]:
    made = (_("Made"), f"{_.exactly(evidence.made_at)}, {evidence.made_by}")
    how = _("On any computer: unpack the package, and run sha256sum -c sha256sums.txt in its folder.")
    ours = _("With this program: burgernetmail evidence verify FILE.zip. It also names what was added.")
    careful = _("This package holds personal data. Only who needs it for the investigation may have it.")
    told = {**evidence.about, "window": _window(_, evidence.about.get("window", ""))}
    rows = [(_about(_, name), value) for name, value in told.items() if value]
    return [_Block("", careful, rows=[*rows, made]), _Block(_("How to check that this is whole"), how, ours)]


def _window(_: Texts, told: str) -> str:
    """From when until when; the manifest has both in UTC."""
    return " - ".join(_.exactly(datetime.fromisoformat(at)) for at in told.split(" / ") if at)


def _about(_: Texts, name: str) -> str:
    return {
        "reference": _("Reference"),
        "offence": _("Offence"),
        "street": _("Street"),
        "place": _("Place"),
        "window": _("When it happened"),
        "bvh_number": _("BVH number"),
    }[name]


def _reply(_: Texts, reply: EvidenceReply, packed: Mapping[str, str]) -> list[_Block]:
    reference, number = reply.called
    head = _("{reference}, reply {number}", reference=reference, number=str(number)) if number else _("Reply")
    who = [(_sender(_, name), value) for name, value in reply.sender.items() if value]
    came = [
        (_("Came in"), _.exactly(reply.received_at)),
        (_("By which way"), _way(_, reply.kind)),
        (_("In the audit trail"), f"reply {reply.number}"),
    ]
    given = [
        (_("Handed over"), _handover(_, one.system, one.number, one.by_name, _.exactly(one.at)))
        for one in reply.handovers
    ]
    state = [(_("Images"), _images(_, reply.images))] if reply.images else []
    return [
        _Block(head, rows=[*came, *who, *state, *given]),
        *([_Block(_("What the citizen wrote"), level=3, words=reply.words)] if reply.words else []),
        *_files(_, reply, packed),
        *(_answer(_, one) for one in reply.answers),
    ]


def _sender(_: Texts, name: str) -> str:
    return {
        "name": _("Participant"),
        "email": _("E-mail address"),
        "address": _("Address"),
        "phone": _("Phone number"),
        "claimed_from": _("The mail says it is from"),
    }[name]


def _way(_: Texts, kind: ReplyKind) -> str:
    return {
        ReplyKind.MAIL: _("by mail"),
        ReplyKind.FORM: _("by the form on the reply page"),
        ReplyKind.PHONE: _("by phone, written down by a colleague"),
        ReplyKind.NEIGHBOUR: _("through a neighbour"),
    }[kind]


def _images(_: Texts, images: Images) -> str:
    return {
        Images.WANTED: _("offered, and still to come"),
        Images.IN: _("received"),
        Images.ELSEWHERE: _("received another way"),
        Images.NOT_NEEDED: _("not needed"),
        Images.HANDED_OVER: _("handed over"),
        Images.EXPIRED: _("not fetched in time, or erased because nobody said what becomes of them"),
    }[images]


def _handover(_: Texts, system: str, number: str, name: str, at: str) -> str:
    return _("to {system}, number {number} ({name}, {moment})", system=system, number=number, name=name, moment=at)


def _files(_: Texts, reply: EvidenceReply, packed: Mapping[str, str]) -> list[_Block]:
    named, clock = _("As the citizen called it"), _("By the camera's clock")
    columns = (_("The file"), named, _("Came in"), _("Bytes"), clock, "SHA-256")
    rows = [_file(_, file, packed) for file in reply.files]
    return [_Block(_("Files"), level=3, rows=rows, columns=columns)] if rows else []


def _file(_: Texts, file: EvidenceFile, packed: Mapping[str, str]) -> tuple[str, ...]:
    attachment = file.attachment
    path = file.path if not file.left_out else _left_out(_, file.left_out)
    now, came = packed.get(file.path, ""), attachment.sha256
    if now and came and now != came:
        told = _("CHANGED: it came in as {came}, and is now {now}", came=came, now=now)
    elif now and not came:
        told = _("{hash} (as it is now: of this file it was not written down when it came)", hash=now)
    else:
        told = came
    came_at = _.exactly(attachment.came_at) if attachment.came_at else ""
    return (path, attachment.name, came_at, _.number(attachment.size), attachment.facts.get("taken", ""), told)


def _left_out(_: Texts, why: LeftOut) -> str:
    return {
        LeftOut.INFECTED: _("not in the package: it holds a virus"),
        LeftOut.HELD: _("not in the package: it waits for the virus scan"),
        LeftOut.GONE: _("not in the package: erased, its time being over"),
    }[why]


def _answer(_: Texts, answer: EvidenceAnswer) -> _Block:
    kinds = {
        "acknowledgement": _("What we wrote: that it came in"),
        "question": _("What we wrote: a question"),
        "images": _("What we wrote: about images"),
        "receipt": _("What we wrote: the receipt of files"),
        "answer": _("What we wrote: the answer"),
    }
    return _Block(kinds[answer.kind], _.exactly(answer.at), level=3, words=f"{answer.subject}\n\n{answer.text}".strip())


def _trail(_: Texts, evidence: Evidence) -> list[_Block]:
    """Each line, and what proves that nobody changed it."""
    told = _(
        "All that was done with these replies, by the audit trail: who looked, opened, decided, answered. "
        "Each line is sealed: its hash is made of the line and of the seal before it, with a key that the team keeps. "
        "Who has that key proves a line with: AUDIT_KEY=... burgernetmail evidence verify FILE.zip."
    )
    newest = (
        [
            _(
                "The trail ended at seal {seal} when this was made; bm-regie is told the newest seal every day.",
                seal=evidence.newest_seal,
            )
        ]
        if evidence.newest_seal
        else []
    )
    columns = (_("When"), _("Who"), _("What"), _("About"), _("Seal"))
    return [
        _Block(_("The sealed trail"), told, *newest, rows=[_line(_, one) for one in evidence.trail], columns=columns)
    ]


def _line(_: Texts, proven: ProvenLine) -> tuple[str, ...]:
    line = proven.line
    who = line.who if line.who in {proven.who_name, ""} else f"{proven.who_name} ({line.who})"
    seal = f"{proven.number}:{proven.hash}" if proven.number else _("not sealed yet")
    return (_.exactly(line.at), who, _done(_, line.what), line.subject, seal)


def _done(_: Texts, what: str) -> str:
    """The deeds about files and looks in words; what else was done by its name in the trail."""
    named = {
        "kept_files": _("files came in"),
        "saw_contact_data": _("looked at the contact data"),
        "saw_original": _("looked at the original"),
        "saw_attachments": _("asked for links to the attachments"),
        "opened_attachment": _("opened an attachment"),
        "saved_attachment": _("saved a film"),
        "asked_for_evidence": _("asked for this package"),
        "opened_evidence": _("took the package"),
        "packed_evidence": _("a package was made whole"),
        "exported_evidence": _("a package was made on the command line"),
        "rated": _("rated"),
        "escalated": _("sent on to the burglary team"),
        "judged_lead": _("judged as a lead"),
        "opened_answer": _("opened the form to answer"),
        "answered": _("answered the citizen"),
        "asked_for_images": _("asked the citizen for images"),
        "handed_over_images": _("images handed over"),
        "erased_images": _("images erased, their time being over"),
    }
    return f"{named[what]} ({what})" if what in named else what
