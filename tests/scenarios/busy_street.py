"""The street on a busy day: who writes or phones about which burglary, and what they do with a mail of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum
from typing import Any, Final

from bot.domain.participants.people import ParticipantRow
from tests.desk_steps import seen
from tests.doubles.citizen import bounce, out_of_office, reply_from
from tests.doubles.files import PDF, photo
from tests.doubles.mail_clients import ClientName
from tests.doubles.sendgrid import SentMail
from tests.stage import FORM, Stage, X, Y

ALERTS: Final = 40
HOMES: Final = 3
PLAIN: Final = "antwoord@mail.example.nl"
ACKNOWLEDGED: Final = "Wij hebben uw reactie ontvangen"
QUESTION: Final = "Welk merk was de bus?"
PROGRAMS: Final[tuple[ClientName, ...]] = ("gmail", "outlook", "apple")


class Kind(StrEnum):
    """How a citizen reacts; to a mail of ours where nothing else is said."""

    MAIL = "mail"
    PAGE = "the reply page"
    PHONE = "phones"
    FILES = "sends a photo and a PDF"
    AWAY = "out of office"
    BOUNCES = "has a mailbox that takes nothing from us"
    PLAIN = "types our address"
    STRANGER = "got no mail, and types our address"
    FORGED = "a stranger in somebody's name"
    ELSEWHERE = "answers from another address"
    TWICE = "a mail that the provider brings twice"
    THANKS = "thanks for the answer"
    MORE = "has more to tell after the answer"
    ASKED = "is asked something, and answers"
    CALLED = "wants to be called back"
    STAFF = "a colleague who answers a test mail"


NUMBERS: Final[Mapping[Kind, int]] = {
    **{Kind.MAIL: 16, Kind.PAGE: 10, Kind.PHONE: 10, Kind.FILES: 10, Kind.AWAY: 8, Kind.BOUNCES: 6},
    **{Kind.PLAIN: 8, Kind.STRANGER: 5, Kind.FORGED: 3, Kind.ELSEWHERE: 4, Kind.TWICE: 6},
    **{Kind.THANKS: 8, Kind.MORE: 8, Kind.ASKED: 8, Kind.CALLED: 8, Kind.STAFF: 2},
}
KINDS: Final = [kind for kind, number in NUMBERS.items() for _ in range(number)]
UNTIED: Final = {Kind.PLAIN, Kind.STRANGER, Kind.FORGED}
MACHINES: Final = {Kind.AWAY, Kind.STAFF}
"""Neither acknowledged nor answered."""
WRITES_ON: Final = {Kind.THANKS, Kind.MORE, Kind.ASKED}


@dataclass
class Citizen:
    """One of the hundred and twenty."""

    number: int
    reacted: bool = False

    @property
    def kind(self) -> Kind:
        """Seven has no part in 120: the kinds are spread over the day and the streets."""
        return KINDS[self.number * 7 % len(KINDS)]

    @property
    def invited(self) -> str:
        """Where they get our mail."""
        return f"buur{self.number}@example.nl"

    @property
    def writes_from(self) -> str:
        """Where they get our answer."""
        other = {Kind.STRANGER: "vreemd", Kind.FORGED: "vervalst", Kind.ELSEWHERE: "werk"}.get(self.kind, "buur")
        return f"{other}{self.number}@example.nl"

    @property
    def words(self) -> str:
        """Some saw the same car in different streets."""
        plate = " Kenteken 12-ABC-3." if self.number % 40 == 0 else ""
        return f"Dit is melding {self.number}: ik zag een grijze bus.{plate}"

    @property
    def goes_on(self) -> bool:
        """Whether they will react to a mail of ours."""
        return self.kind in WRITES_ON | {Kind.BOUNCES}


@dataclass
class Street:
    """Forty burglaries, and three homes at each."""

    stage: Stage
    citizens: list[Citizen] = field(default_factory=lambda: [Citizen(number) for number in range(ALERTS * HOMES)])
    _read: int = 0

    def gets_mail(self) -> None:
        """Burglaries in twenty neighbourhoods, two near each other in each; asked for by Anna, sent by Bram."""
        for number in range(ALERTS):
            self._burgled(number)
        self.stage.settle()
        self.stage.sendgrid.drop_next(stored=True)  # the first mail's answer is lost
        for message in self.stage.intake.messages:
            self.stage.bram.presses(message, "Goedkeuren en versturen")
        self.stage.settle()
        self._read = len(self.stage.sendgrid.sent)

    def _burgled(self, number: int) -> None:
        x, y = X + 5_000 * (number // 2 % 10) + 400 * (number % 2), Y + 5_000 * (number // 20)
        street = f"Laan van de {number + 1}e Dag"
        postcode = f"38{23 + number} AB"  # an address is found by its postcode and number
        self.stage.geocoder.knows(street, "12", postcode, "Amersfoort", x, y)
        homes = self.citizens[number * HOMES : (number + 1) * HOMES]
        self.stage.program.enrol(
            ParticipantRow(one.invited, f"Buur {one.number}", "3823 AB", "7", "Kattenbroek", x, y) for one in homes
        )
        form = self.stage.opens_form(self.stage.anna)
        form.fill({**FORM, "Straat": street, "Postcode": postcode, "BVH-nummer (intern)": f"2026-{number:05}"}).submit()
        preview = seen(self.stage.anna)
        assert preview.fill({"Proefmail": ["Stuur mij deze mail ook als proef"]} if number == 0 else {}).submit().closed

    def reacts(self, citizen: Citizen) -> None:
        """By mail unless their kind says otherwise."""
        mail = self.stage.mails_to(citizen.invited)[0]
        match citizen.kind:
            case Kind.PAGE | Kind.CALLED:
                self._fills_in_the_page(citizen, mail)
            case Kind.PHONE:
                self._phones(citizen)
            case Kind.AWAY:
                self._arrives(out_of_office(mail), mail.from_, citizen.invited)
            case Kind.STAFF:
                mail = self.stage.mails_to(str(self.stage.anna.profile.email))[0]
                self._arrives(reply_from(mail, citizen.words), mail.from_, mail.to)
            case kind if kind in UNTIED:
                self._types_our_address(citizen)
            case _:
                self._answers(citizen, mail)

    def _answers(self, citizen: Citizen, mail: SentMail) -> None:
        files = [("bus.jpg", photo()), ("verslag.pdf", PDF)] if citizen.kind is Kind.FILES else []
        program, html = PROGRAMS[citizen.number % 3], citizen.number % 2 == 0
        raw = reply_from(mail, citizen.words, program, html=html, attachments=files, sender=citizen.writes_from)
        self._arrives(raw, mail.from_, citizen.writes_from, times=2 if citizen.kind is Kind.TWICE else 1)

    def _types_our_address(self, citizen: Citizen) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = citizen.writes_from, PLAIN, "Bus gezien"
        mail["Message-ID"] = f"<{citizen.number}@example.nl>"
        mail.set_content(citizen.words)
        signed = {"dkim": "{@example.nl : fail}"} if citizen.kind is Kind.FORGED else {}
        self._arrives(mail.as_bytes(), PLAIN, citizen.writes_from, **signed)

    def _fills_in_the_page(self, citizen: Citizen, mail: SentMail) -> None:
        link = next(word for word in mail.text.split() if "/reageren/" in word)
        phone = {"phone": "06 12345678"} if citizen.kind is Kind.CALLED else {}
        assert self.stage.sends_form(link, what=citizen.words, **phone).status_code == 200

    def _phones(self, citizen: Citizen) -> None:
        """Anna takes the call."""
        self.stage.anna.presses(self.stage.intake.messages[citizen.number // HOMES], "Telefoontje noteren")
        form = self.stage.slack.wait_for(lambda: self.stage.anna.modal)
        assert form.fill({"Wat vertelde de beller?": citizen.words, "Naam van de beller": "Gijs Faber"}).submit().closed

    def _arrives(self, raw: bytes, to: str, sender: str, **how: Any) -> None:
        """By the provider's webhook; nobody waits for it to be read."""
        assert set(self.stage.inbound.post(self.stage.url("/mail/inbound"), raw, [to], sender, **how)) == {200}

    def reads_its_mail(self) -> None:
        """What we sent since the last time; some of them, or their mail servers, answer."""
        sent, known = self.stage.sendgrid.sent, {one.writes_from: one for one in self.citizens}
        for mail in sent[self._read :]:
            if mail.to in known:
                self._reads(known[mail.to], mail)
        self._read = len(sent)

    def _reads(self, citizen: Citizen, mail: SentMail) -> None:
        acknowledged, question = mail.subject == ACKNOWLEDGED, QUESTION in mail.text
        reactions = {
            Kind.BOUNCES: ("", acknowledged),
            Kind.THANKS: ("Dank u wel!\n\nGroetjes, Buur", not acknowledged),
            Kind.MORE: ("Bedankt. Gisteren stond hij er weer.", not acknowledged),
            Kind.ASKED: ("Een Volkswagen.", question),
        }
        words, wanted = reactions.get(citizen.kind, ("", False))
        if not wanted or citizen.reacted:
            return
        citizen.reacted = True
        if words:
            self._arrives(reply_from(mail, words), mail.from_, citizen.writes_from)
        else:
            self._arrives(bounce(mail), mail.from_, "")

    def has_told_all(self) -> bool:
        """Whether everybody did with our mails what they will."""
        return all(one.reacted for one in self.citizens if one.goes_on)
