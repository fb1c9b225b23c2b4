"""What a mail says of its offence, and how it ends: no subject and no line contradicts what happened."""

from datetime import UTC, datetime

import pytest

from bot.domain.alerts.alerts import CaseResult
from bot.domain.alerts.endings import results_of
from bot.domain.alerts.offences import Offence, OwnOffence
from bot.domain.guard.text_guard import find_in, long_sentences
from bot.mail.sending.composing import TemplateComposer
from tests.mail.samples import DUTCH, ENGLISH, REFERENCE, content

SENT_AT = datetime(2026, 1, 5, 23, 30, tzinfo=UTC)  # the 6th in Amersfoort
FIRE = OwnOffence(
    *(3, 2, "Brand auto", "Autobrand", "de autobrand", "Er is een auto in brand gestoken in uw buurt."),
    tips="Bel 112 bij brand.\nBlijf op afstand.",
    in_the_street=True,
)
ASKED, QUESTION = "Op dinsdag 6 januari vroegen wij uw hulp", "hoe is het afgelopen?"
NOW = "Nu kunnen wij vertellen hoe het is afgelopen."


@pytest.mark.parametrize(
    ("offence", "ending", "subject", "frame", "base"),
    [
        (
            *(Offence.BURGLARY, CaseResult.ARRESTED, f"Inbraak aan de Eemkade: {QUESTION}"),
            *(
                f"{ASKED} bij de inbraak aan de Eemkade. {NOW}",
                "Wij hebben een verdachte aangehouden. De rechter beslist of deze persoon schuldig is.",
            ),
        ),
        (
            *(Offence.ATTEMPTED_BURGLARY, CaseResult.IN_COURT, f"Poging tot inbraak aan de Eemkade: {QUESTION}"),
            *(
                f"{ASKED} bij de poging tot inbraak aan de Eemkade. {NOW}",
                "Ons onderzoek is klaar. De zaak ligt nu bij de officier van justitie. Die beslist of er een "
                "rechtszaak komt.",
            ),
        ),
        (
            *(Offence.ROBBERY, CaseResult.STOLEN_GOODS_BACK, f"Overval aan de Eemkade: {QUESTION}"),
            *(f"{ASKED} bij de overval aan de Eemkade. {NOW}", "Wij hebben gestolen spullen teruggevonden."),
        ),
        (
            *(Offence.VIOLENCE, CaseResult.NOT_SOLVED, f"Geweld op de Eemkade: {QUESTION}"),
            *(
                f"{ASKED} bij het geweld op de Eemkade. {NOW}",
                "Wij weten nog niet wie het heeft gedaan. Voor nu is ons onderzoek klaar. Krijgen wij nieuwe "
                "informatie? Dan gaan wij verder.",
            ),
        ),
        (
            *(FIRE, None, f"Autobrand op de Eemkade: {QUESTION}"),
            *(f"{ASKED} bij de autobrand op de Eemkade. {NOW}", "Ons onderzoek is klaar."),
        ),
        *(
            (
                *(offence, CaseResult.NO_CRIME, f"Onze mail van dinsdag 6 januari: {QUESTION}"),
                *(f"{ASKED}. Wij dachten toen dat {thought}. {NOW}", f"Ons onderzoek is klaar. {not_so}"),
            )
            for offence, thought, not_so in (
                (Offence.BURGLARY, "er aan de Eemkade was ingebroken", "Er is niet ingebroken."),
                (
                    *(Offence.ATTEMPTED_BURGLARY, "iemand aan de Eemkade probeerde in te breken"),
                    "Er is niet geprobeerd in te breken.",
                ),
                (Offence.STREET_ROBBERY, "er op de Eemkade iemand was beroofd", "Er is niemand beroofd."),
                (Offence.ROBBERY, "er aan de Eemkade een overval was gepleegd", "Er is geen overval gepleegd."),
                (Offence.VIOLENCE, "er op de Eemkade geweld was gebruikt", "Er is geen geweld gebruikt."),
                (Offence.CAR_JACKING, "er op de Eemkade een automobilist was beroofd", "Er is niemand beroofd."),
                (Offence.ARSON, "er op de Eemkade brand was gesticht", "Er is geen brand gesticht."),
                (Offence.RAM_RAID, "er aan de Eemkade een ramkraak was gepleegd", "Er is geen ramkraak gepleegd."),
                (Offence.OTHER, "er op de Eemkade een misdrijf was gepleegd", "Er is geen misdrijf gepleegd."),
                (FIRE, "er op de Eemkade een misdrijf was gepleegd", "Er is geen misdrijf gepleegd."),
            )
        ),
    ],
)
def test_an_ending_fits_what_happened(
    offence: Offence | OwnOffence, ending: CaseResult | None, subject: str, frame: str, base: str
) -> None:
    told = content(offence=offence, street="Eemkade", ending=ending)
    assert DUTCH.outcome_base(told, ending) == base
    mail = DUTCH.outcome(REFERENCE, content(offence=offence, street="Eemkade", ending=ending), SENT_AT)
    assert mail.subject == f"{subject} [{REFERENCE}]"
    assert frame in mail.text
    assert frame in mail.html


