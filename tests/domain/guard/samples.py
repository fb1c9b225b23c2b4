"""Phone numbers as people write them, and what the guard says of a text."""

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.text_guard import find_in

PHONES = (
    *("0612345678", "06-12345678", "06 12345678", "06 - 12 34 56 78", "06/12345678", "06.12.34.56.78"),
    *("033 123 45 67", "033-1234567", "(033) 123 45 67", "0348 12 34 56"),
    *("+31 6 12345678", "+31612345678", "+31 (0)6 12345678", "+31(0)33 1234567", "0031 6 1234 5678"),
    *("+32 475 12 34 56", "+49 151 12345678"),
)


def findings(text: str, street: str = "", house_number: str = "") -> list[tuple[FindingKind, str]]:
    found = find_in({"text": text}, street, house_number)
    return [(finding.kind, finding.text) for finding in found if finding.needs_reason]
