"""What strangers write, names and subjects too, is words wherever it comes: in Slack, in a header, in SQL, in a log."""

import io
import json
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

import pytest
import structlog

from bot import logs
from bot.adapters.exports import harmless
from bot.cli.participants import _cells
from bot.domain.participants.reach import NeighbourhoodReach
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.doubles.slack.markup import mentions
from tests.looks import looks
from tests.scenarios.steps.attachments import asks_for_links, opens
from tests.scenarios.steps.finding import finds
from tests.stage import Stage

BAIT = "<!channel> <!here|x> <@{who}> <https://evil.example|politie.nl> *vet* `x` &lt;!here&gt; @channel #bm-regie"
NAME = 'x"; filename=evil.html\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script>/../../\u202egnp.exe'


def baited(stage: Stage) -> str:
    return BAIT.format(who=stage.els.id)


def strings(shown: Any) -> Iterator[str]:
    """Each text in which markup works: mrkdwn and fallbacks, never plain_text."""
    if isinstance(shown, dict):
        if shown.get("type") == "mrkdwn":
            yield shown["text"]
        elif shown.get("type") != "plain_text":
            for part in shown.values():
                yield from strings(part)
    elif isinstance(shown, list):
        for part in shown:
            yield from strings(part)


@pytest.fixture
def reply(stage: Stage) -> Message:
    """A mail all of whose parts are bait, with a file whose name is."""
    bait = baited(stage)
    stage.lives("Noor", neighbourhood=bait[:60])
    stage.approved()
    ours = stage.mail_to("noor@example.nl")
    mail = EmailMessage()
    mail["From"] = f'"{bait.replace(chr(34), "")}" <noor@example.nl>'
    mail["To"], mail["Subject"] = ours.from_, f"{bait} [BM-2026-0001]"
    mail["Message-ID"] = "<a@evil.example>"
    mail.set_content(bait)
    mail.add_attachment(photo(), maintype="image", subtype="jpeg", filename=f"{bait}.jpg")
    stage.comes_in(mail.as_bytes(), ours.from_, "noor@example.nl")
    return stage.reply_message()


def test_nothing_that_a_citizen_writes_does_anything_in_slack(stage: Stage, reply: Message) -> None:
    link = min(re.findall(r"https://\S+/reageren/\S+", stage.mails_to("noor@example.nl")[0].text), key=len)
    bait = baited(stage)
    filled = dict.fromkeys(("what", "where", "when", "name", "phone", "plate", "camera"), bait)
    stage.sends_form(link, (f"{bait}.jpg", photo()), asked_phone="1", **filled)
    stage.settle()
    for button in ("Toon gegevens", "Origineel", "Bijlagen"):
        looks(stage, stage.carla, reply, button)
    stage.sends_on(stage.carla, reply)
    finds(stage, stage.carla, stage.triage, "politie.nl")
    stage.presses(stage.carla, reply, "Afhandelen")
    world = stage.slack.world
    messages = [message for channel in world.channels.values() for message in channel.stored] + world.ephemerals
    shown = [part for message in messages for part in (message.text, *strings(message.blocks))]
    shown += [part for view in world.views.values() for part in strings(view.content["blocks"])]
    assert sum("evil.example" in part for part in shown) + str(world.views).count("evil.example") > 2
    for part in shown:
        called = set(mentions(part)) - {f"@{stage.anna.id}", f"@{stage.carla.id}", f"@{stage.daan.id}"}
        assert called == set(), part
        assert "<https://evil" not in part
        assert not re.search(r"(?<!\u200b)\*vet\*", part), part


def test_no_file_name_breaks_out_of_its_header(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Zie foto.", attachments=[("a.jpg", photo())])
    stage.rows("UPDATE attachments SET name = :name", name=NAME)
    [link] = asks_for_links(stage, stage.carla, reply)
    page = opens(stage, link)
    assert page.status_code == 200
    named = page.headers["content-disposition"]
    assert re.fullmatch(r"inline; filename=\"[A-Za-z0-9 ._-]+\"; filename\*=UTF-8''[A-Za-z0-9%._~-]+", named)
    assert "set-cookie" not in page.headers


SQL = ("' OR 1=1 --", "%%%", "___", "\\", "%' ESCAPE '", "'; DROP TABLE replies; --", "***", '"x', "ä%")


@pytest.mark.parametrize("typed", SQL)
def test_sql_in_a_search_is_words(stage: Stage, typed: str) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Een bus.")
    assert "Een bus." not in finds(stage, stage.carla, stage.triage, typed).plain()
    assert stage.rows("SELECT count(*) AS n FROM replies")[0].n == 1


def test_no_value_makes_a_line_of_the_log() -> None:
    before, told = structlog.get_config(), io.StringIO()
    try:
        logs._set_up_ours(told, 0)
        structlog.get_logger().info("here", what='a\n{"event": "made up"}\r\n\x1b[2J\u2028b', who="U1")
    finally:
        structlog.configure(**before)
    [line] = told.getvalue().splitlines()
    written = json.loads(line)
    assert (written["event"], written["who"]) == ("here", "U1")
    assert written["timestamp"].endswith("Z")
    assert "\x1b" not in line


def test_a_neighbourhood_is_no_formula() -> None:
    row = NeighbourhoodReach("=HYPERLINK(1)", 1, 10, 10)
    assert _cells(row)[0] == harmless("=HYPERLINK(1)") != "=HYPERLINK(1)"
