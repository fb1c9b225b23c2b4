"""A citizen signs up: a page, a mail, a click; and nobody learns from it who takes part."""

import re
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.scenarios.steps.people import NOOR, Own, confirms, link_in, signs_up, words
from tests.stage import Stage

ASKED = "Nog één stap."


def people(stage: Stage) -> list[tuple[str, str, str, str]]:
    rows = stage.rows(
        "SELECT email, name, postcode, house_number FROM participants WHERE status = 'active' ORDER BY id"
    )
    return [tuple(row) for row in rows]


def test_a_citizen_takes_part_within_two_clicks(stage: Stage) -> None:
    assert "Doe mee met Burgernetmail" in words(stage.visits("https://x/aanmelden"))
    assert ASKED in words(signs_up(stage))
    mail = stage.mail_to("noor@example.nl")
    assert mail.subject == "Bevestig dat u mee wilt doen"
    assert "De link werkt tot vrijdag 16 januari 13.00 uur." in mail.text
    assert "Daar leest u hoe u dat controleert." in mail.text
    assert "Noor" not in mail.text + mail.html  # whoever typed that may be anybody
    assert people(stage) == []
    done = confirms(stage)
    assert "U doet mee" in words(done)
    link = done.text.partition('href="/mijn/')[2].partition('"')[0]
    assert "Mijn gegevens" in stage.visits(f"https://x/mijn/{link}").text
    assert people(stage) == [("noor@example.nl", "Noor Çelik", "3823 AB", "12-a")]
    [signed] = stage.audited("signed_up")
    assert (signed.who, signed.subject) == ("citizen", "participant 1")
    [proof] = stage.rows("SELECT * FROM address_claims")
    assert (proof.consent, proof.participant_id, proof.email, proof.name, proof.client) == ("2026-03", 1, "", "", "")
    assert proof.asked_at
    assert proof.confirmed_at


def test_who_signed_up_gets_the_next_mail_and_can_leave(stage: Stage) -> None:
    signs_up(stage)
    confirms(stage)
    stage.rows("UPDATE participants SET x = 155800, y = 467300, cell = 9340311")
    stage.approved()
    alert = stage.mail_to("noor@example.nl")
    assert "Mijn gegevens: https://burgernetmail.example.nl/mijn/" in alert.text
    stage.sends_form(link_in(stage, "noor@example.nl", "afmelden"), action="leave")
    assert people(stage) == []


def test_who_had_no_mail_yet_stops_by_the_mail_that_let_them_in(stage: Stage) -> None:
    signs_up(stage)
    assert "Wilt u later stoppen? Open dan dezelfde link." in stage.mail_to("noor@example.nl").text
    link = link_in(stage, "noor@example.nl", "bevestigen")
    confirms(stage)
    stage.later(days=300)
    [path] = re.findall(r'href="(/mijn/[^"]+)"', stage.visits(link).text)
    own = Own(stage, f"https://x{path}").opens()
    assert people(stage)
    own.sends("leave")
    assert people(stage) == []


def test_the_second_click_says_the_same_and_changes_nothing(stage: Stage) -> None:
    signs_up(stage)
    first, link = confirms(stage), link_in(stage, "noor@example.nl", "bevestigen")
    assert "U doet mee" in words(stage.visits(link))
    assert words(stage.sends_form(link)) == words(first)
    assert len(stage.audited("signed_up")) == 1


def test_a_link_that_is_only_followed_changes_nothing(stage: Stage) -> None:
    signs_up(stage)
    assert "Nog één klik" in words(stage.visits(link_in(stage, "noor@example.nl", "bevestigen")))
    assert people(stage) == []


def test_a_link_works_two_days(stage: Stage) -> None:
    signs_up(stage)
    link = link_in(stage, "noor@example.nl", "bevestigen")
    stage.later(hours=48, seconds=1)
    for page in (stage.visits(link), stage.sends_form(link)):
        assert (page.status_code, "werkt niet meer" in words(page)) == (410, True)
    assert people(stage) == []
    assert signs_up(stage).status_code == 200
    assert "U doet mee" in words(confirms(stage))


