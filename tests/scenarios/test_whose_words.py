"""Four eyes look at the words too: nobody sends alone what they wrote alone."""

from typing import Any

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal
from tests.scenarios.guarded import keeps
from tests.scenarios.steps.alerts import SEND, amends, offers, previewed, statuses, withdraws
from tests.stage import FORM, Stage, choose

SEND_AT_ONCE = "Opslaan, goedkeuren en versturen naar 60 ontvangers"
PROPOSE = "Terugsturen met voorstel"
TAKE_OVER = "Voorstel overnemen"
REPLACED: dict[str, Any] = {
    "Delict": "Straatroof",
    "Wat is er gebeurd?": "Een jongen met een pet beroofde een vrouw.",
    "Signalement of voertuig": "Hij rende naar het station.",
    "Wat willen wij weten?": "Weet u waar hij woont?",
    "Straal": "1 km",
}
"""Nothing of a harmless request is left."""
OWN_WORDS = "U schreef deze tekst zelf. Een andere collega moet hem versturen."
ADDED = {"Wat is er gebeurd?": f"{FORM['Wat is er gebeurd?']} Er stond ook een ladder."}
OTHER = {"Wat is er gebeurd?": "De achterdeur is opengebroken. Er zijn sieraden weg."}


@pytest.fixture
def crowded(stage: Stage) -> Message:
    """A harmless request of Anna's, that 60 people would get."""
    stage.crowd(60)
    return stage.asks()


def options(preview: Modal) -> list[str]:
    [choice] = [block for block in preview.view.blocks if block.get("block_id") == "choice"]
    return [option["value"] for option in choice["element"]["options"]]


def forces(preview: Modal, value: str) -> dict[str, str]:
    """What is told who sends in what the form did not offer."""
    offers(preview, value)
    return preview.fill({"choice": value}).submit().errors


def proposes(stage: Stage, message: Message, **changes: Any) -> None:
    amends(stage, stage.bram, message, PROPOSE, **(changes or OTHER))


def test_who_replaced_every_word_does_not_send_it_in_one_step(stage: Stage, crowded: Message) -> None:
    preview = previewed(stage, stage.bram, crowded, **REPLACED)
    assert options(preview) == ["propose", "save"]
    told = "Dit wijzigt de tekst: een andere collega moet goedkeuren. Of stuur het als voorstel terug naar Anna Bakker."
    assert told in preview.text()
    assert forces(preview, "approve") == {"Wat wilt u doen?": OWN_WORDS}
    stage.settle()
    assert not stage.sendgrid.sent
    assert "De voordeur is opengebroken." in crowded.plain()
    assert not stage.audited("amended")


def test_nor_in_two(stage: Stage, crowded: Message) -> None:
    amends(stage, stage.bram, crowded, "Alleen opslaan", **REPLACED)
    stage.presses(stage.bram, crowded, SEND)
    assert stage.ephemeral(stage.bram, stage.intake) == OWN_WORDS
    assert not stage.sendgrid.sent
    assert statuses(stage) == ["requested"]
    stage.presses(stage.anna, crowded, SEND)
    assert stage.ephemeral(stage.anna, stage.intake).startswith("U vroeg deze mail zelf aan.")

    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    stage.presses(cees, crowded, SEND)
    assert "Een jongen met een pet" in stage.mail_to("buur1@example.nl").text
    assert "aangepast door Bram Visser" in crowded.plain()


def test_nor_bit_by_bit(stage: Stage, crowded: Message) -> None:
    text = str(FORM["Wat is er gebeurd?"])
    for number in range(3):
        preview = previewed(stage, stage.bram, crowded, **{"Wat is er gebeurd?": text + " en nog wat" * 3 * number})
        assert "approve" in options(preview)
        assert choose(preview, "Alleen opslaan").closed
        stage.settle()
    preview = previewed(stage, stage.bram, crowded, **{"Wat is er gebeurd?": text + " en nog wat" * 11})
    assert "approve" not in options(preview)


def test_nor_by_a_sentence_that_takes_the_others_back(stage: Stage, crowded: Message) -> None:
    """No word of the old text is lost, and few came to it."""
    taken_back = f"{FORM['Wat is er gebeurd?']} Bovenstaande klopt niet, kijk uit naar een jongen met een pet."
    preview = previewed(stage, stage.bram, crowded, **{"Wat is er gebeurd?": taken_back})
    assert options(preview) == ["propose", "save"]
    assert forces(preview, "approve") == {"Wat wilt u doen?": OWN_WORDS}
    assert not stage.sendgrid.sent


