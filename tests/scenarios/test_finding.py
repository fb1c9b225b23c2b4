"""Looking for an alert, a reply, a lead: everybody finds what their role may see, and only they are told."""

import re

import pytest

from tests.doubles.slack import Message
from tests.scenarios.steps.finding import finds
from tests.stage import Stage

HINT = "U kunt zoeken op kenmerk (BM-2026-0042), straat of BVH-nummer."


@pytest.fixture
def replies(stage: Stage) -> list[Message]:
    """Three replies to two alerts; the second is a lead."""
    for name in ("Noor", "Omar", "Puck"):
        stage.lives(name)
    stage.approved()
    noor = stage.answers("Noor", "Bij Café de Hoek stond de 12-GBK-3. Bel 06-12345678 of noor@example.nl.")
    omar = stage.answers("Omar", "Mijn buurvrouw (buur@example.org) zag 100% zeker een bus.")
    stage.asks(stage.anna, Straat="Élisabethlaan", **{"BVH-nummer (intern)": "2026-009999", "Adres onbekend?": CENTRE})
    stage.presses(stage.bram, stage.alert_message(), "Goedkeuren en versturen")
    puck = stage.answers("Puck", "Niets gezien, bel 06 12345678.")
    stage.sends_on(stage.carla, omar)
    return [noor, omar, puck]


CENTRE = "Ga uit van het midden van de postcode"


def test_a_responder_finds_words_however_they_are_written(stage: Stage, replies: list[Message]) -> None:
    for what in ("cafe hoek", "CAFÉ", "12gbk3", "12 gbk 3", "hoek stond", "Noor@example.nl"):
        told = finds(stage, stage.carla, stage.triage, what)
        assert "1 resultaat" in told.plain() or what == "Noor@example.nl", what
        assert "Reactie op BM-2026-0001 · Kattenbroekstraat" in told.plain(), what
        assert "Bij Café de Hoek stond de 12-GBK-3. Bel ••• of •••." in told.plain()
        assert replies[0].ts.replace(".", "") in str(told.blocks)
        for hidden in ("12345678", "noor@example.nl"):
            assert hidden not in str(told.blocks) + told.text
    assert "nog niet afgehandeld" in told.plain()
    both = finds(stage, stage.carla, stage.triage, "+31 6 12345678").plain()
    assert both.index("BM-2026-0002") < both.index("BM-2026-0001"), "newest first"
    assert "zag 100% zeker" in finds(stage, stage.carla, stage.triage, "buur@example.org").plain()
    kinds = ["words", "words", "plate", "plate", "words", "email", "phone", "email"]
    lines = [str(row.details) for row in stage.audited("searched")]
    assert [kind for kind, line in zip(kinds, lines, strict=True) if kind not in line] == []
    assert "12345678" not in str(lines)


