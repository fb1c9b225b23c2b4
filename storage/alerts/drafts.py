"""Filled-in forms on their way to being filed."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, or_, select

from bot.domain.alerts.alerts import Draft
from bot.records.alerts import TypedForm
from storage.dialects import put
from storage.rows import content_from_json, content_to_json, kept_from_json, kept_to_json
from storage.schema.alerts import drafts, typed_requests

DRAFT_LIFETIME = timedelta(days=7)
_ON_THE_MAP = ("on_map", "form_view", "preview_view")


class StoredDrafts:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def save(self, draft: Draft) -> None:
        """Keep a filled-in form; the same id again replaces it. Forgotten ones go after a week.

        The mail of two that was made of it goes: that holds it as it was.
        """
        self._db.execute(delete(drafts).where(drafts.c.opened_at < draft.opened_at - DRAFT_LIFETIME))
        self._db.execute(delete(drafts).where(drafts.c.joins == draft.id))
        of_alerts = ("alert_id", "base_version", "about_id", "incident_id", "preventive", "joins")
        told = ("id", "owner_id", "opened_at", *of_alerts, *_ON_THE_MAP)
        row = {name: getattr(draft, name) for name in told}
        put(self._db, drafts, {**row, "content": content_to_json(draft.content), "kept": kept_to_json(draft.kept)})

    def get(self, draft_id: str) -> Draft | None:
        """A draft, or None once it is filed or thrown away; who asks second waits for what the first makes of it.

        Of the mail of two, the draft in it is locked first, as who changes that does.
        """
        in_it = select(drafts.c.joins).where(drafts.c.id == draft_id).scalar_subquery()
        both = select(drafts).where(or_(drafts.c.id == draft_id, drafts.c.id == in_it)).order_by(drafts.c.joins)
        rows = self._db.execute(both.with_for_update()).all()
        row = next((one for one in rows if one.id == draft_id), None)
        if row is None:
            return None
        content = content_from_json(self._db, row.content)
        more = (row.alert_id, row.base_version, row.about_id, row.incident_id)
        told = {name: getattr(row, name) for name in ("preventive", "joins", *_ON_THE_MAP)}
        return Draft(row.id, row.owner_id, content, row.opened_at, *more, kept_from_json(row.kept), **told)

    def keep_typed(self, owner_id: str, typed: TypedForm) -> None:
        """What they typed last, in place of what they typed before."""
        put(self._db, typed_requests, {"owner_id": owner_id, **vars(typed)})

    def typed(self, owner_id: str) -> TypedForm | None:
        """What they typed last in a form that was not filed."""
        row = self._db.execute(select(typed_requests).where(typed_requests.c.owner_id == owner_id)).one_or_none()
        return TypedForm(row.draft_id, row.incident_id, row.typed, row.opened_at, row.typed_at) if row else None

    def forget_typed(self, owner_id: str) -> None:
        """It was filed."""
        self._db.execute(delete(typed_requests).where(typed_requests.c.owner_id == owner_id))

    def forget_typed_before(self, moment: datetime) -> None:
        """Nobody went on with it."""
        self._db.execute(delete(typed_requests).where(typed_requests.c.typed_at < moment))

    def take(self, draft_id: str) -> bool:
        """Remove a draft; True for the one caller that did."""
        return self._db.execute(delete(drafts).where(drafts.c.id == draft_id)).rowcount == 1
