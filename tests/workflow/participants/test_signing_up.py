"""Signing up, below the pages: by the register, and of two at once."""

from collections.abc import Callable
from dataclasses import replace

from bot.clock import Clock
from bot.domain.participants.claiming import Claim, ClaimKind
from bot.mail.sending.composing import TemplateComposer
from bot.mail.tokens import SignedTokens
from bot.records.mail import Purpose
from bot.workflow.participants.addresses import known_place, take_addresses
from bot.workflow.participants.own_page import OwnPage, move
from bot.workflow.participants.signing_up import Door, SigningUp
from storage.unit_of_work import Work
from tests.storage.things import NOOR
from tests.workflow.at_once import at_once

COMPOSER, TOKENS = TemplateComposer("Amersfoort", "nl", "https://bm.example.nl"), SignedTokens("k" * 32)
CLAIM = Claim(ClaimKind.SIGN_UP, "noor@example.nl", "Noor", "3811 AB", "3-a")
REGISTER = (
    "street,number,addition,postcode,place,x,y,purpose",
    "Kerkstraat,3,A,3811AB,Amersfoort,155000,463000,woonfunctie",
    "Kerkstraat,5,,3811AB,Amersfoort,155010,463010,woonfunctie",
)
LINK = TOKENS.make(Purpose.CLAIM, 1)


def signing_up(work: Work) -> SigningUp:
    return SigningUp(work, Clock(), COMPOSER, TOKENS, None)


def own_page(work: Work) -> OwnPage:
    return OwnPage(work, Clock(), COMPOSER, TOKENS, signing_up(work))


def letters(work: Work) -> int:
    """How many wait to be sent."""
    with work() as uow:
        return len(uow.letters.doubt_waiting("counted", Clock().now()))


def test_by_the_register_a_home_is_a_door_and_a_number_that_is_none_is_not_taken(work: Work) -> None:
    take_addresses(work, Clock(), REGISTER, print)
    asked = signing_up(work)
    assert [asked.knows_place("3811 AB", number) for number in ("3-a", "3", "3-b", "4")] == [True, True, True, False]
    assert asked.knows_place("3812 AA", "4")  # of a postcode that the register does not have
    asked.claim(CLAIM, "")
    assert asked.confirm(LINK) is Door.DONE
    with work() as uow:
        noor = uow.people.get(1)
        assert (noor.x, noor.y, noor.house_number) == (155_000.0, 463_000.0, "3-a")


def test_another_number_in_the_street_moves_only_by_the_register(work: Work) -> None:
    def moved(number: str) -> tuple[float, float]:
        with work() as uow:
            assert move(uow, 1, "", "", number, "citizen", Clock().now())
            noor = uow.people.get(1)
        return noor.x, noor.y

    with work() as uow:
        uow.people.enrol([replace(NOOR, postcode="3811 AB", house_number="3", x=155_001.0, y=463_001.0)])
    assert moved("5") == (155_001.0, 463_001.0)  # the middle of the postcode tells less
    take_addresses(work, Clock(), REGISTER, print)
    assert moved("3-a") == (155_000.0, 463_000.0)
    with work() as uow:
        assert known_place(uow, "3811 AB", "9") is None


def test_two_clicks_at_once_enrol_once(work: Work) -> None:
    signing_up(work).claim(CLAIM, "")
    doors: list[Door] = []

    def clicks(within: Work) -> None:
        doors.append(signing_up(within).confirm(LINK))

    at_once(work, clicks, clicks)
    assert doors == [Door.DONE, Door.DONE]
    with work() as uow:
        assert uow.people.count() == 1


def test_two_copies_mail_an_address_once(work: Work) -> None:
    for _ in range(2):
        signing_up(work).claim(CLAIM, "")

    def mails(within: Work) -> object:
        return signing_up(within).mail_next()

    at_once(work, mails, mails)
    while signing_up(work).mail_next():
        pass
    assert letters(work) == 1


def test_two_who_ask_for_a_code_at_once_get_no_more_than_three(work: Work) -> None:
    def asks(within: Work) -> object:
        return own_page(within).send_code(token)

    with work() as uow:
        uow.people.enrol([NOOR])
    token = TOKENS.make(Purpose.OWN_PAGE, 1)
    for _ in range(2):
        asks(work)
    at_once(work, asks, asks)
    assert letters(work) == 3


def test_a_move_and_another_at_once_are_both_whole(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])

    def moves(postcode: str) -> Callable[[Work], object]:
        def act(within: Work) -> object:
            with within() as uow:
                return move(uow, 1, "", postcode, "1", "citizen", Clock().now())

        return act

    at_once(work, moves("3811 AA"), moves("3813 AA"))
    with work() as uow:
        noor = uow.people.get(1)
    assert (noor.postcode, noor.neighbourhood) == ("3813 AA", "Schothorst")
