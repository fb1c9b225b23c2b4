"""What citizens answer: once a person, nobody's, and figures only where nobody can be recognised."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image
from sqlalchemy import MetaData, inspect, select

from storage.engine import make_engine
from tests.doubles.citizen import bounce, reply_from
from tests.doubles.slack import Message
from tests.stage import PLAIN, Stage
from tests.surveys import (
    SEND,
    asks_survey,
    fills_in,
    heading,
    links,
    second_superuser,
    sent_survey,
    told,
)

THANKS = "Dank u wel voor uw antwoorden."
USED = "Deze vragenlijst is al ingevuld. Dank u wel."
HOSTILE = "<!here> *Bel* <https://evil.example|mij> & weg"


@pytest.fixture
def asked(stage: Stage) -> dict[str, str]:
    """Eight people's links."""
    sent_survey(stage)
    return links(stage)


def five_answers(stage: Stage, asked: dict[str, str]) -> None:
    opinions = ("strongly_agree", "agree", "agree", "disagree", "no_opinion")
    for number, opinion in enumerate(opinions):
        link = asked[f"buur{number}@example.nl"]
        page = fills_in(stage, link, clear=opinion, amount="right", why=f"Reden {number}", better=HOSTILE)
        assert heading(page) == THANKS


def tables(stage: Stage) -> dict[str, list[dict[str, Any]]]:
    """All that stands in the database."""
    engine, metadata = make_engine(stage.database_url), MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        found = {
            name: [dict(row._mapping) for row in connection.execute(select(table))]
            for name, table in metadata.tables.items()
        }
    engine.dispose()
    return found


def test_it_is_filled_in_once_and_looking_changes_nothing(stage: Stage, asked: dict[str, str]) -> None:
    link = asked["buur0@example.nl"]
    before = tables(stage)
    for _ in range(3):
        page = stage.visits(link)
        assert heading(page) == "Wat vindt u van onze mails?"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert 'name="robots" content="noindex"' in page.text
    assert "<script" not in page.text
    assert "Kies een antwoord." not in page.text
    assert " checked" not in page.text
    assert tables(stage) == before

    page = fills_in(stage, link, clear="", attentive="perfect", why="Ik zag niets.", better="x" * 1001)
    assert page.status_code == 422
    assert page.text.count("Kies een antwoord.") == 2
    assert "Maak dit korter: hoogstens 1000 tekens." in page.text
    assert ">\nIk zag niets.</textarea>" in page.text
    assert "x" * 1001 in page.text
    assert len(re.findall(r' value="agree" checked', page.text)) == 1
    assert tables(stage) == before

    assert heading(fills_in(stage, link, why="Ik zag niets.")) == THANKS
    after = tables(stage)
    assert heading(fills_in(stage, link, why="Nog eens.")) == USED
    assert heading(stage.visits(link)) == USED
    assert tables(stage) == after
    assert stage.visits(link[:-3] + "aaa").status_code == 404
    [alert] = re.findall(r"https://\S+/afmelden/\S+", stage.mails_to("buur0@example.nl")[0].text)
    assert stage.visits(alert.replace("afmelden", "enquete")).status_code == 404
    assert stage.visits(link.replace("enquete", "reageren")).status_code == 404


def test_of_replying_only_who_replied_is_asked(stage: Stage) -> None:
    stage.crowd(8)
    stage.approved()
    stage.answers("Buur0", "Ik zag een bus.")
    message = asks_survey(stage, stage.els)
    stage.presses(second_superuser(stage), message, SEND)
    for name, statements in (("buur0", 5), ("buur1", 3)):
        link = links(stage)[f"{name}@example.nl"]
        page = stage.visits(link).text
        assert page.count('role="radiogroup"') == statements + 1
        assert ("Reageren is makkelijk." in page) is (name == "buur0")
        assert heading(fills_in(stage, link)) == THANKS
    [row] = stage.rows("SELECT counts FROM surveys")
    assert '"easy": {"agree": 1}' in str(row.counts).replace("'", '"')


def test_loading_the_thanks_anew_sends_nothing(stage: Stage, asked: dict[str, str]) -> None:
    page = fills_in(stage, asked["buur0@example.nl"])
    assert [answer.status_code for answer in page.history] == [303]
    again = httpx.get(str(page.url), **PLAIN)
    assert heading(again) == THANKS
    assert heading(stage.visits(f"{asked['buur1@example.nl']}?klaar=all")) == "Wat vindt u van onze mails?"


