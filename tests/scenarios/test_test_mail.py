"""Proefmail naar mijzelf: the mail as a citizen would read it, to nobody but the one who wrote it."""

import re
from urllib.parse import urlsplit

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.sendgrid import SentMail
from tests.doubles.slack import Modal
from tests.scenarios.guarded import keeps
from tests.stage import Stage, choose, seen

DO = "Wat wilt u doen?"
TRY = "Proefmail naar mijzelf"
ANNA = "anna.bakker@politie.example"
BANNER = "PROEF - Alleen u krijgt deze mail, om hem te controleren. De links doen niets."


@pytest.fixture
def preview(stage: Stage) -> Modal:
    """What Anna is about to file; it holds a phone number that she keeps."""
    stage.lives("Noor")
    found = stage.previews(stage.anna, **{"Signalement of voertuig": "Bel 06 12345678."})
    outcome = keeps(found, "06 12345678", reason="Het nummer is van ons.")
    assert not outcome.errors, outcome.errors
    return seen(stage.anna)


def tried(stage: Stage, preview: Modal) -> SentMail:
    outcome = choose(preview, TRY)
    assert not outcome.errors, outcome.errors
    stage.settle()
    return stage.mail_to(ANNA)


def test_it_reads_as_the_mail_will_and_says_that_it_is_none(stage: Stage, preview: Modal) -> None:
    mail = tried(stage, preview)
    assert mail.subject == "PROEF: Inbraak in de Kattenbroekstraat: zag of hoorde u iets? [BM-...]"
    assert mail.text.startswith(BANNER + "\n\nBeste deelnemer van Burgernet,")
    assert "Bel 06 12345678." in mail.text
    assert mail.html
    assert BANNER in mail.html
    for body in (mail.text, mail.html):
        links = re.findall(r"https://burgernetmail[^\s\"<]+", body)
        assert {urlsplit(link).path for link in links} == {"/reageren/proef", "/afmelden/proef", "/privacy", ""}
    assert [mail.to for mail in stage.sendgrid.sent] == [ANNA]


def test_the_form_says_where_it_went_and_goes_on_with_all_that_was_typed(stage: Stage, preview: Modal) -> None:
    tried(stage, preview)
    after = seen(stage.anna)
    assert "Proefmail verstuurd naar a•••@p•••.example." in after.text()
    assert "Blijft staan: „06 12345678” (telefoonnummer). Anna Bakker: Het nummer is van ons." in after.text()
    assert after.submit().closed  # Indienen is chosen again
    stage.settle()
    assert "BM-2026-0001" in stage.alert_message().plain()


def test_it_counts_nowhere_and_is_written_down(stage: Stage, preview: Modal) -> None:
    tried(stage, preview)
    assert not stage.rows("SELECT * FROM deliveries")
    assert not stage.rows("SELECT * FROM alerts")
    [letter] = stage.rows("SELECT kind, reply_id, status FROM letters")
    assert tuple(letter) == ("test", None, "sent")
    [line] = stage.audited("tested")
    assert line.who == stage.anna.id
    assert ANNA not in str(line)


def test_its_links_lead_to_a_page_that_says_so_and_change_nothing(stage: Stage, preview: Modal) -> None:
    tried(stage, preview)
    for path in ("reageren", "afmelden"):
        link = f"https://burgernetmail.example.nl/{path}/proef"
        for page in (stage.visits(link), stage.sends_form(link, what="Ik zag iets.", action="leave")):
            assert page.status_code == 200
            assert "Dit is de link van een proefmail." in page.text
    stage.settle()
    assert not stage.triage.messages


def test_an_answer_to_it_is_known_for_what_it_is(stage: Stage, preview: Modal) -> None:
    mail = tried(stage, preview)
    stage.comes_in(reply_from(mail, "Ziet er goed uit!"), mail.from_, ANNA)
    reply = stage.reply_message()
    assert "Antwoord op een proefmail: telt niet mee, niets te doen" in reply.plain()
    assert "Niets te doen." in reply.plain()
    assert len(stage.mails_to(ANNA)) == 1  # no acknowledgement


def test_twice_the_same_press_sends_it_once_and_the_sixth_is_refused(stage: Stage, preview: Modal) -> None:
    tried(stage, preview)
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert len(stage.mails_to(ANNA)) == 1
    for _ in range(4):
        tried(stage, seen(stage.anna))
    told = "U heeft al 5 proefmails van deze aanvraag gekregen. Meer kan niet."
    assert choose(seen(stage.anna), TRY).errors == {DO: told}
    assert choose(seen(stage.anna), "Terug naar het formulier").errors == {}
    assert not seen(stage.anna).submit().errors
    assert choose(seen(stage.anna), TRY).errors == {DO: told}  # the same form, so the same five
    assert len(stage.mails_to(ANNA)) == 5


def test_without_an_address_on_the_slack_profile(stage: Stage) -> None:
    stage.lives("Noor")
    outcome = choose(stage.previews(stage.bram), TRY)
    assert outcome.errors == {
        DO: "In uw Slack-profiel staat geen e-mailadres. Vul het aan, of vraag een superuser om hulp."
    }
    assert not stage.sendgrid.sent


def test_an_approver_tries_a_change_and_then_sends_it(stage: Stage) -> None:
    stage.lives("Noor")
    message = stage.asks(stage.bram)
    stage.presses(stage.anna, message, "Aanpassen")
    assert (
        not seen(stage.anna).fill({"Signalement of voertuig": "Een grijze bestelbus. Ook een ladder."}).submit().errors
    )
    mail = tried(stage, seen(stage.anna))
    assert "Ook een ladder." in mail.text
    assert mail.subject.endswith("[BM-2026-0001]")
    assert choose(seen(stage.anna), "Opslaan, goedkeuren en versturen naar 1 ontvanger").closed
    stage.settle()
    assert "Ook een ladder." in stage.mail_to("noor@example.nl").text


class TestInAnExercise:
    """An allow-list holds for colleagues too."""

    @pytest.fixture
    def overrides(self) -> dict[str, object]:
        return {"allowed_recipients": "noor@example.nl"}

    def test_who_is_not_on_the_list_is_told(self, stage: Stage, preview: Modal) -> None:
        told = "Dit is een oefening en uw e-mailadres staat niet op de lijst: u krijgt geen mail."
        assert choose(preview, TRY).errors == {DO: told}
