"""Who wrote by themselves: a colleague says which mail it is about, and mends that until they were answered."""

from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.scenarios.steps.desk import screen
from tests.stage import Stage, X, Y

ASKED = "Bij welke mail hoort deze reactie?"
CHOOSE, ANOTHER = "Kies de mail", "Andere mail kiezen"
HERE, ELSEWHERE, NOT = "Relevant voor deze zaak", "Relevant voor andere zaak", "Niet relevant"
NONE, TYPED = "Bij geen van deze", "Een andere mail: vul het kenmerk in"


def writes(stage: Stage, words: str, subject: str = "Over de inbraak", sender: str = "ilse@example.org") -> Message:
    """A mail without an answer address of ours."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "antwoord@mail.example.nl", subject
    mail["Message-ID"] = f"<{len(stage.triage.messages)}@example.org>"
    mail.set_content(words)
    assert stage.comes_in(mail, mail["To"], sender, dkim="{@example.org : pass}") == [200]
    return stage.reply_message()


@pytest.fixture
def first(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


@pytest.fixture
def second(stage: Stage, first: Message) -> Message:
    """Another mail of that street."""
    message = stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-000002"})
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    return stage.alert_message()


@pytest.fixture
def stray(stage: Stage, second: Message) -> Message:
    return writes(stage, "Ik zag een jongen met een breekijzer.")


def options(form: Modal) -> list[str]:
    [element] = [block["element"] for block in form.view.blocks if block.get("block_id") == "mail"]
    return [option["text"]["text"] for option in element["options"]]


def chooses(stage: Stage, person: Person, reply: Message, mail: str, **filled: str) -> dict[str, str]:
    """By how its line in the list begins; what is wrong with it."""
    stage.presses(person, reply, CHOOSE if CHOOSE in reply.buttons else ANOTHER)
    form = seen(person)
    [picked] = [option for option in options(form) if option.startswith(mail)]
    outcome = form.fill({ASKED: picked, **filled}).submit()
    stage.settle()
    return outcome.errors


def test_first_the_mail_then_what_it_is_worth(stage: Stage, first: Message, stray: Message) -> None:
    assert stray.buttons[:3] == [CHOOSE, NOT, "Ik pak dit op"]
    assert "Reactie zonder bekende mail" in stray.plain()
    stage.presses(stage.carla, stray, CHOOSE)
    form = seen(stage.carla)
    assert "Ik zag een jongen met een breekijzer." in form.text()
    assert options(form) == [
        "BM-2026-0002 · Kattenbroekstraat · 14 jan",
        "BM-2026-0001 · Kattenbroekstraat · 14 jan",
        TYPED,
        NONE,
    ]
    assert form.submit().errors
    form.close()
    assert "reactie" not in first.plain()

    assert not chooses(stage, stage.carla, stray, "BM-2026-0001")
    assert "Reactie 1 op BM-2026-0001 · Kattenbroekstraat" in stray.plain()
    assert "Mail gekozen door Carla" in stray.plain()
    assert stray.buttons[:3] == [HERE, ELSEWHERE, NOT]
    assert "*1 reactie, 1 open*" in first.plain()
    assert "deze reactie hoort bij BM-2026-0001" in stray.thread[-1].plain()
    [line] = stage.audited("chose_mail")
    assert line.who == stage.carla.id

    stage.presses(stage.carla, stray, HERE)
    stage.presses(stage.carla, stray, "Beantwoorden")
    answer = seen(stage.carla).values["Uw antwoord"]
    assert answer.startswith("Beste mevrouw of meneer,")
    assert "de inbraak in de Kattenbroekstraat" in answer
    seen(stage.carla).close()
    stage.sends_on(stage.carla, stray)
    assert stage.burglary.messages[-1].plain().startswith("BM-2026-0001")
    stage.writes_answer(stage.carla, stray)
    assert ANOTHER not in stray.buttons


def test_none_of_ours_leaves_two_ratings_and_may_be_mended(stage: Stage, second: Message, stray: Message) -> None:
    assert not chooses(stage, stage.carla, stray, NONE)
    assert stray.buttons[:2] == [ELSEWHERE, NOT]
    assert "Hoort bij geen van onze mails" in stray.plain()
    assert chooses(stage, stage.carla, stray, NONE) == {ASKED: "Dit is al gedaan."}
    seen(stage.carla).close()
    assert not chooses(stage, stage.carla, stray, TYPED, Kenmerk="bm-2026-2")
    assert "Reactie 1 op BM-2026-0002" in stray.plain()
    assert "*1 reactie, 1 open*" in second.plain()


def test_with_another_mail_what_was_decided_is_decided_anew(
    stage: Stage, first: Message, second: Message, stray: Message
) -> None:
    chooses(stage, stage.carla, stray, "BM-2026-0001")
    later = stage.answers("Noor", "Ik zag een bus.")
    assert "Reactie 1 op BM-2026-0002" in later.plain()
    stage.presses(stage.carla, stray, HERE)
    stage.presses(stage.carla, stray, "Staat in BVH")
    assert not seen(stage.carla).fill({"BVH-nummer": "2026-001234"}).submit().errors
    stage.settle()
    stage.presses(stage.carla, stray, ANOTHER)
    assert "Kiest u een andere mail? Dan beoordeelt u opnieuw." in seen(stage.carla).text()
    seen(stage.carla).close()

    assert not chooses(stage, stage.carla, stray, "BM-2026-0002")
    assert stray.buttons[:3] == [HERE, ELSEWHERE, NOT]
    assert "BVH 2026-001234" not in stray.plain()
    assert "De reactie staat in BVH onder 2026-001234." in stray.thread[-1].plain()
    assert "reactie" not in first.plain()
    assert "*2 reacties, 2 open*" in second.plain()
    assert "Reactie 1 op BM-2026-0002" in stray.plain()  # it came before Noor's
    assert "Reactie 2 op BM-2026-0002" in later.plain()


def test_while_detectives_have_it_their_tip_stays_where_it_hangs(stage: Stage, stray: Message) -> None:
    chooses(stage, stage.carla, stray, "BM-2026-0001")
    stage.presses(stage.carla, stray, HERE)
    before = stray.blocks
    stage.sends_on(stage.carla, stray)
    assert ANOTHER not in stray.buttons
    stray.blocks = before  # Slack still shows the old message
    stage.presses(stage.carla, stray, ANOTHER)
    assert "Haal eerst de tip terug" in stage.ephemeral(stage.carla, stage.triage)


def test_of_two_at_once_one_says_so_and_the_other_hears_who(stage: Stage, stray: Message) -> None:
    cees = stage.joins(stage.triage, "cees", "Cees Smit")
    both = (stage.carla, "BM-2026-0001"), (cees, "BM-2026-0002")
    forms = []
    for person, mail in both:
        stage.presses(person, stray, CHOOSE)
        [picked] = [option for option in options(seen(person)) if option.startswith(mail)]
        forms.append(seen(person).fill({ASKED: picked}))
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda form: form.submit(), forms))
    stage.settle()
    assert [bool(outcome.errors) for outcome in outcomes].count(True) == 1
    [told] = [outcome.errors[ASKED] for outcome in outcomes if outcome.errors]
    assert "heeft de mail al gekozen" in told
    assert len(stage.audited("chose_mail")) == 1


def test_an_old_message_or_list_gives_no_rating_that_says_this_case(stage: Stage, stray: Message) -> None:
    value = next(part["value"] for block in stray.blocks for part in block.get("elements", []) if "value" in part)
    rating = {"type": "button", "action_id": "rate_relevant_here", "value": value}
    stray.blocks = [
        {"type": "actions", "block_id": "old", "elements": [{**rating, "text": {"type": "plain_text", "text": HERE}}]}
    ]
    stage.presses(stage.carla, stray, HERE)
    assert "Kies eerst de mail" in stage.ephemeral(stage.carla, stage.triage)


def test_on_the_home_its_rating_comes_next(stage: Stage, stray: Message) -> None:
    stage.presses(stage.carla, stray, "Ik pak dit op")
    stage.carla.opens_home()
    stage.settle()
    home = screen(stage.carla)
    [control] = [one for one in home.controls if one.action_id.startswith("rating@")]
    assert control.label == CHOOSE
    assert "Zonder bekende mail" in home.text()
    stage.carla.presses(home, control.action_id)
    stage.settle()
    [picked] = [option for option in options(seen(stage.carla)) if option.startswith("BM-2026-0001")]
    assert seen(stage.carla).fill({ASKED: picked}).submit().acked
    form = seen(stage.carla)
    assert form.title == "Beoordelen"
    assert form.fill({"Wat is deze reactie waard?": HERE}).submit().closed
    stage.settle()
    assert "Relevant voor deze zaak (Carla" in stray.plain().replace("*", "")


def test_what_it_names_and_who_got_it_comes_first(stage: Stage, second: Message) -> None:
    named = writes(stage, "Over BM-2026-0001: ik zag een bus.", "Uw mail BM-2026-0001")
    assert "Noemt BM-2026-0001" in named.plain()
    stage.presses(stage.carla, named, CHOOSE)
    assert options(seen(stage.carla))[0] == "BM-2026-0001 · Kattenbroekstraat · 14 jan · genoemd"
    seen(stage.carla).close()
    assert not chooses(stage, stage.carla, named, "BM-2026-0001")
    assert "Noemt" not in named.plain()
    assert not chooses(stage, stage.carla, named, "BM-2026-0002")
    assert "Noemt BM-2026-0001" in named.plain(), "it is another's now"
    theirs = writes(stage, "Ik zag een bus.", sender="noor@example.nl")
    stage.presses(stage.carla, theirs, CHOOSE)
    assert all(option.endswith("kreeg hem") for option in options(seen(stage.carla))[:2])


def test_what_the_citizen_writes_on_goes_with_it_and_names_what_the_mail_does_not(stage: Stage, stray: Message) -> None:
    mail = stage.mail_to("ilse@example.org")
    raw = EmailMessage()
    raw["From"], raw["To"], raw["Subject"] = "ilse@example.org", mail.from_, "Re: " + mail.subject
    raw["Message-ID"] = "<verder@example.org>"
    raw.set_content("Het was de 12-GBK-3.")
    stage.comes_in(raw, mail.from_, "ilse@example.org", dkim="{@example.org : pass}")
    chooses(stage, stage.carla, stray, "BM-2026-0001")
    assert [row.alert_id for row in stage.rows("SELECT alert_id FROM replies ORDER BY id")] == [1, 1]
    assert [row.value for row in stage.rows("SELECT value FROM mentions WHERE kind = 'plate'")] == ["12GBK3"]


def test_which_mail_it_is_probably_about_stands_on_its_message_until_somebody_decided(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.geocoder.knows("Kersenstraat", "12", "3823 AB", "Amersfoort", X, Y)
    message = stage.asks(stage.anna, Straat="Kersenstraat", **{"BVH-nummer (intern)": "2026-000002"})
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    calm = stage.answers("Noor", "Ik zag een grijze bus.")
    assert "Past misschien" not in calm.plain()

    stray = writes(stage, "Ik zag een grijze bus in de Kattenbroekstraat.")
    assert "Past misschien bij BM-2026-0001: de burger noemt die straat" in stray.plain()
    theirs = writes(stage, "Ik zag een grijze bus.", sender="noor@example.nl")
    assert "Past misschien bij BM-2026-0002: de burger kreeg die mail" in theirs.plain()
    other = writes(stage, "Hoort dit bij bm-2026-0001?")
    assert "Past misschien bij BM-2026-0001: de burger noemt die mail" in other.plain()

    assert not chooses(stage, stage.carla, stray, "BM-2026-0002")
    assert "Past misschien" not in stray.plain()
    stage.presses(stage.carla, other, NOT)
    assert "Past misschien" not in other.plain()
