"""Files as citizens send them."""

from io import BytesIO

from PIL import ExifTags, Image

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def photo(*, camera: str = "Pixel 8", taken: str = "2026:01:14 10:12:30", colour: str = "grey") -> bytes:
    """A small JPEG with the tags that a telephone writes, place included."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Google", camera
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (52.0, 11.0, 20.4)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (5.0, 23.0, 38.4)
    written = BytesIO()
    Image.new("RGB", (64, 48), colour).save(written, "JPEG", exif=exif)
    return written.getvalue()


def real_film(kind: str = "mp4", codec: str = "mpeg4") -> bytes:
    """A small film of three seconds that plays, with the time that a camera writes."""
    import av

    written = BytesIO()
    with av.open(written, "w", format=kind) as file:
        file.metadata["creation_time"] = "2026-01-14T09:12:30Z"
        stream = file.add_stream(codec, rate=5)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(15):
            frame = av.VideoFrame(64, 48, "rgb24")
            frame.planes[0].update(bytes([number * 10]) * frame.planes[0].buffer_size)
            file.mux(stream.encode(frame))
        file.mux(stream.encode())
    return written.getvalue()
