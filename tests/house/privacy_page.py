"""docs/nl/privacypagina.md, of the page that citizens read: python -m tests.house.privacy_page"""

import re
from html import unescape
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.mail.sending.dialling import dialled
from bot.settings import Settings
from handlers.web.facts import Facts, facts_of
from tests.environment import RIGHT

ROOT: Final = Path(__file__).parents[2]
FILE: Final = ROOT / "docs/nl/privacypagina.md"
TEMPLATES: Final = ROOT / "handlers/web/templates"
HEAD: Final = """\
# De privacypagina

Dit leest de burger op `PUBLIC_URL/privacy`, met de termijnen van de instelling.
Waar een `PRIVACY_...` staat, komt wat u daar invult. Is die leeg? Dan valt de zin weg.
Behalve bij de eerste drie: daar staan dan `De politie` met uw plaats, en 0900-8844.
Zonder `ERASURE_KEY` staat er dat wij de gegevens ook na afmelden bewaren: de bot wist dan geen deelnemer.
"""


def privacy_page() -> str:
    """The page's own words, as Markdown."""
    loader = FileSystemLoader([TEMPLATES / "nl", TEMPLATES])
    templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    templates.filters |= {"tel": dialled}
    html = templates.get_template("privacy.html.j2").render(facts=facts())
    body = html.partition("<h1>Uw privacy</h1>")[2].partition("</main>")[0]
    lines = [line for line in map(_as_markdown, body.splitlines()) if line]
    apart = zip(lines, ["", *lines], strict=False)
    return HEAD + "".join(line if _in_one_list(before, line) else f"\n{line}" for line, before in apart)


def _in_one_list(before: str, line: str) -> bool:
    return before.startswith("- ") and line.startswith("- ")


def facts() -> Facts:
    """As the settings have it when nobody changed a term."""
    told = {name: name.upper() for name in Settings.model_fields if name.startswith("privacy_")}
    right = {name.lower(): value for name, value in RIGHT.items()}
    return facts_of(Settings.model_validate(right | told), exercise=False)


def _as_markdown(line: str) -> str:
    line = re.sub(r"<h2>(.*)</h2>", r"## \1", line.strip())
    line = re.sub(r"^<li>", "- ", line)
    words = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</?strong>", "*", line))).strip()
    return re.sub(r"PRIVACY_[A-Z]+", r"`\g<0>`", f"{words}\n") if words else ""


if __name__ == "__main__":
    FILE.write_text(privacy_page(), encoding="utf-8")
