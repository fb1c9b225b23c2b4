"""What a citizen says is there and is not: an attachment that did not come along, files that stand at a service.

A link runs out, and who forgot a file does not know it: both are told while a camera still has the images. What is not
noticed here is mostly heard as an offer all the same, so a clause that may mean another attachment means that one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from bot.domain.folding import folded
from bot.domain.replies.attachments import Attachment, is_evidence

LONGEST: Final = 20_000  # characters that are looked at

SERVICES: Final = {
    "wetransfer.com": "WeTransfer",
    "we.tl": "WeTransfer",
    "drive.google.com": "Google Drive",
    "docs.google.com": "Google Drive",
    "photos.google.com": "Google Foto's",
    "photos.app.goo.gl": "Google Foto's",
    "onedrive.live.com": "OneDrive",
    "1drv.ms": "OneDrive",
    "sharepoint.com": "OneDrive",
    "icloud.com": "iCloud",
    "dropbox.com": "Dropbox",
    "db.tt": "Dropbox",
    "swisstransfer.com": "SwissTransfer",
    "transferxl.com": "TransferXL",
    "transfernow.net": "TransferNow",
    "fromsmash.com": "Smash",
    "filemail.com": "Filemail",
    "filesender.org": "FileSender",
    "filesender.surf.nl": "FileSender",
    "pcloud.com": "pCloud",
    "pcloud.link": "pCloud",
    "mega.nz": "MEGA",
    "sendgb.com": "SendGB",
    "sendanywhe.re": "Send Anywhere",
    "send-anywhere.com": "Send Anywhere",
    "hightail.com": "Hightail",
    "stackstorage.com": "STACK",
    "box.com": "Box",
}
"""By the end of a host's name."""
_LINK: Final = re.compile(r"\b((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,10})/[^\s<>\"]{3}")
"""With something behind the host: a service that is only named leads to no file."""

_THING: Final = (
    r"(?:bijlagen?|bestand(?:en)?|foto(?:'?s|tje)?|film(?:pje|pjes|s)?|video(?:'?s|tje)?|beelden|camerabeelden|opnam(?:e|es|en)"
    r"|plaatjes?|screenshots?|schermafbeelding(?:en)?|afbeelding(?:en)?|fragment(?:en)?)"
)
_SAYS: Final = re.compile(
    r"(?:^|(?<!\bik )(?<!\bwij )(?<!\bwe )(?<!\bje )(?<!\bu )(?<!\bhij )(?<!\bze )\b)"
    r"(?:zie|bekijk)(?: (?:ook|even|maar|graag|svp|hier|de|het|mijn|onze|deze))*"
    r"(?: (?:bijgaande?|bijgevoegde?|toegevoegde?|meegestuurde?|meegezonden))?"
    rf" {_THING}\b"
    r"|\b(?:in|als|per|met) (?:(?:de|een|mijn|onze|deze) )?bijlagen?\b|^bijlagen?$|\bbijlagen?:"
    rf"|\bbijgevoegde?\b|\bbijgaande?\b|\bbijgesloten\b|^hierbij(?: alsnog)?$|\bhierbij(?: [\w']+){{0,4}} {_THING}\b"
    rf"|\b{_THING}(?: [\w']+){{0,3}} (?:toegevoegd|meegestuurd|meegezonden|aangehecht|erbij|als attachment)\b"
    r"|\b(?:toegevoegde|meegestuurde|meegezonden|aangehechte) "
    rf"|\b(?:stuur|sturen|zend)(?: [\w']+){{0,3}} {_THING}(?: [\w']+){{0,2}} mee\b"
    r"|\bsee (?:the |my |our )?(?:attach(?:ed|ments?)|photos?|pictures?|videos?|screenshots?)\b|\bin the attachment\b"
    r"|\bfind (?:\w+ ){0,3}attached\b|^attached\b|\b(?:i have|i've|we have|i) attached\b"
    r"|\battached (?:photos?|pictures?|videos?|files?|footage|images?)\b|\b(?:is|are) attached(?: to this e?-?mail)?$"
    r"|\b(?:siehe|im) anhang\b|\banbei\b|\bci-joints?\b|\bpieces? jointes?\b|\bw za[lł]aczniku\b"
)
_NOT: Final = re.compile(
    r"\b(?:geen|niet|zonder|vergeten|vergat|no|not|without|\w{1,8}n't"
    r"|(?:uw|jullie|your) (?:\w+ )?(?:(?:e-?)?mail(?:s|tje)?|bericht|brief|bijlagen?|foto(?:'?s)?|beelden|films?"
    r"|video(?:'?s)?|oproep|pagina|flyer|message|attachments?)"
    r"|(?:van|door) de politie|facebook|instagram|krant|website|site|nieuws|marktplaats|gemeente|makelaar|funda"
    r"|eventuele|any|vertrouwelijk\w?|geadresseerde\w?|confidential|virus\w*|milieu|print\w*|disclaimer"
    r"|morgen|vanavond|straks|binnenkort|zo meteen|zometeen|later|volgt|volgen|tomorrow|tonight|will"
    r"|zal|zullen|zou|zouden|wil|willen|kan|kunnen|kunt u|mag|moet|hoe|als u|indien|wilt u|probeer\w*"
    r"|can|could|would|if you|how)\b"
)
"""Ours or another's, a lawyer's line below a mail, or what is still to come."""
_CLAUSES: Final = re.compile(r"[.!]+(?=\s|$)|[\n;,()]+|\s[-]+\s|\b(?:maar|but|want)\b")


@dataclass(frozen=True)
class Absent:
    """`service`: where the files stand; empty where an attachment is spoken of that did not come along."""

    service: str = ""


def absent(words: str, files: Iterable[Attachment]) -> Absent | None:
    """What is not here of what a citizen's own words say is: a file that came may be the one they speak of."""
    if service := service_linked(words):
        return Absent(service)
    return Absent() if says_attached(words) and not any(map(is_evidence, files)) else None


def service_linked(words: str) -> str:
    """The name of the service for files that a link leads to; empty for none."""
    for host in _LINK.findall(unquote(words[:LONGEST]).lower()):
        labels = host.split(".")
        for start in range(len(labels) - 1):
            if name := SERVICES.get(".".join(labels[start:])):
                return name
    return ""


def says_attached(words: str) -> bool:
    """Whether they speak of a file that comes along with them."""
    clauses = (" ".join(clause.split()) for clause in _CLAUSES.split(folded(words[:LONGEST])))
    return any(_SAYS.search(clause) and not _NOT.search(clause) for clause in clauses)
