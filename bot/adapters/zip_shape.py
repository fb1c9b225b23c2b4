"""Whether a ZIP holds what its list of files says, and no byte more: programs differ in what they make of the rest.

Some read the list, others the files as they come; some show a name that stands beside the name. A package of evidence
is written in the form below, in which nothing can be read in two ways.
"""

import struct
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

LARGE: Final = 1
"""The one thing that may stand beside an entry: sizes of 8 bytes (zip64)."""
COMES_LATER: Final = 0x08
NOT_SAID: Final = 0xFFFFFFFF
HEAD: Final = struct.Struct("<4s3H4x3L2H")
END: Final = struct.Struct("<4s2H2H2LH")


def check_shape(file: Path, zipped: ZipFile) -> None:
    """BadZipFile where it is of another form."""
    with file.open("rb") as opened:
        at = 0
        for info in sorted(zipped.infolist(), key=lambda one: one.header_offset):
            if info.header_offset != at:
                raise BadZipFile("between its files stands what no list names")
            at = _end_of(opened, info)
        if at != zipped.start_dir:
            raise BadZipFile("behind its files stands what no list names")
        _check_end(opened, len(zipped.infolist()))


def leads_outside(name: str) -> bool:
    """Whether a file would be unpacked elsewhere than in the package's own folder."""
    return "\\" in name or ":" in name or not {"", ".", ".."}.isdisjoint(name.split("/"))


def _end_of(opened: IO[bytes], info: ZipInfo) -> int:
    plain = info.orig_filename == info.filename and info.filename.isascii() and not info.comment
    if not plain or info.compress_type != ZIP_STORED or info.compress_size != info.file_size:
        raise BadZipFile("it was packed by another program")
    opened.seek(info.header_offset)
    _, _, flags, how, crc, packed, size, name, beside = HEAD.unpack(opened.read(HEAD.size))
    if how != ZIP_STORED or flags != info.flag_bits:
        raise BadZipFile("a file is said to be packed in two ways")
    opened.seek(name, 1)
    large = _sizes_beside(opened.read(beside))
    _sizes_beside(info.extra)
    told = (crc, *(large if (packed, size) == (NOT_SAID, NOT_SAID) else (packed, size)))
    known = (info.CRC, info.file_size, info.file_size)
    if told != known and not (flags & COMES_LATER and told == (0, 0, 0)):
        raise BadZipFile("a file is said to be of two sizes")
    opened.seek(info.file_size, 1)
    if flags & COMES_LATER:
        sizes = struct.Struct("<4sLQQ" if (packed, size) == (NOT_SAID, NOT_SAID) else "<4sLLL")
        if sizes.unpack(opened.read(sizes.size)) != (b"PK\x07\x08", *known):
            raise BadZipFile("a file is said to be of two sizes")
    return opened.tell()


def _sizes_beside(extra: bytes) -> tuple[int, ...]:
    if not extra:
        return ()
    kind, length = struct.unpack_from("<HH", extra)
    if kind != LARGE or length != len(extra) - 4 or length % 8:
        raise BadZipFile("beside a name stands what some programs show instead")
    return struct.unpack_from(f"<{length // 8}Q", extra, 4)


def _check_end(opened: IO[bytes], files: int) -> None:
    opened.seek(-END.size, 2)
    mark, *_, here, in_all, _size, _at, note = END.unpack(opened.read(END.size))
    if mark != b"PK\5\6" or note:
        raise BadZipFile("behind its end stands something")
    if {here, in_all} != {min(files, 0xFFFF)}:
        raise BadZipFile("its number of files is another one")