def test_what_nobody_confirmed_is_gone_after_a_week(stage: Stage) -> None:
    signs_up(stage)
    link = link_in(stage, "noor@example.nl", "bevestigen")
    stage.later(days=6, hours=23)
    stage.program.workflow.signing_up.forget_old()
    assert len(stage.rows("SELECT 1 FROM address_claims")) == 1
    stage.later(hours=1, seconds=1)
    stage.program.workflow.signing_up.forget_old()
    assert stage.rows("SELECT 1 FROM address_claims") == []
    assert stage.rows("SELECT recipient, text, html FROM letters WHERE kind = 'own_address'") == [("", "", "")]
    assert stage.visits(link).status_code == 404


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": ""}, "Vul uw naam in."),
        ({"name": "12"}, "Vul uw naam in."),
        ({"name": '=HYPERLINK("x.example")'}, "Vul uw naam in."),
        ({"name": "+31 6 Noor"}, "Vul uw naam in."),
        ({"email": "=1+1@example.nl"}, "Dit e-mailadres klopt niet."),
        ({"email": "-noor@example.nl"}, "Dit e-mailadres klopt niet."),
        ({"name": "x" * 101}, "Maak uw naam korter"),
        ({"email": ""}, "Vul uw e-mailadres in."),
        ({"email": "noor@nergens"}, "Dit e-mailadres klopt niet."),
        ({"postcode": "382"}, "Vul een postcode in zoals 3823 AB."),
        ({"postcode": "9999 ZZ"}, "Dit adres vinden wij niet. Controleer"),
        ({"house_number": "twaalf"}, "Vul een huisnummer in"),
        ({"adult": ""}, "Meedoen kan vanaf 16 jaar."),
        ({"consent": ""}, "Zonder uw toestemming"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(
    stage: Stage, typed: dict[str, str], told: str
) -> None:
    page = signs_up(stage, **typed)
    assert page.status_code == 422
    assert told in words(page)
    assert 'aria-invalid="true"' in page.text
    [field] = typed
    kept = [value for name, value in NOOR.items() if name != field]
    assert all(f'value="{value}"' in page.text for value in kept)
    assert stage.rows("SELECT 1 FROM address_claims") == []


def test_a_stranger_learns_nothing_of_who_takes_part(stage: Stage) -> None:
    """The same page for the same form, after the same work: nothing that the page does asks who anybody is."""
    stage.lives("Noor")
    pages = [signs_up(stage, email=f"{name}@example.nl") for name in ("noor", "omar")]
    assert pages[0].text == pages[1].text
    assert pages[0].status_code == pages[1].status_code
    assert [mail.subject for mail in stage.sendgrid.sent] == [
        "U doet al mee aan Burgernetmail",
        "Bevestig dat u mee wilt doen",
    ]
    [row] = stage.rows("SELECT name, house_number, status FROM participants")
    assert tuple(row) == ("Noor", "7", "active")  # whatever the stranger typed


def test_who_takes_part_is_led_to_their_own_page(stage: Stage) -> None:
    stage.lives("Noor")
    signs_up(stage)
    page = stage.visits(link_in(stage, "noor@example.nl", "mijn"))
    assert "n•••@e•••.nl" in words(page)
    assert "Kattenbroek" not in page.text


def test_an_address_gets_one_mail_a_day(stage: Stage) -> None:
    for _ in range(3):
        assert ASKED in words(signs_up(stage))
        assert ASKED in words(signs_up(stage, email="NOOR@Example.nl"))
    assert len(stage.mails_to("noor@example.nl")) == 1
    stage.later(days=1, seconds=1)
    signs_up(stage)
    assert len(stage.mails_to("noor@example.nl")) == 2


@pytest.mark.parametrize(
    "addresses",
    [
        ("noor+1@example.nl", "noor+2@example.nl", "noor@example.nl"),
        ("noor@gmail.com", "n.oor@gmail.com", "no.or+2@gmail.com"),
    ],
)
def test_whatever_is_written_into_an_address_its_mailbox_gets_one_mail_a_day(
    stage: Stage, addresses: tuple[str, ...]
) -> None:
    """Three hundred an hour came to one person, under so many names of theirs."""
    for email in (*addresses, "nora@example.nl"):
        assert ASKED in words(signs_up(stage, email=email))
    assert [mail.to for mail in stage.sendgrid.sent] == [addresses[0], "nora@example.nl"]


def test_one_connection_asks_ten_times_an_hour(stage: Stage) -> None:
    for number in range(10):
        assert signs_up(stage, email=f"a{number}@example.nl", client="203.0.113.7, 8.8.8.8").status_code == 200
    page = signs_up(
        stage, email="b@example.nl", client="203.0.113.9, 8.8.8.8"
    )  # what it says itself counts for nothing
    assert (page.status_code, "over een uur" in words(page)) == (429, True)
    assert signs_up(stage, email="c@example.nl", client="9.9.9.9").status_code == 200
    assert stage.mails_to("b@example.nl") == []
    stage.later(hours=1, seconds=1)
    assert signs_up(stage, email="b@example.nl", client="8.8.8.8").status_code == 200
    assert not [row for row in stage.rows("SELECT client FROM address_claims") if "8.8.8.8" in row.client]


def test_of_all_networks_no_disk_is_filled(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.domain.participants.claiming.MOST", 3)
    taken = [signs_up(stage, email=f"a{n}@example.nl", client=f"8.8.8.{n}").status_code for n in range(4)]
    assert taken == [200, 200, 200, 429]


def test_the_code_of_a_campaign_is_kept_with_the_sign_up(stage: Stage) -> None:
    assert "Doe mee" in words(stage.visits("https://x/aanmelden/kattenbroek-1"))
    signs_up(stage, path="/aanmelden/kattenbroek-1")
    confirms(stage)
    [row] = stage.rows("SELECT campaign FROM address_claims")
    assert row.campaign == "kattenbroek-1"


def test_a_restart_in_the_middle_loses_nothing_and_mails_once(stage: Stage) -> None:
    stage.program.workflow.signing_up.mail_next = lambda: False  # type: ignore[method-assign]
    signs_up(stage)
    assert stage.sendgrid.sent == []
    stage.restart()
    stage.settle()
    link = link_in(stage, "noor@example.nl", "bevestigen")
    stage.restart()
    assert "U doet mee" in words(stage.sends_form(link))
    stage.settle()
    assert len(stage.sendgrid.sent) == 1


def test_who_left_comes_back_by_signing_up(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.sends_form(link_in(stage, "noor@example.nl", "afmelden"), action="leave")
    stage.wait(timedelta(days=1))
    signs_up(stage)
    assert people(stage) == []
    confirms(stage)
    assert people(stage) == [("noor@example.nl", "Noor Çelik", "3823 AB", "12-a")]


def test_who_was_erased_and_signs_up_again_may_be_in_a_file(
    stage: Stage, operator: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ERASURE_KEY", stage.settings().erasure_key.get_secret_value())  # type: ignore[union-attr]
    stage.lives("Noor")
    assert operator.invoke(app, ["privacy", "erase", "noor@example.nl", "--yes"]).exit_code == 0
    assert len(stage.rows("SELECT 1 FROM erased_addresses")) == 1
    signs_up(stage)
    assert len(stage.rows("SELECT 1 FROM erased_addresses")) == 1
    confirms(stage)
    assert stage.rows("SELECT 1 FROM erased_addresses") == []
    assert people(stage) == [("noor@example.nl", "Noor Çelik", "3823 AB", "12-a")]


def test_who_only_filled_the_page_in_is_erased_by_their_address(stage: Stage, operator: CliRunner) -> None:
    signs_up(stage)
    assert operator.invoke(app, ["privacy", "erase", "noor@example.nl", "--yes"]).exit_code == 0
    assert stage.rows("SELECT 1 FROM address_claims") == []
    assert stage.rows("SELECT 1 FROM letters WHERE recipient <> ''") == []


def test_erasing_takes_what_was_filled_in_too(stage: Stage, operator: CliRunner) -> None:
    signs_up(stage)
    confirms(stage)
    told = operator.invoke(app, ["privacy", "export", "noor@example.nl"]).output
    assert '"consent": "2026-03"' in told
    assert operator.invoke(app, ["privacy", "erase", "noor@example.nl", "--yes"]).exit_code == 0
    assert stage.rows("SELECT 1 FROM address_claims") == []
    assert stage.rows("SELECT 1 FROM letters WHERE recipient <> ''") == []
