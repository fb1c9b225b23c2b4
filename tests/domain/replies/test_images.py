"""Who offers images is heard: a table each way, as people write; and how long their camera keeps them."""

import time
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.clock import AMSTERDAM
from bot.domain.replies.attachments import Attachment, Scan
from bot.domain.replies.images.offered import (
    BECOMES,
    Images,
    ImagesDeed,
    brings_images,
    end_of,
    heard,
    last_safe_day,
    possible_deeds,
    was_asked,
)
from bot.domain.replies.images.offering import offers_images
from tests.domain.replies.measure_images import table, unseen

OFFERS, OTHERS = table("offers"), table("others")


@pytest.mark.parametrize("words", OFFERS)
def test_who_offers_images_is_heard(words: str) -> None:
    assert offers_images(words)


@pytest.mark.parametrize("words", OTHERS)
def test_nobody_who_has_none_is_asked_for_them(words: str) -> None:
    assert not offers_images(words)


def test_the_tables_are_not_small() -> None:
    assert min(len(set(OFFERS)), len(set(OTHERS))) >= 60


def test_in_words_that_were_unseen_once_most_are_heard_and_few_for_nothing() -> None:
    offers, others = unseen("offer"), unseen("other")
    assert sum(map(offers_images, offers)) / len(offers) >= 0.95
    assert sum(map(offers_images, others)) / len(others) <= 0.1


@pytest.mark.parametrize(
    ("subject", "heard"),
    [
        ("Camerabeelden", True),
        ("Filmpje van onze deurbel", True),
        ("Re: Inbraak in de Breestraat: zag of hoorde u iets? [BM-2026-0001]", False),
        ("Antw: Wilt u uw beelden naar ons sturen? [BM-2026-0001]", False),
        ("", False),
    ],
)
def test_a_subject_of_their_own_counts_too(subject: str, *, heard: bool) -> None:
    assert offers_images("Zie boven.", subject) is heard


@pytest.mark.parametrize(
    "piece", ["camera ", "man met een ", "al ", "camera, ", "heb ik ", "er is ", "foto's te ", "a"]
)
def test_a_hostile_text_of_100_kb_is_read_in_no_time(piece: str) -> None:
    began = time.perf_counter()
    offers_images(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 2


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("window_end", "offered", "days", "last"),
    [
        ("2026-01-17T14:00", "2026-01-18T09:00", 7, "2026-01-24"),
        ("2026-01-17T23:59", "2026-01-18T09:00", 7, "2026-01-24"),
        ("2026-01-18T00:00", "2026-01-18T09:00", 7, "2026-01-24"),  # midnight ends the day before
        ("2026-01-18T00:01", "2026-01-18T09:00", 7, "2026-01-25"),
        ("2026-03-28T23:30", "2026-03-29T09:00", 1, "2026-03-29"),  # a day of 23 hours
        ("2026-10-24T02:30", "2026-10-25T09:00", 1, "2026-10-25"),  # a day of 25 hours
        ("2026-10-25T00:00", "2026-10-25T09:00", 7, "2026-10-31"),
        ("2026-01-17T14:00", "2026-01-24T23:59", 7, "2026-01-24"),  # on the last day itself
        ("2026-01-17T14:00", "2026-01-25T00:00", 7, "2026-01-26"),  # too late for most cameras: soon
        ("2026-01-31T14:00", "2026-02-01T09:00", 28, "2026-02-28"),
    ],
)
def test_the_last_day_on_which_a_camera_surely_has_them(window_end: str, offered: str, days: int, last: str) -> None:
    assert last_safe_day(_local(window_end), _local(offered), days) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("now", "offers", "brings", "then"),
    [
        (None, False, False, None),
        (None, True, False, Images.WANTED),
        (None, False, True, Images.IN),
        (None, True, True, Images.IN),
        (Images.WANTED, False, False, Images.WANTED),
        (Images.WANTED, True, False, Images.WANTED),
        (Images.WANTED, False, True, Images.IN),
        (Images.IN, True, False, Images.WANTED),  # they have more
        (Images.IN, True, True, Images.IN),
        (Images.ELSEWHERE, True, False, Images.ELSEWHERE),
        (Images.NOT_NEEDED, True, False, Images.NOT_NEEDED),
        (Images.NOT_NEEDED, True, True, Images.NOT_NEEDED),
        (Images.HANDED_OVER, False, True, Images.IN),  # these were not
        (Images.HANDED_OVER, True, False, Images.WANTED),
        (Images.HANDED_OVER, False, False, Images.HANDED_OVER),
        (Images.EXPIRED, False, True, Images.IN),
        (Images.EXPIRED, True, False, Images.WANTED),
        (Images.EXPIRED, False, False, Images.EXPIRED),
    ],
)
def test_what_a_mail_changes(now: Images | None, then: Images | None, *, offers: bool, brings: bool) -> None:
    assert heard(now, offers=offers, brings=brings) is then


def test_each_deed_leads_to_where_another_undoes_it() -> None:
    for state in (None, *Images):
        for deed in possible_deeds(state):
            assert BECOMES[deed] is not state
            assert possible_deeds(BECOMES[deed]) != possible_deeds(state)
    assert set(BECOMES) == set(ImagesDeed)


@pytest.mark.parametrize(
    ("media_type", "facts", "brought"),
    [
        ("video/mp4", {}, True),
        ("image/jpeg", {}, True),
        ("application/zip", {}, True),
        ("application/octet-stream", {}, True),
        ("image/png", {"logo": "1"}, False),
        ("application/pdf", {}, False),
        ("text/plain", {}, False),
        ("message/rfc822", {}, False),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", {}, False),
    ],
)
def test_a_film_or_a_picture_is_what_was_offered(media_type: str, facts: dict[str, str], *, brought: bool) -> None:
    file = Attachment(1, 1, "x", media_type, 9, "key", Scan.CLEAN, facts)
    assert brings_images(file) is brought
    assert not brings_images(replace(file, scan=Scan.INFECTED))
    assert not brings_images(replace(file, gone_at=datetime(2026, 1, 14, tzinfo=AMSTERDAM)))
    assert brings_images(replace(file, scan=Scan.HELD)) is brought


@pytest.mark.parametrize(
    ("images", "days"),
    [
        (Images.WANTED, 60),
        (Images.IN, 60),
        (Images.HANDED_OVER, 14),
        (Images.NOT_NEEDED, 14),
        (Images.ELSEWHERE, 14),
    ],
)
def test_how_long_they_are_kept_or_waited_for(images: Images, days: int) -> None:
    begins = date(2026, 1, 14)
    assert end_of(images, begins, 14) - begins == timedelta(days=days)


@pytest.mark.parametrize(("days", "asked"), [(6.0, False), (6.4, False), (6.6, True), (7.0, True)])
def test_a_week_to_say_what_becomes_of_them(days: float, *, asked: bool) -> None:
    now = datetime(2026, 3, 1, 3, tzinfo=AMSTERDAM)
    assert was_asked(now - timedelta(days=days), now) is asked
    assert not was_asked(None, now)
