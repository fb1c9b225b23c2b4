"""The practice workspace and its mail page, as a person clicks through them."""

import re
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Locator, Page, expect

SOON_MS = 20_000
MARGIN: Final = 16  # pixels around what is drawn
WIDTH: Final = 664  # pixels that a mail is read in


def cut_out(what: Locator, file: Path) -> None:
    """A picture of something without the empty space around what is drawn in it."""
    what.evaluate("it => { it.style.borderRadius = 0; it.style.border = '2px solid transparent'; }")
    what.screenshot(path=file)
    with Image.open(file) as shot:
        seen = ImageOps.crop(shot.convert("RGB"), 1)  # its edge may lie within a pixel
    empty = seen.crop((seen.width - MARGIN, 2, seen.width - MARGIN + 1, 3))
    drawn = ImageChops.difference(seen, empty.resize(seen.size)).getbbox()
    assert drawn
    left, upper, right, lower = drawn
    framed = empty.resize((right - left + 2 * MARGIN, lower - upper + 2 * MARGIN))
    framed.paste(seen.crop(drawn), (MARGIN, MARGIN))
    framed.save(file)


class PracticeSlack:
    """One window of the practice Slack."""

    def __init__(self, page: Page, address: str, pictures: Path) -> None:
        self.page = page
        self._pictures = pictures
        page.goto(address)

    def act_as(self, name: str, channel: str) -> None:
        """Be somebody else, in a channel."""
        self.page.locator(".actas select").select_option(label=name)
        self.page.locator(".sidebar-item", has_text=channel).click()

    def type(self, text: str) -> None:
        """Type into the channel and press Enter."""
        box = self.page.locator(".composer textarea").first
        box.fill(text)
        box.press("Enter")

    def drop(self, file: Path) -> None:
        """Put a file into the channel."""
        self.page.locator("input[type=file]").first.set_input_files(file)
        self.page.locator(".composer button", has_text="Send").first.click()

    def fill(self, answers: dict[str, str]) -> None:
        """Fill in the open modal by label."""
        for label, answer in answers.items():
            field = self._field(label).locator("input, textarea, select").first
            if field.get_attribute("type") in {"checkbox", "radio"}:
                self._field(label).locator("label", has_text=re.compile(rf"^\s*{answer}\s*$")).first.click()
            elif field.evaluate("it => it.tagName") == "SELECT":
                field.select_option(label=answer)
            else:
                field.fill(answer)

    def _field(self, label: str) -> Locator:
        exact = self.page.locator(f'label.bk-label:text-is("{label}")')
        return self.modal.locator(".bk-input", has=exact)

    def submit(self) -> None:
        """Press the modal's own button."""
        self.modal.locator(".modal-btn.primary").click()

    @property
    def modal(self) -> Locator:
        """The open modal."""
        return self.page.locator(".modal")

    def message(self, text: str) -> Locator:
        """The newest message in sight with this text."""
        return self.page.locator(".msg", has_text=text).last

    def press(self, message: Locator, label: str) -> None:
        """Press a button on a message."""
        message.locator(f'button.bk-button:text-is("{label}")').first.click()

    def open_thread(self, message: Locator) -> None:
        """Open the thread under a message."""
        message.get_by_text("repl", exact=False).last.click()

    def sees(self, what: Locator, text: str) -> None:
        """Wait until it says so."""
        expect(what).to_contain_text(text, timeout=SOON_MS)

    def sees_picture(self, what: Locator) -> None:
        """Wait until the picture on it is there, drawn."""
        drawn = what.locator("img").first
        expect(drawn).to_be_attached(timeout=SOON_MS)
        expect(drawn).not_to_have_js_property("naturalWidth", 0, timeout=SOON_MS)

    def gone(self, what: Locator) -> None:
        """Wait until it is not there any more."""
        expect(what).to_have_count(0, timeout=SOON_MS)

    def picture(self, name: str, what: Locator) -> None:
        """Keep a picture of this alone."""
        self.page.mouse.move(0, 0)  # what it lies on is drawn otherwise
        what.evaluate("it => it.scrollIntoView({block: 'start'})")
        self.page.wait_for_timeout(300)  # the page slides its scroll bar
        cut_out(what, self._pictures / f"{name}.png")


class MailPage:
    """The practice mail server's page."""

    def __init__(self, page: Page, address: str, pictures: Path) -> None:
        self.page = page
        self._pictures = pictures
        page.goto(address)

    def open_a_citizens_mail(self) -> str:
        """Read the newest mail of the first citizen who got one; their address."""
        accounts = self.page.locator("#accounts option", has_text="@example.nl")
        expect(accounts.first).to_be_attached(timeout=SOON_MS)
        address = accounts.first.inner_text()
        self.page.locator("#accounts").select_option(label=address)
        self.open_mail("Inbraak")
        return address

    def open_mail(self, subject: str) -> None:
        """Open the mail with this subject in the chosen mailbox."""
        self.page.locator("#mailbox tbody tr", has_text=subject).first.click()

    def sees(self, subject: str) -> None:
        """Wait until the open mail has this subject."""
        expect(self.page.locator("#header-subject input")).to_have_value(subject, timeout=SOON_MS)

    def answer(self, sender: str, words: str) -> None:
        """Reply to the open mail as this citizen; the page makes up another sender by itself."""
        self.page.locator("#btn-reply").click()
        self.page.locator("#editor-from").fill(sender)
        self.page.locator("#editor .content textarea").fill(words)
        self.page.locator("#btn-send").click()

    def has(self, subject: str, number: int) -> None:
        """Wait until the open mailbox holds so many mails with this subject."""
        expect(self.page.locator("#mailbox tbody tr", has_text=subject)).to_have_count(number, timeout=SOON_MS)

    def picture(self, name: str) -> None:
        """Keep a picture of the open mail, whole: the frame that it is drawn in shows no more than fits."""
        self.page.wait_for_timeout(500)
        written = self.page.frame_locator("iframe").first.locator("html").evaluate("it => it.outerHTML")
        browser = self.page.context.browser
        assert browser is not None
        letter = browser.new_page(viewport={"width": WIDTH, "height": WIDTH})
        letter.set_content(written)
        cut_out(letter.locator("body"), self._pictures / f"{name}.png")
        letter.close()
