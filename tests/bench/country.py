"""A participants file as the Dutch live: few large towns and many small ones, each a cluster around its middle."""

from bisect import bisect
from itertools import accumulate
from math import pi, sqrt
from pathlib import Path
from random import Random

TOWNS = 400
A_KM2 = 1200  # participants in a square kilometre of a town, at 1.7 million in all
WHOLE = 1_700_000


def write_country(file: Path, people: int, seed: int = 7) -> None:
    """So many participants, no two lines alike, in no order."""
    chance = Random(seed)
    middles = [(chance.uniform(20_000, 270_000), chance.uniform(310_000, 610_000)) for _ in range(TOWNS)]
    sizes = [1 / (rank + 1) ** 0.9 for rank in range(TOWNS)]
    shares = [size / sum(sizes) for size in sizes]
    spreads = [1000 * sqrt(WHOLE * share / A_KM2 / (2 * pi)) for share in shares]
    up_to = [*accumulate(shares)]
    with file.open("w", encoding="utf-8") as lines:
        lines.write("email,name,postcode,house_number,neighbourhood,x,y\n")
        for number in range(people):
            town = min(bisect(up_to, chance.random()), TOWNS - 1)
            x, y = (chance.gauss(middle, spreads[town]) for middle in middles[town])
            east, north = min(max(x, 1_000), 299_000), min(max(y, 300_000), 620_000)
            letters = chance.choices("ABCDEGHJKLMNPRSTVWXZ", k=2)
            lines.write(
                f"{chance.getrandbits(40):010x}.{number}@example.nl,Made-up Name,"
                f"{1000 + 20 * town + chance.randrange(20)} {''.join(letters)},{chance.randrange(1, 250)},"
                f"Wijk {town}-{chance.randrange(12)},{east:.1f},{north:.1f}\n"
            )
