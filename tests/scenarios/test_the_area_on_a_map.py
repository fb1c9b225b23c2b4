"""An officer draws the area of a mail on a map: it goes to who lives inside, and to nobody else."""

import re

import pytest

from handlers.slack.alerts import previews
from tests.desk_steps import seen
from tests.doubles.slack import Modal
from tests.scenarios.steps.alerts import SEND, previewed, whole_form
from tests.scenarios.steps.areas import EAST, OPPOSITE, ROW, a_register, chooses, corners, counts, page_of, picture_of
from tests.stage import Stage, X, Y


def recipients(stage: Stage) -> list[str]:
    return sorted(mail.to.partition("@")[0] for mail in stage.sendgrid.sent)


def goes_back(stage: Stage, preview: Modal) -> Modal:
    """The form is what stands beneath."""
    preview.close()
    return seen(preview.person)


def test_who_lives_inside_what_was_drawn_gets_the_mail(street: Stage) -> None:
    preview = street.previews(street.anna)
    assert "*Gebied:* 300 m · " in preview.text()
    link = page_of(preview)
    page = street.visits(link)
    assert (page.status_code, "Gebied op de kaart" in page.text) == (200, True)
    assert "6 mensen krijgen deze mail." in page.text

    done = chooses(street, link, kind="drawn", corners=EAST)
    assert "Dit gebied staat in uw formulier." in done.text
    assert "5 mensen krijgen deze mail." in done.text

    preview = seen(street.anna)
    assert "*Gebied:* een gebied op de kaart (4,0 ha)" in preview.text()
    assert "*5 mensen* krijgen deze mail" in preview.text()
    assert preview.submit().closed
    street.settle()
    request = street.alert_message()
    assert "5 mensen in een gebied op de kaart (4,0 ha)" in request.plain()
    street.presses(street.bram, request, SEND)
    assert recipients(street) == ["buur1", "buur2", "buur3", "buur4", "noor"]
    [row] = street.rows("SELECT shape, radius_m FROM alerts")
    assert row.shape.startswith('{"rings":[[')


def test_a_place_that_is_the_middle_of_its_postcode_is_called_that(street: Stage) -> None:
    exact = street.visits(page_of(street.previews(street.anna))).text
    assert "(de rode stip)" in exact
    seen(street.anna).close()
    unknown = {"Straat": "Nergensstraat", "Adres onbekend?": "Ga uit van het midden van de postcode"}
    page = street.visits(page_of(street.previews(street.bram, **unknown))).text
    assert "(de rode stip is het midden van de postcode)" in page


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview's picture comes a moment after it."""
    monkeypatch.setattr(previews, "PAUSES_S", (0.3, 0.6, 1.2))


@pytest.mark.usefixtures("waits")
def test_the_picture_of_the_area_stands_in_the_preview(street: Stage) -> None:
    """It comes a moment later, and anew with what is chosen."""
    link = page_of(street.previews(street.anna))
    street.program.listeners.wait_until_idle()
    before = street.visits(picture_of(seen(street.anna)))
    chooses(street, link, kind="drawn", corners=EAST)
    after = street.visits(picture_of(seen(street.anna)))
    assert {answer.headers["content-type"] for answer in (before, after)} == {"image/png"}
    assert before.content != after.content
    assert before.url != after.url, "the chat keeps what it fetched"
    assert seen(street.anna).submit().closed
    assert street.visits(str(before.url)).status_code == 404


@pytest.mark.usefixtures("waits")
def test_who_filed_at_once_is_shown_no_picture_any_more(street: Stage) -> None:
    assert street.previews(street.anna).submit().closed
    street.program.listeners.wait_until_idle()
    assert street.anna.modal is None


def test_going_back_the_form_says_what_was_chosen_and_keeps_it(street: Stage) -> None:
    a_register(street, Kattenbroekstraat=ROW)
    preview = street.previews(street.anna)
    chooses(street, page_of(preview), kind="drawn", corners=EAST)
    form = goes_back(street, seen(street.anna))
    assert "een gebied op de kaart (4,0 ha), 6 woningen" in form.text()
    assert "Straal" not in form.labels
    assert not form.fill({"Wat is er gebeurd?": "De achterdeur stond open."}).submit().errors
    assert "*5 mensen* krijgen deze mail" in seen(street.anna).text()


def test_ticked_streets_hold_their_own_homes_and_nobody_elses(street: Stage) -> None:
    a_register(street, Kattenbroekstraat=ROW, Dorpsstraat=OPPOSITE)
    street.lives("Piet", 30, email="piet@example.nl")
    link = page_of(street.previews(street.anna))
    page = street.visits(link).text
    assert re.findall(r'name="street" value="(\w+)"', page) == ["Kattenbroekstraat", "Dorpsstraat"]  # its own first
    told = counts(street, link, kind="streets", street=["Kattenbroekstraat"]).json()
    assert told["told"][1] == "Er staan 8 woningen."
    assert len(told["rings"]) == 1
    chooses(street, link, kind="streets", street=["Kattenbroekstraat"])
    preview = seen(street.anna)
    assert "*Gebied:* Kattenbroekstraat · " in preview.text()
    assert "Er staan 8 woningen" in preview.text()


def test_without_a_script_the_page_counts_by_a_button(street: Stage) -> None:
    link = page_of(street.previews(street.anna))
    counted = chooses(street, link, kind="circle", radius="100", action="count")
    assert "6 mensen krijgen deze mail." in counted.text
    assert "*Gebied:* 300 m" in seen(street.anna).text()
    chooses(street, link, kind="circle", radius="100")
    assert "*Gebied:* 100 m" in seen(street.anna).text()
    form = goes_back(street, seen(street.anna))
    assert "*Gebied*\n100 m" in form.text()


