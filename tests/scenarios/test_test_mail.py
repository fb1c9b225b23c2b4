"""Proefmail: the mail as a citizen would read it, to nobody but the one who wrote it or checks it."""

import re
from urllib.parse import urlsplit

import pytest

from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.sendgrid import SentMail
from tests.doubles.slack import Modal
from tests.scenarios.guarded import keeps
from tests.scenarios.steps.alerts import amends
from tests.stage import Stage

OUR_PAGES = {"/reageren/proef", "/afmelden/proef", "/mijn/proef", "/privacy", ""}
TRY = {"Proefmail": ["Stuur mij deze mail ook als proef"]}
MORE = "Proefmail naar mij"
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
    outcome = preview.fill(TRY).submit()
    assert outcome.closed, outcome
    stage.settle()
    return stage.mails_to(ANNA)[-1]


def test_it_reads_as_the_mail_will_and_says_that_it_is_none(stage: Stage, preview: Modal) -> None:
    mail = tried(stage, preview)
    assert mail.subject == "PROEF: Inbraak in de Kattenbroekstraat: zag of hoorde u iets? [BM-...]"
    assert mail.text.startswith(BANNER + "\n\nBeste deelnemer van Burgernet,")
    assert "Bel 06 12345678." in mail.text
    assert mail.html
    assert BANNER in mail.html
    for body in (mail.text, mail.html):
        links = re.findall(r"https://burgernetmail[^\s\"<]+", body)
        assert {urlsplit(link).path for link in links} == OUR_PAGES
    assert [mail.to for mail in stage.sendgrid.sent] == [ANNA]


def test_with_it_the_request_is_filed(stage: Stage, preview: Modal) -> None:
    assert "Blijft staan: „06 12345678” (telefoonnummer). Anna Bakker: Het nummer is van ons." in preview.text()
    tried(stage, preview)
    assert "BM-2026-0001" in stage.alert_message().plain()
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert len(stage.mails_to(ANNA)) == 1
    assert len(stage.rows("SELECT id FROM alerts")) == 1


def test_it_counts_nowhere_and_is_written_down(stage: Stage, preview: Modal) -> None:
    tried(stage, preview)
    assert not stage.rows("SELECT * FROM deliveries")
    [letter] = stage.rows("SELECT kind, reply_id, status FROM letters")
    assert tuple(letter) == ("test", None, "sent")
    [line] = stage.audited("tested")
    assert line.who == stage.anna.id
    assert ANNA not in str(line)


def test_its_links_lead_to_a_page_that_says_so_and_change_nothing(stage: Stage, preview: Modal) -> None:
    tried(stage, preview)
    for path in ("reageren", "afmelden", "mijn"):
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
    assert "telt niet mee, niets te doen" in reply.plain()
    assert "niets te doen" in reply.plain()
    assert len(stage.mails_to(ANNA)) == 1  # no acknowledgement


def test_of_a_request_that_waits_five_for_each_colleague_as_it_reads_now(stage: Stage) -> None:
    stage.lives("Noor")
    message = stage.asks(stage.bram)
    for _ in range(5):
        stage.presses(stage.anna, message, MORE)
    assert stage.ephemeral(stage.anna, stage.intake) == "Proefmail verstuurd naar a•••@p•••.example."
    assert [mail.subject[:6] for mail in stage.mails_to(ANNA)] == ["PROEF:"] * 5
    assert stage.mail_to(ANNA).subject.endswith("[BM-2026-0001]")
    stage.presses(stage.anna, message, MORE)
    told = "U heeft al 5 proefmails van deze aanvraag gekregen. Meer kan niet."
    assert stage.ephemeral(stage.anna, stage.intake) == told
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=30)
    amends(stage, stage.bram, message, **{"Wat is er gebeurd?": "De achterdeur."})
    stage.presses(stage.anna, message, MORE)
    assert stage.ephemeral(stage.anna, stage.intake).startswith("De tekst is veranderd")
    assert len(stage.mails_to(ANNA)) == 5


def test_without_an_address_on_the_slack_profile(stage: Stage) -> None:
    stage.lives("Noor")
    outcome = stage.previews(stage.bram).fill(TRY).submit()
    assert outcome.errors == {
        "Proefmail": "In uw Slack-profiel staat geen e-mailadres. Vul het aan, of vraag een superuser om hulp."
    }
    assert not stage.sendgrid.sent
    assert not stage.rows("SELECT id FROM alerts")


def test_an_approver_tries_a_change_and_then_sends_it(stage: Stage) -> None:
    stage.lives("Noor")
    message = stage.asks(stage.bram)
    stage.presses(stage.anna, message, "Aanpassen")
    assert (
        not seen(stage.anna).fill({"Signalement of voertuig": "Een grijze bestelbus. Ook een ladder."}).submit().errors
    )
    choice = {"Wat wilt u doen?": "Opslaan, goedkeuren en versturen naar 1 ontvanger"}
    mail = tried(stage, seen(stage.anna).fill(choice))
    assert "Ook een ladder." in mail.text
    assert mail.subject.endswith("[BM-2026-0001]")
    assert "Ook een ladder." in stage.mail_to("noor@example.nl").text


class TestInAnExercise:
    """An allow-list holds for colleagues too."""

    @pytest.fixture
    def overrides(self) -> dict[str, object]:
        return {"allowed_recipients": "noor@example.nl"}

    def test_who_is_not_on_the_list_is_told(self, stage: Stage, preview: Modal) -> None:
        told = "Dit is een oefening en uw e-mailadres staat niet op de lijst: u krijgt geen mail."
        assert preview.fill(TRY).submit().errors == {"Proefmail": told}