def test_what_is_only_added_goes_in_one_step_and_who_added_it_stands_beside_it(stage: Stage, crowded: Message) -> None:
    preview = previewed(stage, stage.bram, crowded, **ADDED, Straal="200 m")
    assert options(preview) == ["approve", "save"]
    assert "Dit is een aanvulling: u mag zelf goedkeuren." in preview.text()
    assert choose(preview, SEND_AT_ONCE).closed
    stage.settle()
    assert "Er stond ook een ladder." in stage.mail_to("buur1@example.nl").text
    assert "aangevuld door Bram Visser" in crowded.plain()
    assert "aangepast door" not in crowded.plain().lower()
    [row] = stage.rows("SELECT requester_id, content_by_id, supplemented_by_id, approver_id FROM alerts")
    assert list(row) == [stage.anna.id, stage.anna.id, stage.bram.id, stage.bram.id]
    assert "is nu: De voordeur is opengebroken. Er zijn sieraden weg. Er stond ook" in crowded.thread[0].plain()
    assert f"@{stage.anna.id}" in crowded.thread[0].mentions


def test_what_the_guard_points_out_is_no_supplement(stage: Stage, crowded: Message) -> None:
    named = {"Wat is er gebeurd?": f"{FORM['Wat is er gebeurd?']} Vraag het dhr. Jansen."}
    found = previewed(stage, stage.bram, crowded, **named)
    assert not keeps(found, "dhr. Jansen", reason="Hij wil dat.").errors
    assert "approve" not in options(seen(stage.bram))


@pytest.mark.parametrize(
    "mended", ["De achterdeur is opengebrooken. Er zijn sieraden weg.", OTHER["Wat is er gebeurd?"]]
)
def test_a_requester_who_mends_a_letter_of_it_does_not_make_it_theirs(
    stage: Stage, crowded: Message, mended: str
) -> None:
    """Else who replaced every word could send them after all."""
    amends(stage, stage.bram, crowded, "Alleen opslaan", **OTHER)
    amends(stage, stage.anna, crowded, **{"Wat is er gebeurd?": mended})
    stage.presses(stage.bram, crowded, SEND)
    assert stage.ephemeral(stage.bram, stage.intake) == OWN_WORDS
    assert not stage.sendgrid.sent


def test_a_requester_who_writes_it_anew_makes_all_of_it_theirs(stage: Stage, crowded: Message) -> None:
    amends(stage, stage.bram, crowded, "Alleen opslaan", **OTHER)
    amends(stage, stage.anna, crowded, **{"Wat is er gebeurd?": "Er is een raam kapot. Er zijn sieraden weg."})
    assert "aangepast door" not in crowded.plain().lower()
    stage.presses(stage.bram, crowded, SEND)
    assert "Er is een raam kapot." in stage.mail_to("buur1@example.nl").text


def test_a_third_who_rewrites_does_not_send_it_and_others_who_are_in_are_asked(stage: Stage, crowded: Message) -> None:
    cees, dirk = (stage.joins(stage.intake, name, name.title()) for name in ("cees", "dirk"))
    stage.program.workflow.dividing.begin()
    stage.settle()
    for person in (stage.anna, cees, dirk):
        stage.presses(person, stage.intake.messages[-1], "Ik ben er vandaag")
    amends(stage, cees, crowded, "Alleen opslaan", **OTHER)
    asked = crowded.thread[-1]
    assert asked.plain() == "@Dirk: controleert u deze aanvraag?"
    stage.presses(cees, crowded, SEND)
    assert stage.ephemeral(cees, stage.intake) == OWN_WORDS
    stage.presses(stage.bram, crowded, SEND)
    assert len(stage.sendgrid.sent) == 60


def test_a_stop_makes_the_words_nobody_elses(stage: Stage, crowded: Message) -> None:
    stage.overrides["send_hold_seconds"] = 60
    stage.restart()
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    amends(stage, stage.bram, crowded, "Alleen opslaan", **OTHER)
    stage.presses(cees, crowded, SEND)
    stage.presses(cees, crowded, "Stop")
    stage.presses(stage.bram, crowded, SEND)
    assert stage.ephemeral(stage.bram, stage.intake) == OWN_WORDS
    preview = previewed(stage, stage.bram, crowded, **{"Signalement of voertuig": "Een grijze bestelbus. En nog wat."})
    assert "approve" not in options(preview)


def test_only_two_are_in_the_proposal_goes_back_and_the_requester_files_it_as_theirs(
    stage: Stage, crowded: Message
) -> None:
    proposes(stage, crowded)
    assert crowded.buttons == [TAKE_OVER, "Aanpassen", "Bekijk mail", "Intrekken"]
    text = crowded.plain()
    assert "Bram Visser doet een voorstel" in text.replace("*", "")
    assert text.index("De achterdeur is opengebroken.") < text.index("De voordeur is opengebroken.")
    [note] = crowded.thread
    assert "Bram Visser stuurde de aanvraag terug naar @Anna Bakker, met een voorstel:" in note.plain()
    assert "is nu: De achterdeur is opengebroken. Er zijn sieraden weg." in note.plain()
    assert not stage.sendgrid.sent

    stage.restart()
    stage.presses(stage.bram, crowded, TAKE_OVER)
    told = "Alleen Anna Bakker, die deze mail aanvroeg, kan dit doen."
    assert stage.ephemeral(stage.bram, stage.intake) == told
    for _ in range(2):
        stage.anna.presses(crowded, TAKE_OVER)
    stage.settle()
    assert stage.ephemeral(stage.anna, stage.intake) == "Dit is al gedaan."
    assert len(stage.audited("amended")) == 1
    assert "Wacht op goedkeuring" in crowded.plain()
    assert "doet een voorstel" not in crowded.plain()
    thread = [one.plain() for one in crowded.thread]
    assert "Anna Bakker nam het voorstel van @Bram Visser over." in thread[-1]

    stage.presses(stage.anna, crowded, SEND)
    assert stage.ephemeral(stage.anna, stage.intake).startswith("U vroeg deze mail zelf aan.")
    stage.presses(stage.bram, crowded, SEND)
    assert "De achterdeur is opengebroken." in stage.mail_to("buur1@example.nl").text


