"""What stays in a text is seen by who approves it; of origin, belief and the like it takes their own tick."""

from typing import Any

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal
from tests.scenarios.guarded import details, keeps, offered
from tests.stage import Stage, choose

SEND = "Goedkeuren en versturen"
AGREED = "Uw akkoord"
TICK = "Ik heb dit gelezen en vind het nodig"
WHY = "Twee getuigen noemden het als eerste."
TEXT = "De deur is opengebroken door een Poolse man."


@pytest.fixture
def kept(stage: Stage) -> Message:
    """A request in which the origin of somebody stays."""
    stage.lives("Noor")
    return files(stage, TEXT, "Poolse")


def files(stage: Stage, text: str, *words: str) -> Message:
    found = stage.previews(stage.anna, **{"Wat is er gebeurd?": text})
    assert not keeps(found, *words, reason=WHY).errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    return stage.alert_message()


def amends(stage: Stage, message: Message, **changes: Any) -> Modal:
    """Bram changes the text; what he sees then."""
    stage.presses(stage.bram, message, "Aanpassen")
    assert not seen(stage.bram).fill(changes).submit().errors
    return seen(stage.bram)


def statuses(stage: Stage) -> list[str]:
    return [row.status for row in stage.rows("SELECT status FROM alerts")]


def test_the_approver_reads_what_stays_and_why_and_ticks_before_it_is_sent(stage: Stage, kept: Message) -> None:
    stage.presses(stage.bram, kept, SEND)
    form = seen(stage.bram)
    assert not stage.sendgrid.sent
    assert f"Blijft staan: „Poolse” (afkomst). Anna Bakker: {WHY}" in form.text()
    assert TEXT in form.text()
    assert "Aantal ontvangers" not in form.labels
    assert form.submit().by_client  # Slack asks for the tick
    assert form.fill({AGREED: TICK}).submit().closed
    stage.settle()
    assert "Poolse man" in stage.mail_to("noor@example.nl").text
    told = details(stage, "approved")
    assert told["agreed"] == ["origin"]
    assert "Poolse" not in str(told)


def test_without_the_tick_it_is_refused_also_where_slack_asks_for_none(stage: Stage, kept: Message) -> None:
    stage.presses(stage.bram, kept, SEND)
    form = seen(stage.bram)
    for block in form.view.blocks:
        block["optional"] = True
    told = "Vink aan dat u dit heeft gelezen en nodig vindt, of pas de tekst aan."
    assert form.submit().errors == {AGREED: told}
    stage.settle()
    assert statuses(stage) == ["requested"]


def test_a_button_that_asks_no_tick_opens_the_form_that_does(stage: Stage, kept: Message) -> None:
    [button] = [control for control in kept.controls if control.label == SEND]
    button.element["action_id"] = "approve"  # as it was drawn before anything stayed
    stage.presses(stage.bram, kept, SEND)
    assert AGREED in seen(stage.bram).labels
    assert statuses(stage) == ["requested"]


def test_the_requester_can_not_agree_with_themselves(stage: Stage, kept: Message) -> None:
    stage.presses(stage.anna, kept, SEND)
    assert stage.anna.modal is None
    assert "Een collega moet hem versturen." in stage.ephemeral(stage.anna, stage.intake)


def test_who_proposed_to_keep_it_does_not_agree_to_it_either(stage: Stage, request_message: Message) -> None:
    found = amends(stage, request_message, **{"Wat is er gebeurd?": TEXT})
    assert not keeps(found, "Poolse", reason=WHY).errors
    assert choose(seen(stage.bram), "Terugsturen met voorstel").closed
    stage.settle()
    stage.presses(stage.anna, request_message, "Voorstel overnemen")
    stage.presses(stage.bram, request_message, SEND)
    assert stage.bram.modal is None
    told = "U koos zelf dat Poolse blijft staan. Een andere collega moet daarmee akkoord gaan."
    assert stage.ephemeral(stage.bram, stage.intake) == told
    assert statuses(stage) == ["requested"]


def test_what_stays_of_another_kind_asks_no_tick(stage: Stage) -> None:
    stage.lives("Noor")
    message = files(stage, "Bel 06-12345678.", "06-12345678")
    assert f"Blijft staan: „06-12345678” (telefoonnummer). Anna Bakker: {WHY}" in message.plain()
    stage.presses(stage.bram, message, SEND)
    assert "06-12345678" in stage.mail_to("noor@example.nl").text
    assert "agreed" not in details(stage, "approved")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Bel 06-12345678.", "Nodig als er iets blijft staan."),
        ("De deur is geforceerd. Bel 06-12345678.", "Nodig bij alles behalve politietaal."),
        (TEXT, "Nodig als er iets blijft staan. Bij afkomst, geloof, gezondheid of geaardheid moet ook de collega"),
    ],
)
def test_why_it_is_asked_speaks_of_no_more_than_was_found(stage: Stage, text: str, hint: str) -> None:
    stage.lives("Noor")
    found = stage.previews(stage.anna, **{"Wat is er gebeurd?": text})
    [told] = [block["hint"]["text"] for block in found.view.blocks if block.get("block_id") == "keep_reason"]
    assert told.startswith(hint)
    assert ("geaardheid" in told) == ("geaardheid" in hint)


