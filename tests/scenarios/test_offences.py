"""Superusers add offences: what was asked for keeps its words, and the day monitor and the figures know them."""

import pytest
from sqlalchemy.exc import DBAPIError

from tests.desk_steps import seen
from tests.doubles.slack import Modal
from tests.scenarios.steps.alerts import whole_form
from tests.stage import FORM, Stage

FIRE = {
    "Naam voor collega's": "Autobrand",
    "Begin van het onderwerp": "Autobrand:",
    "In een zin": "de autobrand",
    "Eerste regel van de mail": "Er is een auto in brand gestoken in uw buurt.",
    "Tips": "Ziet u vuur? Bel 112.\n\nBlijf op afstand.",
    "Waar gebeurt het?": "Op straat",
}
RETIRED = ["Niet meer te kiezen bij een nieuwe aanvraag"]
SEND = "Goedkeuren en versturen"
OWN_WORDS = "U schreef deze tekst zelf. Een andere collega moet hem versturen."


def opens(stage: Stage, offence: str = "Nieuw delict") -> Modal:
    """Els picks which offence to write."""
    stage.els.command("/burgernetmail", "delicten", stage.supervision)
    choice = stage.slack.wait_for(lambda: stage.els.modal)
    assert not choice.fill({"Delict": offence}).submit().errors
    return seen(stage.els)


def adds(stage: Stage, **changes: str) -> None:
    assert opens(stage).fill({**FIRE, **changes}).submit().closed


def changes(stage: Stage, offence: str, **fields: object) -> None:
    assert opens(stage, offence).fill(fields).submit().closed


def offered(stage: Stage) -> list[str]:
    """The offences of a new form, in their order."""
    form = stage.opens_form(stage.anna)
    names = choices(form)
    form.close()
    return names


def choices(form: Modal) -> list[str]:
    [block] = [block for block in form.view.blocks if block.get("block_id") == "offence"]
    return [str(one["text"]["text"]) for one in block["element"]["options"]]


def test_an_offence_is_added_asked_for_and_sent(stage: Stage) -> None:
    stage.lives("Noor")
    stage.els.command("/burgernetmail", "delicten", stage.supervision)
    told = stage.slack.wait_for(lambda: stage.els.modal).text()
    assert "Deze delicten staan klaar: Woninginbraak, " in told
    for ready in ("Geweld", "Beroving van een automobilist", "Brandstichting", "Ramkraak"):
        assert ready in told
    seen(stage.els).close()
    adds(stage)
    stage.slack.redeliver(stage.slack.deliveries[-1])  # sent in twice, it is one
    [line] = stage.audited("added_offence")
    assert (line.who, line.subject) == (stage.els.id, "own-1-1")
    assert "Er is een auto in brand gestoken" in str(line.words)

    message = stage.asks(Delict="Autobrand")
    assert "BM-2026-0001 · Autobrand · Kattenbroekstraat" in message.plain()
    stage.presses(stage.bram, message, SEND)
    mail = stage.mail_to("noor@example.nl")
    assert mail.subject == "Autobrand in de Kattenbroekstraat: zag of hoorde u iets? [BM-2026-0001]"
    for words in (mail.text, mail.html):
        assert "Er is een auto in brand gestoken in uw buurt." in words
        assert "Wat kunt u doen?" in words
        assert "Blijf op afstand." in words
    reply = stage.answers("Noor", "Ik zag iemand rennen.")
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Beantwoorden")
    assert "bij ons onderzoek naar de autobrand in de Kattenbroekstraat." in seen(stage.carla).values["Uw antwoord"]


def test_what_was_asked_for_keeps_the_words_that_it_had(stage: Stage) -> None:
    stage.lives("Noor")
    adds(stage)
    message = stage.asks(Delict="Autobrand")
    changes(stage, "Autobrand", **{"Begin van het onderwerp": "Brand in een auto", "Naam voor collega's": "Brand auto"})
    stage.presses(stage.bram, message, SEND)
    assert stage.mail_to("noor@example.nl").subject.startswith("Autobrand in de")
    assert "· Autobrand ·" in stage.alert_message().plain()
    assert "Brand auto" in offered(stage)
    assert "Autobrand" not in offered(stage)

    again = stage.asks(stage.anna, Delict="Brand auto", **{"BVH-nummer (intern)": "2026-009999"})
    stage.presses(stage.bram, again, "Terugsturen")
    assert seen(stage.bram).fill({"Wat moet er anders?": "Korter."}).submit().closed
    changes(stage, "Brand auto", **{"Naam voor collega's": "Voertuigbrand"})
    changes(stage, "Voertuigbrand", **{"Niet meer gebruiken": RETIRED})
    assert [line.subject for line in stage.audited("changed_offence")] == ["own-1-2", "own-1-3"]
    assert [line.subject for line in stage.audited("retired_offence")] == ["own-1-4"]
    assert not {"Voertuigbrand", "Brand auto"} & set(offered(stage))
    stage.presses(stage.anna, again, "Aanpassen")
    form = whole_form(stage.anna)
    assert form.values["Delict"]["text"]["text"] == "Brand auto"
    assert not form.submit().errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    assert "· Brand auto ·" in stage.alert_message().plain()
    stage.els.command("/burgernetmail", "delicten", stage.supervision)
    assert "Voertuigbrand (niet meer in gebruik)" in choices(stage.slack.wait_for(lambda: stage.els.modal))


