"""What we answer: it claims nothing that is still owed, and the team's own text is filled the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.letters.claims import check_claims
from bot.domain.letters.filling import check_placeholders, fill
from bot.domain.letters.greetings import A_PARTICIPANT, SOMEBODY, Address, Greeting
from bot.domain.replies.replies import Rating
from bot.mail.sending.composing import TemplateComposer
from bot.records.letters import Standing
from tests.mail.samples import CONTENT, DUTCH, ENGLISH, PUBLIC_URL

DELETED_ON = datetime(2026, 1, 18, 23, 30, tzinfo=UTC)  # the 19th in Amersfoort
HERE = Standing(Rating.RELEVANT_HERE, deleted_on=DELETED_ON)
ELSEWHERE = replace(HERE, rating=Rating.RELEVANT_ELSEWHERE)
NOWHERE = replace(HERE, rating=Rating.NOT_RELEVANT)


@pytest.mark.parametrize(
    ("standing", "subject", "words"),
    [
        (
            HERE,
            "Uw informatie kan ons onderzoek helpen",
            "Dank u wel voor uw reactie. Uw informatie kan helpen bij ons onderzoek naar de inbraak in de Breestraat.\n"
            "Wij slaan uw informatie op bij deze zaak.\n\nMisschien hebben wij later nog een vraag.",
        ),
        (
            replace(HERE, recorded=True, escalated=True),
            "Uw informatie kan ons onderzoek helpen",
            "\nWij hebben uw informatie opgeslagen bij deze zaak.\n"
            "Wij hebben uw informatie ook doorgegeven aan onze rechercheurs.\n\n",
        ),
        (
            replace(HERE, images_wanted=True),
            "Uw informatie kan ons onderzoek helpen",
            "\nWij slaan uw informatie op bij deze zaak.\nHeeft u beelden? Bewaar ze. Wij nemen contact met u op.\n\n",
        ),
        (
            ELSEWHERE,
            "Uw informatie kan helpen bij een andere zaak",
            "Uw informatie hoort waarschijnlijk niet bij de inbraak in de Breestraat.\n"
            "Wij denken wel dat de politie er iets aan heeft.\nWij slaan uw informatie op bij een andere zaak.\n\n",
        ),
        (
            replace(ELSEWHERE, recorded=True),
            "Uw informatie kan helpen bij een andere zaak",
            "\nWij hebben uw informatie opgeslagen bij een andere zaak.\n\n",
        ),
        (
            replace(ELSEWHERE, case_known=False),
            "Uw informatie kan helpen bij een andere zaak",
            "\nWij slaan uw informatie op in het systeem van de politie.\n\n",
        ),
        (
            NOWHERE,
            "Dank u wel voor uw reactie",
            "Wij kunnen uw informatie nu niet gebruiken voor ons onderzoek. "
            "Wij verwijderen uw reactie op 19 januari 2026.\n\nZiet of hoort u later nog iets? ",
        ),
        (
            replace(NOWHERE, deleted_on=None),
            "Dank u wel voor uw reactie",
            "Wij kunnen uw informatie nu niet gebruiken voor ons onderzoek.\n\nZiet of hoort u later nog iets? ",
        ),
    ],
)
def test_an_answer_says_what_is_so_now(standing: Standing, subject: str, words: str) -> None:
    text = DUTCH.answer(CONTENT, standing)
    assert text.endswith("\n\nMet vriendelijke groet,\nPolitie Amersfoort\n")
    assert words in text
    assert DUTCH.answer_subject(standing.rating) == subject
    assert text.count("Dank u wel") <= 1


NOOR = Greeting(Address.NAME, "Noor Kuipers")


@pytest.mark.parametrize(
    ("composer", "greeting", "line"),
    [
        (DUTCH, NOOR, "Beste Noor Kuipers,"),
        (DUTCH, Greeting(Address.PERSON, "Van den Berg"), "Beste mevrouw of meneer Van den Berg,"),
        (DUTCH, Greeting(Address.MADAM, "Kuipers"), "Beste mevrouw Kuipers,"),
        (DUTCH, Greeting(Address.SIR, "Kuipers"), "Beste meneer Kuipers,"),
        (DUTCH, Greeting(Address.FAMILY, "Kuipers"), "Beste familie Kuipers,"),
        (DUTCH, A_PARTICIPANT, "Beste deelnemer,"),
        (DUTCH, SOMEBODY, "Beste mevrouw of meneer,"),
        (ENGLISH, NOOR, "Dear Noor Kuipers,"),
        (ENGLISH, SOMEBODY, "Dear Sir or Madam,"),
    ],
)
def test_every_letter_greets_and_is_signed(composer: TemplateComposer, greeting: Greeting, line: str) -> None:
    letters = [composer.answer(CONTENT, Standing(rating, greeting=greeting, signed="Carla")) for rating in Rating]
    letters += [composer.question(CONTENT, "Hoe laat?", greeting, "Carla")[1], composer.farewell(greeting, "Carla")]
    for text in letters:
        assert text.startswith(f"{line}\n\n")
        assert text.endswith("\nCarla\nPolitie Amersfoort\n")
    automatic = composer.acknowledgement(CONTENT, greeting=greeting)[1]
    assert f"\n\n{line}\n\n" in automatic
    assert "Carla" not in automatic


@pytest.mark.parametrize("composer", [DUTCH, ENGLISH])
@pytest.mark.parametrize("standing", [HERE, replace(HERE, recorded=True, escalated=True), ELSEWHERE, NOWHERE])
def test_our_own_texts_claim_nothing_that_is_still_owed(composer: TemplateComposer, standing: Standing) -> None:
    text = composer.answer(CONTENT, standing)
    check_claims(text, "answer", recorded=standing.recorded, passed_on=standing.escalated)
    check_claims(composer.answer_template(standing.rating), "text", recorded=False, passed_on=False)


@pytest.mark.parametrize("standing", [HERE, replace(HERE, recorded=True, escalated=True), ELSEWHERE, NOWHERE])
def test_the_team_s_own_text_is_filled_the_same(standing: Standing) -> None:
    template = DUTCH.answer_template(standing.rating)
    check_placeholders(template, "text")
    assert fill(template, DUTCH.answer_values(CONTENT, standing)) == DUTCH.answer(CONTENT, standing).strip()


@pytest.mark.parametrize("composer", [DUTCH, ENGLISH])
@pytest.mark.parametrize("rating", Rating)
def test_an_answer_about_no_alert_names_no_street(composer: TemplateComposer, rating: Rating) -> None:
    text = composer.answer(None, Standing(rating, case_known=False, deleted_on=DELETED_ON))
    assert "Breestraat" not in text
    assert "rechercheurs" not in text
    assert "  " not in text


def test_a_letter_says_how_to_check_that_it_is_real_and_asks_nothing() -> None:
    """A question in our letter would make an answer of a citizen's thanks."""
    below = DUTCH.footed("Dag.\n").removeprefix("Dag.\n\n")
    assert f"ga dan zelf naar {PUBLIC_URL}." in below
    assert "?" not in below + ENGLISH.footed("")
    own = DUTCH.footed("Dag.\n", "abc")
    assert own == f"Dag.\n\n{below.rstrip()}\nUw gegevens bekijken of veranderen: {PUBLIC_URL}/mijn/abc\n"
