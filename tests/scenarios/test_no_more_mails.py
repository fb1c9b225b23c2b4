"""A citizen answers that they want no mails any more: it is pointed out, and done with one press."""

from contextlib import suppress

import pytest

from storage.letters.letters import StoredLetters
from storage.outbox.outbox import StoredOutbox
from storage.participants.people import StoredPeople
from storage.replies.replies import StoredReplies
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message, Modal
from tests.stage import Stage

NOOR = "noor@example.nl"
BUTTON = "Wil geen mails meer"
WISH = "De burger wil zo te lezen geen mails meer"
DOUBT = "Wil misschien niet meer gemaild worden"


@pytest.fixture
def mailed(stage: Stage) -> Stage:
    """Noor and Omar got a mail."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return stage


def presses(stage: Stage, reply: Message) -> Modal:
    stage.presses(stage.carla, reply, BUTTON)
    return seen(stage.carla)


def status(stage: Stage, email: str = NOOR) -> str:
    [row] = stage.rows("SELECT status FROM participants WHERE email = :email", email=email)
    return str(row.status)


@pytest.mark.parametrize(
    ("words", "pointed_out"),
    [
        ("Haal mij van de lijst.", WISH),
        ("afmelden", WISH),
        ("Mijn adres mag weg.", DOUBT),
        ("Proszę mnie wypisać.", DOUBT),
        ("Ik heb me afgemeld bij de sportschool.", DOUBT),
        ("Ik had geen mail van u gehad.", ""),
    ],
)
def test_it_is_pointed_out_and_nothing_is_done_by_itself(mailed: Stage, words: str, pointed_out: str) -> None:
    reply = mailed.answers("Noor", words)
    assert [line for line in (WISH, DOUBT) if line in reply.plain()] == ([pointed_out] if pointed_out else [])
    assert status(mailed) == "active"


def test_who_asks_for_it_has_it_first_behind_the_dots(mailed: Stage) -> None:
    asks, other = mailed.answers("Noor", "Haal mij van de lijst."), mailed.answers("Omar", "Ik zag een bus.")
    behind = [[one.label for one in reply.controls if one.option] for reply in (asks, other)]
    assert [names[0] for names in behind] == [BUTTON, "Toon gegevens"]
    assert BUTTON not in behind[1]


def test_it_is_pointed_out_in_an_automatic_answer(mailed: Stage) -> None:
    """Nobody who left their mailbox to a machine reads the link to leave by; only what is sure counts there."""
    mail = mailed.mail_to(NOOR)
    for number, (words, seen_as) in enumerate(
        {"Verwijder dit adres uit uw bestand.": True, "Ik ben er maandag niet meer.": False}.items()
    ):
        head = f"From: {NOOR}\r\nTo: {mail.from_}\r\nMessage-ID: <{number}@example.nl>\r\nAuto-Submitted: auto-replied"
        mailed.comes_in(f"{head}\r\nSubject: Afwezig\r\n\r\n{words}\r\n".encode(), mail.from_, NOOR)
        told = mailed.reply_message().plain()
        assert words in told
        assert (WISH in told) is seen_as
        assert DOUBT not in told


def test_it_is_pointed_out_where_they_write_on(mailed: Stage) -> None:
    reply = mailed.answers("Noor", "Ik zag een bus.")
    mailed.presses(mailed.carla, reply, "Niet relevant")
    mailed.writes_answer(mailed.carla, reply, "Dank u wel.")
    written = mailed.mail_to(NOOR)
    mailed.comes_in(reply_from(written, "En hou die mails maar voor je."), written.from_, NOOR)
    later = reply.thread[-1]
    assert DOUBT in later.plain()
    assert presses(mailed, later).submit().closed
    mailed.settle()
    assert status(mailed) == "left"


def test_one_press_takes_out_and_answers(mailed: Stage) -> None:
    reply = mailed.answers("Noor", "Haal mij van de lijst.")
    form = presses(mailed, reply)
    assert "Deelnemer 1, Kattenbroek krijgt geen Burgernetmail meer." in form.text()
    assert "wordt de beoordeling Niet relevant" in form.text()
    assert "ander adres" not in form.text()
    assert form.submit().closed
    mailed.settle()
    assert status(mailed) == "left"
    [left] = mailed.audited("left")
    assert (left.who, left.subject) == (mailed.carla.id, "participant 1")
    assert "asked" in str(left.details)
    answer = mailed.mail_to(NOOR)
    assert answer.text.startswith("Beste Noor,\n\nWij hebben u afgemeld. U krijgt geen Burgernetmail meer.")
    assert "afgehandeld door" in reply.plain()
    assert "Carla Mulder heeft deze burger afgemeld: die krijgt geen mail meer." in str(
        [note.plain() for note in reply.thread]
    )
    before = len(mailed.sendgrid.sent)
    mailed.approved()
    assert [mail.to for mail in mailed.sendgrid.sent[before:]] == ["omar@example.nl"]


def test_a_second_press_says_that_it_is_done(mailed: Stage) -> None:
    reply = mailed.answers("Noor", "Haal mij van de lijst.")
    assert presses(mailed, reply).submit().closed
    mailed.settle()
    mailed.presses(mailed.carla, reply, BUTTON)
    assert mailed.ephemeral(mailed.carla, mailed.triage) == "Dit is al gedaan."
    assert len(mailed.audited("left")) == 1
    assert len(mailed.audited("answered")) == 1


def test_two_forms_open_at_once_do_it_once(mailed: Stage) -> None:
    piet = mailed.joins(mailed.triage, "piet", "Piet Smit")
    reply = mailed.answers("Noor", "Haal mij van de lijst.")
    forms = []
    for person in (mailed.carla, piet):
        mailed.presses(person, reply, BUTTON)
        forms.append(seen(person))
    assert forms[0].submit().closed
    refused = forms[1].submit()
    assert "Carla Mulder heeft deze burger al" in str(refused.errors)
    mailed.settle()
    assert len(mailed.audited("left")) == len(mailed.audited("answered")) == 1


@pytest.mark.parametrize(
    ("place", "name"), [(StoredReplies, "rate"), (StoredLetters, "add")], ids=["before the rating", "at the letter"]
)
def test_who_is_out_stays_out_when_the_program_dies_before_the_answer(
    mailed: Stage, monkeypatch: pytest.MonkeyPatch, place: type, name: str
) -> None:
    """Two transactions: leaving does not wait for an answer, and an answer never goes out to who did not leave."""
    reply = mailed.answers("Noor", "Haal mij van de lijst.")
    form = presses(mailed, reply)
    sent = len(mailed.sendgrid.sent)
    with monkeypatch.context() as patch:

        def dies(*_: object, **__: object) -> None:
            raise RuntimeError("the process is no more")

        patch.setattr(place, name, dies)
        with suppress(AssertionError):
            form.submit()
        mailed.settle()
    assert (status(mailed), len(mailed.sendgrid.sent)) == ("left", sent)
    assert "Niet relevant" in reply.buttons

    form = presses(mailed, reply)
    assert "is al afgemeld" in form.text()
    assert form.submit().closed
    mailed.settle()
    assert len(mailed.audited("left")) == len(mailed.audited("answered")) == len(mailed.audited("rated")) == 1
    assert "Wij hebben u afgemeld." in mailed.mail_to(NOOR).text
    assert len(mailed.sendgrid.sent) == sent + 1


@pytest.mark.parametrize("name", ["leave", "owe"])
def test_who_is_not_out_gets_no_answer_that_says_so(mailed: Stage, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    reply = mailed.answers("Noor", "Haal mij van de lijst.")
    form = presses(mailed, reply)
    sent = len(mailed.sendgrid.sent)
    with monkeypatch.context() as patch:

        def dies(*_: object, **__: object) -> None:
            raise RuntimeError("the process is no more")

        patch.setattr(StoredPeople if name == "leave" else StoredOutbox, name, dies)
        with suppress(AssertionError):
            form.submit()
    mailed.settle()
    assert (status(mailed), len(mailed.sendgrid.sent), mailed.audited("left")) == ("active", sent, [])


def test_without_an_answer_the_rest_stays_to_be_done(mailed: Stage) -> None:
    reply = mailed.answers("Noor", "Ik zag een bus. En geen mails meer a.u.b.")
    sent = len(mailed.sendgrid.sent)
    assert presses(mailed, reply).fill({"Uw antwoord": ""}).submit().closed
    mailed.settle()
    assert status(mailed) == "left"
    assert "Niet relevant" in reply.buttons
    assert len(mailed.sendgrid.sent) == sent
    form = presses(mailed, reply)
    assert "is al afgemeld" in form.text()
    assert form.submit().closed


def test_what_was_rated_stays_rated(mailed: Stage) -> None:
    reply = mailed.answers("Noor", "Ik zag een bus. En geen mails meer a.u.b.")
    mailed.presses(mailed.carla, reply, "Relevant voor deze zaak")
    form = presses(mailed, reply)
    assert "Niet relevant" not in form.text()
    assert form.submit().closed
    mailed.settle()
    assert "*Relevant voor deze zaak* (Carla Mulder, 13.00)" in reply.plain()


def test_a_reply_of_nobody_we_know_says_so(mailed: Stage) -> None:
    mail = reply_from(mailed.mail_to(NOOR), "Haal mij van de lijst.", sender="vreemd@example.com", quote=None)
    loose = mail.replace(b"In-Reply-To:", b"X-Was:").replace(b"References:", b"X-Were:")
    loose = loose.replace(mailed.mail_to(NOOR).from_.encode(), b"antwoord@mail.example.nl")
    mailed.comes_in(loose, "antwoord@mail.example.nl", "vreemd@example.com")
    mailed.presses(mailed.carla, mailed.reply_message(), BUTTON)
    told = mailed.ephemeral(mailed.carla, mailed.triage)
    assert told.startswith("Wij weten niet welke deelnemer dit is.")
    assert not mailed.audited("left")


@pytest.mark.parametrize(("dkim", "who"), [("{@example.nl : pass}", "omar"), ("none", "noor")])
def test_who_passes_a_mail_on_takes_nobody_else_out_unseen(mailed: Stage, dkim: str, who: str) -> None:
    """Omar answers the mail that Noor passed on to him."""
    mail = mailed.mail_to(NOOR)
    raw = reply_from(mail, "Haal mij van de lijst.", sender="omar@example.nl")
    mailed.comes_in(raw, mail.from_, "omar@example.nl", dkim=dkim)
    form = presses(mailed, mailed.reply_message())
    assert ("Verstuurd vanaf een ander adres dan dat van de deelnemer." in form.text()) is (who == "noor")
    assert form.submit().closed
    mailed.settle()
    other = {"noor", "omar"} - {who}
    assert status(mailed, f"{who}@example.nl") == "left"
    assert status(mailed, f"{other.pop()}@example.nl") == "active"


def test_only_who_handles_replies_may(mailed: Stage) -> None:
    reply = mailed.answers("Noor", "afmelden")
    mailed.presses(mailed.anna, reply, "Meer ...", force=True)
    assert not mailed.audited("left")
    assert mailed.anna.modal is None