def test_an_address_far_from_what_was_drawn_is_refused(street: Stage) -> None:
    street.geocoder.knows("Verweg", "1", "3823 AB", "Amersfoort", X + 4000, Y)
    chooses(street, page_of(street.previews(street.anna)), kind="drawn", corners=EAST)
    form = goes_back(street, seen(street.anna))
    elsewhere = {"Straat": "Verweg", "Huisnummer (komt niet in de mail)": "1"}
    [said] = form.fill(elsewhere).submit().errors.values()
    assert said.startswith("Het gebied op de kaart ligt te ver van dit adres.")


def test_what_was_chosen_survives_a_restart_and_a_closed_form(street: Stage) -> None:
    link = page_of(street.previews(street.anna))
    street.restart()
    chooses(street, link, kind="drawn", corners=EAST)
    goes_back(street, seen(street.anna)).close()
    street.settle()
    street.anna.command("/burgernetmail", "", street.intake)
    assert street.slack.wait_for(lambda: street.anna.modal).submit()
    form = seen(street.anna)
    assert "een gebied op de kaart (4,0 ha)" in form.text()
    assert not form.fill({}).submit().errors
    assert "*5 mensen* krijgen deze mail" in seen(street.anna).text()


def test_the_page_waits_for_no_slack(street: Stage) -> None:
    """A form that is closed by now shows it when it is opened again."""
    preview = street.previews(street.anna)
    link = page_of(preview)
    goes_back(street, preview).close()
    assert "Dit gebied staat in uw formulier." in chooses(street, link, kind="drawn", corners=EAST).text
    street.expects_refusal("not_found", "not_found")


def test_who_amends_draws_anew_and_no_longer_only_adds(street: Stage) -> None:
    chooses(street, page_of(street.previews(street.anna)), kind="drawn", corners=EAST)
    assert seen(street.anna).submit().closed
    street.settle()
    request = street.alert_message()

    street.presses(street.bram, request, "Aanpassen")
    assert "een gebied op de kaart (4,0 ha)" in whole_form(street.bram).text()
    assert not seen(street.bram).fill({}).submit().errors
    assert "Dit is een aanvulling: u mag zelf goedkeuren." in seen(street.bram).text()
    wider = corners((-100, -100), (220, -100), (220, 100), (-100, 100))
    chooses(street, page_of(seen(street.bram)), kind="drawn", corners=wider)
    assert "Dit wijzigt de tekst: een andere collega moet goedkeuren." in seen(street.bram).text()
    assert seen(street.bram).fill({"Wat wilt u doen?": "Alleen opslaan"}).submit().closed
    street.settle()
    assert "6 mensen in een gebied op de kaart (6,4 ha)" in street.alert_message().plain()
    assert "was: een gebied op de kaart (4,0 ha)" in request.thread[-1].plain()
    assert "is nu: een gebied op de kaart (6,4 ha)" in request.thread[-1].plain()


def test_a_proposal_has_its_own_area(street: Stage) -> None:
    request = street.asks()
    previewed(street, street.bram, request)
    chooses(street, page_of(seen(street.bram)), kind="drawn", corners=EAST)
    assert seen(street.bram).fill({"Wat wilt u doen?": "Terugsturen met voorstel"}).submit().closed
    street.settle()
    assert "een cirkel" in street.alert_message().plain()
    street.presses(street.anna, street.alert_message(), "Voorstel overnemen")
    street.presses(street.bram, street.alert_message(), SEND)
    assert recipients(street) == ["buur1", "buur2", "buur3", "buur4", "noor"]


def test_an_outcome_goes_to_people_and_has_no_map(street: Stage) -> None:
    chooses(street, page_of(street.previews(street.anna)), kind="drawn", corners=EAST)
    assert seen(street.anna).submit().closed
    street.settle()
    street.presses(street.bram, street.alert_message(), SEND)
    street.presses(street.anna, street.alert_message(), "Afloop melden")
    assert not seen(street.anna).fill({"Hoe is het afgelopen?": "De dader is aangehouden."}).submit().errors
    assert "Gebied op de kaart" not in seen(street.anna).text()


def test_ten_thousand_people_are_chosen_at_once(stage: Stage) -> None:
    stage.crowd(10_000)
    stage.lives("Omar", -300)
    link = page_of(stage.previews(stage.anna))
    around = corners((-100, -100), (100, -100), (100, 100), (-100, 100))
    assert counts(stage, link, kind="drawn", corners=around).json()["told"][0] == "10.000 mensen krijgen deze mail."
    chooses(stage, link, kind="drawn", corners=around)
    assert seen(stage.anna).submit().closed
    stage.settle()
    stage.presses(stage.bram, stage.alert_message(), SEND)
    assert [tuple(row) for row in stage.rows("SELECT total FROM mailings")] == [(10_000,)]


@pytest.mark.usefixtures("waits")
def test_where_slack_can_not_fetch_the_picture_the_form_stands_without(street: Stage) -> None:
    """It refuses a form whole whose picture it can't have."""
    street.slack.poisoned["/kaart/"] = "invalid_arguments"
    preview = street.previews(street.anna)
    street.program.listeners.wait_until_idle()
    chooses(street, page_of(preview), kind="drawn", corners=EAST)
    shown = seen(street.anna)
    assert "image" not in {block["type"] for block in shown.view.blocks}
    assert "*5 mensen* krijgen deze mail" in shown.text()


def test_its_own_street_is_first_however_it_is_written(street: Stage) -> None:
    a_register(street, Dorpsstraat=OPPOSITE, Kattenbroekstraat=ROW)
    page = street.visits(page_of(street.previews(street.anna, Straat="Kattenbroekstr."))).text
    assert re.findall(r'name="street" value="(\w+)"', page) == ["Kattenbroekstraat", "Dorpsstraat"]
