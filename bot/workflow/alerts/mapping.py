"""The area on a real map: a personal page for a form on its way, drawn on while the form waits in the chat."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from math import dist
from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alert_errors import NobodyInArea
from bot.domain.alerts.alerts import AlertContent, Draft, check_radius
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.participants.drawing import drawn
from bot.domain.participants.grid import rd_from_wgs84
from bot.domain.participants.people import Colleague
from bot.domain.participants.shapes import Area, middle_of, reach_m
from bot.domain.participants.street_shapes import shape_of_streets
from bot.domain.participants.streets import street_key
from bot.records.alerts import AreaKind, AreaWish, ChosenArea, Counted, MapPage, OnMap, Preview, StreetNearby
from bot.records.mail import Purpose
from bot.records.replies import Pass
from bot.workflow.alerts.previewing import chosen_on_map, counted_on_record, preview_of
from bot.workflow.alerts.requesting import FormContext
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer, Passes
from bot.workflow.ports import Cartographer
from storage.unit_of_work import UnitOfWork, Work

LINK_LIVES: Final = timedelta(hours=4)
"""As long as somebody may leave a form open on a shift; each look at the form gives a new one."""
LISTED_M: Final = 600
MOST_LISTED: Final = 60
STREETS_M: Final = 1_000
"""Further out nobody could read their names."""
Spread = list[tuple[int, int, int]]
Streets = dict[str, list[tuple[float, float]]]


class Mapping:
    """A link names a draft and its owner; what is chosen behind it stands in that draft, and is filed with it."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        passes: Passes,
        composer: Composer,
        safeguards: Safeguards,
        guard: Guard,
        cartographer: Cartographer,
        public_url: str,
    ) -> None:
        self._work = work
        self._clock = clock
        self._passes = passes
        self._composer = composer
        self._safeguards = safeguards
        self._guard = guard
        self._cartographer = cartographer
        self._url = public_url

    def links(self, preview: Preview, colleague: Colleague) -> OnMap:
        """Where the map of a form is, and the picture, which has another name for each area: the chat keeps it."""
        granted = Pass(int(preview.draft_id, 16), colleague.id, self._clock.now() + LINK_LIVES)
        page, picture = (self._passes.make_pass(purpose, granted) for purpose in (Purpose.AREA, Purpose.AREA_PICTURE))
        name = sha256(repr(preview.content.area).encode()).hexdigest()[:12]
        return OnMap(f"{self._url}/gebied/{page}", f"{self._url}/kaart/{picture}/{name}.png")

    def pass_of(self, token: str) -> Pass | None:
        """Whose page it is; None where the link is not ours, or too old. Whether they still may, the chat knows."""
        return self._passes.read_pass(Purpose.AREA, token, self._clock.now())

    def look(self, granted: Pass) -> MapPage | None:
        """What the page shows; None where the form was filed."""
        with self._work() as uow:
            draft = _draft_of(uow, granted)
            return self._page(uow, draft) if draft else None

    def _page(self, uow: UnitOfWork, draft: Draft) -> MapPage:
        content = draft.content
        here = content.x, content.y
        found = uow.addresses.streets_around(here, LISTED_M).items()
        streets = [StreetNearby(name, len(homes), min(dist(here, home) for home in homes)) for name, homes in found]
        own = street_key(content.street)
        nearest = sorted(streets, key=lambda street: (street_key(street.name) != own, street.distance_m))[:MOST_LISTED]
        own_first = sorted(nearest, key=lambda street: (street_key(street.name) != own, street.name.casefold()))
        return MapPage(content, tuple(own_first), self._counted(uow, content.area))

    def count(self, granted: Pass, wish: AreaWish) -> tuple[AlertContent, Counted] | None:
        """The form with that area, and whom and what it would hold; a Refusal where it is none. None as `look`."""
        with self._work() as uow:
            draft = _draft_of(uow, granted)
            if draft is None:
                return None
            content = _with_area(uow, draft.content, wish)
            counted_on_record(uow, content.area, granted.holder_id, self._clock.now())
            return content, self._counted(uow, content.area)

    def choose(self, granted: Pass, wish: AreaWish) -> Draft | None:
        """The form holds it from now on. None as `look`."""
        counted = self.count(granted, wish)  # on record, also where nobody lives there
        with self._work() as uow:
            draft = _draft_of(uow, granted)
            if draft is None or counted is None:
                return None
            draft = replace(draft, content=_with_area(uow, draft.content, wish), on_map=True)
            if not uow.alerts.reach_of(draft):
                raise NobodyInArea("area")
            uow.drafts.save(draft)
            return draft

    def _counted(self, uow: UnitOfWork, area: Area) -> Counted:
        recipients = uow.mailings.count_recipients(area)
        return Counted(recipients, uow.addresses.homes_in(area), uow.reach.lately(area, self._safeguards.too_often))

    def streets_between(self, left: float, low: float, right: float, high: float) -> Streets:
        """The homes of each street in a rectangle."""
        with self._work() as uow:
            return uow.addresses.streets_between(left, low, right, high)

    def picture_pass_of(self, token: str) -> Pass | None:
        """The same of its picture, which opens nothing else."""
        return self._passes.read_pass(Purpose.AREA_PICTURE, token, self._clock.now())

    def picture(self, granted: Pass) -> bytes:
        """The area of a form as it is now; empty where it was filed."""
        with self._work() as uow:
            draft = _draft_of(uow, granted)
            shown = shown_on_map(uow, draft.content) if draft else None
        return self._cartographer.area(*shown) if shown else b""

    def draft(self, draft_id: str, colleague: Colleague) -> Draft | None:
        """Theirs, as it is now; None once it was filed."""
        with self._work() as uow:
            draft = uow.drafts.get(draft_id)
        return draft if draft and draft.owner_id == colleague.id else None

    def preview(self, draft: Draft, colleague: Colleague) -> Preview:
        """The form's preview with what was chosen."""
        with self._work() as uow:
            return preview_of(uow, self._composer, self._safeguards, self._guard, draft, colleague)

    def chosen(self, form: FormContext, colleague: Colleague) -> ChosenArea | None:
        """What a form shows in the place of its radius; None where nothing was chosen on the map."""
        with self._work() as uow:
            content = chosen_on_map(uow, form.draft_id, form.alert_id, colleague)
            if content is None:
                return None
            homes = uow.addresses.homes_in(content.area)
            return ChosenArea(content.area, homes.number if homes else None)


def shown_on_map(uow: UnitOfWork, content: AlertContent) -> tuple[AlertContent, Spread, Streets]:
    """What a map of it is drawn from."""
    around = min(round(1.15 * reach_m(content.area)), STREETS_M)
    return content, uow.mailings.spread(content.area), uow.addresses.streets_around(middle_of(content.area), around)


def _draft_of(uow: UnitOfWork, granted: Pass) -> Draft | None:
    draft = uow.drafts.get(f"{granted.subject_id:032x}")
    return draft if draft and draft.owner_id == granted.holder_id and not draft.about_id else None


def _with_area(uow: UnitOfWork, content: AlertContent, wish: AreaWish) -> AlertContent:
    here = content.x, content.y
    if wish.kind is AreaKind.DRAWN:
        return replace(content, shape=drawn([rd_from_wgs84(*corner) for corner in wish.corners], here))
    if wish.kind is AreaKind.STREETS:
        homes = uow.addresses.homes_of(wish.streets, here, LISTED_M)  # those that the page counts beside its name
        theirs = [home for places in homes.values() for home in places]
        return replace(content, shape=shape_of_streets(homes, uow.addresses.homes_beside(wish.streets, theirs)))
    return replace(content, radius_m=check_radius(wish.radius_m), shape=None)
