"""Neighbours who got mail lately: told before it is sent, warned of, never held back."""

from tests.doubles.slack import Message
from tests.stage import Stage


def previewed(stage: Stage) -> str:
    """What Anna reads before she files it; she closes it again."""
    preview = stage.previews(stage.anna)
    text = preview.text()
    preview.close()
    return text


def case(stage: Stage, number: int) -> Message:
    """One more burglary in the street, approved and sent."""
    message = stage.asks(None, **{"BVH-nummer (intern)": f"2026-00{number:04}"})
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    return stage.alert_message()


def test_who_got_mail_lately_is_told_on_the_preview_and_on_the_request_until_it_is_approved(stage: Stage) -> None:
    stage.lives("Noor")
    assert "Kreeg al een mail" not in previewed(stage)
    case(stage, 1)
    stage.later(days=8)
    stage.crowd(2)
    case(stage, 2)
    told = "Kreeg al een mail: 3 in de afgelopen 7 dagen."
    stage.lives("Omar")
    assert told in previewed(stage)
    message = stage.asks()
    assert told in message.plain()
    assert "mails of meer" not in message.plain()
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert "Kreeg al een mail" not in stage.alert_message().plain()

    stage.later(days=24)  # the first is 32 days ago
    told = "Kreeg al een mail: 4 in de afgelopen 30 dagen."
    assert told in previewed(stage)
    stage.later(days=7)
    assert "Kreeg al een mail" not in previewed(stage)


def test_who_gets_too_many_is_warned_of_and_gets_it_all_the_same(stage: Stage) -> None:
    stage.lives("Noor")
    for number in range(3):
        case(stage, number)
    stage.crowd(2)
    message = stage.asks()
    assert "1 ontvanger kreeg al 3 mails of meer in 30 dagen." in message.plain()
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert len(stage.mails_to("noor@example.nl")) == 4


def test_a_mail_that_came_back_or_never_went_is_none_that_they_got(stage: Stage) -> None:
    for name in ("Noor", "Omar", "Puck"):
        stage.lives(name)
    case(stage, 1)
    stage.rows("UPDATE deliveries SET state = 'bounce' WHERE id = 1")
    stage.rows("UPDATE deliveries SET state = 'refused' WHERE id = 2")
    assert "Kreeg al een mail: 1 in de afgelopen 7 dagen." in previewed(stage), "the same number is not told twice"
    stage.later(days=8)
    case(stage, 2)
    stage.rows("UPDATE deliveries SET state = 'bounce' WHERE mailing_id = 2 AND participant_id <> 1")
    told = "Kreeg al een mail: 1 in de afgelopen 7 dagen, 2 in de afgelopen 30."
    assert told in previewed(stage)
