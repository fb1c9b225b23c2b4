"""What the pages' JavaScript is: a client of tus that is kept by others, and how our page uses it.

tus-js-client is fetched when the project is set up (bot/practice/page_client.py), and is part of the wheel. Where it is
missing the pages work as they do without JavaScript.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

FOLDER: Final = Path(__file__).parent / "static"
NAMES: Final = ("tus.min.js", "films.js")
KEPT: Final = "public, max-age=31536000, immutable"
"""An address names the bytes: others have another one."""


class Scripts:
    """`addresses`: in the order in which a page needs them; none where one is missing."""

    def __init__(self, folder: Path = FOLDER, names: Sequence[str] = NAMES, at: str = "/script") -> None:
        found = {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
        self._served = {f"{sha256(content).hexdigest()[:16]}-{name}": content for name, content in found.items()}
        self.addresses = tuple(f"{at}/{name}" for name in self._served) if len(found) == len(names) else ()

    def serve(self, request: Request) -> Response:
        """GET, under its name."""
        content = self._served.get(request.path_params["name"])
        if content is None:
            return PlainTextResponse("unknown\n", 404)
        return Response(content, media_type="text/javascript", headers={"Cache-Control": KEPT})