def test_who_wrote_the_offences_words_does_not_send_them(stage: Stage) -> None:
    """Its first line and tips go out too: of each text who wrote it, whoever asks for the mail."""
    stage.lives("Noor")
    stage.els.joins(stage.intake)
    adds(stage)
    message = stage.asks(Delict="Autobrand")
    stage.presses(stage.els, message, SEND)
    assert stage.ephemeral(stage.els, stage.intake) == OWN_WORDS
    assert not stage.sendgrid.sent
    stage.presses(stage.bram, message, SEND)
    assert "Er is een auto in brand gestoken" in stage.mail_to("noor@example.nl").text


def test_a_form_that_was_open_meanwhile_asks_for_nothing_that_was_retired(stage: Stage) -> None:
    stage.lives("Noor")
    adds(stage)
    form = stage.opens_form(stage.anna)
    changes(stage, "Autobrand", **{"Niet meer gebruiken": RETIRED})
    errors = form.fill({**FORM, "Delict": "Autobrand"}).submit().errors
    assert errors == {"Delict": "Dit delict wordt niet meer gebruikt. Kies een ander."}


def test_two_superusers_do_not_write_over_each_other(stage: Stage) -> None:
    fenna = stage.joins(stage.supervision, "fenna", "Fenna Kok")
    adds(stage)
    first = opens(stage, "Autobrand")
    fenna.command("/burgernetmail", "delicten", stage.supervision)
    stage.slack.wait_for(lambda: fenna.modal).fill({"Delict": "Autobrand"}).submit()
    assert seen(fenna).fill({"In een zin": "de brand"}).submit().closed
    errors = first.fill({"In een zin": "het vuur"}).submit().errors
    assert errors["Naam voor collega's"].startswith("De tekst is veranderd")


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("Eerste regel van de mail", "De auto van Jan Jansen brandde.", "De tekst bevat Jan Jansen."),
        ("Tips", "Bel 06-12345678.", "De tekst bevat 06-12345678."),
        ("Begin van het onderwerp", "Marokkaanse man gezocht", "De tekst bevat Marokkaanse"),
        ("In een zin", "autobrand", "Begin met de, het of een"),
    ],
)
def test_its_words_are_guarded(stage: Stage, field: str, typed: str, error: str) -> None:
    form = opens(stage).fill({**FIRE, field: typed})
    assert form.submit().errors[field].startswith(error)
    assert form.values["Naam voor collega's"] == "Autobrand"
    assert form.fill({**FIRE, "Tips": "Slachtofferhulp helpt ook getuigen: 0900-0101."}).submit().closed


def test_only_superusers_add_one(stage: Stage) -> None:
    stage.anna.command("/burgernetmail", "delicten", stage.intake)
    assert "Alleen superusers, in #bm-regie." in stage.ephemeral(stage.anna, stage.intake)


def test_the_most_used_one_stands_first(stage: Stage) -> None:
    stage.lives("Noor")
    adds(stage)
    assert offered(stage)[:2] == ["Woninginbraak", "Poging woninginbraak"]
    assert offered(stage)[-2:] == ["Autobrand", "Anders"]
    stage.asks(Delict="Autobrand")
    assert offered(stage)[:2] == ["Autobrand", "Woninginbraak"]
    assert offered(stage)[-1] == "Anders"


def test_the_day_monitor_knows_it_and_the_figures_name_it(stage: Stage) -> None:
    stage.lives("Noor")
    adds(stage)
    lines = (
        "BVH-nummer;Delict;Straat;Huisnummer;Postcode;Plaats;Pleegdatum van;Omschrijving\n"
        "2026-000001;Autobrand personenauto;Kattenbroekstraat;12;3823 AB;Amersfoort;14-01-2026;Een auto brandde uit.\n"
    )
    stage.program.workflow.importing.import_file(lines.encode())
    assert [tuple(row) for row in stage.rows("SELECT offence FROM incidents")] == [("own-1",)]
    changes(stage, "Autobrand", **{"Naam voor collega's": "Brand in auto"})
    stage.anna.command("/burgernetmail", "verdelen", stage.intake)
    assert "brand in auto" in stage.ephemeral(stage.anna, stage.intake)


def test_its_words_are_only_added_to(stage: Stage) -> None:
    adds(stage)
    for change in ("UPDATE offences SET first_line = 'x'", "DELETE FROM offences"):
        with pytest.raises(DBAPIError):
            stage.rows(change)
