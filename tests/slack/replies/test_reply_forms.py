"""The forms about a reply: within Slack's limits at their longest, and the text for BVH."""

from dataclasses import replace

import pytest

from bot.domain.replies.replies import Case, LetterStatus, ReplyKind
from bot.domain.replies.reply_errors import TakenByColleague
from bot.domain.replies.which_mail import SentAlert
from bot.records.replies import BvhForm, CaseForm, ContactData, MailForm, NearbyAlert, ReplyCard
from bot.slack.blocks import TEXT_LIMIT
from bot.slack.replies.bvh_modal import build_bvh, bvh_text
from bot.slack.replies.case_modal import IN_SIGHT, build_case, build_choose_mail
from bot.slack.replies.more_modal import build_more
from bot.slack.replies.taken_modal import build_taken
from bot.texts import texts
from bot.workflow.replies.mails.tying import MOST_OFFERED
from tests.domain.samples import ALERT, NOON
from tests.doubles.slack import SlackDouble
from tests.slack.longest import ALERTS, HOSTILE, REPLY, opened

CONTACT = ContactData(ReplyKind.MAIL, "Noor", "noor@example.nl", "3823 AB 7", "06 12345678", "Noor <noor@example.nl>")

EVERYTHING = ReplyCard(replace(REPLY, acknowledgement_status=LetterStatus.UNKNOWN), ALERT, "", "", None, None)
"""All that can be done with a reply at once."""


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_forms_at_their_longest(slack: SlackDouble, locale: str) -> None:
    _, near = texts(locale), NearbyAlert(2, "BM-2026-10000", HOSTILE, NOON, 1999)
    sent = SentAlert(2, "BM-2026-10000", HOSTILE, NOON, got_it=True)
    loose = replace(REPLY, alert_id=None, mail_by_name=HOSTILE)
    taken = TakenByColleague(name=HOSTILE * 9, holder_id="U1", reply_id=1, since=NOON)
    views = [
        build_taken(_, taken, "rate", "1"),
        build_case(_, CaseForm(1, (near,) * 5, Case(3), "BM-2026-10001")),
        build_choose_mail(_, MailForm(loose, (sent,) * IN_SIGHT)),
        build_choose_mail(_, MailForm(loose, (sent,) * MOST_OFFERED, "BM-2026-10001"), goes_on=True),
        build_more(_, EVERYTHING),
        build_bvh(_, BvhForm(REPLY, ContactData(ReplyKind.MAIL, *[HOSTILE * 9] * 5), ALERTS[0], ALERTS[0])),
    ]
    for view in views:
        opened(slack, view)
    assert views[1]["blocks"][0]["element"]["options"][0]["text"]["text"].endswith("m")  # how far is not cut off
    few, many = (next(one for one in views[at]["blocks"] if one["type"] == "input")["element"] for at in (2, 3))
    assert (few["type"], len(few["options"])) == ("radio_buttons", IN_SIGHT + 2)
    assert (many["type"], len(many["options"])) == ("static_select", MOST_OFFERED + 2)
    assert not {"initial_option"} & (few.keys() | many.keys())
    assert few["options"][0]["text"]["text"].endswith(("kreeg hem", "got it"))


def test_the_text_for_bvh_keeps_as_many_words_as_there_is_room_for() -> None:
    whole = bvh_text(BvhForm(replace(REPLY, words="Een bus.\nGrijs."), CONTACT, ALERT, None))
    assert whole.endswith("De burger schreef:\nEen bus.\nGrijs.")
    cut = bvh_text(BvhForm(replace(REPLY, words="woord " * 9000), CONTACT, ALERT, None))
    assert len(cut) == TEXT_LIMIT
    assert cut.endswith("…\n[Ingekort. De hele tekst staat in Burgernetmail bij de reactie, onder Origineel.]")
