"""Offences: those that stand ready, those that superusers add, and how a case of each can end."""

from dataclasses import replace

import pytest

from bot.domain.alerts.alerts import CaseResult
from bot.domain.alerts.endings import ending_of, results_of
from bot.domain.alerts.offence_errors import NameTaken, NoArticle, OffenceRetired, TooManyOffences
from bot.domain.alerts.offences import (
    LONGEST_OFFENCE,
    MOST_OWN,
    AnyOffence,
    Offence,
    OwnOffence,
    check_offered,
    in_order_of_use,
    offered_with,
    own_of,
    tidy_offence,
    writers_of,
)
from bot.domain.errors import EmptyField, Refusal, TooLong

FIRE = OwnOffence(3, 2, "Autobrand", "Autobrand", "de autobrand", "Er is een auto in brand gestoken in uw buurt.")
TYPED = replace(FIRE, number=0, version=0)
FRAUD = replace(FIRE, number=4, version=1, name="Babbeltruc", subject="Babbeltruc", in_sentence="de babbeltruc")


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("own-3-2", (3, 2)),
        ("own-3", (3, None)),
        ("burglary", None),
        ("own", None),
        ("own-", None),
        ("own-x", None),
        ("own-3-2-1", None),
        ("mown-3", None),
    ],
)
def test_what_a_stored_key_names(key: str, named: tuple[int, int | None] | None) -> None:
    assert own_of(key) == named


def test_an_offence_s_own_key_and_that_of_all_its_versions() -> None:
    assert (FIRE.key, FIRE.family, str(FIRE)) == ("own-3-2", "own-3", "Autobrand")
    assert own_of(FIRE.key) == (3, 2)
    assert all((one.key, one.family) == (one.value, one.value) for one in Offence)
    assert len(max((f"own-{10**9 - 1}-{10**9 - 1}", *Offence), key=len)) <= 30  # the column's width


def test_the_everyday_one_stands_first_and_the_nameless_last() -> None:
    own = [FRAUD, FIRE, replace(FRAUD, number=5, name="Oud", retired=True)]
    assert in_order_of_use(own, {}) == [*list(Offence)[:-1], FIRE, FRAUD, Offence.OTHER]
    used = {"other": 99, "own-4": 3, "attempted_burglary": 3, "burglary": 2, "own-5": 50}
    first = [Offence.ATTEMPTED_BURGLARY, FRAUD, Offence.BURGLARY, Offence.STREET_ROBBERY]
    assert in_order_of_use(own, used)[:4] == first
    assert in_order_of_use(own, used)[-1] is Offence.OTHER


def test_a_form_that_holds_one_keeps_the_words_that_it_had() -> None:
    now: list[AnyOffence] = [Offence.BURGLARY, FIRE, Offence.OTHER]
    before = replace(FIRE, version=1, name="Brand in auto")
    assert offered_with(now, None) == now
    assert offered_with(now, Offence.OTHER) == now
    assert offered_with(now, before) == [Offence.BURGLARY, before, Offence.OTHER]
    assert offered_with(now, FRAUD) == [FRAUD, *now]


def test_what_is_no_longer_in_use_is_asked_for_by_nobody_anew() -> None:
    gone = replace(FIRE, version=3, retired=True)
    check_offered(Offence.BURGLARY, [gone], None)
    check_offered(FIRE, [FRAUD], None)
    check_offered(FIRE, [gone], FIRE)
    for before in (None, Offence.OTHER, FRAUD):
        with pytest.raises(OffenceRetired):
            check_offered(FIRE, [gone], before)


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        (TYPED, {}),
        (replace(TYPED, tips=""), {}),
        (replace(TYPED, name=" "), {"name": EmptyField}),
        (replace(TYPED, subject=":"), {"subject": EmptyField}),
        (replace(TYPED, in_sentence=""), {"in_sentence": EmptyField}),
        (replace(TYPED, first_line="\n"), {"first_line": EmptyField}),
        (replace(TYPED, in_sentence="autobrand"), {"in_sentence": NoArticle}),
        (replace(TYPED, in_sentence="detentie"), {"in_sentence": NoArticle}),
        (replace(TYPED, in_sentence="Het vuur"), {}),
        (replace(TYPED, in_sentence="the car fire"), {}),
        (replace(TYPED, name="babbeltrúc"), {"name": NameTaken}),
        (replace(TYPED, name="x" * 41), {"name": TooLong}),
        (replace(TYPED, tips="x" * 601), {"tips": TooLong}),
        (replace(FRAUD), {}),
        (replace(FRAUD, name="Babbeltruc", retired=True, number=9), {}),
    ],
)
def test_what_a_superuser_types(typed: OwnOffence, refused: dict[str, type[Refusal]]) -> None:
    refusals = tidy_offence(typed, [FRAUD])[1]
    assert {one.field: type(one) for one in refusals} == refused


def test_what_was_typed_is_tidied() -> None:
    untidy = replace(
        TYPED,
        name=" Auto  brand ",
        subject="Autobrand: ",
        in_sentence="de autobrand.",
        tips="Bel 112.\n\n  Blijf weg. ",
    )
    told = tidy_offence(untidy, [])[0]
    assert (told.name, told.subject, told.in_sentence) == ("Auto brand", "Autobrand", "de autobrand")
    assert told.tips == "Bel 112.\nBlijf weg."
    assert set(LONGEST_OFFENCE) <= set(OwnOffence.__dataclass_fields__)


def test_there_are_no_more_than_a_list_can_show() -> None:
    others = [replace(FRAUD, number=n, name=str(n)) for n in range(1, MOST_OWN + 1)]
    assert [type(one) for one in tidy_offence(TYPED, others)[1]] == [TooManyOffences]
    assert tidy_offence(TYPED, others[1:])[1] == []
    assert tidy_offence(others[0], others)[1] == []


@pytest.mark.parametrize(
    ("offence", "taken"),
    [
        (Offence.BURGLARY, True),
        (Offence.ATTEMPTED_BURGLARY, False),
        (Offence.STREET_ROBBERY, True),
        (Offence.ROBBERY, True),
        (Offence.VIOLENCE, False),
        (Offence.CAR_JACKING, True),
        (Offence.ARSON, False),
        (Offence.RAM_RAID, True),
        (Offence.OTHER, True),
        (FIRE, True),
    ],
)
def test_found_goods_are_an_ending_where_something_was_taken(offence: Offence | OwnOffence, taken: bool) -> None:
    rest = [one for one in CaseResult if one is not CaseResult.STOLEN_GOODS_BACK]
    assert list(results_of(offence)) == (list(CaseResult) if taken else rest)
    found = CaseResult.STOLEN_GOODS_BACK
    assert ending_of(offence, found) is (found if taken else None)
    assert ending_of(offence, CaseResult.ARRESTED) is CaseResult.ARRESTED
    assert ending_of(offence, None) is None


def test_who_wrote_an_offence_is_who_gave_a_text_that_still_stands() -> None:
    first, renamed = replace(FIRE, version=1), replace(FIRE, version=2, name="Brand auto", retired=True)
    other = replace(FIRE, version=3, first_line="Er brandt een auto.")
    anew = replace(other, version=4, subject="Brand", in_sentence="de brand", tips="Bel 112.")
    assert writers_of([(first, "U1"), (renamed, "U2")]) == {"U1"}
    assert writers_of([(first, "U1"), (renamed, "U2"), (other, "U3")]) == {"U1", "U3"}
    assert writers_of([(first, "U1"), (other, "U3"), (anew, "U4")]) == {"U3", "U4"}
