"""What a reply's message shows is asked at once; what it lacks is not asked for."""

from typing import Any

from sqlalchemy import Engine, event

from bot.domain.replies.attachments import File, Scan
from bot.domain.replies.mentions import Mention, MentionKind
from bot.domain.replies.replies import ReplyLabel
from tests.storage.things import Work, approved, replied


def test_what_others_have_is_not_looked_for(engine: Engine, work: Work) -> None:
    alert = approved(work)
    plain, other = replied(work, alert.id), replied(work, alert.id)
    later = replied(work, alert.id, follow_up_of=other.id, label=ReplyLabel.FOLLOW_UP)
    with work() as uow:
        uow.attachments.add(later.id, [("aa", File("bus.jpg", b"x", "image/jpeg"))], Scan.CLEAN)
        uow.mentions.add(plain.id, [Mention(MentionKind.PLATE, "12GBK3")])
    asked: list[str] = []

    def note(*told: Any) -> None:
        asked.append(told[2])

    with work() as uow:
        event.listen(engine, "before_cursor_execute", note)
        card = uow.replies.card(plain.id)
        event.remove(engine, "before_cursor_execute", note)
        assert (card.attachments, card.ties) == ((), ())
        assert len(asked) == 1
        assert [file.reply_id for file in uow.replies.card(other.id).attachments] == [later.id]
