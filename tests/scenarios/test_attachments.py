"""A citizen sends photos: kept, shown as what they are, opened by who may, each opening on record."""

import re

import httpx
import pytest

from bot.workflow.replies.receiving import MOST_TRIES
from storage.replies.attachments import StoredAttachments
from tests.doubles.citizen import reply_from
from tests.doubles.files import PDF, photo
from tests.doubles.slack import Message
from tests.scenarios.steps.attachments import asks_for_links, opened, opens, sees
from tests.stage import PLAIN, Stage

FRONT, BACK = photo(), photo(camera="Pixel <!here>", colour="red")
FILES = [("voorkant.jpg", FRONT), ("achterkant.jpg", BACK), ("../../etc/passwd", PDF)]
GONE = "Deze link werkt niet meer."


@pytest.fixture
def reply(stage: Stage) -> Message:
    """Noor's answer, with two photos and a PDF."""
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Zie de foto's.", attachments=FILES)


def test_a_responder_opens_a_photo(stage: Stage, reply: Message) -> None:
    told = reply.plain()
    assert "📎 voorkant.jpg, foto" in told
    taken = r"gemaakt wo 14 jan, 10\.12 \(klok van de camera\)"
    assert re.search(rf"voorkant\.jpg, foto, \d+ kB, niet gescand, {taken}, op 52\.18900, 5\.39400;", told)
    assert "passwd, PDF, 1 kB, niet gescand" in told
    assert reply.mentions == []

    links = asks_for_links(stage, stage.carla, reply)
    assert len(links) == 3
    assert not opened(stage)
    asked = stage.visits(links[0])
    assert (asked.status_code, "Open de bijlage" in asked.text, asked.headers["cache-control"]) == (
        200,
        True,
        "no-store",
    )
    assert "voorkant" not in asked.text
    assert not opened(stage)
    page = opens(stage, links[0])
    assert (page.status_code, page.content) == (200, FRONT)
    assert page.headers["content-type"] == "image/jpeg"
    assert page.headers["content-disposition"].startswith('inline; filename="voorkant.jpg"')
    assert page.headers["cache-control"] == "no-store"
    for held in ("sandbox", "base-uri 'none'", "frame-ancestors 'none'"):
        assert held in page.headers["content-security-policy"]
    pdf = opens(stage, links[2])
    assert pdf.content == PDF
    assert pdf.headers["content-disposition"] == "attachment; filename=\"passwd.pdf\"; filename*=UTF-8''passwd.pdf"
    assert opened(stage) == [stage.carla.id] * 2
    assert [row.who for row in stage.audited("saw_attachments")] == [stage.carla.id]
    assert any("Carla Mulder bekeek de bijlagen.\nin BVH zetten" in note.plain() for note in reply.thread)


