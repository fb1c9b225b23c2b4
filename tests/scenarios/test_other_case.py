"""A reply that is relevant to another case: which one, linked both ways; and what a relevant one owes."""

from typing import Any

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal
from tests.stage import Stage, X, Y

CASE, NAME = "1. Bij welke zaak hoort deze reactie?", "BVH-nummer of kenmerk"
LATER = {"Antwoord versturen?": "Nee, later"}
OTHER, UNKNOWN = "Andere zaak: hieronder invullen", "Nog niet bekend"


def another(stage: Stage, street: str, metres: float, bvh: str, **changes: Any) -> Message:
    """An alert so far to the east of the practice street that went out; its message."""
    stage.geocoder.knows(street, "1", "3823 AB", "Amersfoort", X + metres, Y)
    named: dict[str, Any] = {"Straat": street, "Huisnummer (komt niet in de mail)": "1", "BVH-nummer (intern)": bvh}
    message = stage.asks(**named, **changes, Straal="2 km")
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    return stage.alert_message()


@pytest.fixture
def dorpsstraat(stage: Stage) -> Message:
    """The mail about another burglary, near the practice street."""
    stage.lives("Noor")
    return another(stage, "Dorpsstraat", 400, "2026-000777")


@pytest.fixture
def reply(stage: Stage, dorpsstraat: Message) -> Message:
    """What Noor wrote about the practice street."""
    stage.approved()
    return stage.answers("Noor", "Ik zag een grijze bus.")


def form(stage: Stage, reply: Message) -> Modal:
    """What is owed to it; rated first with one click, where nobody did."""
    if "Relevant voor andere zaak" in reply.buttons:
        stage.presses(stage.carla, reply, "Relevant voor andere zaak")
    stage.presses(stage.carla, reply, "Afhandelen")
    return seen(stage.carla)


def chosen(stage: Stage, reply: Message, case: str, name: str = "") -> None:
    assert form(stage, reply).fill({CASE: case, NAME: name or None, **LATER}).submit().closed
    stage.settle()


def test_alerts_near_in_place_and_time_are_suggested_nearest_first(stage: Stage, dorpsstraat: Message) -> None:
    long_ago = {"Begindatum": "2025-12-20", "Einddatum": "2025-12-20"}
    another(stage, "Verweg", 2001, "2026-1001")
    another(stage, "Weleer", 100, "2026-1002", **long_ago)
    another(stage, "Achterweg", 1400, "2026-1003", **{"Begindatum": "2026-01-02", "Einddatum": "2026-01-02"})
    stage.asks(Straat="Kattenbroekstraat")  # not sent
    stage.approved()
    asks = form(stage, stage.answers("Noor", "Ik zag een bus."))
    near = [line for line in asks.text().splitlines() if line.startswith("BM-")]
    assert near == [
        "BM-2026-0001 · Dorpsstraat · 14 jan · op 400 m",
        "BM-2026-0004 · Achterweg · 2 jan · op 1.400 m",
    ]
    assert asks.values[CASE]["text"]["text"] == UNKNOWN


def test_both_sides_say_so_and_a_change_of_mind_moves_it(stage: Stage, dorpsstraat: Message, reply: Message) -> None:
    chosen(stage, reply, "BM-2026-0001 · Dorpsstraat · 14 jan · op 400 m")
    assert "*Relevant voor andere zaak* (Carla Mulder, 13.00) · hoort bij BM-2026-0001" in reply.plain()
    assert "nog te doen: antwoord, BVH\n" in reply.plain()
    assert f"/archives/{stage.intake.id}/p{dorpsstraat.ts.replace('.', '')}" in str(reply.blocks)
    assert "1 reactie van een andere alertering" in dorpsstraat.plain()
    note = dorpsstraat.thread[-1]
    assert note.plain() == "Carla Mulder: een reactie op een andere alertering hoort bij deze zaak."
    assert f"/archives/{stage.triage.id}/p{reply.ts.replace('.', '')}" in str(note.blocks)

    again = form(stage, reply)
    assert again.values[CASE]["value"] == "1"
    assert again.fill({**LATER}).submit().closed
    stage.settle()
    assert len(stage.audited("placed")) == 1, "nothing changed"
    chosen(stage, reply, OTHER, " 2026-999 ")
    assert "hoort bij BVH 2026-999" in reply.plain()
    assert "van een andere alertering" not in dorpsstraat.plain()
    assert "hoort toch niet bij deze zaak" in dorpsstraat.thread[-1].plain()

    stage.presses(stage.carla, reply, "Niet relevant")
    assert "hoort bij" not in reply.plain()
    [kept] = stage.rows("SELECT case_alert_id, case_bvh_number FROM replies")
    assert tuple(kept) == (None, None)
    stage.rates_anew(stage.carla, reply, "Relevant voor andere zaak")
    chosen(stage, reply, OTHER, "bm-2026-0001")
    assert "hoort bij BM-2026-0001" in reply.plain()
    stage.sends_on(stage.carla, reply)
    assert "Dorpsstraat" in stage.burglary.messages[-1].plain()


