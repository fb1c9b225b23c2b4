"""Whether a package of evidence is whole: of the file alone, on any machine; what it holds is not trusted."""

import json
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final
from zipfile import BadZipFile, ZipFile

from bot.adapters.zip_shape import check_shape, leads_outside
from bot.domain.privacy.evidence import MANIFEST, SUMS, parse_sums
from bot.domain.privacy.trail import WITHOUT_KEY, Sealer, TrailLine

PIECE: Final = 256 * 1024
MOST_PAPER: Final = 64 * 1024 * 1024  # bytes of a list or a manifest
TROUBLE: Final = (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)


@dataclass(frozen=True)
class Found:
    """What is wrong, a line each (empty: nothing), and how many files were looked at.

    `sealed`: how many lines of the trail have a seal; `proven`: those of the key; `came`: how many files citizens sent;
    `came_proven`: those of which a proven line tells so. All else whoever makes a package anew can make with it.
    """

    wrong: tuple[str, ...]
    files: int
    sums: str = ""
    sealed: int = 0
    proven: int = 0
    came: int = 0
    came_proven: int = 0


def check_package(file: Path, sealer: Sealer) -> Found:
    """Read it once, from beginning to end; no piece is kept."""
    try:
        with ZipFile(file) as zipped:
            check_shape(file, zipped)
            return _check(zipped, sealer)
    except (*TROUBLE, KeyError, TypeError, AttributeError, struct.error) as error:
        return Found((f"this is no whole package: {_plain(str(error) or type(error).__name__)}",), 0)


def _check(zipped: ZipFile, sealer: Sealer) -> Found:
    named = Counter(zipped.namelist())
    if SUMS not in named:
        return Found((f"{SUMS} is missing: nothing can be told without it",), 0)
    listed = _paper(zipped, SUMS)
    sums = parse_sums(listed.decode())
    if sums is None:
        return Found((f"{SUMS} was changed: it is no list of sums",), 0)
    wrong = [f"{_plain(name)}: it stands there {n} times" for name, n in named.items() if n > 1]
    wrong += [f"{_plain(name)}: missing" for name in sums if name not in named]
    wrong += [f"{_plain(name)}: extra, it is not in {SUMS}" for name in named if name not in {*sums, SUMS}]
    wrong += [f"{_plain(name)}: it leads outside the package" for name in named if leads_outside(name)]
    wrong += [f"{_plain(name)}: changed" for name in sums if name in named and _sum(zipped, name) != sums[name]]
    papers = _of_manifest(zipped, sums, sealer) if MANIFEST in named else ([], 0, 0, 0, 0)
    return Found((*wrong, *papers[0]), len(sums), sha256(listed).hexdigest(), *papers[1:])


def _paper(zipped: ZipFile, name: str) -> bytes:
    with zipped.open(name) as opened:
        content = opened.read(MOST_PAPER + 1)
    if len(content) > MOST_PAPER:
        raise ValueError(f"{name} is too large")
    return content


def _sum(zipped: ZipFile, name: str) -> str:
    """Empty where its bytes can't be read."""
    digest = sha256()
    try:
        with zipped.open(name) as opened:
            for piece in _pieces(opened):
                digest.update(piece)
    except TROUBLE:
        return ""
    return digest.hexdigest()


def _pieces(opened: IO[bytes]) -> Iterator[bytes]:
    while piece := opened.read(PIECE):
        yield piece


def _of_manifest(zipped: ZipFile, sums: dict[str, str], sealer: Sealer) -> tuple[list[str], int, int, int, int]:
    """What it tells must be what the sums tell, and each sealed line must be what was sealed."""
    told = json.loads(_paper(zipped, MANIFEST))
    files = {file["path"]: (reply, file) for reply in told["replies"] for file in reply["files"] if file["path"]}
    wrong = [f"{_plain(name)}: {SUMS} lacks it" for name in files if name not in sums]
    kept = {one for line in told["trail"] for one in _digests(line)}
    for name, (_, file) in files.items():
        came = file["sha256_when_it_came"]
        if came not in ("", sums.get(name, came)):
            wrong.append(f"{_plain(name)}: its sum is not the one of when it came")
        elif came and came not in kept:
            wrong.append(f"{_plain(name)}: no line of the trail tells that it came in")
    sealed = [line for line in told["trail"] if line["seal"]]
    can_tell = [line for line in sealed if line["seal"]["key"] in ("", sealer.check)]
    wrong += [
        f"{MANIFEST}: line {_plain(str(one['line']['id']))} of the trail is not the one that was sealed"
        for one in can_tell
        if not _is_as_sealed(one, sealer)
    ]
    proven = [line for line in can_tell if line["seal"]["key"] and _is_as_sealed(line, sealer)]
    told_by = {(line["line"]["subject"], digest) for line in proven for digest in _digests(line)}
    came_proven = sum((f"reply {reply['number']}", sums.get(name)) in told_by for name, (reply, _) in files.items())
    return wrong, len(sealed), len(proven), len(files), came_proven


def _digests(line: dict[str, Any]) -> Sequence[str]:
    """Of the files that it tells came in."""
    found: Sequence[str] = line["line"]["details"].get("sha256", ())
    return found


def _is_as_sealed(one: dict[str, Any], sealer: Sealer) -> bool:
    seal = one["seal"]
    made = (sealer if seal["key"] else WITHOUT_KEY).seal(seal["before"], _line(one["line"]))
    return bool(made == seal["hash"])


def _line(told: dict[str, Any]) -> TrailLine:
    at = datetime.fromisoformat(told["at"])
    return TrailLine(told["id"], at, told["who"], told["what"], told["subject"], told["details"])


def _plain(text: str) -> str:
    """Somebody else may have named it: no sign of it moves a terminal's cursor."""
    return "".join(one if one.isprintable() else "?" for one in text)[:200]