def test_who_wrote_it_is_found_by_their_number_in_any_writing(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    link = min(re.findall(r"https://\S+/reageren/\S+", stage.mail_to("noor@example.nl").text), key=len)
    stage.sends_form(link, what="Ik zag een bus.", phone="0032 (0)475–12.34.56")
    stage.settle()
    for what in ("+32 475 12 34 56", "0032475123456", "+32 (0)475/123456"):
        assert "1 resultaat" in finds(stage, stage.carla, stage.triage, what).plain(), what
    assert "Niets gevonden." in finds(stage, stage.carla, stage.triage, "0475 123456").plain(), "a Dutch one"


def test_wildcards_are_letters_like_others(stage: Stage, replies: list[Message]) -> None:
    assert "1 resultaat" in finds(stage, stage.carla, stage.triage, "100%").plain()
    for what in ("1%0", "bu_", "b%s zeker", "\\%%%", "'; DROP TABLE replies; --"):
        assert "Niets gevonden." in finds(stage, stage.carla, stage.triage, what).plain(), what


def test_intake_finds_alerts_and_not_a_word_of_a_citizen(stage: Stage, replies: list[Message]) -> None:
    for what in ("elisabeth", "ÉLISABETHLAAN", "2026-009999", "009999", "bm-2026-0002"):
        told = finds(stage, stage.anna, stage.intake, what)
        assert "1 resultaat" in told.plain(), what
        assert "BM-2026-0002 · Élisabethlaan · wo 14 jan, 13.00 · Verstuurd" in told.plain().replace("*", "")
        assert stage.alert_message().ts.replace(".", "") in str(told.blocks)
    for what in ("cafe", "12-GBK-3", "06 12345678", "noor@example.nl"):
        told = finds(stage, stage.anna, stage.intake, what)
        assert "Niets gevonden." in told.plain(), what
        assert HINT in told.plain()
        assert "kenteken" not in told.plain()


def test_the_burglary_team_finds_leads_and_their_alerts(stage: Stage, replies: list[Message]) -> None:
    told = finds(stage, stage.daan, stage.burglary, "BM-2026-0001").plain()
    assert "2 resultaten" in told
    assert "Tip: BM-2026-0001 · Kattenbroekstraat" in told
    assert "nog geen uitslag" in told
    assert "Café" not in told
    assert "Tip" in finds(stage, stage.daan, stage.burglary, "buur@example.org").plain(), "it stands in the lead"
    for what in ("cafe", "elisabethlaan", "12-gbk-3", "omar@example.nl", "06 12345678"):
        assert "Niets gevonden." in finds(stage, stage.daan, stage.burglary, what).plain(), what


def test_superusers_find_all_strangers_nothing_and_the_empty_question_is_helped(
    stage: Stage, replies: list[Message]
) -> None:
    told = finds(stage, stage.els, stage.supervision, "BM-2026-0001").plain()
    assert "3 resultaten" in told
    vera = stage.joins(stage.triage, "vera", "Vera Vreemd", is_restricted=True)
    assert finds(stage, vera, stage.triage, "cafe").plain() == "U heeft geen toegang. Vraag een superuser om hulp."
    told = finds(stage, stage.carla, stage.triage, "").plain()
    assert "Wat zoekt u?" in told
    assert "kenteken, telefoonnummer of e-mailadres" in told
    assert len(stage.rows("SELECT 1 FROM audit WHERE what = 'searched'")) == 1
    stage.rows("UPDATE replies SET erased_at = '2026-01-14 12:00:00' WHERE id = 1")
    assert "Niets gevonden." in finds(stage, stage.carla, stage.triage, "cafe").plain()


def test_what_the_citizen_wrote_on_is_told_in_the_words_that_hold_it(stage: Stage, replies: list[Message]) -> None:
    stage.answers("Puck", "Toch wel: de 34-HPX-5.")
    stage.sends_on(stage.carla, replies[2])
    for person, channel in ((stage.carla, stage.triage), (stage.daan, stage.burglary)):
        told = finds(stage, person, channel, "34hpx5").plain()
        assert "1 resultaat" in told
        assert "Toch wel: de 34-HPX-5." in told
        assert "Niets gezien" not in told
        assert "Niets gezien" in finds(stage, person, channel, "06 12345678").plain()


def test_pasted_quotes_dashes_and_spaces_find_the_same(stage: Stage, replies: list[Message]) -> None:
    for what in ("“Kattenbroekstraat”", "„kattenbroekstraat“", "Katten\u00adbroek\u200bstraat", "'Kattenbroekstraat'"):
        assert "BM-2026-0001" in finds(stage, stage.carla, stage.triage, what).plain(), what
    for what in ("BM-2026-2", "BM‑2026‑2", "bm\u00a02026\u00a02", "“BM-2026-0002”", "2026009999", "2026 009999"):
        told = finds(stage, stage.carla, stage.triage, what).plain()
        assert "BM-2026-0002" in told, what
        assert "BM-2026-0001 ·" not in told, what
