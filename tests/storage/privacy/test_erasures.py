"""What goes, what is held, and what is left."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta

import pytest
from sqlalchemy import JSON, String, Text, insert, select, update

from bot.domain.participants.people import LeaveReason
from bot.domain.replies.attachments import File, Scan
from bot.domain.replies.replies import LetterKind, LetterStatus, Reply, ReplyLabel
from storage.schema.columns import metadata
from storage.schema.letters import letters
from storage.schema.replies import callbacks, mentions, replies
from tests.domain.samples import NOON
from tests.storage.things import CARLA, ELS, LATER, NOOR, Work, approved, filed, letter_to, replied

DAY = timedelta(days=1)
FILE = File("bus.jpg", b"bytes", "image/jpeg")


def changed(work: Work, reply: Reply, **values: object) -> None:
    with work() as uow:
        uow.replies._db.execute(update(replies).where(replies.c.id == reply.id).values(**values))


def candidates(work: Work) -> list[int]:
    with work() as uow:
        found = uow.erasures.candidates(NOON + DAY, 0, 100)
        assert found == [one for after in (0, *found) for one in uow.erasures.candidates(NOON + DAY, after, 1)]
    return found


def test_candidates_are_what_is_done_and_what_nobody_does(work: Work) -> None:
    reply, call, robot, thanks = (replied(work) for _ in range(4))
    for done in (reply, call):
        changed(work, done, handled_at=NOON)
    changed(work, robot, label=ReplyLabel.AUTO_REPLY)
    changed(work, thanks, label=ReplyLabel.FOLLOW_UP, follow_up_of=reply.id)
    replied(work)  # open
    row = {"reply_id": call.id, "phone": "06", "by_id": "U3", "by_name": "Carla", "made_at": NOON, "due_at": NOON}
    with work() as uow:
        uow.replies._db.execute(insert(callbacks).values(**row))  # somebody still has to phone
    assert candidates(work) == [reply.id, robot.id]
    changed(work, reply, erased_at=NOON)
    changed(work, robot, erased_at=NOON)
    assert candidates(work) == [thanks.id]  # came in about what had gone already
    changed(work, reply, handled_at=LATER)  # opened again by new words, and handled again
    assert candidates(work) == [reply.id, thanks.id]


@pytest.mark.parametrize("tie", ["alert", "case", "lead", "follow-up"])
def test_a_reply_is_held_by_each_case_that_it_belongs_to(work: Work, tie: str) -> None:
    own, held = filed(work), filed(work)
    reply = replied(work, held.id if tie == "alert" else own.id)
    asked = reply
    if tie == "case":
        changed(work, reply, case_alert_id=held.id)
    if tie == "lead":
        with work() as uow:
            uow.leads.escalate(reply.id, CARLA, NOON)
            uow.leads._db.exec_driver_sql(f"UPDATE leads SET alert_id = {held.id}")
    if tie == "follow-up":
        changed(work, reply, alert_id=held.id)
        asked = replied(work)
        changed(work, asked, follow_up_of=reply.id)
    with work() as uow:
        assert not uow.erasures.is_held(asked.id)
        assert uow.erasures.hold(held.id, ELS, "officier")
        assert not uow.erasures.hold(held.id, CARLA, "nog eens")
        assert uow.erasures.is_held(asked.id)
        assert uow.alerts.get(held.id).held_reason == "officier"
        assert uow.erasures.release(held.id)
        assert not uow.erasures.release(held.id)
        assert not uow.erasures.is_held(asked.id)


def test_erasing_leaves_the_figures_and_what_others_use(work: Work) -> None:
    alert = approved(work)
    reply, other = replied(work, alert.id, 1), replied(work, alert.id, 2)
    letter, waiting = letter_to(work, reply), letter_to(work, reply, LetterKind.ACKNOWLEDGEMENT)
    with work() as uow:
        uow.attachments.add(reply.id, [("aa" * 20, FILE)], Scan.UNSCANNED)
        uow.letters.move(letter, LetterStatus.WAITING, LetterStatus.SENT, "250 noor@example.nl", NOON)
        uow.replies._db.execute(insert(mentions).values(reply_id=reply.id, kind="plate", value="12ABC3"))
        lead = uow.leads.escalate(reply.id, CARLA, NOON)
        uow.leads._db.exec_driver_sql("UPDATE leads SET note = 'Noor belde'")
    for _ in range(2):
        with work() as uow:
            gone = uow.erasures.erase_reply(reply.id, LATER)
    with work() as uow:
        assert gone.blob_keys == ()  # the second time there is nothing left
        after = uow.replies.get(reply.id)
        assert (after.words, after.from_address, after.from_name, after.subject, after.message_id) == ("",) * 5
        assert (after.alert_id, after.delivery_id, after.received_at) == (alert.id, 1, NOON)
        assert after.erased_at == LATER
        assert uow.replies.get(other.id).words == "Een bus."
        assert uow.leads.get(lead.id).note == ""
        rows = uow.letters._db.execute(select(letters).order_by(letters.c.id)).all()
        assert [(row.status, row.recipient, row.text, row.detail) for row in rows] == [
            (LetterStatus.SENT, "", "", ""),
            (LetterStatus.REFUSED, "", "", ""),  # it does not leave any more
        ]
        assert rows[1].id == waiting
        assert not uow.replies._db.execute(select(mentions)).all()
        assert uow.inbox.knows(f"digest {reply.message_id.strip('<>').partition('@')[0]}")


FREE_TEXTS = {
    "leads": {"note", "line"},
    "letters": {"detail", "recipient", "subject", "text", "html", "in_reply_to", "references"},
    "replies": {
        *("words", "original", "from_address", "from_name", "subject", "message_id", "references"),
        *("attachment_names", "reply_to", "phone", "phone_number"),
    },
    "callbacks": {"phone"},
    # Their rows go as a whole.
    "attachments": {"name", "media_type", "blob_key", "scan", "facts", "sha256"},
    "handovers": {"system", "number", "by_id", "by_name"},
    "uploads": {"name", "told", "blob_key", "store", "state", "writer", "media_type", "sha256", "facts"},
    "mentions": {"kind", "value"},
}
OURS = {
    "leads": {"escalated_by_name", "result", "result_by_id", "result_by_name", "read_by_name"},
    "letters": {"kind", "status", "message_id", "reply_token"},
    "replies": {
        *("kind", "label", "rating", "rated_by_name", "answered_by_name", "bvh_number", "bvh_by_name", "sender_check"),
        *("cautions", "assignee_id", "assignee_name", "case_bvh_number", "not_escalated_by_name", "asked_by_name"),
        *("images", "images_by_name", "lane", "mail_by_name"),
    },
    "callbacks": {"by_id", "by_name", "done_by_name"},
    "ratings": {"rating", "by_id", "by_name"},
}
"""What colleagues did and what things are called: it stays, without the citizen's words."""


