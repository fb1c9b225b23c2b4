"""Asking for an alert: the form is checked, previewed, and filed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar
from uuid import uuid4

from bot.clock import Clock, local
from bot.domain.alerts.alert_errors import DraftGone, NobodyInArea, OutcomeUnderWay
from bot.domain.alerts.alerts import (
    Alert,
    AlertContent,
    AlertKind,
    Draft,
    check_radius,
    kind_of,
    tidy_text,
    window_errors,
)
from bot.domain.alerts.offences import AnyOffence, check_offered, offered_with
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.errors import InvalidDate, InvalidTime, Refusal, UnknownAddress, UnknownPostcode
from bot.domain.form_errors import FormErrors
from bot.domain.numbering import tidy_bvh_number, tidy_postcode
from bot.domain.participants.drawing import is_near
from bot.domain.participants.people import Colleague
from bot.domain.participants.places import Location
from bot.domain.participants.shape_errors import AreaElsewhere
from bot.records.alerts import Preview, TypedRequest
from bot.records.chat import Note
from bot.records.outbox import ForPerson, Task
from bot.workflow.alerts.previewing import chosen_on_map, counted_on_record, preview_of, with_kept
from bot.workflow.alerts.repeats.noticing import refused, take_up
from bot.workflow.day_monitor.dividing import offer, request_incident
from bot.workflow.letters.guarding import Guard, kept_details, kept_reason
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import N_, owe_note, owe_told_of
from bot.workflow.participants.addresses import place_of
from bot.workflow.ports import Geocoder, GeocoderDown
from bot.workflow.times import moments_of, wall_of
from storage.unit_of_work import UnitOfWork, Work

_ADDRESS: Final = frozenset({"street", "house_number", "postcode", "place"})
T = TypeVar("T")
A_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True)
class FormContext:
    """What travels with an open form: its draft, when it was opened, the alert that it changes or is about,
    the incident that it was opened from, and whether it makes a preventive mail.
    """

    draft_id: str
    opened_at: datetime
    alert_id: int | None = None
    base_version: int = 0
    about_id: int | None = None
    incident_id: int | None = None
    preventive: bool = False
    view: str = ""
    """What shows the form, where that knows it."""

    @property
    def kind(self) -> AlertKind:
        return kind_of(self.about_id, preventive=self.preventive)

    def draft(self, content: AlertContent, colleague: Colleague) -> Draft:
        told = (self.alert_id, self.base_version, self.about_id, self.incident_id)
        return Draft(self.draft_id, colleague.id, content, self.opened_at, *told, preventive=self.preventive)


class _Checks:
    """Runs checks one by one and gathers their refusals."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []

    def taken(self, check: Callable[[], T]) -> T | None:
        """What it gives; None where it refuses."""
        try:
            return check()
        except FormErrors as errors:
            self.refusals += errors.refusals
        except Refusal as refusal:
            self.refusals.append(refusal)
        return None

    def text(self, field: str, typed: str, *, required: bool = True) -> str:
        return self.taken(lambda: tidy_text(field, typed, required=required)) or ""

    def moment(self, day: str, hour: str, end: str, now: datetime, start: datetime | None = None) -> datetime | None:
        """A Dutch local date and time as UTC; `end` is "from" or "to".

        From 22:00 to 0:00 on one day ends at the midnight behind it.

        In the hour that comes twice in autumn the window is as wide as possible; the hour skipped in spring is refused.
        """
        try:
            on = date.fromisoformat(day.strip())
        except ValueError:
            self.refusals.append(InvalidDate(f"date_{end}"))
            on = None
        try:
            wall = wall_of(on or now.date(), hour)
        except ValueError:
            self.refusals.append(InvalidTime(f"time_{end}"))
            return None
        if on is None:
            return None
        if start and wall < local(start).replace(tzinfo=None) and wall == datetime.combine(on, time(0)):
            wall += timedelta(days=on == local(start).date())
        moments = moments_of(wall)
        if not moments:
            self.refusals.append(InvalidTime(f"time_{end}"))
            return None
        earlier, later = moments
        return later if end == "to" and later <= now else earlier


