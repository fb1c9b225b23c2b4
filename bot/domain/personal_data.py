"""What of an alert's texts needs a reason to stay, by the text guard."""

from bot.domain.alerts import AlertContent
from bot.domain.findings import Finding
from bot.domain.text_guard import find_in, texts_of


def find_personal_data(content: AlertContent) -> list[Finding]:
    """In the texts that are typed, and in the place that is chosen."""
    typed = {**texts_of(content), "street": content.street, "place": content.place}
    return [finding for finding in find_in(typed, content.street, content.house_number) if finding.needs_reason]
