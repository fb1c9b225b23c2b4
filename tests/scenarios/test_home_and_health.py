"""What each colleague finds on the app's Home, and what an operator asks the program."""

from datetime import timedelta

import pytest

from bot.clock import Clock
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Person
from tests.incidents import monitor
from tests.scenarios.steps.day_monitor import begins
from tests.scenarios.steps.desk import home, screen
from tests.stage import Stage
from tests.storage.things import replied
from tests.surveys import asks_survey, second_superuser


@pytest.fixture
def busy(stage: Stage) -> Stage:
    """A request that waits, a reply and a lead that are open."""
    stage.lives("Noor")
    stage.approved()
    stage.sends_on(stage.carla, stage.answers("Noor", "Ik zag een bus."))
    stage.asks(stage.anna)
    return stage


def presses(stage: Stage, person: Person, label: str) -> None:
    """A button of the Home that somebody has before them."""
    person.presses(screen(person), label)
    stage.settle()
    stage.program.renew_home()


def test_service_en_intake_does_from_the_home_what_waits_for_them(busy: Stage) -> None:
    annas, brams = home(busy, busy.anna), home(busy, busy.bram)
    assert "Er wacht niets op u." in annas
    assert "Het team\nBM-2026-0002 · Kattenbroekstraat · wacht op goedkeuring" in annas
    assert "Oppakken" not in annas
    assert "Voor u\nBM-2026-0002 · Kattenbroekstraat · van Anna Bakker\nControleren" in brams
    assert "Januari 2026: 1 mail verstuurd, 1 met een reactie (100,0%)" in brams
    busy.later(hours=3)
    assert "wacht al 3 uur" in home(busy, busy.bram)
    presses(busy, busy.bram, "Controleren")
    check = seen(busy.bram)
    assert "De voordeur is opengebroken. Er zijn sieraden weg." in check.text(), "what is approved is read here"
    check.close()
    busy.presses(busy.bram, busy.alert_message(), "Terugsturen")
    assert seen(busy.bram).fill({"Wat moet er anders?": "Welke kleur?"}).submit().closed
    busy.settle()
    assert "Voor u\nBM-2026-0002 · Kattenbroekstraat · teruggestuurd" in home(busy, busy.anna)
    presses(busy, busy.anna, "Aanpassen")
    assert "De voordeur is opengebroken." in str(seen(busy.anna).values)


def test_incidents_of_mine_and_what_is_not_divided_yet(stage: Stage) -> None:
    first, _second = monitor(stage.database_url, "2026-000001", "2026-000002")
    begins(stage)
    stage.rows("UPDATE incidents SET assignee_id = :a, assignee_name = 'Anna' WHERE id = :i", a=stage.anna.id, i=first)
    text = home(stage, stage.anna)
    assert "Kattenbroekstraat · 2026-000001 · wacht al 1 uur\nAanvragen" in text
    assert "Verdelen · 1 zaak is nog niet verdeeld" in text
    presses(stage, stage.anna, "Aanvragen")
    assert seen(stage.anna).values["Straat"] == "Kattenbroekstraat"


