"""Mijn gegevens: behind every mail, behind a mailed code; what a citizen does there is theirs."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.scenarios.steps.people import Own, code_in, confirms, link_in, mailed_next, signs_up, words
from tests.stage import Stage

NOOR = "noor@example.nl"


@pytest.fixture
def own(stage: Stage) -> Own:
    """Noor's page, behind the mail that she got; not open yet."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return Own(stage, link_in(stage, NOOR, "mijn"))


def person(stage: Stage, number: int = 1) -> dict[str, object]:
    [row] = stage.rows("SELECT * FROM participants WHERE id = :number", number=number)
    return dict(row._mapping)


def test_without_the_code_the_link_shows_and_changes_nothing(stage: Stage, own: Own) -> None:
    shown = own.looks()
    assert "n•••@e•••.nl" in words(shown)
    assert not any(known in shown.text for known in ("Noor", "3823", "Kattenbroek", NOOR))
    before = person(stage)
    for action in ("move", "email", "mails", "pause", "on", "leave", "back", "download"):
        page = own.sends(
            action, name="X", postcode="3813 AA", house_number="1", email="x@example.nl", until="2026-02-01"
        )
        assert (page.status_code, "Noor" in page.text) == (422, False)
    assert person(stage) == before
    assert len(stage.mails_to(NOOR)) == 1


def test_a_mailed_code_opens_it_in_this_browser_for_half_an_hour(stage: Stage, own: Own) -> None:
    own.opens()
    mail = stage.mail_to(NOOR)
    assert mail.subject == "Uw code voor Mijn gegevens"
    assert "Geef de code aan niemand" in mail.text
    assert "Noor noor@example.nl 3823 AB, 7 (Kattenbroek)" in words(own.looks())
    assert "Noor" not in Own(stage, own.link).looks().text
    stage.later(minutes=31)
    assert "Noor" not in own.looks().text
    assert "te lang open" in words(own.sends("leave"))
    assert person(stage)["status"] == "active"


def test_it_is_closed_for_whoever_uses_this_browser_next(stage: Stage, own: Own) -> None:
    own.opens()
    shut = own.sends("close")
    assert (shut.status_code, "Noor" in shut.text, "Stuur mij een code" in words(shut)) == (200, False, True)
    assert own.cookie.partition("=")[2].strip('"') == ""
    assert "Noor" not in own.looks().text


def test_the_page_of_one_is_not_the_page_of_another(stage: Stage, own: Own) -> None:
    own.opens()
    other = Own(stage, link_in(stage, "omar@example.nl", "mijn"))
    other.cookie = own.cookie
    assert "Omar" not in other.looks().text
    assert other.sends("leave").status_code == 422
    assert person(stage, 2)["status"] == "active"


def test_a_wrong_code_is_told_and_five_are_enough(stage: Stage, own: Own) -> None:
    own.sends("send")
    code = code_in(stage, NOOR)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    for typed in (wrong, "abc", "", wrong, wrong, wrong, wrong):
        assert "Deze code klopt niet" in words(own.sends("open", code=typed))
    assert "Deze code klopt niet" in words(own.sends("open", code=code))
    own.sends("send")
    assert "Mijn gegevens" in words(own.sends("open", code=f" {code_in(stage, NOOR)} "))
    assert own.cookie


def test_a_code_works_once_for_a_quarter_of_an_hour(stage: Stage, own: Own) -> None:
    own.opens()
    code = code_in(stage, NOOR)
    assert "Deze code klopt niet" in words(own.sends("open", code=code))
    own.sends("send")
    stage.later(minutes=15, seconds=1)
    assert "Deze code klopt niet" in words(own.sends("open", code=code_in(stage, NOOR)))


def test_nobody_is_buried_under_codes(stage: Stage, own: Own) -> None:
    for _ in range(5):
        assert "Wij mailden een code" in words(own.sends("send"))
    assert len(stage.mails_to(NOOR)) == 1 + 3
    for _ in range(5):
        stage.later(hours=1, seconds=1)
        for _ in range(3):
            own.sends("send")
    assert len(stage.mails_to(NOOR)) == 1 + 10


