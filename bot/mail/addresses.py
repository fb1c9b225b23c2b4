"""Every address and link that goes out with a mail, and how ours are recognised when they come back."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.records.mail import Purpose
from bot.workflow.mail_ports import Tokens


@dataclass(frozen=True)
class Addresses:
    """Our own addresses; `mail_reply_address` is `antwoord@domain`, a token goes behind a plus in its local part.

    `public_url` is where citizens reach the web pages, `place` the place of the team ("Politie Amersfoort").
    """

    mail_from: str
    mail_reply_address: str
    place: str
    public_url: str
    tokens: Tokens

    @property
    def sender_name(self) -> str:
        """The name that citizens see as the sender."""
        return f"Politie {self.place}"

    @property
    def domain(self) -> str:
        return self.mail_reply_address.rpartition("@")[2].lower()

    @property
    def list_id(self) -> str:
        """RFC 2919's name of the list that all alerts belong to."""
        return f"Burgernetmail <burgernetmail.{self.domain}>"

    def answer_address(self, token: str) -> str:
        """The answer address that carries this token; our plain sender address for an empty one."""
        if not token:
            return self.mail_from
        local, _, domain = self.mail_reply_address.rpartition("@")
        return f"{local}+{token}@{domain}"

    def of_delivery(self, delivery_id: int) -> str:
        """The answer address of one delivery."""
        return self.answer_address(self.tokens.make(Purpose.REPLY, delivery_id))

    def leave_token(self, delivery_id: int) -> str:
        """What follows `/afmelden/` in one person's mail."""
        return self.tokens.make(Purpose.LEAVE, delivery_id)

    def form_token(self, delivery_id: int) -> str:
        """What follows `/reageren/`, or `/enquete/`, in one person's mail."""
        return self.tokens.make(Purpose.FORM, delivery_id)

    def leave_link(self, leave_token: str) -> str:
        """The address of one person's unsubscribe page, which takes RFC 8058's POST too."""
        return f"{self.public_url.rstrip('/')}/afmelden/{leave_token}"

    def message_id(self, delivery_id: int) -> str:
        """The Message-ID of one delivery, with its angle brackets: made from the id, so it is always known."""
        return f"<d.{self.tokens.make(Purpose.MESSAGE, delivery_id)}@{self.domain}>"

    def letter_message_id(self, given: str) -> str:
        """A letter's own Message-ID in angle brackets, with our domain where it has none."""
        bare = re.sub(r"[^\x21-\x7e]|[<>]", "", given)
        return f"<{bare}>" if "@" in bare else f"<{bare}@{self.domain}>"

    def returns_of(self, given: str) -> str:
        """Where a letter with this Message-ID comes back to if it can't be delivered; empty for one about no reply."""
        named = self.letter_ids(self.letter_message_id(given))
        return self.answer_address(named[0][1]) if named else ""

    def is_ours(self, address: str) -> bool:
        """Whether mail from this address is our own coming back: the answer address (with any token) or the sender."""
        bare = address.strip().lower()
        return bare in (self.mail_from.lower(), self.mail_reply_address.lower()) or bool(
            self._answer_pattern.fullmatch(bare)
        )

    def answer_tokens(self, text: str) -> list[str]:
        """The tokens of all answer addresses in an envelope or header text, as they stand there, valid or not."""
        return self._answer_pattern.findall(text)

    def message_tokens(self, references: str) -> list[str]:
        """The tokens of our own Message-IDs in an In-Reply-To or References header, valid or not."""
        return self._message_pattern.findall(references)

    def letter_ids(self, references: str) -> list[tuple[str, str]]:
        """Our letters' Message-IDs in such a header, without brackets and domain, and the tokens in them."""
        return self._letter_pattern.findall(references)

    @cached_property
    def _answer_pattern(self) -> re.Pattern[str]:
        local, _, domain = self.mail_reply_address.rpartition("@")
        plus = r"(?:\+|%2B|=2B|=)"  # gateways and web forms write it so
        return re.compile(
            rf"(?<![\w.+-]){re.escape(local)}{plus}([a-z2-7]{{1,64}})@{re.escape(domain)}(?![\w.-])", re.I
        )

    @cached_property
    def _message_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.@-])<?d\.([a-z2-7]{{1,64}})@{re.escape(self.domain)}(?![\w.-])", re.I)

    @cached_property
    def _letter_pattern(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<![\w.@-])<?(l\.([a-z2-7]{{1,64}})\.[0-9a-f]{{1,32}})@{re.escape(self.domain)}(?![\w.-])", re.I
        )
