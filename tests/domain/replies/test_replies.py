"""What is owed to a reply."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.replies.images.offered import Images
from bot.domain.replies.images.owed import owes_only_images
from bot.domain.replies.replies import (
    Duty,
    LetterStatus,
    Rating,
    ReplyLabel,
    SenderCheck,
    check_not_answered,
    duties,
    masked_sender,
    may_be_acknowledged,
)
from bot.domain.replies.reply_errors import AnsweredAlready
from tests.domain.samples import NOON, reply

RATING_OWES = {
    None: [Duty.RATE],
    Rating.RELEVANT_HERE: [Duty.ESCALATE, Duty.RECORD_IN_BVH],
    Rating.RELEVANT_ELSEWHERE: [Duty.RECORD_IN_BVH],
    Rating.NOT_RELEVANT: [],
}
ANSWER_OWES = {
    None: [Duty.ANSWER],
    LetterStatus.WAITING: [],
    LetterStatus.CALLING: [],
    LetterStatus.SENT: [],
    LetterStatus.SPOKEN: [],
    LetterStatus.REFUSED: [Duty.ANSWER],
    LetterStatus.UNKNOWN: [Duty.ANSWER],
    LetterStatus.BOUNCED: [Duty.ANSWER],
}


@pytest.mark.parametrize("rating", RATING_OWES)
@pytest.mark.parametrize("answer", ANSWER_OWES)
@pytest.mark.parametrize("bvh", ["", "2026-1"])
@pytest.mark.parametrize("decided", ["", "escalated_by_name", "not_escalated_by_name"])
def test_what_is_still_to_do(rating: Rating | None, answer: LetterStatus | None, bvh: str, decided: str) -> None:
    owed = {*RATING_OWES[rating], *ANSWER_OWES[answer]} - ({Duty.RECORD_IN_BVH} if bvh else set())
    given = reply(rating, answer, bvh)
    if decided:
        owed -= {Duty.ESCALATE}
        given = replace(given, **{decided: "Carla"})  # type: ignore[arg-type]  # both are names
    assert duties(given) == sorted(owed, key=[*Duty].index)


@pytest.mark.parametrize("label", [ReplyLabel.AUTO_REPLY, ReplyLabel.BOUNCE])
@pytest.mark.parametrize("rating", [None, *Rating])
def test_what_is_no_citizens_reply_owes_nothing(label: ReplyLabel, rating: Rating | None) -> None:
    assert duties(reply(rating, label=label)) == []


@pytest.mark.parametrize("status", ANSWER_OWES)
def test_an_answer_that_failed_can_be_given_again_and_no_other(status: LetterStatus | None) -> None:
    given = reply(Rating.NOT_RELEVANT, status)
    if ANSWER_OWES[status]:
        check_not_answered(given)
    else:
        with pytest.raises(AnsweredAlready):
            check_not_answered(given)


@pytest.mark.parametrize("check", SenderCheck)
@pytest.mark.parametrize(
    ("sender", "participant", "theirs"),
    [
        ("noor@example.nl", "Noor@Example.nl", True),
        ("noor@example.nl", "omar@example.nl", False),
        ("noor@example.nl", "", False),
    ],
)
def test_automatic_mail_goes_to_the_participant_or_to_whom_dkim_proved(
    sender: str, participant: str, theirs: bool, check: SenderCheck
) -> None:
    proven = check is SenderCheck.PROVEN
    assert may_be_acknowledged(sender, participant, check, exists=True) is (theirs or proven)
    assert not may_be_acknowledged(sender, participant, check, exists=False)


@pytest.mark.parametrize(
    ("changes", "seen"),
    [
        ({"from_address": "noor@example.nl", "from_name": "Noor"}, "n•••@e•••.nl"),
        ({"from_address": "", "from_name": "Noor"}, "N•••"),
        ({"from_address": "", "from_name": ""}, "•••"),
        ({"from_address": "noor@example.nl", "erased_at": NOON}, ""),
    ],
)
def test_what_a_channel_sees_of_who_wrote(changes: dict[str, Any], seen: str) -> None:
    assert masked_sender(replace(reply(), **changes)) == seen


@pytest.mark.parametrize("images", [None, *Images])
@pytest.mark.parametrize("rating", [None, *Rating])
def test_images_that_were_offered_are_owed_besides_all_else(rating: Rating | None, images: Images | None) -> None:
    without = reply(rating, LetterStatus.SENT, "2026-1")
    given = replace(without, images=images)
    owed = [Duty.FETCH_IMAGES] if images is Images.WANTED else []
    assert duties(given) == duties(without) + owed
    assert owes_only_images(given) is bool(owed and not duties(without))
    assert duties(replace(given, erased_at=NOON)) == []
    assert duties(replace(given, label=ReplyLabel.FLOOD)) == []
