"""A citizen at the pages about themselves."""

import re
from html import unescape

import httpx

from tests.stage import PLAIN, Stage

NOOR = {"name": "Noor Çelik", "email": "noor@example.nl", "postcode": "3823ab", "house_number": "12 a"}
AGREED = {"adult": "1", "consent": "1"}


def signs_up(stage: Stage, *, path: str = "/aanmelden", client: str = "", **typed: str) -> httpx.Response:
    """Fills the page in and sends it; what is left empty is left out."""
    filled = {**NOOR, **AGREED, **typed}
    headers = {"x-forwarded-for": client} if client else {}
    how = {"follow_redirects": True, **PLAIN}
    page = httpx.post(stage.url(path), data={k: v for k, v in filled.items() if v}, headers=headers, **how)
    stage.settle()
    return page


def link_in(stage: Stage, email: str, place: str) -> str:
    """Where the newest mail to this address leads."""
    found = re.search(rf"https://\S+/{place}/[^\s?]+", stage.mail_to(email).text)
    assert found, stage.mail_to(email).text
    return found[0]


def confirms(stage: Stage, email: str = "noor@example.nl") -> httpx.Response:
    """Follows the link in the mail, and presses the button behind it."""
    link = link_in(stage, email, "bevestigen")
    assert stage.visits(link).status_code == 200
    page = stage.sends_form(link)
    stage.settle()
    return page


def words(page: httpx.Response) -> str:
    """What stands on a page."""
    main = page.text.partition("<main>")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


class Own:
    """A browser on somebody's own page."""

    def __init__(self, stage: Stage, link: str) -> None:
        self.stage, self.link, self.cookie = stage, link, ""

    def sends(self, action: str, **typed: str) -> httpx.Response:
        headers = {"cookie": self.cookie} if self.cookie else {}
        data = {"action": action, **typed}
        page = httpx.post(self.stage.here(self.link), data=data, headers=headers, follow_redirects=False, **PLAIN)
        if set_cookie := page.headers.get("set-cookie"):
            self.cookie = set_cookie.partition(";")[0]
        if page.status_code == 303:
            page = self.looks(page.headers["location"])
        self.stage.settle()
        return page

    def looks(self, at: str = "") -> httpx.Response:
        where = self.stage.url(at) if at else self.stage.here(self.link)
        return httpx.get(where, headers={"cookie": self.cookie} if self.cookie else {}, **PLAIN)

    def opens(self, email: str = "noor@example.nl") -> "Own":
        """By a mailed code."""
        self.sends("send")
        assert "Verhuisd" not in words(self.sends("open", code=code_in(self.stage, email)))
        assert self.cookie
        return self


def code_in(stage: Stage, email: str) -> str:
    found = re.search(r"\b\d{6}\b", stage.mail_to(email).text)
    assert found, stage.mail_to(email).text
    return found[0]
