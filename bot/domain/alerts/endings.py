"""How a case can end, by what it was: so that no mail contradicts itself."""

from collections.abc import Sequence
from typing import Final

from bot.domain.alerts.alerts import CaseResult
from bot.domain.alerts.offences import AnyOffence, Offence

_TOOK_NOTHING: Final = frozenset({Offence.ATTEMPTED_BURGLARY, Offence.VIOLENCE, Offence.ARSON})


def results_of(offence: AnyOffence) -> Sequence[CaseResult]:
    """What a case of this offence can come to: where nothing was taken, nothing is found."""
    return [one for one in CaseResult if one is not CaseResult.STOLEN_GOODS_BACK or offence not in _TOOK_NOTHING]


def ending_of(offence: AnyOffence, result: CaseResult | None) -> CaseResult | None:
    """What a mail may tell of a result; none of one that was given before it was seen that it does not fit."""
    return result if result in results_of(offence) else None