def test_a_proposal_that_changed_meanwhile_is_looked_at_again(stage: Stage, crowded: Message) -> None:
    proposes(stage, crowded)
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=30)
    proposes(stage, crowded, **{"Wat is er gebeurd?": "Het dak is open."})
    stage.presses(stage.anna, crowded, TAKE_OVER)
    assert stage.ephemeral(stage.anna, stage.intake).startswith("De tekst is veranderd")
    assert statuses(stage) == ["returned"]
    stage.later(seconds=31)
    stage.presses(stage.anna, crowded, TAKE_OVER)
    assert "Het dak is open." in crowded.plain()


@pytest.mark.parametrize("otherwise", ["amended", "withdrawn"])
def test_a_requester_who_does_otherwise_drops_it(stage: Stage, crowded: Message, otherwise: str) -> None:
    proposes(stage, crowded)
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=30)
    if otherwise == "amended":
        amends(stage, stage.anna, crowded, **{"Wat is er gebeurd?": "Alleen mijn woorden."})
    else:
        withdraws(stage, stage.anna, crowded)
    assert TAKE_OVER in crowded.buttons
    stage.presses(stage.anna, crowded, TAKE_OVER)
    assert stage.ephemeral(stage.anna, stage.intake) == "Dit is al gedaan."
    assert not stage.rows("SELECT * FROM proposals")
    stage.later(seconds=31)
    assert TAKE_OVER not in crowded.buttons
    assert "achterdeur" not in crowded.plain()


def test_a_proposal_is_a_colleague_s_and_passes_the_guard(stage: Stage, crowded: Message) -> None:
    own = previewed(stage, stage.anna, crowded, **OTHER)
    assert "Wat wilt u doen?" not in own.labels
    assert forces(own, "propose") == {"Wat wilt u doen?": "Dit is uw eigen aanvraag. Pas die gewoon aan."}
    found = previewed(stage, stage.bram, crowded, **{"Wat is er gebeurd?": "Gezien door dhr. Jansen."})
    assert not keeps(found, "dhr. Jansen", reason="Hij wil dat.").errors
    assert choose(seen(stage.bram), PROPOSE).closed
    stage.settle()
    assert "dhr. Jansen" in crowded.plain()
    assert "Hij wil dat." in crowded.plain()
    stage.presses(stage.anna, crowded, TAKE_OVER)
    assert "Hij wil dat." in crowded.plain()


def test_two_who_propose_at_once_and_the_second_is_told(stage: Stage, crowded: Message) -> None:
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    brams = previewed(stage, stage.bram, crowded, **OTHER)
    amends(stage, cees, crowded, PROPOSE, **{"Wat is er gebeurd?": "De schuur is open."})
    assert choose(brams, PROPOSE).errors["Wat wilt u doen?"].startswith("De tekst is veranderd")
    assert "De schuur is open." in crowded.plain()


def test_an_outcome_mail_too(stage: Stage) -> None:
    stage.lives("Noor")
    alert = stage.approved()
    stage.presses(stage.anna, alert, "Afloop melden")
    assert not seen(stage.anna).fill({"Hoe is het afgelopen?": "Wij zijn klaar."}).submit().errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    message = stage.alert_message()
    preview = previewed(stage, stage.bram, message, **{"Hoe is het afgelopen?": "De dader is de buurman."})
    assert "approve" not in options(preview)
    assert choose(preview, PROPOSE).closed
    stage.settle()
    assert "Voorstel voor „Hoe is het afgelopen?”" in message.plain()
    stage.presses(stage.anna, message, TAKE_OVER)
    stage.presses(stage.bram, message, SEND)
    assert "De dader is de buurman." in stage.mail_to("noor@example.nl").text


def test_an_author_who_types_yes_hears_that_it_is_not_theirs_to_send(stage: Stage, crowded: Message) -> None:
    amends(stage, stage.bram, crowded, "Alleen opslaan", **OTHER)
    stage.bram.says(stage.intake, "akkoord", thread=crowded)
    stage.settle()
    assert stage.ephemeral(stage.bram, stage.intake) == OWN_WORDS