def test_what_only_looks_whether_a_link_works_gets_nothing_and_is_no_opening(stage: Stage, reply: Message) -> None:
    link = stage.here(asks_for_links(stage, stage.carla, reply)[0])
    robots = ["Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "Mozilla/5.0 (compatible; bingbot/2.0)"]
    looks = [httpx.get(link, headers={"User-Agent": robot}, trust_env=False) for robot in robots]
    looks += [httpx.head(link, trust_env=False), httpx.get(link, headers={"Sec-Purpose": "prefetch"}, trust_env=False)]
    assert [(look.status_code, look.content) for look in looks] == [(405, b"")] * 4
    assert not opened(stage)
    assert httpx.post(link, headers={"User-Agent": robots[0]}, **PLAIN).status_code == 405
    telephone = {"User-Agent": "Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36"}
    assert opens(stage, link, **telephone).content == FRONT


def test_of_two_who_press_at_once_one_gets_the_file(
    stage: Stage, reply: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were seen to have a link that nobody used."""
    link = asks_for_links(stage, stage.carla, reply)[0]
    monkeypatch.setattr(StoredAttachments, "is_link_used", lambda *_: False)
    pressed = [httpx.post(stage.here(link), **PLAIN) for _ in range(2)]
    assert [(one.status_code, "set-cookie" in one.headers) for one in pressed] == [(303, True), (404, False)]
    assert len(opened(stage)) == 1


def test_a_link_is_used_once_and_its_browser_then_has_the_file_for_half_an_hour(stage: Stage, reply: Message) -> None:
    [link, other, _] = asks_for_links(stage, stage.carla, reply)
    for _ in range(3):  # a scanner follows links
        assert "Open de bijlage" in stage.visits(link).text
    pressed = httpx.post(stage.here(link), **PLAIN)
    cookie = pressed.headers["set-cookie"]
    assert cookie.startswith("__Secure-bijlage=")
    assert all(part in cookie for part in ("HttpOnly", "Secure", "SameSite=strict", "Max-Age=1800"))
    assert f"Path=/bijlage/{link.rpartition('/')[2]};" in cookie
    whole = sees(stage, link, pressed)
    assert (whole.content, whole.headers["accept-ranges"]) == (FRONT, "bytes")
    size = len(FRONT)
    for asked, status, content, told in (
        ("bytes=0-1", 206, FRONT[:2], f"bytes 0-1/{size}"),
        ("bytes=100-", 206, FRONT[100:], f"bytes 100-{size - 1}/{size}"),
        ("bytes=-10", 206, FRONT[-10:], f"bytes {size - 10}-{size - 1}/{size}"),
        (f"bytes=5-{size * 2}", 206, FRONT[5:], f"bytes 5-{size - 1}/{size}"),
        (f"bytes={size}-", 416, b"", f"bytes */{size}"),
        ("bytes=0-1,4-5", 200, FRONT, None),
        ("lines=1-2", 200, FRONT, None),
    ):
        part = sees(stage, link, pressed, Range=asked)
        assert (part.status_code, part.content, part.headers.get("content-range")) == (status, content, told), asked
    again = httpx.post(stage.here(link), headers={"Cookie": cookie.partition(";")[0]}, **PLAIN)
    assert (again.status_code, "set-cookie" in again.headers) == (303, False)
    for unknown in (stage.visits(link), httpx.post(stage.here(link), **PLAIN)):  # another browser
        assert (unknown.status_code, GONE in unknown.text) == (404, True)
    used = cookie.partition("=")[2].partition(";")[0]
    assert GONE in stage.visits(f"{link.rpartition('/')[0]}/{used}").text  # no link
    wrong = httpx.get(stage.here(other), headers={"Cookie": f"__Secure-bijlage={other.rpartition('/')[2]}"}, **PLAIN)
    assert "Open de bijlage" in wrong.text  # a link is no right to the file
    assert len(opened(stage)) == 1
    stage.els.command("/burgernetmail", "inzage", stage.supervision)
    assert f"de link van @{stage.carla.name}" in stage.ephemeral(stage.els, stage.supervision)
    stage.carla.leaves(stage.triage)
    assert sees(stage, link, pressed).status_code == 403
    stage.carla.joins(stage.triage)
    stage.later(minutes=31)
    assert GONE in sees(stage, link, pressed).text


def test_a_link_works_a_quarter_of_an_hour_and_to_the_letter(stage: Stage, reply: Message) -> None:
    [link, other, _] = asks_for_links(stage, stage.carla, reply)
    head, _, token = link.rpartition("/")
    for forged in (token[:-1] + ("A" if token[-1] != "A" else "B"), token[1:], token + "A", other[-30:], "x" * 5000):
        refused = stage.visits(f"{head}/{forged}")
        assert refused.status_code == 404
        assert GONE in refused.text
    assert not opened(stage)
    stage.later(minutes=14)
    assert stage.visits(link).status_code == 200
    assert opens(stage, other).status_code == 200
    stage.later(minutes=2)
    assert GONE in opens(stage, link).text
    assert len(opened(stage)) == 1


def test_who_left_the_channel_opens_nothing_any_more(stage: Stage, reply: Message) -> None:
    link = asks_for_links(stage, stage.carla, reply)[0]
    stage.carla.leaves(stage.triage)
    page = opens(stage, link)
    assert page.status_code == 403
    assert "U heeft geen toegang." in page.text
    stage.carla.joins(stage.burglary)  # another team, and this reply is no lead
    assert opens(stage, link).status_code == 403
    assert not opened(stage)


def test_the_burglary_team_opens_what_came_with_its_lead(stage: Stage, reply: Message) -> None:
    stage.presses(stage.daan, reply, "Bijlagen", force=True)
    assert "Alleen het wijksecretariaat" in stage.ephemeral(stage.daan, stage.triage)
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    assert "voorkant.jpg, foto" in lead.plain()
    assert opens(stage, asks_for_links(stage, stage.daan, lead)[1]).content == BACK
    assert opened(stage) == [stage.daan.id]


def test_photos_of_the_reply_page_are_opened_the_same_way(stage: Stage, reply: Message) -> None:
    page = re.search(r"https://\S+/reageren/[^\s?]+", stage.mails_to("noor@example.nl")[0].text)
    assert page
    assert stage.sends_form(page[0], ("bus.jpg", FRONT), ("x.html", b"<script>"), what="Hier").status_code == 200
    stage.settle()
    sent = stage.reply_message()
    assert "x.html, tekst, 1 kB" in sent.plain()
    photo_link, text_link = asks_for_links(stage, stage.carla, sent)
    assert opens(stage, photo_link).content == FRONT
    text = opens(stage, text_link)
    assert (text.headers["content-type"], text.content) == ("text/plain", b"<script>")
    assert text.headers["content-disposition"].startswith("attachment;")


def test_a_crash_between_storing_and_reading_costs_nothing(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    large = photo() + bytes(300_000)
    raw = reply_from(mail, "Zie de foto.", attachments=[("bus.jpg", large)])
    to = (raw, [mail.from_], "noor@example.nl")
    assert stage.inbound.post(stage.url("/mail/inbound"), *to) == [200]
    [row] = stage.rows("SELECT raw, blob_key FROM inbound")
    assert (bytes(row.raw), stage.blob(row.blob_key).endswith(raw)) == (b"", True)
    stage.restart()
    stage.settle()
    assert stage.inbound.post(stage.url("/mail/inbound"), *to) == [200]
    stage.settle()
    [reply] = stage.triage.messages
    assert opens(stage, asks_for_links(stage, stage.carla, reply)[0]).content == large
    assert len([file for file in stage.files.rglob("*") if file.is_file()]) == 2


def test_where_files_are_kept_is_away(stage: Stage, reply: Message) -> None:
    """Large mail is refused, so that the provider brings it again; small mail waits; nothing is lost."""
    mail, elsewhere = stage.mails_to("noor@example.nl")[0], stage.files.with_name(f"{stage.files.name}-away")
    link = asks_for_links(stage, stage.carla, reply)[0]
    stage.files.rename(elsewhere)
    stage.files.write_bytes(b"no folder")
    large = reply_from(mail, "Groot.", attachments=[("bus.jpg", photo() + bytes(300_000))])
    small = reply_from(mail, "Klein.", attachments=[("bus.jpg", photo())])
    post = (stage.url("/mail/inbound"), [mail.from_], "noor@example.nl")
    assert stage.inbound.post(post[0], large, *post[1:]) == [503]
    assert stage.comes_in(small, mail.from_, "noor@example.nl") == [200]
    assert "Er is niets verloren." in opens(stage, link).text
    for _ in range(MOST_TRIES + 1):  # a long outage is not the mail's own fault
        stage.later(minutes=5)
    assert stage.reply_message() == reply
    assert not opened(stage)

    stage.files.unlink()
    elsewhere.rename(stage.files)
    assert stage.comes_in(large, mail.from_, "noor@example.nl") == [200]
    stage.later(minutes=10)
    told = " ".join(message.plain() for message in stage.triage.messages)
    assert "Groot." in told
    assert "Klein." in told
    assert opens(stage, asks_for_links(stage, stage.carla, reply)[0]).content == FRONT
