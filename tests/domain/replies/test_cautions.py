"""What a responder should know before believing a reply."""

import pytest

from bot.domain.replies.replies import Caution, CautionKind, cautions_of

OTHER_SENDER = Caution(CautionKind.OTHER_SENDER)


def of_alert(*numbers: int) -> list[Caution]:
    return [Caution(CautionKind.OTHER_ALERT, f"BM-2026-{number:04}") for number in numbers]


@pytest.mark.parametrize(
    ("subject", "sender", "participant", "cautions"),
    [
        ("Re: Inbraak [BM-2026-0001]", "noor@example.nl", "noor@example.nl", []),
        ("Re: Inbraak [BM-2026-0001]", "Noor@Example.nl", "nooR@example.nl", []),
        ("Re: Inbraak", "omar@example.nl", "noor@example.nl", [OTHER_SENDER]),
        ("Re: Inbraak", "omar@example.nl", "", []),  # nobody knows whose token it was
        ("Re: Inbraak [BM-2026-0002]", "noor@example.nl", "noor@example.nl", of_alert(2)),
        ("re: inbraak [bm-2026-0002]", "noor@example.nl", "noor@example.nl", of_alert(2)),
        ("BM-2026-0002, en nog eens BM-2026-0002", "noor@example.nl", "noor@example.nl", of_alert(2)),
        ("BM-2026-0002", "omar@example.nl", "noor@example.nl", [OTHER_SENDER, *of_alert(2)]),
        (
            "BM-2026-0005 BM-2026-0001 BM-2026-0002 BM-2026-0003 BM-2026-0004",
            *("noor@example.nl", "noor@example.nl"),
            of_alert(5, 2, 3),  # nobody reads more
        ),
    ],
)
def test_what_is_odd_about_a_mail(subject: str, sender: str, participant: str, cautions: list[Caution]) -> None:
    told = cautions_of(subject=subject, reference="BM-2026-0001", from_address=sender, participant=participant)
    assert [*told] == cautions
