"""Who has the app's Home before them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from bot.records.desk import BoardName, HomeView
from storage.dialects import put
from storage.schema.desk import home_views


class StoredHomeViews:
    """Who opened their Home, and what it shows since."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def keep(self, view: HomeView, at: datetime) -> None:
        """It is opened, or turned to another page; Slack may tell it twice at once."""
        shown = {"locale": view.locale, "digest": view.digest, "pages": dict(view.pages), "opened_at": at}
        put(self._db, home_views, {"user_id": view.user_id, **shown})

    def renewed(self, view: HomeView) -> None:
        """It shows something new, and was not opened again for that."""
        shown = update(home_views).where(home_views.c.user_id == view.user_id)
        self._db.execute(shown.values(locale=view.locale, digest=view.digest))

    def forget(self, user_id: str) -> None:
        """They have nothing there to see."""
        self._db.execute(delete(home_views).where(home_views.c.user_id == user_id))

    def opened_since(self, since: datetime) -> list[HomeView]:
        """Those that may still be before somebody; older ones are forgotten."""
        self._db.execute(delete(home_views).where(home_views.c.opened_at < since))
        return [_view_of(row) for row in self._db.execute(select(home_views).order_by(home_views.c.user_id))]

    def of(self, user_id: str) -> HomeView | None:
        """What this person opened last."""
        row = self._db.execute(select(home_views).where(home_views.c.user_id == user_id)).one_or_none()
        return _view_of(row) if row else None


def _view_of(row: Row[Any]) -> HomeView:
    return HomeView(row.user_id, row.locale, _pages(row.pages), row.digest)


def _pages(stored: dict[str, int]) -> dict[BoardName, int]:
    """A list that the program no longer has is left out."""
    return {BoardName(name): page for name, page in stored.items() if name in set(BoardName)}