def test_a_citizen_moves_and_no_file_brings_them_back(
    stage: Stage, own: Own, operator: CliRunner, tmp_path: Path
) -> None:
    own.opens()
    page = own.sends("move", name="Noor Çelik", postcode="3813aa", house_number="9 b")
    assert "Uw gegevens zijn veranderd." in words(page)
    assert "3813 AA, 9-b (Schothorst)" in words(page)
    assert mailed_next(stage) == ["omar@example.nl"]
    file = tmp_path / "deelnemers.csv"
    line = "{0}@example.nl,{1},3823 AB,7,Kattenbroek,155850,467300"
    people = (line.format(name.lower(), name) for name in ("Noor", "Omar"))
    file.write_text("\n".join(["email,name,postcode,house_number,neighbourhood,x,y", *people]))
    told = operator.invoke(app, ["participants", "import", str(file)]).output
    assert "1 left as they are: these participants told us otherwise themselves" in told
    assert person(stage)["postcode"] == "3813 AA"
    [moved] = stage.audited("corrected")
    assert (moved.who, moved.subject) == ("citizen", "participant 1")
    assert "3813" not in str(moved.details)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": ""}, "Vul uw naam in."),
        ({"postcode": "38"}, "Vul uw postcode in"),
        ({"postcode": "9999 ZZ"}, "Dit adres kennen wij niet"),
        ({"house_number": "x"}, "Vul uw huisnummer in"),
    ],
)
def test_a_move_that_can_not_be_is_told(stage: Stage, own: Own, typed: dict[str, str], told: str) -> None:
    own.opens()
    before = person(stage)
    page = own.sends("move", **{"name": "N", "postcode": "3813 AA", "house_number": "1", **typed})
    assert (page.status_code, told in words(page)) == (422, True)
    assert person(stage) == before


def test_a_new_address_counts_once_both_said_so(stage: Stage, own: Own, operator: CliRunner, tmp_path: Path) -> None:
    own.opens()
    assert "Wij mailden een link naar uw nieuwe adres" in words(own.sends("email", email="Noor@Example.org"))
    assert person(stage)["email"] == NOOR
    page = confirms(stage, "noor@example.org")
    assert "U krijgt onze mails nu op dit adres." in words(page)
    assert person(stage)["email"] == "noor@example.org"
    told = stage.mail_to(NOOR)
    assert told.subject == "Uw e-mailadres is veranderd"
    assert "n•••@e•••.org" in told.text
    assert mailed_next(stage) == ["noor@example.org", "omar@example.nl"]
    assert "noor@example.org" in words(own.looks())
    file = tmp_path / "deelnemers.csv"
    lines = ("email,name,postcode,house_number,neighbourhood,x,y", f"{NOOR},Noor,3823 AB,7,Kattenbroek,155850,467300")
    file.write_text("\n".join(lines))
    key = stage.settings().erasure_key
    assert key
    told_by = operator.invoke(app, ["participants", "import", str(file)], env={"ERASURE_KEY": key.get_secret_value()})
    assert "1 left out: erased, or under another address now" in told_by.output


def test_the_new_address_of_somebody_else_stays_theirs(stage: Stage, own: Own) -> None:
    own.opens()
    other = own.sends("email", email="omar@example.nl")
    nobody = own.sends("email", email="niemand@example.nl")
    assert words(other) == words(nobody)
    assert stage.mail_to("omar@example.nl").subject == "U doet al mee aan Burgernetmail"
    link = link_in(stage, "niemand@example.nl", "bevestigen")
    stage.lives("Niemand")
    page = stage.sends_form(link)
    assert (page.status_code, "al iemand mee" in words(page)) == (409, True)
    assert person(stage)["email"] == NOOR


def test_a_link_to_the_new_address_ends_with_who_asked_for_it(stage: Stage, own: Own) -> None:
    own.opens().sends("email", email="noor@example.org")
    own.sends("leave")
    assert stage.sends_form(link_in(stage, "noor@example.org", "bevestigen")).status_code == 404
    assert person(stage)["email"] == NOOR


def test_a_pause_lasts_until_its_day(stage: Stage, own: Own) -> None:
    own.opens()
    page = own.sends("pause", until="2026-01-20")
    assert "20 januari 2026" in words(page)
    assert mailed_next(stage) == ["omar@example.nl"]
    stage.wait(timedelta(days=5, hours=9))  # Monday 19 January, 22.00
    assert mailed_next(stage) == ["omar@example.nl"]
    stage.later(hours=2, minutes=1)
    assert mailed_next(stage) == [NOOR, "omar@example.nl"]
    assert [line.who for line in stage.audited("went_on")] == ["burgernetmail"]


def test_a_pause_ends_sooner_where_they_want(stage: Stage, own: Own) -> None:
    own.opens().sends("pause", until="2026-01-20")
    assert "U krijgt weer mails." in words(own.sends("on"))
    assert mailed_next(stage) == [NOOR, "omar@example.nl"]


@pytest.mark.parametrize("day", ["", "gisteren", "2026-01-14", "2027-01-16", "20-01-2026"])
def test_a_day_that_is_none_is_told(stage: Stage, own: Own, day: str) -> None:
    own.opens()
    page = own.sends("pause", until=day)
    assert (page.status_code, "Kies een dag vanaf morgen" in words(page)) == (422, True)
    assert person(stage)["paused_until"] is None