def test_after_its_last_day_it_says_that_it_is_closed(stage: Stage, asked: dict[str, str]) -> None:
    stage.wait(timedelta(days=21))  # the last day itself
    assert heading(stage.visits(asked["buur0@example.nl"])) == "Wat vindt u van onze mails?"
    stage.wait(timedelta(days=1))
    assert heading(stage.visits(asked["buur0@example.nl"])) == "Deze vragenlijst is gesloten."
    assert heading(fills_in(stage, asked["buur0@example.nl"])) == "Deze vragenlijst is gesloten."
    assert heading(stage.visits(asked["buur0@example.nl"])) == "Deze vragenlijst is gesloten."


def test_nothing_that_is_kept_leads_from_an_answer_to_a_person(stage: Stage, asked: dict[str, str]) -> None:
    before = tables(stage)
    five_answers(stage, asked)
    after = tables(stage)
    changed = {name for name, rows in after.items() if rows != before[name]}
    assert changed == {"surveys", "survey_links_used", "survey_words"}  # no trail, no outbox, no moment

    [used] = [{frozenset(row) for row in after["survey_links_used"]}]
    assert used == {frozenset({"delivery_id", "team_id"})}
    assert {frozenset(row) for row in after["survey_words"]} == {
        frozenset({"id", "survey_id", "question", "words", "team_id"})
    }
    [now], [was] = after["surveys"], before["surveys"]
    assert {name for name, value in now.items() if value != was[name]} == {"answered", "counts"}
    assert now["counts"]["clear"] == {"strongly_agree": 1, "agree": 2, "disagree": 1, "no_opinion": 1}
    ids = [row["id"] for row in after["survey_words"]]
    assert len(set(ids)) == 10
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in ids)
    assert "Reden" not in str({name: rows for name, rows in after.items() if name != "survey_words"})


def test_neither_the_order_of_rows_nor_the_database_s_own_stamps_tell_who(stage: Stage, asked: dict[str, str]) -> None:
    orders = set()
    for number in range(8):
        assert heading(fills_in(stage, asked[f"buur{number}@example.nl"], why=f"{number}")) == THANKS
        rows = stage.rows("SELECT words FROM survey_words")
        orders.add(tuple(sorted(range(len(rows)), key=lambda place: str(rows[place].words))) == tuple(range(len(rows))))
    assert False in orders  # 1 in 8! that the last alone comes in order by chance
    if stage.database_url.startswith("postgresql"):
        stamps = stage.rows("SELECT DISTINCT xmin::text FROM survey_words")
        assert len(stamps) == 1  # all are written anew with each form: the stamp is the last one's
    else:
        columns = inspect_columns(stage, "survey_words")
        assert columns == {"id", "survey_id", "question", "words", "team_id"}
        with pytest.raises(Exception, match="rowid"):
            stage.rows("SELECT rowid FROM survey_words")


def inspect_columns(stage: Stage, table: str) -> set[str]:
    engine = make_engine(stage.database_url)
    names = {column["name"] for column in inspect(engine).get_columns(table)}
    engine.dispose()
    return names


def is_over(stage: Stage) -> None:
    stage.wait(timedelta(days=22))


def pressed(stage: Stage, message: Message, label: str) -> Message:
    before = len(stage.els.ephemerals(stage.supervision))
    stage.presses(stage.els, message, label)
    return stage.slack.wait_for(lambda: stage.els.ephemerals(stage.supervision)[before:])[-1]


def test_a_superuser_sees_figures_from_five_answers_on(stage: Stage, asked: dict[str, str]) -> None:
    for number in (5, 6):
        fills_in(stage, asked[f"buur{number}@example.nl"], clear="neutral")
    still = told(stage, stage.els)
    assert "Ingevuld door minder dan 5 van de 8 ontvangers" in still.plain()
    assert "U ziet de antwoorden na de laatste dag." in still.plain()
    assert still.buttons == []
    is_over(stage)
    few = told(stage, stage.els)
    assert "Ingevuld door 2 van de 8 ontvangers (25,0%)" in few.plain()
    assert "U ziet cijfers vanaf 5 antwoorden." in few.plain()
    assert few.buttons == ["Nieuwe enquête"]


