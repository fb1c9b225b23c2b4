"""Which of a mail's words are shown as the citizen's: of text and page the one that says it all, the subject above."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from bot.domain.replies.thanks import ADVERTISEMENT
from bot.mail.reading.attributions import our_pattern
from bot.mail.reading.html_text import MARK
from bot.mail.reading.quoting import own_words
from bot.mail.reading.words.sent import LINK, WORD
from bot.records.mail import InboundKind, InboundMail, MailWords

PREFIX: Final = re.compile(
    r"\s*(?:(?:re|fwd?|aw|wg|antw|antwoord|betr|betreft|doorst|tr|rv|sv|vs|odp|pd|ynt|ilt)\s*(?:\[\d+\]|\(\d+\))?\s*:"
    r"|\[[^\]]{1,30}\]|\*{3,}[A-Z]+\*{3,})\s*",
    re.IGNORECASE,
)
REFERENCE: Final = re.compile(r"\[BM-\d{4}-\d{1,6}\]\s*\Z", re.IGNORECASE)
SIGNATURE: Final = re.compile(r"(?:\A|\n)-- ?\n")
STUB: Final = re.compile(
    rf"{ADVERTISEMENT.pattern}|.{{0,80}}\b(?:html|e-?mail ?(?:programma|client)|mail client|browser)\b.{{0,120}}",
    re.IGNORECASE,
)
"""Alone in a text part beside HTML: an advertisement, or that one should look at the HTML."""
STRUCK: Final = re.compile(rf"{MARK}([^~]{{1,2000}}){MARK}")
MOST_STRUCK: Final = 20
BETWEEN: Final = r"[\W_]{1,9}"
UNSEEN: Final = " " * len(MARK)
MOST_LINKS: Final = 20
NO_ADDRESS: Final = "…@…"
"""In place of ours: with its token it is the citizen's key, and nobody at the desk needs it."""


def shown_words(mail: InboundMail, sent_text: str, our_names: Sequence[str], *, forgotten: bool = False) -> str:
    """Own words, own subject above them; empty where the mail holds none."""
    bodies = mail.bodies or (MailWords(mail.text),)
    chosen = [_choice(body, sent_text, our_names, forgotten=forgotten) for body in bodies]
    own = own_words("\n\n".join(text for text, _ in chosen if text), sent_text, our_names, forgotten=forgotten)
    own = our_pattern([name for name in our_names if "@" in name]).sub(NO_ADDRESS, own)
    links = [f"<{link}>" for _, found in chosen for link in found if link not in own]
    own = "\n".join(filter(None, (own, *links[:MOST_LINKS])))
    subject = own_subject(mail.subject, sent_text) if mail.kind is InboundKind.REPLY else ""
    if not subject or _words(own)[: len(_words(subject))] == _words(subject):
        return own
    return f"{subject}\n\n{own}".strip()


def own_subject(subject: str, sent_text: str) -> str:
    """What a citizen typed as subject: not what stands in ours, `Re:` and its kin taken off."""
    typed = subject.strip()
    while prefix := PREFIX.match(typed):
        typed = typed[prefix.end() :]
    words = _words(typed)
    ours = " ".join(_words(sent_text))
    if REFERENCE.search(typed):  # of whatever letter of ours
        return ""
    return "" if not words or f" {' '.join(words)} " in f" {ours} " else typed


def _choice(body: MailWords, sent_text: str, our_names: Sequence[str], *, forgotten: bool) -> tuple[str, list[str]]:
    """The text or the page, and what links the text lacks: one may be the only clue ("de beelden staan hier")."""
    if not body.page or not body.text:
        return body.text or body.page, []
    plain = own_words(body.text, sent_text, our_names, forgotten=forgotten)
    page = own_words(body.page, sent_text, our_names, forgotten=forgotten)
    if page and (_is_stub(plain) or _says_more(page, plain, body.text)):
        return body.page, []
    return _with_strikes(body), [link for link in _links(page) if link not in body.text]


def _with_strikes(body: MailWords) -> str:
    """The text, and marked in it what its page strikes out: without that it says what was taken back.

    Where a struck word can't be told from others like it, the page stands below.
    """
    if MARK not in body.page:
        return body.text
    text, page = body.text, body.page.replace(MARK, UNSEEN)
    for struck in islice(STRUCK.finditer(body.page), MOST_STRUCK):
        words = re.findall(r"\w+", struck[1])
        if not words:
            continue
        phrase = re.compile(rf"\b{BETWEEN.join(map(re.escape, words))}\b")
        count = sum(1 for _ in phrase.finditer(page, 0, struck.end(1)))
        found = list(islice(phrase.finditer(text.replace(MARK, UNSEEN)), count))
        if not found or len(found) < count:
            return f"{body.text}\n\n{body.page}"
        start, end = found[-1].span()
        text = f"{text[:start]}{MARK}{text[start:end]}{MARK}{text[end:]}"
    return text


def _is_stub(own: str) -> bool:
    above = SIGNATURE.split(f"{own}\n", maxsplit=1)[0]
    return all(STUB.fullmatch(line.strip()) for line in above.split("\n") if WORD.search(line))


def _says_more(page: str, plain: str, whole: str) -> bool:
    """Whether it holds each of the text's words and others, which don't stand in the text's quote either."""
    words = set(_words(page))
    return words.issuperset(_words(plain)) and not words.issubset(_words(whole))


def _links(text: str) -> list[str]:
    return list(dict.fromkeys(link.strip("<>.,;)") for link in LINK.findall(text)))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
