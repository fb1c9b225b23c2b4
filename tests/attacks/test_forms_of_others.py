"""A form names what it is about: whoever changes that gets nothing of what is another's."""

import json
from collections.abc import Callable

import pytest

from bot.slack import ids
from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.looks import WHY
from tests.stage import Stage

NO_ACCESS = "U heeft geen toegang. Vraag een superuser om hulp."
TWO_OBJECTS = {
    ids.LOOK_FORM: "a reply and a lead: this file",
    ids.CALLED_FORM: "a call and a reply: this file",
    ids.TAKEN_FORM: "a reply and a button's own: this file",
    ids.REQUEST_FORM: "a draft of one's own, which names the rest: tests/scenarios/test_who_may.py",
    ids.OUTCOME_FORM: "a draft of one's own: tests/scenarios/test_who_may.py",
    ids.PREVENTIVE_FORM: "the same",
}
ONE_OBJECT = {
    *(ids.APPROVE_FORM, ids.CLOSING_FORM, ids.JUDGE_FORM, ids.RETURN_FORM, ids.ANSWER_FORM, ids.QUESTION_FORM),
    *(ids.CALLBACK_FORM, ids.MANY_FORM, ids.TEMPLATE_FORM, ids.OFFENCE_FORM, ids.BVH_FORM, ids.RESTORE_FORM),
    *(ids.TAKE_OUT_FORM, ids.NO_MORE_MAILS_FORM, ids.CALL_FORM, ids.CASE_FORM, ids.HOLD_FORM, ids.FLOOD_VIEW),
    *(ids.SURVEY_FORM, ids.SURVEY_APPROVE_FORM, ids.SURVEY_RETURN_FORM, ids.ASSIGN_FORM, ids.RATE_FORM, ids.LOOK_VIEW),
    *(ids.CAMPAIGN_FORM, ids.RESULT_FORM, ids.REOPEN_FORM),
    *(ids.ASK_FORM, ids.AMEND_FORM, ids.WITHDRAW_FORM, ids.MAIL_VIEW, ids.HANDLE_FORM, ids.RERATE_FORM),
    *(ids.MORE_FORM, ids.CHOOSE_MAIL_FORM, ids.DECIDE_BATCH_FORM, ids.DECIDE_POST_FORM, ids.EVIDENCE_FORM),
    *(ids.READ_FORM, ids.SURVEY_WITHDRAW_FORM, ids.HAND_OVER_FORM, ids.CORRECT_FORM, ids.PAUSE_FORM),
}
"""Whose role may act on any of them: another number is another one's own form, opened honestly."""


def test_each_form_is_in_one_of_the_tables() -> None:
    forms = {value for name, value in vars(ids).items() if name.endswith(("_FORM", "_VIEW")) and name.isupper()}
    told = set(TWO_OBJECTS) | ONE_OBJECT
    assert forms - told == set(), "does it name one object, or two that must belong together?"
    assert not set(TWO_OBJECTS) & ONE_OBJECT


@pytest.fixture
def replies(stage: Stage) -> tuple[Message, Message]:
    """Noor's reply, which is a lead, and Omar's, which is none."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    first, second = stage.answers("Noor", "Een bus."), stage.answers("Omar", "Een auto. Bel 06-12345678.")
    stage.presses(stage.carla, first, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, first)
    return first, second


def changed(person: Person, change: Callable[[str], str]) -> Modal:
    form = seen(person)
    told, opened_from, channel = form.private_metadata.partition("\nfrom ")
    form.view.content["private_metadata"] = f"{change(told)}{opened_from}{channel}"
    return form


def test_a_leads_form_shows_no_other_reply(stage: Stage, replies: tuple[Message, Message]) -> None:
    lead = stage.burglary.messages[-1].thread[-1]
    for metadata in ("contact_data:2:1", "original:2:1", "contact_data:1:7", "contact_data:2:0"):
        stage.presses(stage.daan, lead, "Toon gegevens")
        form = changed(stage.daan, lambda _, told=metadata: told)  # type: ignore[misc]
        assert form.fill({WHY: "Onderzoek"}).submit().errors == {WHY: NO_ACCESS}, metadata
        form.close()
    assert not stage.audited("saw_contact_data")
    assert not stage.audited("saw_original")


def test_a_call_closes_with_its_own_reply_only(stage: Stage, replies: tuple[Message, Message]) -> None:
    first, second = replies
    stage.presses(stage.carla, second, "Terugbellen")
    assert seen(stage.carla).submit().closed
    stage.settle()
    stage.presses(stage.carla, second, "Gebeld")
    form = changed(stage.carla, lambda told: told.replace(":2:", ":1:"))
    assert form.fill({"Wat is er besproken?": "Niets."}).submit().errors
    stage.settle()
    assert not stage.audited("called_back")
    assert "Niets." not in str([note.blocks for note in first.thread])


def test_going_on_with_one_reply_is_no_way_to_another_that_a_colleague_has(
    stage: Stage, replies: tuple[Message, Message]
) -> None:
    first, second = replies
    cees = stage.joins(stage.triage, "cees", "Cees Jansen")
    stage.presses(stage.carla, first, "Ik pak dit op")
    stage.presses(stage.carla, second, "Ik pak dit op")
    stage.presses(cees, first, "Vraag stellen")
    assert seen(cees).callback_id == ids.TAKEN_FORM
    changed(cees, lambda told: json.dumps({**json.loads(told), "value": "2"})).submit()
    stage.settle()
    asked = seen(cees)
    assert (asked.callback_id, json.loads(asked.private_metadata.partition("\nfrom ")[0])["reply_id"]) == (
        ids.TAKEN_FORM,
        2,
    )
    assert "Een auto." not in asked.text()