class Requesting:
    """The first step of the pilot: at most five minutes for a form."""

    def __init__(
        self, work: Work, clock: Clock, composer: Composer, geocoder: Geocoder, safeguards: Safeguards, guard: Guard
    ) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._geocoder = geocoder
        self._safeguards = safeguards
        self._guard = guard

    def offered(self, current: AnyOffence | None = None) -> list[AnyOffence]:
        """The offences to choose from, in order of use in the last year; `current` is what the form holds already."""
        with self._work() as uow:
            return offered_with(uow.offences.in_order_of_use(self._clock.now() - A_YEAR), current)

    def preview(self, typed: TypedRequest, context: FormContext, colleague: Colleague) -> Preview:
        """Check the form and keep it as a draft; FormErrors names every field that is wrong."""
        with self._work() as uow:
            chosen = chosen_on_map(uow, context.draft_id, context.alert_id, colleague)
        content = self._check(typed, chosen)
        if chosen and chosen.shape:
            if not is_near(chosen.shape, (content.x, content.y)):
                raise FormErrors([AreaElsewhere("street")])
            content = replace(content, shape=chosen.shape)
        return self._preview(content, context, colleague, on_map=chosen is not None)

    def reword(self, texts: Mapping[str, str], context: FormContext, colleague: Colleague) -> Preview:
        """The same for a request of which only these texts change: place and time stay as they were found."""
        checks = _Checks()
        told = {name: checks.text(name, text, required=name == "what_happened") for name, text in texts.items()}
        if checks.refusals:
            raise FormErrors(checks.refusals)
        with self._work() as uow:
            chosen = chosen_on_map(uow, context.draft_id, context.alert_id, colleague)
            content = uow.alerts.get(context.alert_id or 0).content
        if chosen:
            content = replace(content, radius_m=chosen.radius_m, shape=chosen.shape)
        content = replace(content, **told)  # type: ignore[arg-type]  # texts all
        return self._preview(content, context, colleague, on_map=chosen is not None)

    def _preview(self, content: AlertContent, context: FormContext, colleague: Colleague, *, on_map: bool) -> Preview:
        shown = {"on_map": on_map, "form_view": context.view, "preview_view": uuid4().hex}
        draft = replace(context.draft(content, colleague), **shown)  # type: ignore[arg-type]  # a flag and two texts
        if context.kind is not AlertKind.OUTCOME:
            with self._work() as uow:  # kept also where nobody lives there, and the rest is not
                counted_on_record(uow, content.area, colleague.id, self._clock.now())
        with self._work() as uow:
            before = uow.alerts.get(context.alert_id).content.offence if context.alert_id else None
            check_offered(content.offence, uow.offences.newest(), before)
            if not uow.alerts.reach_of(draft):
                raise FormErrors([NobodyInArea("radius_m")])
            draft = with_kept(uow, draft)
            uow.drafts.save(draft)
            return preview_of(uow, self._composer, self._safeguards, self._guard, draft, colleague)

    def _check(self, typed: TypedRequest, chosen: AlertContent | None) -> AlertContent:
        checks = _Checks()
        now = self._clock.now()
        start = checks.moment(typed.date_from, typed.time_from, "from", now)
        end = checks.moment(typed.date_to or typed.date_from, typed.time_to, "to", now, start)
        if start and end:
            checks.refusals += window_errors(start, end, now)
        values = _texts(checks, typed)
        radius_m = chosen.radius_m if chosen else checks.taken(lambda: check_radius(int(typed.radius_m or 0))) or 0
        where = None
        if not {one.field for one in checks.refusals} & _ADDRESS:
            where = checks.taken(lambda: self._locate(values, accept_centre=typed.accept_centre))
        if checks.refusals or start is None or end is None or where is None:
            raise FormErrors(checks.refusals)
        with self._work() as uow:
            offence = uow.offences.get(typed.offence)
        return AlertContent(
            offence=offence,
            window_start=start,
            window_end=end,
            radius_m=radius_m,
            x=where.x,
            y=where.y,
            neighbourhood=where.neighbourhood,
            approximate=where.approximate,
            **values,  # type: ignore[arg-type]  # texts all
        )

    def _locate(self, values: dict[str, str], *, accept_centre: bool) -> Location:
        """The address; where it is not known and the requester accepts that, or the map is down, its postcode."""
        wanted = (values[name] for name in ("street", "house_number", "postcode", "place"))
        try:
            found = self._geocoder.locate(*wanted, or_centre=accept_centre)
            if found is None and not accept_centre:
                raise FormErrors([UnknownAddress("street")])
        except GeocoderDown:
            found = None
        found = found or self._known_place(values)
        if found is None:
            raise FormErrors([UnknownPostcode("postcode")])
        return found

    def _known_place(self, values: dict[str, str]) -> Location | None:
        with self._work() as uow:
            return place_of(uow, values["postcode"], values["house_number"], values["street"])

    def draft(self, draft_id: str, colleague: Colleague) -> Draft:
        with self._work() as uow:
            return own_draft(uow, draft_id, colleague)

    def file(self, draft_id: str, colleague: Colleague) -> Alert:
        """File the request: it now waits for a colleague. The second press raises DraftGone."""
        now = self._clock.now()
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            draft = replace(draft, kept=self._guard.check_decided(draft.content, draft.kept))
            if not uow.drafts.take(draft_id):
                raise DraftGone
            if draft.about_id:
                check_none_under_way(uow, draft.about_id, draft.kind)
            alert = uow.alerts.file(draft, colleague, now)
            minutes = round((now - draft.opened_at).total_seconds() / 60, 1)
            said, kept = kept_reason(alert.kept), kept_details(alert.kept)
            uow.audit.record(colleague.id, "requested", alert.reference, now, said, minutes_in_form=minutes, **kept)
            uow.outbox.owe(Task.SHOW_ALERT, alert.id)
            owe_told_of(uow, alert)
            uow.outbox.owe(Task.SAY_FILED, alert.id, ForPerson(colleague.id, colleague.locale))
            uow.drafts.forget_typed(colleague.id)
            if alert.has_area:
                uow.outbox.owe(Task.SHOW_MAP, alert.id)
            if alert.kind is AlertKind.PREVENTIVE:
                take_up(uow, alert, colleague, now)
            if alert.about:
                _tell_filed(uow, alert, alert.about.id, colleague)
            else:
                request_incident(uow, alert, draft.incident_id)
            offer(uow, alert, now)
            return alert


