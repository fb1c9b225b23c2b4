"""What we sent, as the words of a reply are looked for in it: without what programs put around them."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from bot.mail.reading.words.comparing import Damage, without_accents

# A word, or a sign that carries meaning (an emoji, €): what mail programs put around words is left out.
WORD: Final = re.compile(r"\w+|[^\w\s.,;:!?()\[\]{}<>\"'`´“”‘’„«»*_\-–—•·|/\\=#~…]")
LINK: Final = re.compile(r"<?https?://[^\s<>\"]*>?")
AUTO_LINK: Final = re.compile(r"<(?:mailto|tel):[^\s<>]*>")
NUMBER: Final = re.compile(r"(?<![\d-])\d[\d-]{1,14}\d(?![\d-])")
# What a link dials, as programs write it beside the number that it is on: 112 <112>, [112](tel:112), 112 ( tel:112 ).
DIALLED: Final = re.compile(
    r"<(?:tel:)?(\+?\d[\d .-]{1,15})>|[<(\[]? ?\btel: ?(\+?\d[\d.-]{1,15})(?: ?[>)\]])?", re.IGNORECASE
)
HOST: Final = re.compile(r"https?://([^\s/<>\"]+)")
CHOICE: Final = re.compile(r"\?[a-z]{1,12}=[a-z]{1,12}")
SHORTEST_TOKEN: Final = 20  # signs, of those in our links
LONGEST_TOKEN: Final = 31
GLUED: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")  # "Ik heb beeldenIk zag iets": of links side by side

KEPT: Final = 16
MARKS: Final = " \t>|"


class Sent:
    """What we sent, as one string of words between single spaces."""

    def __init__(self, sent_text: str) -> None:
        self._hosts = set(HOST.findall(sent_text))
        self._pages = {link.strip("<>.,;") for link in LINK.findall(sent_text)}
        self._unfinished, self._finished = _links_to(self._hosts, set(CHOICE.findall(sent_text)))
        self._numbers = {_digits(number) for number in NUMBER.findall(sent_text)}
        self._damage = Damage(sent_text)
        self._known = {line: self._words(line) for line in sent_text.split("\n")}
        lines = [words for line in sent_text.split("\n") if (words := self._known[line])]
        self.joined = f" {' '.join(lines)} "
        self._whole = set(lines)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def words(self, line: str) -> str:
        """The line's words in lower case; links to us and a mail program's own link marks left out.

        Most lines of a quote are ours as they were, behind a mark.
        """
        known = self._known.get(line.lstrip(MARKS))
        return self._words(line) if known is None else known

    def _words(self, line: str) -> str:
        plain = AUTO_LINK.sub(" ", LINK.sub(self._without_ours, line)) if ":" in line else line
        if "<" in plain or "tel:" in plain:
            plain = DIALLED.sub(lambda dialled: " " if self._dials(dialled) else dialled[0], plain)
        return " ".join(WORD.findall(without_accents(GLUED.sub(" ", self._damage.undone(plain)).casefold())))

    def _without_ours(self, link: re.Match[str]) -> str:
        return " " if any(host in link[0] for host in self._hosts) else link[0]

    def _dials(self, dialled: re.Match[str]) -> bool:
        return _digits(dialled[1] or dialled[2]) in self._numbers

    def has_link(self, line: str) -> bool:
        """Whether a line holds a link to us, or what dials a number of ours."""
        return any(host in line for host in self._hosts) or any(map(self._dials, DIALLED.finditer(line)))

    def ends_in_link(self, line: str) -> bool:
        """Whether a line may break off in a link to us: before its token ends."""
        return self._unfinished.search(line) is not None

    def has_whole_link(self, line: str) -> bool:
        """Whether a line holds a link to us with a whole token, or ends in one of those without."""
        link = self._unfinished.search(line)
        return link[0] in self._pages if link else self._finished.search(line) is not None

    def find(self, words: str) -> int:
        """Where these words stand in a row (the space before them); -1 where they don't."""
        return self.joined.find(f" {words} ") if words else -1

    def goes_on(self, words: str, position: int) -> bool:
        """Whether these words follow at the space at this position."""
        return self.joined.startswith(f" {words} ", position)

    def lines_touched(self, start: int, end: int) -> int:
        """How many of our lines lie between two positions."""
        return bisect_right(self._starts, end - 1) - bisect_right(self._starts, start) + 1

    def line_start(self, position: int) -> int:
        """Where our line begins that holds this position."""
        return self._starts[bisect_right(self._starts, position) - 1]

    def is_whole(self, words: str) -> bool:
        """Whether these words are a whole line of ours."""
        return words in self._whole

    def are_lines(self, start: int, end: int) -> bool:
        """Whether what stands between two positions are whole lines of ours."""
        return self.line_start(start) == start and self.line_start(end) == end


@lru_cache(KEPT)
def what_we_sent(sent_text: str) -> Sent:
    """Many answer the same mail, and both the text and the page of each are compared with it."""
    return Sent(sent_text)


def _links_to(hosts: set[str], choices: set[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A link to us that breaks off at the end of a line, and a whole one: a page, a token, and a choice perhaps."""
    ours = rf"https?://(?:{'|'.join(map(re.escape, sorted(hosts))) or '(?!)'})"
    chosen = "|".join(map(re.escape, sorted(choices))) or "(?!)"
    begun = {choice[:length] for choice in choices for length in range(1, len(choice))} - choices
    begins = "|".join(map(re.escape, sorted(begun))) or "(?!)"
    token = rf"[a-z2-7]{{{SHORTEST_TOKEN},{LONGEST_TOKEN}}}"
    unfinished = rf"{ours}/?(?:[a-z]{{1,12}}(?:/(?:[a-z2-7]{{0,{SHORTEST_TOKEN - 1}}}|{token}(?:{begins})))?)?\Z"
    return re.compile(unfinished), re.compile(rf"{ours}/[a-z]{{1,12}}/{token}(?:{chosen})?(?:[\s>)]|\Z)")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