def test_the_wijksecretariaat_takes_rates_answers_and_records_from_the_home(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    text = home(stage, stage.carla)
    assert "Er wacht niets op u." in text
    assert "Nog niet opgepakt (1)" in text
    assert "Nieuwe aanvraag" not in text
    presses(stage, stage.carla, "Oppakken")
    assert "Voor u\nBM-2026-0001 · Kattenbroekstraat" in screen(stage.carla).text()
    presses(stage, stage.carla, "Beoordelen")
    assert "Ik zag een bus." in seen(stage.carla).text()
    assert seen(stage.carla).fill({"Wat is deze reactie waard?": "Relevant voor deze zaak"}).submit().closed
    stage.settle()
    stage.program.renew_home()
    presses(stage, stage.carla, "Afhandelen")
    assert seen(stage.carla).title == "Afhandelen"
    seen(stage.carla).close()
    stage.rows("UPDATE replies SET answered_at = received_at")
    stage.program.renew_home()
    presses(stage, stage.carla, "Afhandelen")
    assert "In BVH gezet?" in seen(stage.carla).labels
    seen(stage.carla).close()
    cees = stage.joins(stage.triage, "cees", "Cees Smit")
    told = "Het team\nBM-2026-0001 · Kattenbroekstraat · reactie 1 · relevant voor deze zaak · Carla Mulder"
    assert told in home(stage, cees)


def test_the_burglary_team_reads_and_judges_from_the_home(busy: Stage) -> None:
    text = home(busy, busy.daan)
    assert "BM-2026-0001 · Kattenbroekstraat · tip 1 · ongelezen" in text
    assert "Reactie" not in text
    presses(busy, busy.daan, "Lezen")
    assert "Ik zag een bus." in seen(busy.daan).text()
    assert seen(busy.daan).submit().closed
    busy.settle()
    assert "nog geen uitslag" in screen(busy.daan).text()
    presses(busy, busy.daan, "Uitslag")
    assert "Ik zag een bus." in seen(busy.daan).text()
    assert "Gouden tip" in seen(busy.daan).text()


def test_a_superuser_sees_what_is_late_the_figures_and_every_word_as_a_button(busy: Stage) -> None:
    text = home(busy, busy.els)
    assert text.startswith("Voor u\nEr wacht niets op u, en niets is te laat.")
    assert text.count("is te laat") == 1
    [batch] = busy.rows("UPDATE batches SET status = 'unknown' RETURNING id")
    assert "Voor u\n:warning: 1 groep mails wacht op een besluit" in home(busy, busy.els)
    busy.rows("UPDATE batches SET status = 'accepted' WHERE id = :id", id=batch.id)
    assert "Nog op tijd: 1 aanvraag, 1 reactie, 1 tip." in text
    assert "1 van 1 (100,0%)" in text
    for word in ("Cijfers", "Bereik", "Enquête", "Verdelen", "Inzage", "Deelnemer", "Bewaren", "Antwoordteksten"):
        assert word in screen(busy.els).buttons
    for word, said in (("Cijfers", "Cijfers van januari 2026"), ("Verdelen", "Geen nieuwe zaken"), ("Bereik", "huish")):
        presses(busy, busy.els, word)
        window = seen(busy.els)
        assert said in window.text()
        assert window.buttons == [], "buttons in a window do nothing in the practice Slack"
        window.close()
    presses(busy, busy.els, "Deelnemer")
    assert not seen(busy.els).fill({"E-mailadres": "noor@example.nl"}).submit().errors
    assert "Deelnemer 1, Kattenbroek, n•••@e•••.nl: krijgt mail." in seen(busy.els).text(), (
        "read in the window: nothing of it stays"
    )
    assert busy.els.direct_messages.messages == []
    busy.later(days=2)
    assert "Te laat bij de teams" in home(busy, busy.els)


@pytest.mark.parametrize("flags", [{}, {"is_restricted": True}])
def test_an_outsider_sees_nothing_but_whom_to_ask(busy: Stage, flags: dict[str, bool]) -> None:
    vera = busy.slack.add_person("vera", "Vera Vreemd", **flags)
    text = home(busy, vera)
    assert "U heeft geen toegang. Vraag een superuser om hulp." in text
    assert "BM-2026" not in text


def test_what_is_done_disappears_from_the_home(busy: Stage) -> None:
    busy.presses(busy.bram, busy.alert_message(), "Goedkeuren en versturen")
    assert "BM-2026-0002" not in home(busy, busy.anna)
    assert "BM-2026-0002" not in home(busy, busy.bram)
    reply = busy.reply_message()
    busy.presses(busy.carla, reply, "Niet relevant")
    busy.writes_answer(busy.carla, reply)
    assert "BM-2026-0001" not in home(busy, busy.carla)


def test_five_hundred_open_replies_are_there_page_by_page_oldest_first(busy: Stage) -> None:
    engine = make_engine(busy.database_url)
    for number in range(499):
        later = Clock().now() + timedelta(seconds=number)
        replied(unit_of_work(engine, Clock()), alert_id=1, received_at=later)
    engine.dispose()
    first = home(busy, busy.carla)
    assert "Nog niet opgepakt (500)" in first
    assert "Pagina 1 van 50" in first
    assert "Terug" not in screen(busy.carla).buttons
    for page in range(2, 51):
        busy.carla.presses(screen(busy.carla), "Volgende")
        busy.program.listeners.wait_until_idle()
        assert f"Pagina {page} van 50" in screen(busy.carla).text()
    assert "Volgende" not in screen(busy.carla).buttons
    busy.carla.presses(screen(busy.carla), "Terug")
    busy.program.listeners.wait_until_idle()
    assert "Pagina 49 van 50" in screen(busy.carla).text()


def test_a_superuser_decides_and_checks_from_the_home(busy: Stage) -> None:
    femke = second_superuser(busy)
    busy.crowd(8)
    busy.approved()
    asks_survey(busy, busy.els)
    assert "Enquête ENQ-1" not in home(busy, busy.els)  # her own
    text = home(busy, femke)
    assert "Voor u\nEnquête ENQ-1 · van Els" in text
    assert "Niets is te laat." in text
    presses(busy, femke, "Controleren")
    form = seen(femke)
    assert form.title == "Controleren"
    assert "Wat vindt u van de mails van de politie?" in form.text()
    assert "van de mails" in form.text()
    assert form.submit().acked
    assert "Goedgekeurd: ENQ-1." in seen(femke).text()
    seen(femke).close()
    busy.settle()
    assert [row.approver_id for row in busy.rows("SELECT approver_id FROM surveys")] == [femke.id]

    busy.rows("UPDATE batches SET status = 'unknown', asked_at = '2026-01-13 08:00:00.000000' WHERE id = 1")
    text = home(busy, femke)
    assert "wacht op een besluit" not in text, "said in its own line"
    presses(busy, femke, "Beslissen")
    form = seen(femke)
    assert form.submit().errors
    assert form.fill({"Wat wilt u doen?": "Zo laten"}).submit().closed
    busy.settle()
    assert [line.who for line in busy.audited("leaves")] == [femke.id]


def test_a_superuser_sees_what_is_approved_and_not_out_and_divides_from_the_home(stage: Stage) -> None:
    stage.lives("Noor")
    stage.sendgrid.fail_next(status=429, retry_after=3000)
    stage.approved()
    stage.later(minutes=20)
    assert "goedgekeurd, niet verstuurd\nBekijk mail" in home(stage, stage.els)
    presses(stage, stage.els, "Bekijk mail")
    assert "De voordeur is opengebroken." in seen(stage.els).text()
    seen(stage.els).close()

    monitor(stage.database_url, "2026-000001", "2026-000002")
    begins(stage)
    text = home(stage, stage.els)
    assert "Verdelen · 2 zaken zijn nog niet verdeeld · wacht al 1 uur\nToewijzen" in text
    presses(stage, stage.els, "Toewijzen")
    form = seen(stage.els)
    assert form.fill({"Welke zaken?": ["1"], "Wat gebeurt ermee?": "Overslaan"}).submit().closed
    stage.settle()
    assert "1 zaak is nog niet verdeeld" in screen(stage.els).text()
    assert "Toewijzen" in home(stage, stage.anna)


def test_a_superuser_decides_about_what_was_given_up_from_the_home(busy: Stage) -> None:
    for words in ("Nog een bus.", "En nog een."):
        mail = busy.mail_to("noor@example.nl")
        busy.slack.down = True
        busy.comes_in(reply_from(mail, words), mail.from_, "noor@example.nl")
    busy.rows("UPDATE outbox SET dead_at = owed_at WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT 2)")
    busy.slack.down = False
    told = "2 berichten of mails zijn niet verstuurd"
    assert f"{told}\nBeslissen" in home(busy, busy.els)
    presses(busy, busy.els, "Beslissen")
    form = seen(busy.els)
    assert form.submit().errors
    assert form.fill({"Wat wilt u doen?": "Opnieuw proberen"}).submit().closed
    busy.settle()
    assert "1 bericht of mail is niet verstuurd" in screen(busy.els).text()
    presses(busy, busy.els, "Beslissen")
    assert seen(busy.els).fill({"Wat wilt u doen?": "Overslaan"}).submit().closed
    busy.settle()
    assert "Beslissen" not in screen(busy.els).buttons
    assert len(busy.audited("tries_message_again")) == len(busy.audited("skips_message")) == 1
