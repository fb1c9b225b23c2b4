"""A second burglary near the first one: the mail with tips, by clicks in a real Chromium against the running demo."""

from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser

from bot.clock import Clock, local
from tests.browser.demo import Demo
from tests.browser.workspace import MailPage, PracticeSlack


def asks(slack: PracticeSlack, house_number: str, bvh_number: str) -> None:
    """Anna asks for an alert about last night, and Bram approves it."""
    slack.act_as("Anna Bakker", "bm-aanvragen")
    slack.type("/burgernetmail aanvraag")
    slack.sees(slack.modal, "Burgernetmail aanvragen")
    yesterday = (local(Clock().now()).date() - timedelta(days=1)).isoformat()
    slack.fill(
        {
            "Straat": "Kattenbroekstraat",
            "Huisnummer (komt niet in de mail)": house_number,
            "Postcode": "3823 AB",
            "Begindatum": yesterday,
            "Begintijd": "14:00",
            "Eindtijd": "16:30",
            "Wat is er gebeurd?": "De voordeur is opengebroken.",
            "BVH-nummer (intern)": bvh_number,
        }
    )
    slack.submit()
    slack.sees(slack.modal, "mensen krijgen deze mail")
    slack.submit()
    slack.gone(slack.modal)
    approves(slack, "Woninginbraak · Kattenbroekstraat")


def approves(slack: PracticeSlack, request: str) -> None:
    message = slack.message(request)
    slack.sees(message, "Wacht op goedkeuring")
    slack.act_as("Bram Visser", "bm-aanvragen")
    slack.press(message, "Goedkeuren en versturen")
    slack.sees(message, "Verstuurd")


def test_tips_are_proposed_asked_for_and_approved(demo: Demo, browser: Browser, pictures: Path) -> None:
    slack = PracticeSlack(browser.new_page(viewport={"width": 1280, "height": 1600}), demo.addresses[0], pictures)
    for house_number, bvh_number in (("12", "2026-001234"), ("14", "2026-001235")):
        asks(slack, house_number, bvh_number)

    slack.act_as("Anna Bakker", "bm-aanvragen")
    proposal = slack.message("Opnieuw inbraak dichtbij")
    slack.picture("proposal", proposal)
    slack.press(proposal, "Preventieve mail aanvragen")
    slack.sees(slack.modal, "Preventieve mail")
    slack.picture("preventive", slack.modal)
    slack.submit()
    slack.sees(slack.modal, "mensen krijgen deze mail")
    slack.sees(slack.modal, "Gebied: 300 m")
    slack.picture("preventive_check", slack.modal)
    slack.submit()
    slack.gone(slack.modal)
    slack.sees(proposal, "Aangevraagd door Anna Bakker")
    approves(slack, "Preventieve mail BM-")

    mail = MailPage(browser.new_page(viewport={"width": 1100, "height": 2100}), demo.addresses[1], pictures)
    mail.open_a_citizens_mail()
    mail.open_mail("Tips tegen inbraak in uw buurt")
    mail.sees(f"Tips tegen inbraak in uw buurt [BM-{local(Clock().now()).year}-0002]")
    mail.picture("tips")
