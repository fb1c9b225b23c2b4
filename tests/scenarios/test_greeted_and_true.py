"""An answer greets by name where that is surely the reader's, is signed, and claims nothing that is still owed."""

from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage

HERE = "Relevant voor deze zaak"
NOT_STORED = "U schrijft dat wij het hebben opgeslagen. Het staat nog niet in BVH."
NOT_PASSED_ON = "U schrijft dat onze rechercheurs het hebben. De reactie is niet doorgezet."


def wrote(stage: Stage, name: str = "Noor Kuipers") -> Message:
    """Noor answers the mail."""
    stage.lives(name, email="noor@example.nl")
    stage.approved()
    return stage.answers("Noor", "Ik zag een bus.")


def offered(stage: Stage, reply: Message) -> str:
    """The text that Carla's form starts from."""
    stage.presses(stage.carla, reply, "Beantwoorden")
    text = str(seen(stage.carla).values["Uw antwoord"]).strip()
    seen(stage.carla).close()
    return text


def sends(stage: Stage, reply: Message, text: str) -> dict[str, str]:
    """The errors of an answer; none where it went out."""
    stage.presses(stage.carla, reply, "Beantwoorden")
    outcome = seen(stage.carla).fill({"Uw antwoord": text}).submit()
    if outcome.errors:
        assert seen(stage.carla).values["Uw antwoord"] == text
        seen(stage.carla).close()
    stage.settle()
    return outcome.errors


def test_the_participant_is_greeted_by_name_and_a_colleague_signs(stage: Stage) -> None:
    reply = wrote(stage)
    assert "Beste Noor Kuipers," in stage.mail_to("noor@example.nl").text  # the acknowledgement
    stage.presses(stage.carla, reply, HERE)
    text = offered(stage, reply)
    assert text.startswith("Beste Noor Kuipers,\n\nDank u wel voor uw reactie.")
    assert text.endswith("Met vriendelijke groet,\nCarla\nPolitie Amersfoort")
    assert not sends(stage, reply, text)
    assert "Beste Noor Kuipers," in stage.mail_to("noor@example.nl").text
    stage.presses(stage.carla, reply, "Vraag stellen")
    assert seen(stage.carla).fill({"Uw vraag": "Hoe laat was dat?"}).submit().closed
    stage.settle()
    asked = stage.mail_to("noor@example.nl")
    assert asked.text.startswith("Beste Noor Kuipers,\n\n")
    assert "Carla\nPolitie Amersfoort" in asked.text


def test_who_writes_from_elsewhere_is_no_name_that_we_know(stage: Stage) -> None:
    wrote(stage)
    mail = stage.mails_to("noor@example.nl")[0]
    stage.comes_in(reply_from(mail, "Ook gezien.", sender="buur@example.com"), mail.from_, "buur@example.com")
    reply = stage.reply_message()
    stage.presses(stage.carla, reply, HERE)
    assert offered(stage, reply).startswith("Beste deelnemer,\n\n")


def test_what_was_recorded_or_passed_on_is_said_only_once_it_was(stage: Stage) -> None:
    reply = wrote(stage)
    stage.presses(stage.carla, reply, HERE)
    before = offered(stage, reply)
    assert "Wij slaan uw informatie op bij deze zaak." in before
    assert "rechercheurs" not in before
    claims = "Wij hebben het doorgegeven aan het inbrakenteam."
    assert sends(stage, reply, claims)["Uw antwoord"].startswith(NOT_PASSED_ON)
    assert sends(stage, reply, "Uw tip is opgenomen in ons systeem.")["Uw antwoord"].startswith(NOT_STORED)
    assert len(stage.mails_to("noor@example.nl")) == 2  # the alert and the acknowledgement

    stage.sends_on(stage.carla, reply)
    stage.presses(stage.carla, reply, "Staat in BVH")
    assert seen(stage.carla).fill({"BVH-nummer": "2026-77"}).submit().closed
    stage.settle()
    after = offered(stage, reply)
    assert "Wij hebben uw informatie opgeslagen bij deze zaak." in after
    assert "Wij hebben uw informatie ook doorgegeven aan onze rechercheurs." in after
    assert not sends(stage, reply, f"{claims} Uw tip is opgenomen in ons systeem.")
    assert claims in stage.mail_to("noor@example.nl").text


def test_a_text_for_all_claims_nothing_of_each(stage: Stage) -> None:
    stage.els.command("/burgernetmail", "antwoorden", stage.supervision)
    stage.slack.wait_for(lambda: stage.els.modal).fill({"Welke tekst?": HERE}).submit()
    form = seen(stage.els)
    claims = form.fill({"Tekst": "Wij hebben uw informatie opgeslagen."})
    assert claims.submit().errors["Tekst"].startswith(NOT_STORED)
    own = "{aanhef}\n\nDank over {zaak}. {opgeslagen} {rechercheurs}\n\nGroet,\n{voornaam}"
    assert form.fill({"Tekst": own}).submit().closed
    reply = wrote(stage, "van den Berg")
    stage.presses(stage.carla, reply, HERE)
    assert offered(stage, reply) == (
        "Beste mevrouw of meneer Van den Berg,\n\nDank over de inbraak. "
        "Wij slaan uw informatie op bij deze zaak.\n\nGroet,\nCarla"
    )


def test_of_several_only_those_are_answered_of_whom_it_is_true(stage: Stage) -> None:
    reply = wrote(stage)
    stage.lives("Omar")
    stage.presses(stage.carla, reply, HERE)
    stage.carla.command("/burgernetmail", "beantwoorden", stage.triage)
    stage.slack.wait_for(lambda: stage.carla.modal).submit()
    told = seen(stage.carla).fill({"Uw antwoord": "Wij hebben uw informatie doorgegeven aan onze rechercheurs."})
    assert not told.submit().errors
    stage.settle()
    assert "De reactie is niet doorgezet." in seen(stage.carla).text()
    assert len(stage.mails_to("noor@example.nl")) == 2
