"""The mail provider is busy, down, silent, or loses its answer: nobody is mailed twice, nobody is forgotten."""

import pytest

from bot.mail.sending.sendgrid import SendGridMailer
from tests.doubles.citizen import reply_from
from tests.doubles.sendgrid import EventName
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import ONLY_SUPERUSERS
from tests.scenarios.steps.mails import acknowledgement
from tests.stage import Stage

TROUBLE = "de mailserver neemt de mail niet aan; wij proberen het opnieuw"
LOST = "BM-2026-0001: wij weten niet of een deel van de mail is verstuurd"


def lost(stage: Stage, *, stored: bool = True) -> Message:
    """An approved mail whose answer was lost, and of which no event came; the question to the superusers."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.sendgrid.drop_next(stored=stored)
    stage.approved()
    stage.later(minutes=11)
    return stage.supervision.messages[-1]


def tells(stage: Stage, name: EventName, *, times: int = 1) -> None:
    """The provider's event about Noor's mail."""
    events = stage.events.events_for(stage.mail_to("noor@example.nl"), name)
    assert stage.events.post(stage.url("/mail/events"), events, times=times) == [200] * times
    stage.later(seconds=5)


@pytest.mark.parametrize("status", [429, 503])
def test_what_was_certainly_not_sent_is_tried_again_and_the_message_says_so(stage: Stage, status: int) -> None:
    stage.lives("Noor")
    stage.sendgrid.fail_next(times=2, status=status, retry_after=1)
    message = stage.approved()
    assert "0 van 1" in message.plain()
    assert TROUBLE in message.plain()
    assert "Wordt verstuurd" in message.plain()

    stage.later(seconds=3)
    assert not stage.sendgrid.sent
    stage.later(seconds=5)
    assert len(stage.sendgrid.sent) == 1
    assert "1 van 1" in message.plain()
    assert TROUBLE not in message.plain()


def test_a_provider_that_says_when_to_come_back_is_left_in_peace_until_then(stage: Stage) -> None:
    stage.lives("Noor")
    stage.sendgrid.fail_next(status=429, retry_after=60)
    stage.approved()
    stage.later(seconds=50)
    assert stage.sendgrid.requests == 1
    stage.later(seconds=15)
    assert len(stage.sendgrid.sent) == 1


def test_all_batches_wait_as_long_as_the_provider_asks(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for another copy of the program: the pause stands in the database."""
    monkeypatch.setattr(SendGridMailer, "batch_size", 2)
    stage.restart()
    stage.crowd(10)
    stage.sendgrid.fail_next(status=429, retry_after=60)
    message = stage.approved()
    stage.restart()
    stage.later(seconds=50)
    assert stage.sendgrid.requests == 1
    assert "0 van 10" in message.plain()
    stage.later(seconds=15)
    assert len(stage.sendgrid.sent) == 10
    assert stage.sendgrid.requests == 6


def test_a_provider_that_can_not_be_reached_at_all_is_tried_later_and_later(stage: Stage) -> None:
    stage.lives("Noor")
    message = stage.asks()
    stage.sendgrid.stop()
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    for _ in range(10):
        stage.later(minutes=2)
    assert TROUBLE in message.plain()
    [batch] = stage.rows("SELECT attempts FROM batches")
    assert 5 <= batch.attempts <= 11
    stage.sendgrid.start()
    stage.later(minutes=6)
    assert len(stage.sendgrid.sent) == 1
    assert "1 van 1" in message.plain()


def test_a_mail_the_provider_refuses_for_good_is_shown_as_refused(stage: Stage) -> None:
    stage.lives("Noor")
    stage.sendgrid.fail_next(status=400)
    message = stage.approved()
    assert "0 van 1 verstuurd" in message.plain()
    assert "⚠️ 1 niet verstuurd of afgemeld" in message.plain()
    stage.later(hours=1)
    assert stage.sendgrid.requests == 1


