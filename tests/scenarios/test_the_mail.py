"""What a neighbour gets, from whom, and how they leave."""

import re
from datetime import timedelta

import httpx
import pytest

from tests.domain.surveys.samples import ELS
from tests.scenarios.steps.mails import leave_link
from tests.stage import Stage


def test_only_active_neighbours_within_the_radius_get_it(stage: Stage) -> None:
    stage.lives("Noor", metres=0)
    stage.lives("Omar", metres=299)
    stage.lives("Puck", metres=301)
    stage.lives("Quinten", metres=20_000)
    stage.lives("Roos")
    stage.rows("UPDATE participants SET status = 'left' WHERE name = 'Roos'")
    stage.approved()
    assert {mail.to for mail in stage.sendgrid.sent} == {"noor@example.nl", "omar@example.nl"}


def test_recipients_are_chosen_when_the_mail_is_sent_not_when_it_was_asked_for(stage: Stage) -> None:
    stage.lives("Noor")
    stage.lives("Omar")
    message = stage.asks()
    stage.rows("UPDATE participants SET status = 'left' WHERE name = 'Noor'")
    stage.lives("Puck")
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert {mail.to for mail in stage.sendgrid.sent} == {"omar@example.nl", "puck@example.nl"}


def test_everybody_gets_a_mail_of_their_own_from_the_police(stage: Stage) -> None:
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    noor, omar = stage.mail_to("noor@example.nl"), stage.mail_to("omar@example.nl")

    assert noor.from_name == "Politie Amersfoort"
    assert re.fullmatch(r"antwoord\+[a-z2-7]+@mail\.example\.nl", noor.from_)
    assert noor.from_ != omar.from_
    assert noor.message_id != omar.message_id
    assert noor.message_id.endswith("@mail.example.nl>")
    assert leave_link(noor) != leave_link(omar)
    assert noor.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert noor.custom_args != omar.custom_args


