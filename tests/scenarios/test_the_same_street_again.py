"""The same street again: a second burglary near the first one, and the mail with tips that the bot proposes then."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import BESIDE, SEND, withdraws
from tests.scenarios.steps.repeats import (
    ASK,
    NO,
    NUMBER,
    SECOND,
    THIRD,
    files,
    goes_out,
    it_happens_again,
    proposal,
    proposals,
    told,
)
from tests.stage import Stage, X, Y


@pytest.fixture
def again(stage: Stage) -> Message:
    return it_happens_again(stage)


def test_the_whole_story(stage: Stage, again: Message) -> None:
    assert "Opnieuw inbraak dichtbij · Kattenbroekstraat" in again.plain()
    assert "BM-2026-0002 · Kattenbroekstraat" in again.plain()
    assert "BM-2026-0001 · Kattenbroekstraat" in again.plain()
    assert again.buttons == [ASK, NO]

    stage.presses(stage.anna, again, ASK)
    form = seen(stage.anna)
    assert form.title == "Preventieve mail"
    assert "naar wie tips wil" in form.text()
    assert not form.submit().errors
    preview = seen(stage.anna)
    assert "*2 mensen* krijgen deze mail zodra een collega hem goedkeurt." in preview.text()
    assert "*Gebied:* 300 m" in preview.text()
    assert "Tips tegen inbraak in uw buurt [BM-2026-0002]" in preview.text()
    assert preview.submit().closed
    stage.settle()

    message = stage.alert_message()
    assert "Preventieve mail BM-2026-0002-P1 · Woninginbraak · Kattenbroekstraat" in message.plain()
    assert "2 mensen binnen 300 m" in message.plain()
    assert message.buttons == [SEND, *BESIDE]
    assert "*Aangevraagd* door Anna Bakker: BM-2026-0002-P1" in again.plain()
    assert again.buttons == []
    stage.presses(stage.anna, message, SEND)
    assert stage.ephemeral(stage.anna, stage.intake).startswith("U vroeg deze mail zelf aan.")
    stage.presses(stage.bram, message, SEND)
    assert "2 van 2 verstuurd" in message.plain()

    mail = stage.mail_to("noor@example.nl")
    assert mail.subject == "Tips tegen inbraak in uw buurt [BM-2026-0002]"
    for words in (mail.text, mail.html):
        assert "De laatste keer was in de Kattenbroekstraat." in words
        assert "Doe uw deuren en ramen op slot" in words
        assert "U krijgt deze tips omdat u meedoet aan Burgernet." in words
        assert "40" not in words.replace("4052", "")
        assert "De voordeur" not in words


def test_it_is_proposed_once_and_stands_as_it_was_after_a_restart(stage: Stage, again: Message) -> None:
    stage.restart()
    stage.settle()
    stage.later(days=1)
    assert proposals(stage) == [again]
    assert again.buttons == [ASK, NO]


def test_who_says_no_is_named_and_may_come_back_to_it(stage: Stage, again: Message) -> None:
    stage.presses(stage.bram, again, NO)
    assert "*Niet nodig* volgens Bram Visser · wo 14 jan, 13.00" in again.plain()
    assert again.buttons == ["Toch aanvragen"]
    stage.presses(stage.anna, again, "Toch aanvragen")
    assert seen(stage.anna).title == "Preventieve mail"
    seen(stage.anna).close()
    message = files(stage, stage.anna, again, "Toch aanvragen")
    assert "BM-2026-0002-P1" in message.plain()
    assert "*Aangevraagd* door Anna Bakker" in again.plain()


def test_two_who_press_at_once(stage: Stage, again: Message) -> None:
    for person in (stage.anna, stage.bram):
        stage.presses(person, again, ASK)
        assert not seen(person).submit().errors
    with ThreadPoolExecutor(2) as both:
        outcomes = list(both.map(lambda person: seen(person).submit(), [stage.anna, stage.bram]))
    assert sorted(outcome.closed for outcome in outcomes) == [False, True]
    [refused] = [outcome for outcome in outcomes if not outcome.closed]
    assert "vroeg deze mail al aan: BM-2026-0002-P1." in str(refused.errors)
    stage.settle()
    assert [row.reference for row in stage.rows("SELECT reference FROM alerts WHERE kind = 'preventive'")] == [
        "BM-2026-0002-P1"
    ]


def test_who_says_no_while_another_asks_is_told(stage: Stage, again: Message) -> None:
    stage.presses(stage.bram, again, ASK)
    drawn = again.blocks
    files(stage, stage.anna, again)
    again.blocks = drawn  # Slack still shows the old message
    stage.presses(stage.bram, again, NO)
    assert stage.ephemeral(stage.bram, stage.intake) == "Anna Bakker vroeg deze mail al aan: BM-2026-0002-P1."
    outcome = seen(stage.bram).submit()
    assert not outcome.errors
    assert "Anna Bakker vroeg deze mail al aan" in str(seen(stage.bram).submit().errors)


def test_a_request_that_was_withdrawn_leaves_the_proposal_open(stage: Stage, again: Message) -> None:
    withdraws(stage, stage.anna, files(stage, stage.anna, again))
    assert again.buttons == [ASK, NO]
    message = files(stage, stage.bram, again)
    assert "BM-2026-0002-P2" in message.plain()
    stage.presses(stage.anna, message, SEND)
    assert stage.mail_to("noor@example.nl").subject.startswith("Tips")


def test_who_had_tips_lately_or_wants_none_is_left_out(stage: Stage, again: Message) -> None:
    stage.lives("Puck")
    stage.lives("Quinten")
    stage.rows("UPDATE participants SET wants_preventive = :no WHERE name = 'Puck'", no=False)
    stage.rows("UPDATE participants SET wants_alerts = :no WHERE name = 'Quinten'", no=False)
    stage.presses(stage.bram, files(stage, stage.anna, again), SEND)
    assert told(stage) == ["noor@example.nl", "omar@example.nl", "quinten@example.nl"]

    stage.later(days=2)
    stage.lives("Roos")
    goes_out(stage, **THIRD)
    assert len(proposals(stage)) == 1  # all but Roos had tips two days ago
    stage.later(days=2)
    stage.lives("Sam")
    stage.geocoder.knows("Kattenbroekstraat", "50", "3823 AB", "Amersfoort", X + 60, Y)
    goes_out(stage, **THIRD | {"BVH-nummer (intern)": "2026-009999", NUMBER: "50"})
    assert len(proposals(stage)) == 2
    message = files(stage, stage.anna, proposals(stage)[-1])
    stage.presses(stage.bram, message, SEND)
    assert len(told(stage)) == 3 + 5


def test_of_two_mails_that_were_approved_at_once_who_is_in_both_gets_the_first(stage: Stage, again: Message) -> None:
    stage.lives("Verweg", metres=700)
    stage.geocoder.knows("Zwaluwenstraat", "1", "3823 AB", "Amersfoort", X + 400, Y)
    stage.geocoder.knows("Zwaluwenstraat", "3", "3823 AB", "Amersfoort", X + 420, Y)
    elsewhere = {"Straat": "Zwaluwenstraat", "Straal": "400 m"}
    goes_out(stage, **elsewhere, **{NUMBER: "1", "BVH-nummer (intern)": "2026-000301"})
    goes_out(stage, **elsewhere, **{NUMBER: "3", "BVH-nummer (intern)": "2026-000302"})
    assert len(proposals(stage)) == 2
    stage.overrides["send_hold_seconds"] = 60
    stage.restart()
    first, second = (files(stage, stage.anna, one) for one in proposals(stage))
    for message in (first, second):
        stage.presses(stage.bram, message, SEND)
    stage.later(seconds=90)
    assert told(stage) == sorted(set(told(stage)))
    assert {"noor@example.nl", "omar@example.nl", "verweg@example.nl"} <= set(told(stage))


def test_a_third_one_joins_the_proposal_that_waits(stage: Stage, again: Message) -> None:
    goes_out(stage, **THIRD)
    assert proposals(stage) == [again]
    assert "BM-2026-0003" in again.plain()
    stage.presses(stage.bram, again, NO)
    stage.geocoder.knows("Kattenbroekstraat", "50", "3823 AB", "Amersfoort", X + 60, Y)
    goes_out(stage, **THIRD | {"BVH-nummer (intern)": "2026-009999", NUMBER: "50"})
    assert len(proposals(stage)) == 2  # it goes on: asked anew


@pytest.mark.parametrize(
    "changes",
    [
        {"BVH-nummer (intern)": "2026-001234"},
        {"Delict": "Straatroof"},
        {"Begindatum": "2025-12-31", "Einddatum": "2025-12-31", "Eindtijd": "11:29"},
        {NUMBER: "60"},
    ],
    ids=["the same case", "another offence", "a minute too early", "a metre too far"],
)
def test_what_is_no_repeat(stage: Stage, changes: dict[str, str]) -> None:
    stage.lives("Noor", metres=120)
    stage.geocoder.knows("Kattenbroekstraat", "40", "3823 AB", "Amersfoort", X + 200, Y)
    stage.geocoder.knows("Kattenbroekstraat", "60", "3823 AB", "Amersfoort", X + 201, Y)
    goes_out(stage)
    goes_out(stage, **SECOND | {"Begintijd": "09:00"} | changes)
    assert not proposals(stage)


def test_what_was_no_crime_after_all_is_no_burglary(stage: Stage) -> None:
    stage.lives("Noor")
    stage.geocoder.knows("Kattenbroekstraat", "40", "3823 AB", "Amersfoort", X + 120, Y)
    stage.closes(stage.anna, goes_out(stage), "Geen misdrijf")
    second = goes_out(stage, **SECOND)
    assert not proposals(stage)
    goes_out(stage, **THIRD)
    stage.closes(stage.anna, second, "Geen misdrijf")
    stage.presses(stage.anna, proposal(stage), NO)
    assert "BM-2026-0002" in proposal(stage).plain()  # it stands as it was proposed


def test_exactly_as_far_and_as_long_ago_as_may_be_is_one_and_an_attempt_counts(stage: Stage) -> None:
    stage.lives("Noor", metres=120)
    stage.geocoder.knows("Kattenbroekstraat", "40", "3823 AB", "Amersfoort", X + 200, Y)
    goes_out(stage)
    days = {"Begindatum": "2025-12-31", "Einddatum": "2025-12-31", "Begintijd": "09:00"}
    goes_out(stage, **SECOND | days, Delict="Poging woninginbraak")
    assert "BM-2026-0001" in proposal(stage).plain().partition("BM-2026-0002")[0]  # the newest first
    message = files(stage, stage.anna, proposal(stage))
    assert "BM-2026-0001-P1" in message.plain()  # about the newest, whichever was mailed first


def test_nothing_is_proposed_while_the_second_one_waits_or_is_stopped(stage: Stage) -> None:
    stage.lives("Noor")
    stage.geocoder.knows("Kattenbroekstraat", "40", "3823 AB", "Amersfoort", X + 120, Y)
    goes_out(stage)
    message = stage.asks(**SECOND)
    assert not proposals(stage)
    withdraws(stage, stage.anna, message)
    assert not proposals(stage)
