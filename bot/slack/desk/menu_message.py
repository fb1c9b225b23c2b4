"""What can be typed behind the command, each word with its button; only what somebody's roles allow is offered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from bot.domain.participants.people import Role
from bot.records.chat import Channel
from bot.records.staff import ROLE_CHANNELS
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, escape, modal, section, shortened, text_input, typed
from bot.texts import Texts
from bot.workflow.owing import N_

NEAR: Final = 0.6
"""How alike a word has to be to be meant (difflib's own measure)."""


@dataclass(frozen=True)
class Word:
    """A word in people's words: its button, what it does, what may be typed behind it.

    `asks`: what its button asks first; `needed`: it does nothing without that.
    """

    label: str
    does: str
    example: str = ""
    asks: str = ""
    needed: bool = False


WORDS: Final[Mapping[str, Word]] = {
    ids.WORD_REQUEST: Word(N_("New request"), N_("ask for a mail to the neighbourhood")),
    ids.WORD_REPLIES: Word(N_("Open replies"), N_("all replies to which something is owed")),
    ids.WORD_CALL: Word(N_("Write down a call"), N_("write down what somebody tells by phone"), "BM-2026-0042"),
    ids.WORD_ANSWER: Word(N_("Answer several at once"), N_("answer several citizens in one go"), "BM-2026-0042"),
    ids.WORD_FIGURES: Word(N_("Figures"), N_("of a month or a period; where the time of a mail went"), "2026-01"),
    ids.WORD_REACH: Word(N_("Reach"), N_("see where participants are missing")),
    ids.WORD_RECRUIT: Word(N_("Recruit"), N_("recruit participants where they are missing")),
    ids.WORD_SURVEY: Word(N_("Survey"), N_("ask citizens what they think, or see what they said")),
    ids.WORD_DIVIDE: Word(N_("Divide"), N_("divide the incidents of the day monitor")),
    ids.WORD_STANDING: Word(N_("All that is late"), N_("see all that is late")),
    ids.WORD_LOOKS: Word(
        N_("Looks"), N_("look who looked at what"), "BM-2026-0042", N_("Reference, name or number of days")
    ),
    ids.WORD_PARTICIPANT: Word(
        N_("Participant"), N_("look up somebody, take them out"), "noor@example.nl", N_("E-mail address"), needed=True
    ),
    ids.WORD_HOLD: Word(N_("Keep"), N_("keep a case from being erased"), "BM-2026-0042", N_("Reference"), needed=True),
    ids.WORD_TEXTS: Word(N_("Texts of answers"), N_("change the texts of the answers")),
    ids.WORD_OFFENCES: Word(N_("Offences"), N_("add or change offences")),
    ids.WORD_FIND: Word(
        N_("Find"),
        N_("find by street, reference, number plate or words"),
        "Kattenbroekstraat",
        N_("What are you looking for?"),
        needed=True,
    ),
    ids.WORD_EVIDENCE: Word(
        N_("Evidence package"), N_("get the files of a case as evidence"), "BM-2026-0042", N_("Reference"), needed=True
    ),
    ids.WORD_SHOW: Word(
        N_("Show again"),
        N_("show a mail and its open replies again"),
        "BM-2026-0042",
        N_("Reference"),
        needed=True,
    ),
}
"""In the order in which a menu offers them: what somebody does first comes first."""


def build_menu(_: Texts, words: Iterable[str]) -> tuple[str, list[Block]]:
    """All of these words, a button each, the first of them the next step."""
    title = _("What do you want to do?")
    again = context(_("You find this again with {typed}.", typed=f"`{ids.COMMAND} {ids.WORD_MENU}`"))
    return title, [section(f"*{title}*"), *(_row(_, word) for word in ordered(words)), again]


def ordered(words: Iterable[str]) -> list[str]:
    """As a menu offers them."""
    offered = set(words)
    return [word for word in WORDS if word in offered]


def _row(_: Texts, word: str) -> Block:
    """What it does, its button, and what to type for who would rather type."""
    typed_so = f"`{ids.COMMAND} {word} {WORDS[word].example}".rstrip() + "`"
    return {**section(f"{sentence(_(WORDS[word].does))} · {typed_so}"), "accessory": word_button(_, word)}


def word_button(_: Texts, word: str, style: str = "") -> Block:
    """Does what the word does."""
    return button(_(WORDS[word].label), ids.DO + word, word, style=style)


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def build_unknown(_: Texts, typed_word: str, words: Iterable[str]) -> tuple[str, list[Block]]:
    """Said to who typed a word that we don't know: the nearest of those that they may use."""
    told = _("I don't know '{word}'.", word=shortened(typed_word, 100))
    menu = button(_("All that you can do"), ids.MENU, "menu")
    near = get_close_matches(typed_word, list(words), 1, NEAR)
    if not near:
        return told, [section(escape(told)), actions(menu)]
    meant = _("Did you mean {word}?", word=f"*{near[0]}*")
    return told, [section(f"{escape(told)} {meant}"), actions(word_button(_, near[0], "primary"), menu)]


def build_refusal(_: Texts, may: Iterable[Role], channels: Mapping[Channel, str]) -> list[Block]:
    """Who may, and where they do it; the way back to one's own work."""
    roles = those(may, channels)
    where = _(" or ").join(f"<#{channels[ROLE_CHANNELS[role]]}>" for role in roles)
    return [
        section(_("Only {who}, in {where}.", who=whose(_, roles), where=where)),
        actions(button(_("What can I do?"), ids.MENU, "menu")),
    ]


def those(may: Iterable[Role], channels: Mapping[Channel, str]) -> list[Role]:
    """Of these the roles that there are here."""
    return [role for role in may if ROLE_CHANNELS[role] in channels]


def whose(_: Texts, may: Iterable[Role]) -> str:
    """The teams with one of these roles."""
    teams = {
        Role.INTAKE: _("intake"),
        Role.RESPONDER: _("the responders"),
        Role.BURGLARY_TEAM: _("the burglary team"),
        Role.SUPERUSER: _("superusers"),
        Role.PROJECT_LEADER: _("the project leader"),
    }
    return _(" or ").join(teams[role] for role in may)


def build_ask(_: Texts, word: str) -> Block:
    """What has to be known first; it is asked where the word stands on a button."""
    asked = WORDS[word]
    field = text_input(
        "asked", _(asked.asks), optional=not asked.needed, placeholder=asked.example, longest=200, focus=True
    )
    title, go_on = shortened(_(asked.label), 24), _("Go on")
    return modal(ids.ASK_FORM + word, title, [field], submit=go_on, close=_("Cancel"))


def parse_ask(view: Block) -> str:
    """What was typed."""
    return typed(view, "asked")


def build_window(_: Texts, blocks: Iterable[Block], word: str) -> Block:
    """What is told where there is no channel to whisper in: to read; what can be pressed stands in a channel."""
    shown = [{name: part for name, part in block.items() if name != "accessory"} for block in blocks]
    read = [block for block in shown if block["type"] != "actions"]
    if len(read) < len(shown) and word:
        typed_so = f"`{ids.COMMAND} {word}`"
        read.append(context(_("For the buttons: type {typed} in your channel.", typed=typed_so)))
    return modal(ids.WINDOW, "Burgernetmail", read, close=_("Done reading"))
