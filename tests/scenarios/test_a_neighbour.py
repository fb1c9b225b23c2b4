"""A citizen passes a link on: what their neighbour saw is a reply to the same alert, acknowledged and answered."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import httpx
import pytest

from bot.records.mail import FormFile, FormReply, Neighbour
from bot.records.outbox import Worker
from tests.doubles.citizen import reply_from
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.stage import Stage

TOLD: dict[str, str] = {"what": "Ik zag een man met een ladder.", "name": "Bep Smit", "email": "bep@example.org"}


@pytest.fixture
def link(stage: Stage) -> str:
    """Where Noor's neighbour is led, as the page that thanks Noor has it."""
    stage.lives("Noor", metres=120)
    stage.approved()
    return passed_on(stage.sends_form(reply_link(stage), what="Ik hoorde glas."))


def reply_link(stage: Stage, mail: int = -1) -> str:
    found = re.search(r"https://\S+/reageren/[^\s?]+", stage.mails_to("noor@example.nl")[mail].text)
    assert found
    return found[0]


def passed_on(page: httpx.Response) -> str:
    found = re.search(r'<p class="link">(\S+)</p>', page.text)
    assert found, page.text
    return found[1]


def tells(stage: Stage, link: str, *files: tuple[str, bytes], **typed: str) -> httpx.Response:
    page = stage.sends_form(link, *files, **{**TOLD, **typed})
    stage.settle()
    return page


def newest(stage: Stage) -> Message:
    return stage.reply_message()


def test_what_they_saw_is_a_reply_of_nobody_that_we_know(stage: Stage, link: str) -> None:
    page = stage.visits(link)
    assert "U kreeg deze link van een van uw buren" in page.text
    assert "noor" not in page.text.lower()
    assert "Dank u wel" in tells(stage, link).text
    reply = newest(stage)
    shown = reply.plain()
    assert "via de buren" in shown
    assert "ladder" in shown
    assert "bep@example.org" not in shown
    assert "Kattenbroek, " not in shown  # where Noor lives tells nothing of who wrote
    [row] = stage.rows(
        "SELECT kind, delivery_id, alert_id, from_name FROM replies WHERE from_address = 'bep@example.org'"
    )
    assert (row.kind, row.delivery_id, row.from_name) == ("neighbour", None, "Bep Smit")
    assert row.alert_id is not None


def test_they_are_acknowledged_answered_and_may_write_on(stage: Stage, link: str) -> None:
    tells(stage, link)
    acknowledged = stage.mail_to("bep@example.org")
    assert "Dank u wel voor uw reactie" in acknowledged.text
    stage.presses(stage.carla, newest(stage), "Relevant voor deze zaak")
    stage.writes_answer(stage.carla, newest(stage), "Bedankt, wij kijken ernaar.")
    answer = stage.mail_to("bep@example.org")
    assert "Bedankt, wij kijken ernaar." in answer.text
    stage.comes_in(reply_from(answer, "Hij had ook een hond bij zich."), answer.from_, "bep@example.org")
    assert "hond" in newest(stage).thread[-1].plain()
    assert len(stage.mails_to("noor@example.nl")) == 2  # the alert, and that her own reply came in


def test_a_link_works_once_and_no_word_is_lost(stage: Stage, link: str) -> None:
    tells(stage, link)
    assert "Dank u wel" in tells(stage, link).text  # a second click on send
    assert stage.visits(link).status_code == 410
    page = tells(stage, link, what="Ik ben een ander, en ik zag een rode auto.")
    assert page.status_code == 422
    assert "al gebruikt" in page.text
    assert "rode auto" in page.text
    assert len(stage.rows("SELECT 1 FROM replies WHERE kind = 'neighbour'")) == 1