class TestItsAnswerIsLost:
    """Sent or not? It is never sent again on a guess."""

    def test_it_is_shown_as_unknown_and_not_sent_again(self, stage: Stage) -> None:
        question = lost(stage)
        message = stage.alert_message()
        assert "0 van 2" in message.plain()
        assert "2 onbekend" in message.plain()
        assert LOST in question.plain()
        assert "2 mensen" in question.plain()
        assert question.buttons == ["Opnieuw versturen", "Zo laten"]
        stage.later(hours=5)
        assert len(stage.sendgrid.sent) == 2
        assert stage.sendgrid.requests == 1

    def test_at_first_it_is_left_to_the_providers_own_events(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.sendgrid.drop_next(stored=True)
        message = stage.approved()
        assert "1 onbekend" in message.plain()
        stage.later(minutes=9)
        tells(stage, "processed")
        assert "1 van 1" in message.plain()
        assert "onbekend" not in message.plain()
        stage.later(hours=5)
        assert stage.supervision.messages == []
        assert stage.sendgrid.requests == 1

    def test_it_is_asked_once_whatever_restarts(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.sendgrid.drop_next(stored=True)
        stage.approved()
        stage.later(minutes=9)
        assert stage.supervision.messages == []
        stage.restart()
        stage.later(minutes=2)
        stage.restart()
        stage.later(hours=2)
        question, reminder = stage.supervision.messages
        assert "Van 1 groep mails weten wij niet of die is verstuurd" in reminder.plain()
        assert question.updates == []

    def test_the_providers_own_events_settle_it_after_all(self, stage: Stage) -> None:
        question = lost(stage)
        tells(stage, "processed", times=3)
        assert "2 van 2" in stage.alert_message().plain()
        assert "onbekend" not in stage.alert_message().plain()
        assert "Opgelost: de mailprovider meldt dat de mail is verstuurd." in question.plain()
        assert question.buttons == []
        assert stage.sendgrid.requests == 1

    def test_a_superuser_has_it_sent_again(self, stage: Stage) -> None:
        question = lost(stage, stored=False)
        assert not stage.sendgrid.sent
        stage.presses(stage.els, question, "Opnieuw versturen")
        assert len(stage.sendgrid.sent) == 2
        assert "Els van Dijk laat de mail opnieuw versturen." in question.plain()
        assert question.buttons == []
        assert "2 van 2" in stage.alert_message().plain()
        assert [line.who for line in stage.audited("sends_again")] == [stage.els.id]

    def test_a_superuser_leaves_it(self, stage: Stage) -> None:
        question = lost(stage)
        stage.presses(stage.els, question, "Zo laten")
        assert "Els van Dijk laat het zo." in question.plain()
        stage.later(hours=1)
        assert stage.sendgrid.requests == 1
        assert "2 onbekend" in stage.alert_message().plain()

    def test_what_was_left_is_settled_by_a_late_event(self, stage: Stage) -> None:
        question = lost(stage)
        stage.presses(stage.els, question, "Zo laten")
        stage.later(hours=20)
        tells(stage, "delivered")
        assert "Opgelost: de mailprovider meldt dat de mail is verstuurd." in question.plain()
        assert "1 van 2 aangekomen" in stage.alert_message().plain()
        assert "onbekend" not in stage.alert_message().plain()
        assert stage.sendgrid.requests == 1

    def test_it_is_decided_once(self, stage: Stage) -> None:
        question = lost(stage, stored=False)
        stage.presses(stage.els, question, "Opnieuw versturen")
        stage.slack.redeliver()
        stage.settle()
        assert len(stage.sendgrid.sent) == 2
        assert stage.ephemeral(stage.els, stage.supervision) == "Dit is al gedaan."

    def test_lost_again_it_is_asked_again(self, stage: Stage) -> None:
        question = lost(stage, stored=False)
        stage.sendgrid.drop_next(stored=True)
        stage.presses(stage.els, question, "Opnieuw versturen")
        assert question.buttons == []
        stage.later(minutes=11)
        assert question.buttons == ["Opnieuw versturen", "Zo laten"]
        assert "2 onbekend" in stage.alert_message().plain()

    def test_only_a_superuser_decides(self, stage: Stage) -> None:
        question = lost(stage)
        stage.presses(stage.bram, question, "Opnieuw versturen", force=True)
        assert stage.ephemeral(stage.bram, stage.supervision) == ONLY_SUPERUSERS
        assert stage.sendgrid.requests == 1

    def test_the_rest_of_a_large_mailing_still_goes_out(self, stage: Stage) -> None:
        stage.crowd(1200)
        stage.sendgrid.drop_next(stored=True)
        message = stage.approved()
        assert "200 van 1.200" in message.plain()
        assert "1.000 onbekend" in message.plain()
        assert len(stage.sendgrid.sent) == 1200


class TestEvents:
    """What the provider says of single mails, in any order, more than once."""

    def test_a_late_event_does_not_undo_a_later_one(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        mail = stage.mail_to("noor@example.nl")
        for name in ("delivered", "processed", "deferred"):
            stage.events.post(stage.url("/mail/events"), stage.events.events_for(mail, name))
        assert [row.state for row in stage.rows("SELECT state FROM deliveries")] == ["delivered"]

    def test_forged_and_stale_events_are_refused(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        events = stage.events.events_for(stage.mail_to("noor@example.nl"), "spamreport")
        url = stage.url("/mail/events")
        assert stage.events.post(url, events, tamper="body") == [503]
        assert stage.events.post(url, events, tamper="unsigned") == [503]
        assert stage.events.post(url, events, tamper="not_base64") == [503]
        assert [row.state for row in stage.rows("SELECT state FROM deliveries")] == ["sent"]

    def test_an_event_that_is_repeated_a_day_later_as_it_was_signed_first_counts(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        events = stage.events.events_for(stage.mail_to("noor@example.nl"), "delivered")
        post = stage.events.signed(events)
        stage.later(hours=24)
        assert post.to(stage.url("/mail/events")) == 200
        stage.later(hours=2)
        assert post.to(stage.url("/mail/events")) == 503
        assert [row.state for row in stage.rows("SELECT state FROM deliveries")] == ["delivered"]

    def test_a_citizens_mail_that_is_repeated_three_days_later_counts_once(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        mail = stage.mail_to("noor@example.nl")
        post = stage.inbound.signed(reply_from(mail, "Ik zag iets."), [mail.from_], mail.to)
        for later, status in ((72, 200), (1, 200), (24, 503)):
            stage.later(hours=later)
            assert post.to(stage.url("/mail/inbound")) == status
        stage.settle()
        assert len(stage.triage.messages) == 1

    def test_events_about_nothing_of_ours_are_taken_and_forgotten(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        events = stage.events.events_for(stage.mail_to("noor@example.nl"), "delivered", tag="d999")
        assert stage.events.post(stage.url("/mail/events"), events) == [200]


def test_an_acknowledgement_and_an_answer_are_tried_again_too(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.sendgrid.fail_next(status=503)
    stage.answers("Noor", "Ik zag iets.")
    assert acknowledgement(stage) == "waiting"
    stage.later(seconds=10)
    assert "Wij hebben uw reactie ontvangen" in stage.mail_to("noor@example.nl").subject
    assert acknowledgement(stage) == "sent"


def test_an_answer_that_got_lost_is_owed_again_and_can_be_given_again(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Ik zag iets.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.sendgrid.drop_next(stored=False)
    stage.writes_answer(stage.carla, reply)
    assert "antwoord niet bekend of hij is aangekomen" in reply.plain()
    assert "nog te doen: antwoord" in reply.plain()
    stage.later(hours=1)
    assert len(stage.mails_to("noor@example.nl")) == 2

    stage.writes_answer(stage.carla, reply)
    assert "afgehandeld door" in reply.plain()
    assert len(stage.mails_to("noor@example.nl")) == 3
