"""Why an area that was drawn is refused."""

from bot.domain.errors import Refusal


class TooFewCorners(Refusal):
    """An area has three corners at least. Draw on."""


class TooManyCorners(Refusal):
    """This area has {n} corners, at most {most}. Draw it with fewer."""


class LinesCross(Refusal):
    """The lines of this area cross. Draw it anew, once around."""


class TooSmall(Refusal):
    """This area is too small. Draw it larger than a few homes."""


class TooFarAway(Refusal):
    """This area reaches further than {km} km from the offence. Draw it smaller or nearer."""


class AreaElsewhere(Refusal):
    """The area on the map lies too far from this address. Mend the address, or choose a radius on the map again."""


class TooManyStreets(Refusal):
    """These are too many streets. Tick fewer, or draw the area."""


class NoStreets(Refusal):
    """Tick a street at least."""


class FewHomes(Refusal):
    """Fewer than {least} homes stand there. Tick another street as well."""
