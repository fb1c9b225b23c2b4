"""A practice day monitor: what happened in Amersfoort the day before, all of it made up, streets too."""

import csv
from datetime import datetime, timedelta
from io import StringIO
from typing import Final

HEADER: Final = (
    *("BVH-nummer", "Delict", "Straat", "Huisnummer", "Toevoeging", "Postcode", "Plaats"),
    *("Pleegdatum van", "Pleegtijd van", "Pleegdatum tot", "Pleegtijd tot", "Modus operandi", "Signalement"),
)
_ROWS: Final = (
    ("Diefstal uit woning", "Kattenbroekstraat", "12", "", "3823 AB", 9, 12, "Raam achterzijde geforceerd.", ""),
    ("Inbraak woning", "Nieuwlandhof", "48", "b", "3824 CD", 13, 17, "Cilinder van de voordeur afgebroken.", ""),
    (
        "Poging inbraak",
        "Kattenbroekhof",
        "7",
        "",
        "3823 EK",
        19,
        20,
        "Braakschade aan de achterdeur.",
        "Twee jonge mannen",
    ),
    ("Diefstal uit woning", "Randenbroekweg", "131", "", "3816 AJ", 8, 18, "Tuindeur opengebroken.", "Grijze bus"),
    ("Straatroof", "Bergkwartierplein", "1", "", "3818 LE", 22, 22, "Telefoon afgepakt.", "Man met een rode jas"),
    ("Inbraak woning", "Schothorstlaan", "20", "", "38", 10, 15, "Onbekend.", ""),  # a postcode to mend
)
"""Offence, street, number, addition, postcode, from and until what o'clock, how, who."""


def practice_day_monitor(now: datetime) -> bytes:
    """As Excel writes CSV in the Netherlands; `now` in Dutch time."""
    day, file = now - timedelta(days=1), StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(("Dagmonitor (oefening)", f"{now:%d-%m-%Y}"))
    writer.writerow(HEADER)
    for serial, (offence, street, number, addition, postcode, since, until, how, who) in enumerate(_ROWS, 1):
        where = (street, number, addition, postcode, "Amersfoort")
        on = f"{day:%d-%m-%Y}"
        window = (on, f"{since}:00", on, f"{until}:45")
        writer.writerow((f"{day:%Y}-9{day:%m%d}{serial:02}", offence, *where, *window, how, who))
    return file.getvalue().encode("utf-8-sig")
