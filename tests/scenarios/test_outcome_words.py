"""What an outcome mail says where nobody changed its words: the outcome that was chosen."""

from tests.desk_steps import seen
from tests.stage import Stage

ASKED, TOLD = "Wat is de uitkomst?", "Hoe is het afgelopen?"
OWN = "De zaak is klaar.\nDank aan iedereen die reageerde."


def test_words_that_nobody_changed_follow_the_outcome_and_a_colleague_s_own_stay(stage: Stage) -> None:
    """Else a mail would say nothing of the suspect that the form names."""
    stage.lives("Noor")
    alert = stage.approved()
    stage.presses(stage.anna, alert, "Afloop melden")
    assert not seen(stage.anna).fill({ASKED: "Verdachte aangehouden"}).submit().errors
    assert "Wij hebben een verdachte aangehouden. De rechter beslist" in seen(stage.anna).text()
    assert "Ons onderzoek is klaar." not in seen(stage.anna).text()
    seen(stage.anna).close()
    stage.presses(stage.anna, alert, "Afloop melden")
    assert not seen(stage.anna).fill({ASKED: "Naar het OM", TOLD: OWN}).submit().errors
    assert OWN in seen(stage.anna).text()
    assert "officier van justitie" not in seen(stage.anna).text()
