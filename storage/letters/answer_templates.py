"""The team's own texts."""

from sqlalchemy import ColumnElement, Connection, and_, delete, select

from bot.domain.alerts.offences import AnyOffence
from bot.domain.letters.answers import AnswerTemplate, AnyText
from storage.dialects import put
from storage.schema.letters import answer_templates as templates

ALL = "all"


class StoredAnswerTemplates:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, rating: AnyText, offence: AnyOffence | None) -> AnswerTemplate | None:
        """The text kept for exactly this; an offence of None stands for all."""
        row = self._db.execute(select(templates).where(_for(rating, offence))).one_or_none()
        return AnswerTemplate(rating, offence, row.text, row.by_name, row.at) if row else None

    def get_for_change(self, rating: AnyText, offence: AnyOffence | None) -> AnswerTemplate | None:
        """As `get`, and nobody else changes it until this transaction ends."""
        self._db.execute(select(templates.c.at).where(_for(rating, offence)).with_for_update())
        return self.get(rating, offence)

    def in_force(self, rating: AnyText, offence: AnyOffence | None) -> AnswerTemplate | None:
        """The text for this offence, else for all; None where the standard text holds."""
        own = self.get(rating, offence) if offence else None
        return own or self.get(rating, None)

    def keep(self, template: AnswerTemplate) -> None:
        key = {"rating": template.rating, "offence": _key(template.offence)}
        values = {"text": template.text, "by_name": template.by_name, "at": template.at}
        put(self._db, templates, {**key, **values})

    def drop(self, rating: AnyText, offence: AnyOffence | None) -> None:
        """The standard text holds again."""
        self._db.execute(delete(templates).where(_for(rating, offence)))


def _for(rating: AnyText, offence: AnyOffence | None) -> ColumnElement[bool]:
    return and_(templates.c.rating == rating, templates.c.offence == _key(offence))


def _key(offence: AnyOffence | None) -> str:
    return offence.family if offence else ALL
