"""A name goes to the end of what is written as one: H00geveen, H.o.o.g.e.v.e.e.n, Kevin19."""

from bot.domain.guard.tokens import Words


def whole_end(words: Words, end: int) -> int:
    """Behind what is glued to the name that ends there."""
    while 0 < end < len(words) and (_is_figure(words, end) or _is_letter(words, end) or _is_letter(words, end + 1)):
        end += 1
    return end


def _is_figure(words: Words, i: int) -> bool:
    """A digit behind a letter, a letter behind a digit."""
    token, last = words.tokens[i], words.tokens[i - 1]
    digit = token.text.isdigit() != last.text.isdigit()
    return digit and token.text.isalnum() and last.text.isalnum() and not token.before


def _is_letter(words: Words, i: int) -> bool:
    """A small letter behind a letter and its point: a capital would be an initial, or begin a sentence."""
    token, point, letter = words.at(i), words.at(i - 1), words.at(i - 2)
    if token is None or point is None or letter is None or point.text != "." or token.before or point.before:
        return False
    return len(token.text) == 1 and token.text.islower() and len(letter.text) == 1 and letter.text.isalpha()