@pytest.mark.parametrize("composer", [DUTCH, ENGLISH])
@pytest.mark.parametrize("offence", [*Offence, FIRE])
def test_no_ending_presumes_guilt_or_names_what_was_not_there(
    composer: TemplateComposer, offence: Offence | OwnOffence
) -> None:
    for result in results_of(offence):
        base = composer.outcome_base(content(offence=offence), result)
        mail = composer.outcome(REFERENCE, content(offence=offence, what_happened=base, ending=result), SENT_AT)
        assert find_in({"what_happened": base}, "Breestraat") == ()
        assert not long_sentences(base)
        if result is CaseResult.NO_CRIME:
            assert composer.outcome(REFERENCE, content(offence=offence), SENT_AT).subject != mail.subject
        for words in (mail.subject, mail.text, mail.html):
            assert "{" not in words.replace("{ ", "") or words is mail.html
            assert "dader" not in words


@pytest.mark.parametrize(("composer", "heading"), [(DUTCH, "Wat kunt u doen?"), (ENGLISH, "What can you do?")])
@pytest.mark.parametrize("offence", [*Offence, FIRE])
def test_tips_stand_in_the_mails_of_those_that_have_them(
    composer: TemplateComposer, heading: str, offence: Offence | OwnOffence
) -> None:
    mail = composer.alert(REFERENCE, content(offence=offence, description=""))
    has = offence is not Offence.OTHER
    assert (heading in mail.text, heading in mail.html) == (has, has)
    assert "\n\n\n" not in mail.text
    assert not [one for one in long_sentences(mail.text) if "http" not in one]


def test_the_words_of_an_offence_that_superusers_added() -> None:
    mail = DUTCH.alert(REFERENCE, content(offence=FIRE, street="Eemkade", description=""))
    assert mail.subject == f"Autobrand op de Eemkade: zag of hoorde u iets? [{REFERENCE}]"
    assert "\n\nEr is een auto in brand gestoken in uw buurt.\nWij vragen uw hulp.\n" in mail.text
    assert (
        "meesturen.\n\nWat kunt u doen?\n- Bel 112 bij brand.\n- Blijf op afstand.\n\nIk heb informatie:" in mail.text
    )
    assert "Brand auto" not in mail.text + mail.html


def test_what_a_superuser_types_fills_no_tag_and_is_no_markup() -> None:
    typed = "-leave_token- <b>x</b> {{ place }}"
    odd = OwnOffence(1, 1, typed, typed, f"de {typed}", typed, tips=typed)
    mail = DUTCH.alert(REFERENCE, content(offence=odd))
    assert "<b>x" not in mail.html
    assert mail.text.count("-leave_token-") == DUTCH.alert(REFERENCE, content()).text.count("-leave_token-")
    assert "{{ place }}" in mail.text
