"""Fetches what the pages send films with: tus-js-client (MIT), one file of it, once, when the project is set up.

Started as a program, in a checkout: `python -m bot.practice.page_client`.
"""

import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

from bot.practice.downloading import Package, fetch
from bot.practice.processes import PracticeError

CLIENT: Final = Package(
    "tus-js-client",
    "4.3.1",
    "sha512-ZLeYmjrkaU1fUsKbIi8JML52uAocjEZtBx4DKjRrqzrZa0O4MYwT6db+oqePlspV+FxXJAyFBc/L5gwUi2OFsg==",
)
SHA256: Final = "8cbb1b63fccc3bba0ae73ad1deb160ce046c3750851d0c3e94921ae3ef070eb8"
MEMBER: Final = "package/dist/tus.min.js"
PLACE: Final = Path(__file__).parents[2] / "handlers" / "web" / "films" / "static" / "tus.min.js"


def main(place: Path = PLACE) -> None:
    """Once: what stands there already is compared with the digest that is written down here."""
    if place.is_file() and sha256(place.read_bytes()).hexdigest() == SHA256:
        return
    try:
        fetch(CLIENT, MEMBER, place)
    except PracticeError as error:
        sys.exit(str(error))
    place.chmod(0o644)


if __name__ == "__main__":
    main()
