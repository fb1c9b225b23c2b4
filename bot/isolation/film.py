"""The process that reads a film, by PyAV, which brings FFmpeg along. It needs little else of ours: it starts fast."""

import base64
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from io import BytesIO
from typing import IO, Any, Final

from bot.isolation.child import tell_of_file

FORMATS: Final = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,asf,flv"
"""No playlist among them, nor anything else that names other files."""
CODECS: Final = (
    "h264,hevc,av1,libdav1d,vp8,vp9,libvpx,libvpx-vp9,mpeg4,msmpeg4,msmpeg4v2,mpeg1video,mpeg2video,"
    "mjpeg,h263,h263i,flv,wmv1,wmv2,wmv3,vc1"
)
"""What telephones, doorbells and cameras make; of others there is no still."""
STILL: Final = 640  # pixels of its longer side
NO_CLOCK: Final = 1990
"""Years of before are a camera's that was never set: 1904, 1970."""
TAKEN: Final = ("com.apple.quicktime.creationdate", "creation_time", "date")


def told_of(file: IO[bytes]) -> Iterator[dict[str, str]]:
    """`length`, `pixels`, `taken`, empty where it says none, and `still` (a JPEG in base64); an error where it does not
    open, or has no picture.
    """
    import av

    only = {"format_whitelist": FORMATS, "codec_whitelist": CODECS, "protocol_whitelist": "none"}
    with av.open(file, "r", container_options=only, metadata_errors="replace") as film:
        stream = film.streams.video[0]
        told = {"length": _length(film.duration), "taken": _taken({**stream.metadata, **film.metadata}), "still": ""}
        told["pixels"] = f"{stream.width} x {stream.height}" if stream.width and stream.height else ""
        if stream.codec_context and stream.codec_context.name in CODECS.split(","):
            stream.codec_context.thread_count = 1  # each takes memory for itself
            told["still"] = _still(next(film.decode(stream)))
        yield told


def _length(microseconds: int | None) -> str:
    if not microseconds or not 0 < microseconds < 10**12:
        return ""
    minutes, seconds = divmod(max(1, round(microseconds / 1_000_000)), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _taken(tags: Mapping[str, str]) -> str:
    """As the camera's own clock had it, where it says so; most write it in UTC."""
    said = {name.lower(): tag for name, tag in tags.items()}
    for name in TAKEN:
        try:
            moment = datetime.fromisoformat(said.get(name, ""))
        except ValueError:
            continue
        if moment.year > NO_CLOCK:
            return f"{moment:%Y-%m-%d %H:%M:%S}{' UTC' if moment.utcoffset() == timedelta(0) else ''}"
    return ""


def _still(frame: Any) -> str:
    """As it is to be seen: telephones film lying down, and say so."""
    image, written = frame.to_image(), BytesIO()
    image.thumbnail((STILL, STILL))
    image.rotate(frame.rotation, expand=True).save(written, "JPEG")
    return base64.b64encode(written.getvalue()).decode()


if __name__ == "__main__":
    tell_of_file(told_of)
