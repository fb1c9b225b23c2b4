"""Which of its alert's leads something is, as its post and every list say it."""

from typing import Any

from sqlalchemy import ScalarSelect, and_, func, select

from storage.schema.leads import leads


def lead_number(lead_id: Any) -> ScalarSelect[int]:
    """Those without a known alert count together."""
    itself, before = leads.alias("itself"), leads.alias("before")
    same = and_(before.c.alert_id.is_not_distinct_from(itself.c.alert_id), before.c.id <= itself.c.id)
    counted = itself.join(before, same)
    return select(func.count()).select_from(counted).where(itself.c.id == lead_id).scalar_subquery()