def test_they_choose_their_mails(stage: Stage, own: Own) -> None:
    own.opens()
    page = own.sends("mails", outcomes="1", surveys="1")
    assert "Uw keuze is bewaard." in words(page)
    assert page.text.count("checked") == 2
    assert mailed_next(stage) == ["omar@example.nl"]
    own.sends("mails", alerts="1")
    assert mailed_next(stage) == [NOOR, "omar@example.nl"]


def test_they_take_away_all_that_is_known(stage: Stage, own: Own) -> None:
    stage.answers("Noor", "Ik zag een grijze bus.")
    own.opens()
    answer = own.sends("download")
    assert "attachment" in answer.headers["content-disposition"]
    known = json.loads(answer.text)
    assert (known["participant"]["name"], known["replies"][0]["words"]) == ("Noor", "Ik zag een grijze bus.")
    assert len(stage.audited("downloaded")) == 1


def test_of_what_a_neighbour_answered_on_their_mail_it_tells_no_word(stage: Stage, own: Own) -> None:
    stage.answers("Noor", "Bel mij: 06-12345678.", sender="puck@example.nl")
    [reply] = json.loads(own.opens().sends("download").text)["replies"]
    assert set(reply) == {"number", "alert", "received_at", "written_by"}
    assert "12345678" not in str(reply)


@pytest.mark.parametrize("overrides", [{"own_download": False}])
def test_where_a_force_looks_through_each_file_first_they_are_told_how_to_ask(stage: Stage, own: Own) -> None:
    stage.answers("Noor", "Ik zag een grijze bus.")
    shown = words(own.opens().looks())
    assert ("Vraag het ons." in shown, "Download" in shown) == (True, False)
    forced = own.sends("download")
    assert ("grijze bus" in forced.text, stage.audited("downloaded")) == (False, [])


def test_they_withdraw_and_may_come_back(stage: Stage, own: Own) -> None:
    own.opens()
    assert "U krijgt geen Burgernetmail meer." in words(own.sends("leave"))
    assert mailed_next(stage) == ["omar@example.nl"]
    own.sends("back")
    assert mailed_next(stage) == [NOOR, "omar@example.nl"]


def test_a_restart_between_the_code_and_the_page(stage: Stage, own: Own) -> None:
    own.sends("send")
    stage.restart()
    assert "Noor" in words(own.sends("open", code=code_in(stage, NOOR)))
    stage.restart()
    assert "Uw gegevens zijn veranderd." in words(own.sends("move", name="N", postcode="3813 AA", house_number="1"))


def test_a_letter_about_a_reply_leads_there_too(stage: Stage, own: Own) -> None:
    stage.answers("Noor", "Ik zag een grijze bus.")
    assert "Dank u wel" in stage.mail_to(NOOR).text
    letter = Own(stage, link_in(stage, NOOR, "mijn")).opens()
    assert "Noor noor@example.nl" in words(letter.looks())


def test_whose_mail_did_not_arrive_gets_it_again_once_they_typed_a_code(stage: Stage, own: Own) -> None:
    stage.rows("UPDATE participants SET status = 'paused', paused_at = '2026-01-14 12:00:00+00:00' WHERE id = 1")
    assert mailed_next(stage) == ["omar@example.nl"]
    own.opens()
    assert mailed_next(stage) == [NOOR, "omar@example.nl"]


def test_who_was_forgotten_has_no_page(stage: Stage, own: Own, operator: CliRunner) -> None:
    own.opens()
    assert operator.invoke(app, ["privacy", "erase", NOOR, "--yes"]).exit_code == 0
    assert own.looks().status_code == 404
    assert own.sends("move", name="N", postcode="3813 AA", house_number="1").status_code == 404


def test_a_whole_life_as_a_participant(stage: Stage) -> None:
    """Signs up, moves, pauses, changes address, leaves: no colleague has to do anything."""
    signs_up(stage)
    confirms(stage)
    stage.wait(timedelta(days=1, seconds=1))
    signs_up(stage)
    own = Own(stage, link_in(stage, NOOR, "mijn")).opens()
    own.sends("move", name="Noor Çelik", postcode="3811 AA", house_number="4")
    own.sends("pause", until="2026-03-01")
    own.sends("email", email="noor@example.org")
    confirms(stage, "noor@example.org")
    own.sends("leave")
    noor = person(stage)
    assert (noor["email"], noor["postcode"], noor["status"]) == ("noor@example.org", "3811 AA", "left")
    assert [row.who for row in stage.rows("SELECT DISTINCT who FROM audit WHERE subject = 'participant 1'")] == [
        "citizen"
    ]