def test_it_says_what_happened_and_where_in_plain_dutch_and_never_the_house(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    assert mail.subject == "Inbraak in de Kattenbroekstraat: zag of hoorde u iets? [BM-2026-0001]"
    for words in (mail.text, re.sub(r"</?a\b[^>]*tel:[^>]*>|</a>", "", mail.html)):
        assert "Er is ingebroken in een woning in uw buurt." in words
        assert "De voordeur is opengebroken. Er zijn sieraden weg." in words
        assert "Op woensdag 14 januari, tussen 9.00 en 11.30 uur" in words
        assert "Ziet u nu iets verdachts? Bel 112." in words
        assert "/afmelden/" in words
        assert "/reageren/" in words
        assert "2026-001234" not in words
        assert not re.search(r"Kattenbroekstraat\s+12", words)
    assert '<html lang="nl"' in mail.html
    assert "<img" not in mail.html
    assert "<script" not in mail.html


def test_the_provider_learns_nothing_about_anybody_but_the_address(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    assert list(mail.custom_args.values()) == ["d1"]
    assert all("noor" not in value.lower() for value in (*mail.custom_args.values(), *mail.categories, mail.from_))


class TestLeaving:
    """A click in the mail is enough; it holds before the next send."""

    def test_one_click_of_the_mail_program_is_enough(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.lives("Omar")
        stage.approved()
        answer = stage.sends_form(leave_link(stage.mail_to("noor@example.nl")), **{"List-Unsubscribe": "One-Click"})
        assert (answer.status_code, answer.history) == (200, []), "RFC 8058, 3.1: it is led nowhere"
        assert "Meld mij weer aan" in stage.visits(leave_link(stage.mail_to("noor@example.nl"))).text
        stage.approved()
        assert len(stage.mails_to("noor@example.nl")) == 1
        assert len(stage.mails_to("omar@example.nl")) == 2
        [left] = stage.audited("left")
        assert (left.who, left.subject) == ("citizen", "participant 1")

    def test_the_one_click_may_come_as_either_kind_of_form(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        link = leave_link(stage.mail_to("noor@example.nl"))
        as_multipart = {"List-Unsubscribe": (None, "One-Click")}
        assert httpx.post(stage.here(link), files=as_multipart).status_code == 200  # RFC 8058, 3.2
        assert len(stage.audited("left")) == 1

    def test_a_scanner_that_follows_the_link_changes_nothing(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        link = leave_link(stage.mail_to("noor@example.nl"))
        page = stage.visits(link).text
        assert "Ja, meld mij af" in page
        assert "mails naar <strong>n•••@e•••.nl</strong>" in page
        assert "Nee, ik blijf" in page
        assert httpx.head(stage.here(link)).status_code == 200
        for method in ("OPTIONS", "PUT", "DELETE", "PATCH"):
            assert httpx.request(method, stage.here(link)).status_code == 405
        assert not stage.audited("left")
        stage.approved()
        assert len(stage.mails_to("noor@example.nl")) == 2

    def test_somebody_leaves_by_the_page_and_comes_back_by_it(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.lives("Omar")
        stage.approved()
        [link] = set(re.findall(r"https://\S+/afmelden/\S+", stage.mail_to("noor@example.nl").text))
        assert "U bent afgemeld." in stage.sends_form(link, action="leave").text
        stage.approved()
        assert len(stage.mails_to("noor@example.nl")) == 1
        back = stage.sends_form(link, action="come_back")
        assert [answer.status_code for answer in back.history] == [303]
        assert "weer aangemeld" in back.text
        assert "weer aangemeld" in stage.visits(str(back.url)).text
        stage.approved()
        assert len(stage.mails_to("noor@example.nl")) == 2
        assert len(stage.audited("came_back")) == 1

    def test_an_old_mail_puts_nobody_back(self, stage: Stage) -> None:
        """Whoever was sent one on holds its link for ever: after an hour only a sign-up brings them back."""
        stage.lives("Noor")
        stage.lives("Omar")
        stage.lives("Puck")
        stage.approved()
        links = {name: leave_link(stage.mail_to(f"{name}@example.nl")) for name in ("noor", "omar")}
        stage.program.workflow.leaving.take_out(2, "Belde op.", ELS)
        stage.sends_form(links["noor"], action="leave")
        assert "Meld mij weer aan" in stage.visits(links["noor"]).text
        assert "Meld mij weer aan" not in stage.visits(links["omar"]).text
        stage.later(minutes=59)
        assert "weer aangemeld" in stage.sends_form(links["noor"], action="come_back").text
        stage.sends_form(links["noor"], action="leave")
        stage.later(minutes=61)
        for link in links.values():
            told = stage.sends_form(link, action="come_back").text
            assert "U bent afgemeld." in told
            assert 'href="/aanmelden"' in told
        stage.approved()
        assert {mail.to for mail in stage.sendgrid.sent[3:]} == {"puck@example.nl"}

    def test_nor_does_it_end_a_pause(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        stage.rows("UPDATE participants SET status = 'paused', paused_at = '2026-01-14 12:00:00+00:00'")
        stage.sends_form(leave_link(stage.mail_to("noor@example.nl")), action="come_back")
        assert [row.status for row in stage.rows("SELECT status FROM participants")] == ["paused"]

    def test_who_leaves_between_two_tries_is_spared(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.lives("Omar")
        stage.approved()
        link = leave_link(stage.mail_to("noor@example.nl"))
        stage.sendgrid.fail_next(status=503)
        message = stage.approved()
        stage.sends_form(link)
        stage.later(seconds=10)
        assert len(stage.mails_to("noor@example.nl")) == 1
        assert len(stage.mails_to("omar@example.nl")) == 2
        assert "1 van 2" in message.plain()
        assert "1 niet verstuurd of afgemeld" in message.plain()

    def test_an_address_that_bounces_for_good_gets_no_more_mail(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.lives("Omar")
        stage.approved()
        bounced = stage.events.events_for(stage.mail_to("noor@example.nl"), "bounce")
        stage.events.post(stage.url("/mail/events"), bounced)
        stage.later(seconds=3)
        stage.approved()
        assert len(stage.mails_to("noor@example.nl")) == 1

    def test_who_complains_about_spam_gets_no_more_mail(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.lives("Omar")
        stage.approved()
        stage.events.post(
            stage.url("/mail/events"), stage.events.events_for(stage.mail_to("noor@example.nl"), "spamreport")
        )
        stage.later(seconds=3)
        stage.approved()
        assert len(stage.mails_to("noor@example.nl")) == 1

    def test_a_forged_link_does_nothing(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        link = leave_link(stage.mail_to("noor@example.nl"))
        for forged in (link[:-3] + "aaa", link.replace("/afmelden/", "/afmelden/x"), "https://x.nl/afmelden/d1"):
            assert stage.sends_form(forged).status_code == 404
            assert stage.visits(forged).status_code == 404
        assert not stage.audited("left")

    def test_the_link_of_one_purpose_is_no_key_to_another(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.approved()
        mail = stage.mail_to("noor@example.nl")
        reply_token = mail.from_.partition("+")[2].partition("@")[0]
        [form_token] = set(re.findall(r"/reageren/([a-z2-7]+)", mail.text))
        for token in (reply_token, form_token):
            assert stage.sends_form(f"https://x.nl/afmelden/{token}").status_code == 404
            assert stage.sends_form(f"https://x.nl/afmelden/{token}", action="come_back").status_code == 404
        assert stage.visits(leave_link(mail).replace("/afmelden/", "/reageren/")).status_code == 404


def test_progress_is_shown_while_2500_mails_go_out_in_three_batches(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.workflow.alerts.sending.SHOWN_EVERY", timedelta())  # these batches take no time
    stage.crowd(2500)
    message = stage.approved()
    seen = [str(update["blocks"]) for update in message.updates]
    assert any("*Wordt verstuurd*: 1.000 van 2.500" in blocks for blocks in seen)
    assert any("2.000 van 2.500" in blocks for blocks in seen)
    assert "2.500 van 2.500 verstuurd" in message.plain()
    assert len({mail.to for mail in stage.sendgrid.sent}) == 2500
    assert len(stage.sendgrid.sent) == 2500
    assert {mail.batch for mail in stage.sendgrid.sent} == {1, 2, 3}
    assert len({mail.from_ for mail in stage.sendgrid.sent}) == 2500
