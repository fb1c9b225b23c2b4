"""The practice town is made up, and always the same."""

from collections import Counter

from bot.contacts.email_addresses import canonical
from bot.domain.participants.places import distance_m
from bot.domain.participants.postcodes import AREAS, centre_of
from bot.practice.town import CHANNELS, TEAM, address_lines, participants
from bot.records.chat import Channel


def test_five_thousand_people_over_all_neighbourhoods() -> None:
    people = list(participants())
    assert len({person.email for person in people}) == 5000
    assert people == list(participants())
    assert {person.neighbourhood for person in people} == {area.neighbourhood for area in AREAS}
    assert min(Counter(person.postcode[:4] for person in people).values()) > 250
    assert all(canonical(person.email) == person.email and person.email.endswith("@example.nl") for person in people)


def test_they_live_in_their_neighbourhood_and_enough_of_them_near_its_middle() -> None:
    centre = centre_of("3823 AB")
    assert centre
    neighbours = [person for person in participants() if person.postcode.startswith("3823")]
    distances = sorted(distance_m(person.x, person.y, centre.x, centre.y) for person in neighbours)
    assert distances[len(distances) // 2] < 900
    everybody = [distance_m(person.x, person.y, centre.x, centre.y) for person in participants()]
    assert 20 < sum(distance <= 300 for distance in everybody) < 100


def test_its_streets_are_rows_that_a_map_shows() -> None:
    """From west to east, with homes on two sides."""
    centre = centre_of("3823 AB")
    assert centre
    rows: dict[str, set[float]] = {}
    for line in list(address_lines())[1:]:
        street, _, _, _, _, x, y, _ = line.split(",")
        if distance_m(float(x), float(y), centre.x, centre.y) < 300:
            rows.setdefault(street, set()).add(float(y))
    assert len(rows) > 5
    assert {max(ys) - min(ys) for ys in rows.values()} == {0, 13}


def test_every_channel_has_somebody_and_two_where_two_are_needed() -> None:
    assert set(CHANNELS) == set(Channel) - {Channel.PROJECT_LEADER}
    members = Counter(channel for person in TEAM for channel in person.channels)
    assert members == {Channel.INTAKE: 2, Channel.TRIAGE: 2, Channel.BURGLARY: 1, Channel.SUPERVISION: 2}
