"""Fetches what the pages' JavaScript is made with, once, when the project is set up: one file of each package.

Films go by tus-js-client (MIT); the map of an area is Leaflet (BSD-2), and what draws on it leaflet-geoman-free (MIT).

Started as a program, in a checkout: `python -m bot.practice.page_client`.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from bot.practice.downloading import Package, fetch
from bot.practice.processes import PracticeError

WEB: Final = Path(__file__).parents[2] / "handlers" / "web"
TUS: Final = Package(
    "tus-js-client",
    "4.3.1",
    "sha512-ZLeYmjrkaU1fUsKbIi8JML52uAocjEZtBx4DKjRrqzrZa0O4MYwT6db+oqePlspV+FxXJAyFBc/L5gwUi2OFsg==",
)
LEAFLET: Final = Package(
    "leaflet",
    "1.9.4",
    "sha512-nxS1ynzJOmOlHp+iL3FyWqK89GtNL8U8rvlMOsQdTTssxZwCXh8N2NB3GDQOL+YR3XnWyZAxwQixURb+FA74PA==",
)
GEOMAN: Final = Package(
    "@geoman-io/leaflet-geoman-free",
    "2.20.2",
    "sha512-KQpSe0VKyuVCudq/08rMjJW1vvIwFldTwBny2wZ7ABcyyUAP7/eoFo967hCu9yRqAAHb4QOxC6gY5dGqttY68g==",
)


@dataclass(frozen=True)
class PageFile:
    """A file of a package, its digest, and where it stands from then on."""

    package: Package
    member: str
    digest: str
    place: Path


FILES: Final = (
    PageFile(
        TUS,
        "package/dist/tus.min.js",
        "8cbb1b63fccc3bba0ae73ad1deb160ce046c3750851d0c3e94921ae3ef070eb8",
        WEB / "films" / "static" / "tus.min.js",
    ),
    PageFile(
        LEAFLET,
        "package/dist/leaflet.js",
        "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
        WEB / "areas" / "static" / "leaflet.js",
    ),
    PageFile(
        LEAFLET,
        "package/dist/leaflet.css",
        "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
        WEB / "areas" / "static" / "leaflet.css",
    ),
    PageFile(
        GEOMAN,
        "package/dist/leaflet-geoman.min.js",
        "20d0ba38069526be959287b8ae13234f660f92db28de86782ebcad028dda9ed3",
        WEB / "areas" / "static" / "leaflet-geoman.min.js",
    ),
)


def main(files: Sequence[PageFile] = FILES) -> None:
    """Once: what stands there already is compared with the digest that is written down here."""
    for file in files:
        if file.place.is_file() and sha256(file.place.read_bytes()).hexdigest() == file.digest:
            continue
        try:
            fetch(file.package, file.member, file.place)
        except PracticeError as error:
            sys.exit(str(error))
        file.place.chmod(0o644)


if __name__ == "__main__":
    main()