def _tell_filed(uow: UnitOfWork, alert: Alert, about_id: int, colleague: Colleague) -> None:
    tips = alert.kind is AlertKind.PREVENTIVE
    told = N_("{name} filed preventive mail {reference}.") if tips else N_("{name} filed outcome mail {reference}.")
    owe_note(uow, Task.ALERT_NOTE, about_id, Note(told, {"name": colleague.name, "reference": alert.reference}))


def check_none_under_way(uow: UnitOfWork, alert_id: int, kind: AlertKind = AlertKind.OUTCOME) -> None:
    """One mail of a kind at a time about an alert."""
    if reference := uow.alerts.under_way(alert_id, kind):
        raise refused(uow, alert_id) if kind is AlertKind.PREVENTIVE else OutcomeUnderWay(reference=reference)


def own_draft(uow: UnitOfWork, draft_id: str, colleague: Colleague) -> Draft:
    """A draft of this colleague's own; DraftGone where it is filed or not theirs."""
    draft = uow.drafts.get(draft_id)
    if draft is None or draft.owner_id != colleague.id:
        raise DraftGone
    return draft


def _texts(checks: _Checks, typed: TypedRequest) -> dict[str, str]:
    return {
        "street": checks.text("street", typed.street),
        "house_number": checks.text("house_number", typed.house_number, required=False),
        "postcode": checks.taken(lambda: tidy_postcode(typed.postcode)) or "",
        "place": checks.text("place", typed.place),
        "what_happened": checks.text("what_happened", typed.what_happened),
        "description": checks.text("description", typed.description, required=False),
        "question": checks.text("question", typed.question, required=False),
        "bvh_number": checks.taken(lambda: tidy_bvh_number(typed.bvh_number)) or "",
    }