WRONG = {
    "": (OTHER, "Vul dit in."),
    "geen idee!": (OTHER, "Vul het BVH-nummer in met letters, cijfers en streepjes"),
    "BM-2026-0099": (OTHER, "Wij kennen dit kenmerk niet."),
    "BM-?": (OTHER, "Wij kennen dit kenmerk niet."),
    "BM-2026-0002": (OTHER, "De burger antwoordde juist op de mail over deze zaak."),
    "2026-001234": (OTHER, "De burger antwoordde juist op de mail over deze zaak."),
    "2026-77": (
        "BM-2026-0001 · Dorpsstraat · 14 jan · op 400 m",
        "Kies hierboven 'Andere zaak', of maak dit veld leeg.",
    ),
}


def test_what_is_wrong_is_told_at_the_field(stage: Stage, reply: Message) -> None:
    asks = form(stage, reply)
    for name, (case, told) in WRONG.items():
        errors = asks.fill({CASE: case, NAME: name or None}).submit().errors
        assert list(errors) == [NAME]
        assert errors[NAME].startswith(told), name
    assert not stage.audited("placed")
    assert asks.fill({CASE: UNKNOWN, NAME: None, **LATER}).submit().closed
    stage.settle()
    assert "nog niet bekend bij welke zaak" in reply.plain()


def test_rated_placed_recorded_and_answered_in_five_clicks(stage: Stage, reply: Message) -> None:
    """The fifth is the case; its number is the one in BVH."""
    before = sum(delivery.kind == "interactive" for delivery in stage.slack.deliveries)
    asks = form(stage, reply)
    filled = asks.fill({CASE: "BM-2026-0001 · Dorpsstraat · 14 jan · op 400 m", "In BVH gezet?": ["Staat in BVH"]})
    assert filled.submit().closed
    stage.settle()
    clicks = sum(delivery.kind == "interactive" for delivery in stage.slack.deliveries) - before
    assert clicks + len(["the case", "the tick"]) == 5
    assert "BVH 2026-000777" in reply.plain()
    assert "afgehandeld door Carla Mulder" in reply.plain()
    text = stage.mail_to("noor@example.nl").text
    assert "Wij hebben uw informatie opgeslagen bij een andere zaak." in text


def test_what_is_typed_names_the_case_and_an_old_button_keeps_it(stage: Stage, reply: Message) -> None:
    old = reply.blocks
    assert form(stage, reply).fill({NAME: "2026-999", "In BVH gezet?": ["Staat in BVH"], **LATER}).submit().closed
    stage.settle()
    assert "hoort bij BVH 2026-999" in reply.plain()
    now, reply.blocks = reply.blocks, old
    stage.carla.presses(reply, "Relevant voor andere zaak")
    stage.settle()
    reply.blocks = now
    [kept] = stage.rows("SELECT case_bvh_number, bvh_number FROM replies")
    assert tuple(kept) == ("2026-999", "2026-999")
    stage.presses(stage.carla, reply, "Beoordeling wijzigen")
    assert not seen(stage.carla).fill({"Wordt": "Relevant voor andere zaak"}).submit().errors
    which = seen(stage.carla)
    assert which.fill({which.labels[0]: UNKNOWN, NAME: None}).submit().closed
    stage.settle()
    assert stage.rows("SELECT 1 FROM replies WHERE case_bvh_number IS NULL"), "said to be unknown after all"


def test_a_relevant_reply_is_handled_when_it_was_decided_whether_detectives_get_it(
    stage: Stage, reply: Message
) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    assert "nog te doen: inbrakenteam, antwoord, BVH\n" in reply.plain()
    stage.presses(stage.carla, reply, "Niet doorzetten")
    assert "nog te doen: antwoord, BVH\n" in reply.plain()
    assert "niet doorgezet (Carla Mulder)" in reply.plain()
    assert "Niet doorzetten" not in reply.buttons
    cees = stage.joins(stage.triage, "cees", "Cees Smit")
    stage.presses(cees, reply, "Meer ...")
    offered = seen(cees).view.blocks[1]["element"]["options"]
    offered[0] = {**offered[0], "value": "do_not_escalate"}  # an older list
    outcome = seen(cees).fill({"Wat wilt u doen?": offered[0]["text"]["text"]}).submit()
    assert [*outcome.errors.values()] == ["Carla Mulder heeft deze al opgepakt."]
    assert [line.who for line in stage.audited("did_not_escalate")] == [stage.carla.id]

    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    assert "nog te doen: inbrakenteam" in reply.plain()  # a new rating is decided about anew
    stage.presses(stage.carla, reply, "Niet doorzetten")
    stage.sends_on(stage.carla, reply)  # on second thoughts
    assert "niet doorgezet" not in reply.plain()
    assert "inbrakenteam: nog niet gelezen" in reply.plain()