def test_a_change_keeps_what_was_kept_and_asks_about_what_is_new(stage: Stage, kept: Message) -> None:
    preview = amends(stage, kept, **{"Wat is er gebeurd?": TEXT + " Zag u hem?"})
    assert f"Blijft staan: „Poolse” (afkomst). Anna Bakker: {WHY}" in preview.text()
    assert preview.fill({"Wat wilt u doen?": "Alleen opslaan"}).submit().closed
    stage.settle()
    assert "Zag u hem?" in kept.plain()
    found = amends(stage, kept, **{"Wat is er gebeurd?": TEXT + " Bel dhr. Jansen."})
    assert len(offered(found)) == 1
    assert not keeps(found, "Jansen", reason="Hij vroeg het zelf.").errors
    assert choose(seen(stage.bram), "Alleen opslaan").closed
    stage.settle()
    told = kept.plain()
    assert f"„Poolse” (afkomst). Anna Bakker: {WHY}" in told
    assert "(naam). Bram Visser: Hij vroeg het zelf." in told
    assert details(stage, "amended")["kept"] == ["origin", "name"]


def test_words_that_went_are_kept_no_more(stage: Stage, kept: Message) -> None:
    preview = amends(stage, kept, **{"Wat is er gebeurd?": "De deur is opengebroken."})
    assert "Blijft staan" not in preview.text()
    assert preview.fill({"Wat wilt u doen?": "Alleen opslaan"}).submit().closed
    stage.settle()
    assert "Blijft staan" not in kept.plain()
    found = amends(stage, kept, **{"Wat is er gebeurd?": TEXT})  # they come back: a reason anew
    assert offered(found)


def test_who_changes_and_sends_in_one_go_ticks_too(stage: Stage, kept: Message) -> None:
    preview = amends(stage, kept, **{"Wat willen wij weten?": "Zag u hem?"})
    send = "Opslaan, goedkeuren en versturen naar 1 ontvanger"
    assert list(choose(preview, send).errors) == [AGREED]
    assert not stage.sendgrid.sent
    assert choose(seen(stage.bram), send, **{AGREED: TICK}).closed
    stage.settle()
    assert "Poolse man" in stage.mail_to("noor@example.nl").text
    assert details(stage, "approved")["agreed"] == ["origin"]


def test_what_nobody_decided_about_is_not_sent(stage: Stage, request_message: Message) -> None:
    """As when the rules were bettered after it was filed."""
    stage.rows("UPDATE alerts SET what_happened = 'Een Poolse man.'")
    stage.presses(stage.bram, request_message, SEND)
    told = "De tekst bevat Poolse. Niemand besloot dat dit mag blijven staan. Pas eerst de tekst aan."
    assert stage.ephemeral(stage.bram, stage.intake) == told
    assert statuses(stage) == ["requested"]
    assert not stage.sendgrid.sent
    found = amends(stage, request_message)
    assert not keeps(found).errors
    assert choose(seen(stage.bram), "Terugsturen met voorstel").closed
    stage.settle()
    stage.presses(stage.anna, request_message, "Voorstel overnemen")
    stage.presses(stage.bram, request_message, SEND)
    assert "Poolse" not in stage.mail_to("noor@example.nl").text


def test_police_language_that_nobody_decided_about_blocks_nothing(stage: Stage, request_message: Message) -> None:
    stage.rows("UPDATE alerts SET what_happened = 'De deur is geforceerd.'")
    stage.presses(stage.bram, request_message, SEND)
    assert "geforceerd" in stage.mail_to("noor@example.nl").text


def test_a_request_of_before_shows_its_one_reason(stage: Stage, request_message: Message) -> None:
    stage.rows("UPDATE alerts SET keep_reason = 'De eigenaar vroeg het zelf.'")
    stage.presses(stage.bram, request_message, SEND)
    stage.presses(stage.bram, request_message, "Bekijk mail")
    assert "Waarom iets in de tekst blijft staan: De eigenaar vroeg het zelf." in seen(stage.bram).text()


class TestWhereANumberIsAskedToo:
    @pytest.fixture
    def overrides(self) -> dict[str, object]:
        return {"reach_confirm_above": 0}

    def test_both_are_asked_in_one_form(self, stage: Stage, kept: Message) -> None:
        stage.presses(stage.bram, kept, SEND)
        form = seen(stage.bram)
        assert form.fill({AGREED: TICK, "Aantal ontvangers": "2"}).submit().errors
        assert form.fill({"Aantal ontvangers": "1"}).submit().closed
        stage.settle()
        assert stage.mail_to("noor@example.nl")


def test_an_outcome_is_guarded_the_same(stage: Stage) -> None:
    stage.lives("Noor")
    alert = stage.approved()
    stage.presses(stage.anna, alert, "Afloop melden")
    form = seen(stage.anna).fill({"Hoe is het afgelopen?": "De Poolse verdachte dhr. Jansen is aangehouden."})
    assert not form.submit().errors
    found = seen(stage.anna)
    assert not keeps(found, "Poolse", reason=WHY).errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    message = stage.alert_message()
    assert "Jansen" not in message.plain()
    stage.presses(stage.bram, message, SEND)
    assert seen(stage.bram).fill({AGREED: TICK}).submit().closed
    stage.settle()
    assert "De Poolse verdachte" in stage.mail_to("noor@example.nl").text
