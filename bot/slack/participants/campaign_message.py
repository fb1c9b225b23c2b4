"""Recruiting: the form that begins a campaign, its message with what to print, and what it brought."""

from collections.abc import Sequence
from typing import Final

from bot.domain.participants.campaigns import CampaignCard, chosen_as
from bot.domain.participants.reach import Reach
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, fields, header, modal, option, picked, section, select_input
from bot.texts import Texts
from bot.workflow.figures.tables import per_hundred

MOST_CHOICES: Final = 100
MOST_TOLD: Final = 20


def build_campaign_form(_: Texts, reach: Reach | None, running: Sequence[CampaignCard], by_neighbours: int) -> Block:
    """The neighbourhoods under the norm, the furthest first, but those where a campaign runs; and how those do."""
    title, busy = _("Recruit"), {card.campaign.before.neighbourhood for card in running}
    rows = [row for row in (reach.rows if reach else ()) if row.missing and row.neighbourhood not in busy]
    told = [section(_running(_, card)) for card in running[:MOST_TOLD]]
    if by_neighbours:
        came = _.plural(
            "{n} person signed up by a neighbour's link.", "{n} people signed up by a neighbour's link.", by_neighbours
        )
        told.append(context(came))
    if not rows:
        return modal(ids.CAMPAIGN_FORM, title, [section(_none(_, reach)), *told], close=_("Close"))
    choices = [
        option(chosen_as(row.neighbourhood), row.neighbourhood, _.plural("{n} short", "{n} short", row.missing))
        for row in rows[:MOST_CHOICES]
    ]
    blocks = [
        select_input("neighbourhood", _("Neighbourhood"), choices),
        context(_("You get a poster, a letter and a text for the municipality's site, with a link of their own.")),
        *told,
    ]
    return modal(ids.CAMPAIGN_FORM, title, blocks, submit=_("Begin"), close=_("Cancel"))


def parse_campaign_form(view: Block) -> str:
    return picked(view, "neighbourhood")


def build_campaign_message(_: Texts, card: CampaignCard) -> tuple[str, list[Block]]:
    """As it began, or with what it brought four weeks later."""
    where = card.campaign.before.neighbourhood
    if card.is_over:
        title = _("Recruiting in {where}: after four weeks", where=where)
        return title, [header(title), fields(_figures(_, card))]
    title = _("Recruiting in {where}", where=where)
    missing = _.plural("We miss {n} participant.", "We miss {n} participants.", card.campaign.before.missing)
    begun = _("begun by {name}", name=escape(card.campaign.by_name))
    follows = _("In the thread: poster, letter and text for the site. In four weeks we tell what it brought.")
    return title, [header(title), section(f"{missing}\n{escape(card.link)}"), context(begun, follows)]


def _figures(_: Texts, card: CampaignCard) -> list[tuple[str, str]]:
    campaign = card.campaign
    return [
        (_("Page opened"), _.number(campaign.opened)),
        (_("Signed up"), _.number(campaign.confirmed)),
        (_("Per 100 households before"), per_hundred(_, campaign.before.per_hundred)),
        (_("Per 100 households now"), per_hundred(_, card.now.per_hundred)),
        (_("Still missing"), _.number(card.now.missing)),
    ]


def _running(_: Texts, card: CampaignCard) -> str:
    campaign = card.campaign
    counted = {"opened": _.number(campaign.opened), "confirmed": _.number(campaign.confirmed)}
    told = _("opened {opened}, signed up {confirmed}", **counted)
    return f"*{escape(campaign.before.neighbourhood)}* · {told}\n{escape(card.link)}"


def _none(_: Texts, reach: Reach | None) -> str:
    if reach is None:
        return _(
            "There is no household file yet. Who runs the bot reads it in: burgernetmail households import FILE.csv"
        )
    return _("Nowhere else are participants missing.")
