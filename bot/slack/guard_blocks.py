"""What the text guard found, to decide about: each piece with its replacement. Nothing is ticked, so all of it goes."""

from collections.abc import Sequence
from typing import Final

from bot.domain.guard.findings import ADVICE, SENSITIVE, Finding, FindingKind
from bot.domain.guard.kept import LONGEST_REASON, Decision, Kept, key_of, once, sensitive, unlike_advice
from bot.slack.blocks import (
    OPTION_LIMIT,
    Block,
    context,
    escape,
    option,
    packed,
    shortened,
    text_input,
    tick_input,
    ticks_input,
    typed,
)
from bot.texts import Texts

A_PAGE: Final = 10  # boxes in one input
MOST_PAGES: Final = 4  # a form stays within nine inputs; what does not fit is asked about in the next round
LONGEST_BECOMES: Final = 20
LONGEST_SHOWN: Final = 100
_KEPT: Final = "guard_kept_"
_OURS: Final = ("guard_", "keep_")


def kind_name(_: Texts, kind: FindingKind) -> str:
    return {
        FindingKind.NAME: _("name"),
        FindingKind.HOUSE_NUMBER: _("house number"),
        FindingKind.NUMBER_PLATE: _("number plate"),
        FindingKind.PHONE_NUMBER: _("phone number"),
        FindingKind.EMAIL_ADDRESS: _("mail address"),
        FindingKind.BSN: _("citizen service number"),
        FindingKind.IBAN: _("account number"),
        FindingKind.LINK: _("link"),
        FindingKind.HANDLE: _("account online"),
        FindingKind.MONEY: _("question about money"),
        FindingKind.ORIGIN: _("origin"),
        FindingKind.BELIEF: _("belief"),
        FindingKind.HEALTH: _("health"),
        FindingKind.ORIENTATION: _("orientation"),
        FindingKind.ODD_LETTERS: _("letters that look like others"),
        FindingKind.JARGON: _("police language"),
    }[kind]


def found_blocks(
    _: Texts, findings: Sequence[Finding], intro: Block, *, approved: bool = False, reason: str = ""
) -> list[Block]:
    """The pieces ten an input, and why some stay; `approved`: a colleague reads the text before it goes out."""
    pieces = once(findings)[: A_PAGE * MOST_PAGES]
    pages = [pieces[start : start + A_PAGE] for start in range(0, len(pieces), A_PAGE)]
    return [
        intro,
        *(_page(_, number, page) for number, page in enumerate(pages)),
        *([_reason(_, pieces, reason, approved=approved)] if any(piece.needs_reason for piece in pieces) else []),
    ]


def count_line(_: Texts, findings: Sequence[Finding]) -> str:
    """How much is changed, in bold."""
    count = len(once(findings))
    return "⚠️ " + _.plural("*{n} piece of the text is changed.*", "*{n} pieces of the text are changed.*", count)


def _page(_: Texts, number: int, page: Sequence[Finding]) -> Block:
    label = _("Tick only what has to stay")
    if number:
        label += f" ({_.number(number * A_PAGE + 1)}-{_.number(number * A_PAGE + len(page))})"
    made = ticks_input(f"keep_{number}", label, [option(key_of(one), _choice(_, one)) for one in page], ticked=False)
    made["element"]["action_id"] += key_of(page[0])  # else Slack keeps these ticks for the next findings
    return made


def _choice(_: Texts, finding: Finding) -> str:
    """Shortens the words that were found, never their replacement."""
    kind, becomes = kind_name(_, finding.kind), shortened(finding.becomes, LONGEST_BECOMES)

    def line(text: str) -> str:
        if finding.kind in ADVICE:
            return _("“{text}” · else becomes “{becomes}”", text=text, becomes=becomes)
        if becomes:
            return _("“{text}” · {kind}, else becomes “{becomes}”", text=text, kind=kind, becomes=becomes)
        return _("“{text}” · {kind}, goes otherwise", text=text, kind=kind)

    return line(shortened(" ".join(finding.text.split()), max(OPTION_LIMIT - len(line("")), 2)))


