"""At the pages where citizens sign up and keep their data: what a stranger tries, and what goes wrong by itself."""

import json

import pytest

from tests.doubles.citizen import reply_from
from tests.scenarios.steps.people import Own, confirms, link_in, signs_up, words
from tests.stage import Stage

NOOR = "noor@example.nl"


@pytest.fixture
def own(stage: Stage) -> Own:
    """Noor's page, open."""
    stage.lives("Noor")
    stage.approved()
    return Own(stage, link_in(stage, NOOR, "mijn")).opens()


def test_an_address_that_somebody_else_has_by_now_is_never_said_to_be_changed(stage: Stage, own: Own) -> None:
    own.sends("email", email="niemand@example.nl")
    link = link_in(stage, "niemand@example.nl", "bevestigen")
    stage.lives("Niemand")
    for page in (stage.sends_form(link), stage.sends_form(link)):
        assert (page.status_code, "al iemand mee" in words(page)) == (409, True)
    assert "U krijgt onze mails nu" not in words(stage.visits(link))


def test_a_link_whose_asker_left_stays_dead(stage: Stage, own: Own) -> None:
    own.sends("email", email="noor@example.org")
    own.sends("leave")
    link = link_in(stage, "noor@example.org", "bevestigen")
    assert [stage.sends_form(link).status_code for _ in range(2)] == [404] * 2
    assert "U krijgt onze mails nu" not in words(stage.visits(link))


def test_what_a_click_could_not_bring_is_forgotten_as_well(stage: Stage, own: Own) -> None:
    own.sends("email", email="noor@example.org")
    own.sends("leave")
    stage.sends_form(link_in(stage, "noor@example.org", "bevestigen"))
    stage.later(days=7, seconds=1)
    stage.program.workflow.signing_up.forget_old()
    assert stage.rows("SELECT 1 FROM address_claims") == []


@pytest.mark.parametrize("code", ["%00", "a%00b", "%F0%9F%98%80", "%ff", "%27%3B--", "x" * 5000, "%3Cscript%3E"])
def test_no_code_of_a_campaign_breaks_the_page(stage: Stage, code: str) -> None:
    page = stage.visits(f"https://x/aanmelden/{code}")
    assert (page.status_code, "<script>" in page.text) == (200, False)
    assert signs_up(stage, path=f"/aanmelden/{code}").status_code == 200
    assert "U doet mee" in words(confirms(stage))


@pytest.mark.parametrize("token", ["%00", "a%00b", "%ff", "x" * 5000])
def test_no_link_breaks_its_page(stage: Stage, token: str) -> None:
    for place in ("mijn", "bevestigen"):
        assert stage.visits(f"https://x/{place}/{token}").status_code == 404


def test_who_typed_their_home_wrong_and_sends_it_again_lives_where_they_said_last(stage: Stage) -> None:
    """One mail a day goes out, so the link in it is all they have."""
    signs_up(stage, house_number="21", client="8.8.8.8")
    signs_up(stage, house_number="12", client="8.8.8.8")
    confirms(stage)
    assert [tuple(row) for row in stage.rows("SELECT email, house_number FROM participants")] == [(NOOR, "12")]


def test_who_confirms_sees_for_which_home(stage: Stage) -> None:
    """A stranger may have filled the address in, with a home of his own choice."""
    signs_up(stage)
    page = words(stage.visits(link_in(stage, NOOR, "bevestigen")))
    assert "3823 AB" in page
    assert "12-a" in page
    assert "Noor" not in page


def test_what_somebody_else_answered_on_their_mail_is_not_theirs_to_take_away(stage: Stage, own: Own) -> None:
    """Mails are passed on: the answer of a neighbour may be about who passed it on."""
    mail = next(mail for mail in stage.mails_to(NOOR) if "mijn/" in mail.text)
    stage.comes_in(reply_from(mail, "Ik zag een grijze bus."), mail.from_, NOOR)
    stage.comes_in(
        reply_from(mail, "Ik vertrouw haar zelf niet.", sender="buur@example.nl"), mail.from_, "buur@example.nl"
    )
    told = own.sends("download").text
    assert json.loads(told)["replies"][0]["words"] == "Ik zag een grijze bus."
    assert "vertrouw" not in told
    assert "buur@" not in told


def test_what_a_stranger_filled_in_with_their_address_is_not_theirs_to_take_away(stage: Stage, own: Own) -> None:
    """Nor by mistake: who mistyped their own address gave their name and home."""
    signs_up(stage, name="Bep Smit", house_number="99")
    assert "Bep" not in own.sends("download").text


def test_nobody_reads_from_their_own_place_where_another_lives(stage: Stage) -> None:
    """Without a register the middle of a postcode was that of who takes part there: of one, their front door."""
    stage.lives("Omar")
    signs_up(stage)
    confirms(stage)
    assert len(stage.rows("SELECT DISTINCT x, y FROM participants WHERE postcode = '3823 AB'")) == 2


def test_the_page_tells_nobody_that_somebody_lives_in_a_postcode(stage: Stage) -> None:
    stage.lives("Omar")
    stage.rows("UPDATE participants SET postcode = '9901 AA'")
    pages = [signs_up(stage, postcode=postcode) for postcode in ("9901 AA", "9901 ZZ", "9902 AA")]
    assert [page.status_code for page in pages] == [422] * 3
    stage.crowd(10)
    stage.rows("UPDATE participants SET postcode = '9901 AA'")
    assert signs_up(stage, postcode="9901 ZZ").status_code == 200