def test_of_neighbours_at_once_one_is_first(stage: Stage, link: str) -> None:
    """Each with a large photo, of which nothing is left where somebody else was first."""
    together, large, token = Barrier(4), photo() + bytes(300_000), link.rpartition("/")[2]
    replying = stage.program.workflow.replying

    def tells_at_once(number: int) -> bool:
        who, file = (
            Neighbour("Bep Smit", "bep@example.org"),
            FormFile("deur.jpg", "image/jpeg", large + bytes([number])),
        )
        together.wait()
        return replying.store_neighbour(token, FormReply(f"Ik ben buur {number}."), who, [file])

    with ThreadPoolExecutor(4) as neighbours:
        assert sorted(neighbours.map(tells_at_once, (1, 2, 3, 3)))[:2] == [False, False]
    stage.settle()
    while stage.program.workflow.posting.deliver_next(Worker.FILES):
        pass
    assert len(stage.rows("SELECT 1 FROM replies WHERE kind = 'neighbour'")) == 1
    assert len([file for file in stage.files.rglob("*") if file.is_file()]) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": ""}, "Anders kunnen wij u niet antwoorden"),
        ({"email": "bep"}, "Klopt uw e-mailadres?"),
        ({"email": "bep@nergens"}, "Klopt uw e-mailadres?"),
        ({"what": ""}, "Vertel kort wat u zag"),
        ({"email": "", "phone": "later"}, "Is dit uw telefoonnummer?"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(stage: Stage, link: str, typed: dict[str, str], told: str) -> None:
    page = tells(stage, link, **typed)
    assert page.status_code == 422
    assert told in page.text
    assert "Bep Smit" in page.text


def test_who_chose_files_is_told_to_choose_them_again(stage: Stage, link: str) -> None:
    page = tells(stage, link, ("deur.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100), email="")
    assert (page.status_code, "Kies uw bestanden opnieuw." in page.text) == (422, True)


def test_who_leaves_a_number_is_phoned(stage: Stage, link: str) -> None:
    tells(stage, link, email="", phone="06 12345678")
    assert "Wil gebeld worden" in newest(stage).plain()
    assert stage.mails_to("bep@example.org") == []


def test_a_film_of_a_neighbour_comes_along(stage: Stage, link: str) -> None:
    tells(stage, link, ("deur.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100))
    assert len(stage.rows("SELECT 1 FROM attachments")) == 1
    [empty] = stage.kept("neighbour")
    assert empty == b""  # the file is kept once


def test_the_receipt_of_files_has_the_same_link_until_it_is_used(stage: Stage, link: str) -> None:
    form = reply_link(stage, 0)
    stage.sends_form(form, ("deur.jpg", photo()), what="Hierbij de foto.")
    stage.settle()
    told = stage.mail_to("noor@example.nl").text
    assert f"Geef deze link door: {link}\n" in told
    assert "Noor" not in link
    assert "Dank u wel" in tells(stage, link).text
    assert stage.visits(link).status_code == 410
    stage.sends_form(form, ("tuin.jpg", photo(colour="red")), what="En deze.")
    stage.settle()
    assert "tuin.jpg" in stage.mail_to("noor@example.nl").text
    assert "/buur/" not in stage.mail_to("noor@example.nl").text


def test_whose_mail_is_not_known_has_none_to_pass_on(stage: Stage, link: str) -> None:
    tells(stage, link, ("deur.jpg", photo()))
    assert "controlegetal" in stage.mail_to("bep@example.org").text
    assert "/buur/" not in stage.mail_to("bep@example.org").text


def test_nobody_takes_out_the_neighbour_who_passed_it_on(stage: Stage, link: str) -> None:
    """`Ik wil geen mails meer` of somebody who never signed up."""
    tells(stage, link, what="Haal mij van de lijst, ik wil geen mails meer.")
    assert stage.rows("SELECT left_at FROM participants WHERE email = 'noor@example.nl'")[0].left_at is None


def test_no_other_link_opens_the_page(stage: Stage, link: str) -> None:
    token: Any = reply_link(stage).rpartition("/")[2]
    assert stage.visits(f"https://burgernetmail.example.nl/buur/{token}").status_code == 404
    assert stage.visits(link.replace("/buur/", "/reageren/")).status_code == 404
    assert stage.visits(link.replace("/buur/", "/afmelden/")).status_code == 404


def test_the_figures_show_them_apart(stage: Stage, link: str) -> None:
    tells(stage, link)
    stage.els.command("/burgernetmail", "cijfers", stage.supervision)
    stage.ephemeral(stage.els, stage.supervision)
    stage.presses(stage.els, stage.els.ephemerals(stage.supervision)[-1], "Alle cijfers")
    assert "met het formulier 1, telefonisch 0, via de buren 1" in stage.ephemeral(stage.els, stage.supervision)
