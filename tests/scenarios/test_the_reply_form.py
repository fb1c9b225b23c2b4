"""The reply form: it says what it is about, takes images in one field, refuses programs, and is sent once."""

import re
from typing import Any

import pytest

from tests.doubles.slack import Message
from tests.scenarios.steps.reply_page import PHOTO, form_link, kept
from tests.stage import Stage


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


def test_who_has_images_and_can_not_send_them_is_told_so_to_the_desk(stage: Stage, alert: Message) -> None:
    page = stage.visits(form_link(stage) + "?keuze=beelden").text
    assert page.count('name="files"') == 1
    [has] = re.findall(r'<input type="hidden" name="(images)" value="(\w+)">', page)
    stage.sends_form(form_link(stage) + "?keuze=beelden", what="De film is te groot.", **dict([has]))
    stage.settle()
    assert "Beelden: Ja" in stage.reply_message().plain()


@pytest.mark.parametrize("program", [b"MZ\x90\0" + bytes(100), b"\x7fELF\x02\x01" + bytes(100)])
def test_a_program_is_refused_whatever_its_name(stage: Stage, alert: Message, program: bytes) -> None:
    page = stage.sends_form(form_link(stage), ("bus.jpg", PHOTO), ("film.mp4", program), what="Ik zag een bus.")
    assert page.status_code == 422
    assert "Een programma kunnen wij niet aannemen. Kies foto&#39;s, films of een pdf." in page.text
    assert "Foto&#39;s, films of een pdf." in page.text.partition('id="files-hint"')[2]
    assert "Ik zag een bus.</textarea>" in page.text
    assert not kept(stage)


def test_loading_the_thanks_anew_sends_nothing(stage: Stage, alert: Message) -> None:
    for typed, heading in (
        ({"what": "Ik zag een bus."}, "Wij hebben uw informatie ontvangen."),
        ({"action": "nothing_seen"}, "Wij weten nu dat u niets zag."),
    ):
        page = stage.sends_form(form_link(stage), **typed)
        assert [answer.status_code for answer in page.history] == [303]
        assert heading in page.text
        before = stage.rows("SELECT id FROM inbound"), stage.rows("SELECT delivery_id FROM nothing_seen")
        assert heading in stage.visits(str(page.url)).text
        assert before == (stage.rows("SELECT id FROM inbound"), stage.rows("SELECT delivery_id FROM nothing_seen"))


def test_it_says_what_the_team_wants_to_know(stage: Stage) -> None:
    stage.lives("Noor")
    question: dict[str, Any] = {"Wat willen wij weten?": "Zag u een <grijze> bus?"}
    stage.presses(stage.bram, stage.asks(**question), "Goedkeuren en versturen")
    assert "<strong>Zag u een &lt;grijze&gt; bus?</strong>" in stage.visits(form_link(stage)).text


@pytest.mark.parametrize("files", [(), (("bus.jpg", PHOTO),)], ids=["words alone", "with a photo"])
def test_however_long_the_words_are_they_are_kept_whole(
    stage: Stage, alert: Message, files: tuple[tuple[str, bytes], ...]
) -> None:
    words = " ".join(f"woord{number}" for number in range(8_000))
    assert "maxlength" not in stage.visits(form_link(stage)).text  # a browser cuts what is pasted, and says nothing
    assert stage.sends_form(form_link(stage), *files, what=words, where=words).status_code == 200
    stage.settle()
    [reply] = stage.rows("SELECT words, original FROM replies")
    assert (reply.words.count("woord7999"), reply.original.count("woord7999")) == (2, 2)


@pytest.mark.parametrize("files", [(), (("bus.jpg", PHOTO),)], ids=["no files", "with a photo"])
def test_who_chose_files_on_a_page_that_comes_back_is_told_to_choose_them_again(
    stage: Stage, alert: Message, files: tuple[tuple[str, bytes], ...]
) -> None:
    link = form_link(stage)
    [images] = re.findall(r'href="(/beelden/\w+)"', stage.visits(f"{link}?klaar=all").text)
    for address in (link, re.sub(r"/reageren/.*", images, link)):
        page = stage.sends_form(address, *files, what="Ik zag een bus.", kept_days="lang")
        assert page.status_code == 422
        assert ("Kies uw bestanden opnieuw. Uw browser bewaart ze niet." in page.text) == bool(files)