def test_when_it_is_over_superusers_see_figures_and_words(stage: Stage, asked: dict[str, str]) -> None:
    five_answers(stage, asked)
    is_over(stage)

    figures = told(stage, stage.els)
    assert "Ingevuld door 5 van de 8 ontvangers (62,5%)" in figures.plain()
    assert "*De mails zijn duidelijk.* – (minder dan 5 antwoorden)" in figures.plain()  # four have an opinion
    assert "*Door de mails let ik beter op.* 100,0% (helemaal) eens (n = 5)" in figures.plain()
    assert "*Reageren is makkelijk.* – (minder dan 5 antwoorden)" in figures.plain()  # nobody replied
    assert "te weinig 0 · goed 5 · te veel 0" in figures.plain()

    words = pressed(stage, figures, "Wat kan beter?")
    assert words.plain().count("<!here> *Bel* <https://evil.example|mij> & weg") == 5
    assert all(block["text"]["type"] == "plain_text" for block in words.blocks if "evil" in str(block))
    assert [row.who for row in stage.audited("read_survey")] == [stage.els.id]

    before = len(stage.supervision.messages)
    assert "komen zo in bm-regie" in pressed(stage, figures, "Delen in bm-regie").plain()
    [posted] = stage.supervision.messages[before:]
    [shown] = [block for block in posted.blocks if block["type"] == "image"]
    assert "Door de mails let ik beter op. 100,0%" in shown["alt_text"]
    assert "evil" not in str(posted.blocks)
    picture = next(upload for upload in stage.slack.world.uploads.values() if upload.name == "ENQ-1.png")
    assert picture.content
    assert Image.open(BytesIO(picture.content)).size == (900, 1140)


def test_pages_of_open_answers(stage: Stage) -> None:
    sent_survey(stage, people=20)
    for number, link in enumerate(links(stage).values()):
        fills_in(stage, link, why=f"Antwoord {number}. Bel 06-12345678.")
    is_over(stage)
    first = pressed(stage, told(stage, stage.els), "Waarom reageerde u wel of niet?")
    assert "20 antwoorden · pagina 1 van 3" in first.plain()
    second = pressed(stage, first, "Volgende")
    third = pressed(stage, second, "Volgende")
    assert third.buttons == ["Vorige"]
    assert "Bel •••." in first.plain()
    assert "12345678" not in str([page.blocks for page in (first, second, third)])
    read = re.findall(r"Antwoord \d+\.", first.plain() + second.plain() + third.plain())
    assert len(set(read)) == len(read) == 20


def test_when_it_is_over_the_results_come_by_themselves_and_the_words_go_in_time(
    stage: Stage, asked: dict[str, str]
) -> None:
    five_answers(stage, asked)
    before = len(stage.supervision.messages)
    stage.wait(timedelta(days=22))
    for _ in range(2):
        stage.program.workflow.tallying.keep_up()
        stage.settle()
    [posted] = stage.supervision.messages[before:]
    assert "Ingevuld door 5 van de 8 ontvangers" in posted.plain()
    assert [block["type"] for block in posted.blocks].count("image") == 1
    stage.wait(timedelta(days=365))
    stage.program.workflow.tallying.keep_up()
    assert not stage.rows("SELECT 1 FROM survey_words")
    figures = told(stage, stage.els)
    assert "*Door de mails let ik beter op.* 100,0%" in figures.plain()
    assert "Wat kan beter?" not in figures.buttons


def test_a_mail_back_is_a_reply_of_its_own_and_a_bounce_ends_it(stage: Stage, asked: dict[str, str]) -> None:
    mail = stage.mail_to("buur0@example.nl")
    quoted = "\n".join(f"> {line}" for line in mail.text.splitlines())
    stage.comes_in(reply_from(mail, f"Kunt u mij bellen?\n\n{quoted}"), mail.from_, "buur0@example.nl")
    reply = stage.reply_message()
    assert "Kunt u mij bellen?" in reply.plain()
    assert "anoniem" not in reply.plain()
    assert "zonder bekende mail" in reply.plain().splitlines()[0]
    other = stage.mail_to("buur1@example.nl")
    stage.comes_in(bounce(other), other.from_, "")
    [row] = stage.rows("SELECT status, left_reason FROM participants WHERE email = 'buur1@example.nl'")
    assert tuple(row) == ("left", "bounce")
    [leave] = re.findall(r"https://\S+/afmelden/\S+", stage.mails_to("buur2@example.nl")[-1].text)
    stage.sends_form(leave, action="leave")
    assert stage.rows("SELECT 1 FROM participants WHERE email = 'buur2@example.nl' AND status = 'left'")
