"""The walk that `make demo` prints, by clicks in a real Chromium against the running demo.

KEEP_PICTURES=1 puts its pictures into the README's folder.
"""

from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser

from bot.clock import Clock, local
from tests.browser.demo import Demo
from tests.browser.workspace import MailPage, PracticeSlack


def test_the_walk_from_request_to_answered_citizen(demo: Demo, browser: Browser, pictures: Path) -> None:
    slack_address, mail_address = demo.addresses[:2]
    slack = PracticeSlack(browser.new_page(viewport={"width": 1280, "height": 1600}), slack_address, pictures)

    slack.act_as("Anna Bakker", "bm-aanvragen")
    slack.type("/burgernetmail")
    slack.sees(slack.modal, "Burgernetmail aanvragen")
    today = local(Clock().now()).date()
    yesterday = (today - timedelta(days=1)).isoformat()
    request = {
        "Straat": "Kattenbroekstraat",
        "Huisnummer (komt niet in de mail)": "12",
        "Postcode": "3823 A",
        "Begindatum": yesterday,
        "Begintijd": "14:00",
        "Einddatum": yesterday,
        "Eindtijd": "16:30",
        "Wat is er gebeurd?": "De voordeur is opengebroken. Er zijn sieraden weg.",
        "Signalement of voertuig": "Een grijze bestelbus met een deuk.",
        "BVH-nummer (intern)": "2026-001234",
    }
    slack.fill(request)
    slack.picture("form", slack.modal)
    slack.submit()
    slack.sees(slack.modal, "Vul een postcode in zoals 3823 AB.")
    slack.fill({"Postcode": "3823 AB"})
    slack.submit()
    slack.sees(slack.modal, "Controleren")
    slack.sees(slack.modal, "mensen krijgen deze mail")
    slack.sees_picture(slack.modal)
    slack.picture("preview", slack.modal)
    slack.submit()
    slack.gone(slack.modal)

    request_message = slack.message("Woninginbraak · Kattenbroekstraat")
    slack.sees(request_message, "Wacht op goedkeuring")
    request_message.locator("img").wait_for()
    slack.picture("request", request_message)
    slack.press(request_message, "Goedkeuren en versturen")
    slack.sees(slack.page.locator(".messages"), "U vroeg deze mail zelf aan. Een collega moet hem versturen.")

    slack.act_as("Bram Visser", "bm-aanvragen")
    slack.press(request_message, "Goedkeuren en versturen")
    slack.sees(request_message, "Verstuurd")
    slack.picture("sent", request_message)

    mail = MailPage(browser.new_page(viewport={"width": 1100, "height": 2100}), mail_address, pictures)
    citizen = mail.open_a_citizens_mail()
    mail.sees(f"Inbraak in de Kattenbroekstraat: zag of hoorde u iets? [BM-{today.year}-0001]")
    mail.picture("mail")
    mail.answer(citizen, "Ik zag om kwart over drie een grijze bus met een deuk.\nHij reed weg richting de snelweg.")

    slack.act_as("Carla Mulder", "bm-reacties")
    reply = slack.message("Reactie 1 op")
    slack.sees(reply, "Ik zag om kwart over drie een grijze bus met een deuk.")
    slack.sees(reply, "Ik pak dit op")
    assert "Beste deelnemer van Burgernet" not in reply.inner_text()
    slack.picture("reply", reply)
    slack.press(reply, "Relevant voor deze zaak")
    slack.sees(reply, "nog te doen: inbrakenteam, antwoord, BVH")
    slack.press(reply, "Afhandelen")
    slack.fill({"In BVH gezet?": "Staat in BVH", "BVH-nummer": "2026-001234-3"})
    slack.picture("answer", slack.modal)
    slack.submit()
    slack.gone(slack.modal)
    slack.sees(reply, "afgehandeld door")

    slack.act_as("Daan de Groot", "bm-woninginbraken")
    parent = slack.message("1 tip")
    slack.open_thread(parent)
    lead = slack.page.locator(".msg", has_text="Doorgezet door Carla Mulder").last
    slack.press(lead, "Uitslag")
    slack.fill({"Wat is deze tip waard?": "Bruikbaar"})
    slack.submit()
    slack.sees(parent, "1 bruikbaar")
    slack.picture("lead", lead)
    slack.act_as("Carla Mulder", "bm-reacties")
    slack.sees(reply, "inbrakenteam: bruikbaar")
    slack.picture("handled", reply)
    slack.act_as("Els van Dijk", "burgernetmail")
    slack.sees(slack.page.locator("body"), "Cijfers van ")
    slack.picture("home", slack.page.locator(".home-inner"))

    mail.has("Wij hebben uw reactie ontvangen", 1)
    mail.has("Re: Inbraak in de Kattenbroekstraat", 1)
    mail.open_mail("Re: Inbraak in de Kattenbroekstraat")
    mail.picture("answered")


def test_the_walk_of_a_morning_from_the_day_monitor_to_a_request(
    demo: Demo, browser: Browser, pictures: Path, tmp_path: Path
) -> None:
    slack = PracticeSlack(browser.new_page(viewport={"width": 1280, "height": 1600}), demo.addresses[0], pictures)
    slack.act_as("Els van Dijk", "bm-regie")
    slack.drop(tmp_path / ".practice" / "run" / "dagmonitor.csv")
    dropped = slack.message("dagmonitor.csv")
    slack.sees(dropped, "1 reply")
    slack.open_thread(dropped)
    slack.sees(slack.message("5 nieuw"), "regel 8, Postcode: Vul een postcode in zoals 3823 AB.")

    slack.type("/burgernetmail verdelen")
    division = slack.message("Verdelen ·")
    slack.sees(division, "Nog niet verdeeld")
    for name in ("Bram Visser", "Anna Bakker"):
        slack.act_as(name, "bm-aanvragen")
        slack.press(division, "Ik ben er vandaag")
        slack.sees(division, name)
    slack.press(division, "Eerlijk verdelen")
    slack.gone(division.get_by_text("Nog niet verdeeld"))
    slack.sees(division, "Wijzigen")
    slack.picture("division", division)
    slack.press(division, "Aanvragen")
    slack.sees(slack.modal, "Burgernetmail aanvragen")
    slack.submit()
    slack.sees(slack.modal, "mensen krijgen deze mail")
    slack.submit()
    slack.sees(division, "Aangevraagd: ")

    slack.act_as("Els van Dijk", "burgernetmail")
    home = slack.page.locator("body")
    slack.sees(home, "Nog op tijd: ")
    slack.sees(home, "5.000 doen mee")
