"""Words as people type them in haste."""


def slips_of(word: str) -> str:
    """A pattern of a word with a letter forgotten, doubled, or with its neighbour in front of it."""
    forms = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    forms |= {word[:i] + word[i] + word[i:] for i in range(len(word))}
    forms |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    return "|".join(sorted(forms - {word, "achterdeuren", "afmeldden"}))