def _reason(_: Texts, pieces: Sequence[Finding | Kept], reason: str, *, approved: bool) -> Block:
    """Its hint speaks of no more than was found."""
    kinds = {piece.kind for piece in pieces}
    hint = _("Needed for all but police language.") if kinds & ADVICE else _("Needed if anything stays.")
    if approved and kinds & SENSITIVE:
        hint += " " + _("With origin, belief, health or orientation the colleague who approves has to agree too.")
    label = _("Why does that stay?")
    return text_input("keep_reason", label, reason, optional=True, longest=LONGEST_REASON, hint=hint)


def kept_reason(_: Texts, kept: Sequence[Kept], reason: str) -> list[Block]:
    """The reason of what stays in a text that is not sent yet."""
    return [_reason(_, kept, reason, approved=False)] if unlike_advice(kept) else []


def parse_decision(view: Block) -> Decision:
    """What was shown, what of it stays with what stayed before, and why."""
    ids_of = [str(block.get("block_id", "")) for block in view["blocks"]]
    inputs = [block for block in view["blocks"] if block["type"] == "input" and _is_pick(block)]
    shown = frozenset(choice["value"] for block in inputs for choice in block["element"]["options"])
    ticked = {key for block in inputs for key in typed(view, block["block_id"]).split(",")}
    before = {key for name in ids_of if name.startswith(_KEPT) for key in name.partition(":")[2].split(",")}
    return Decision(shown, shown & ticked | before, typed(view, "keep_reason"))


def _is_pick(block: Block) -> bool:
    return is_ours(block) and block["element"]["type"] == "checkboxes"


def is_ours(block: Block) -> bool:
    return str(block.get("block_id", "")).startswith(_OURS)


def remembered(_: Texts, kept: Sequence[Kept]) -> list[Block]:
    """What stays in a text that is not sent yet; the form's next submission brings it back."""
    groups = [kept[start : start + 2 * A_PAGE] for start in range(0, len(kept), 2 * A_PAGE)]
    return [
        {**context(_("Stays: {what}.", what=what)), "block_id": f"{_KEPT}{number}:{keys}"}
        for number, group in enumerate(groups)
        for what in [", ".join(_piece(_, one) for one in group)]
        for keys in [",".join(key_of(one) for one in group)]
    ]


def kept_lines(_: Texts, kept: Sequence[Kept]) -> list[str]:
    """What stays, who says so and why, a line for each reason; plainer words that were not wanted in one line."""
    reasons: dict[tuple[str, str], list[Kept]] = {}
    for one in unlike_advice(kept):
        reasons.setdefault((one.by_name, one.reason), []).append(one)
    lines = []
    for (name, reason), pieces in reasons.items():
        what = ", ".join(_piece(_, piece) for piece in pieces)
        lines.append(f"⚠️ {_('Stays: {what}.', what=what)} {escape(f'{name}: {reason}')}")
    if words := [one.text for one in kept if one.kind in ADVICE]:
        told = shortened(", ".join(map(_quoted, words)), 3 * LONGEST_SHOWN)
        lines.append(_("Police language stays: {what}.", what=escape(told)))
    return lines


def kept_blocks(_: Texts, kept: Sequence[Kept]) -> list[Block]:
    """`kept_lines` as small print."""
    return [context(piece.strip()) for piece in packed(kept_lines(_, kept))]


def _piece(_: Texts, one: Kept) -> str:
    return f"{escape(_quoted(one.text))} ({kind_name(_, one.kind)})"


def _quoted(text: str) -> str:
    return f"„{shortened(' '.join(text.split()), LONGEST_SHOWN)}”"


def agreement(_: Texts, kept: Sequence[Kept], *, optional: bool = False, ticked: bool = False) -> list[Block]:
    """The tick of who approves; nothing where no origin, belief or the like stays."""
    if not sensitive(kept):
        return []
    made = tick_input("agreed", _("Your agreement"), _("I have read this and find it necessary"), ticked=ticked)
    return [{**made, "optional": optional}]


def parse_agreed(view: Block) -> bool:
    return typed(view, "agreed") == "yes"


def long_sentences(_: Texts, sentences: Sequence[str]) -> list[Block]:
    """What is hard to read; it blocks nothing."""
    if not sentences:
        return []
    told = escape(" ".join(_quoted(one) for one in sentences[:3]))
    line = _.plural(
        "One sentence has over 20 words: {what}", "{n} sentences have over 20 words: {what}", len(sentences), what=told
    )
    return [context(line)]