def test_each_text_about_a_reply_is_emptied_or_is_known_to_stay(work: Work) -> None:
    reply = replied(work, approved(work).id, 1)
    letter_to(work, reply)
    row = {"reply_id": reply.id, "phone": "06", "by_id": "U3", "by_name": "Carla", "made_at": NOON, "due_at": NOON}
    with work() as uow:
        uow.leads.escalate(reply.id, CARLA, NOON)
        uow.replies._db.execute(insert(callbacks).values(**row))
    hanging = {table.name: table for table in metadata.tables.values() if table is replies or "reply_id" in table.c}
    for name, table in hanging.items():
        texts = {column.name for column in table.c if isinstance(column.type, String | Text | JSON)}
        assert texts == FREE_TEXTS.get(name, set()) | OURS.get(name, set()), name
    with work() as uow:
        for name in ("leads", "letters", "replies", "callbacks"):
            plain = [column for column in hanging[name].c if column.name in FREE_TEXTS[name]]
            values = {column.name: ["kanarie"] if isinstance(column.type, JSON) else "kanarie" for column in plain}
            uow.replies._db.execute(update(hanging[name]).values(**values))
        uow.erasures.erase_reply(reply.id, LATER)
    with work() as uow:
        for table in hanging.values():
            assert "kanarie" not in str(uow.replies._db.execute(select(table)).all()), table.name


def test_nobody_is_erased_between_an_imports_look_and_its_writing(work: Work) -> None:
    """Else the address that was just erased would be enrolled anew."""

    def erase() -> None:
        with work() as uow:
            uow.erasures.keep_out("aa", "key", LATER)

    with ThreadPoolExecutor(1) as other:
        with work() as uow:
            assert uow.erasures.kept_out() == {}
            erasing = other.submit(erase)
            assert not wait([erasing], timeout=0.3).done
            uow.people.enrol([NOOR])
        erasing.result(timeout=10)
    with work() as uow:
        uow.erasures.keep_out("aa", "key", NOON)  # twice is once
        assert uow.erasures.kept_out() == {"aa": "key"}
        assert uow.erasures.kept_out_since("aa") == LATER
        assert uow.erasures.let_in("aa")
        assert not uow.erasures.let_in("aa")
        assert uow.erasures.kept_out_since("aa") is None


def test_what_is_kept_outside_is_named_unless_somebody_else_s_row_names_it(work: Work) -> None:
    reply, other = replied(work), replied(work)
    with work() as uow:
        uow.attachments.add(reply.id, [("aa" * 20, FILE), ("bb" * 20, FILE)], Scan.UNSCANNED)
        uow.attachments.add(other.id, [("bb" * 20, FILE)], Scan.UNSCANNED)
        uow.replies._db.exec_driver_sql(f"UPDATE inbound SET blob_key = '{'cc' * 20}' WHERE id = {reply.inbound_id}")
        gone = uow.erasures.erase_reply(reply.id, LATER)
        assert (gone.blob_keys, gone.files) == (("aa" * 20, "cc" * 20), 2)
        assert [file.reply_id for file in uow.attachments.of_reply(other.id)] == [other.id]


def test_who_left_goes_though_others_have_replies_here(work: Work) -> None:
    approved(work, people=2)
    with work() as uow:
        assert uow.people.leave(1, NOON, LeaveReason.UNSUBSCRIBED)
        assert uow.people.leave(2, NOON, LeaveReason.UNSUBSCRIBED)
    wrote = replied(work, 1, delivery_id=2)
    with work() as uow:
        assert (uow.erasures.leavers(LATER), uow.erasures.leavers_after(0, LATER, 9)) == (1, [1])
        assert (uow.erasures.leaver(1, LATER), uow.erasures.leaver(2, LATER)) == ("p0@example.nl", None)
    changed(work, wrote, erased_at=NOON)
    with work() as uow:
        assert uow.erasures.leavers(LATER) == 2
