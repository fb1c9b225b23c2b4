"""Tables of words as they are written down: a text with spaces between them."""


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())
