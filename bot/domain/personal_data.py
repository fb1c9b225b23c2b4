"""What of an alert's texts needs a reason to stay, by the text guard."""

from bot.domain.alerts import AlertContent
from bot.domain.findings import Finding, FindingKind
from bot.domain.text_guard import find_in, texts_of


def find_personal_data(content: AlertContent) -> list[Finding]:
    """In the texts that are typed; in the place, which may be called after anybody, only a house number."""
    case = (content.street, content.house_number)
    typed = [finding for finding in find_in(texts_of(content), *case) if finding.needs_reason]
    place = find_in({"street": content.street, "place": content.place}, *case)
    return [*typed, *(finding for finding in place if finding.kind is FindingKind.HOUSE_NUMBER)]
