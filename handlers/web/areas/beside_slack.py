"""The page of the map, and the form in Slack that it belongs to."""

from bot.domain.alerts.alerts import Draft
from bot.domain.participants.people import Colleague
from bot.settings import Settings
from bot.texts import texts
from handlers.slack.admitting import logged
from handlers.slack.alerts.mapping import show_area
from handlers.slack.presses import Asked, Desk
from handlers.web.areas.page import AreaPages
from handlers.web.areas.tiles import Tiles
from handlers.web.pace import Pace
from handlers.web.pages import Pages


def area_pages(settings: Settings, desk: Desk, pages: Pages) -> AreaPages:
    """What is chosen is shown in the form at once; the page does not wait for Slack."""
    areas = desk.workflow.mapping
    tiles = Tiles(areas, settings.map_tiles_url, settings.map_attribution)

    def shown(colleague: Colleague, draft: Draft) -> None:
        desk.working.submit(logged, show_area, Asked(desk, colleague, texts(colleague.locale)), draft)

    return AreaPages(areas, desk.staff, pages, texts(settings.locale), shown, Pace(), tiles)
