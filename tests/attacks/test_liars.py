"""The geocoder, the virus scanner and the object store say anything but the truth, however slowly."""

import gc
import json
import re
import time
from collections.abc import Callable

import pytest

from bot.adapters import clamav, geocoder, s3
from bot.adapters.clamav import ClamAv
from bot.adapters.geocoder import AT_ONCE, PdokGeocoder
from bot.adapters.s3 import ObjectStore
from bot.domain.participants.places import Location
from bot.workflow.ports import BlobsDown, GeocoderDown, ScanFailed, ScannerDown
from tests.attacks.liars import Answering, Asker, http, lying

OK = "HTTP/1.1 200 OK"
KEY = "a1" * 20
SOON_S = 4.0
PLACE = {"straatnaam": "A", "postcode": "3823AB", "huisnummer": 1, "centroide_rd": "POINT(155800 467300)"}
PLACES = json.dumps({"response": {"docs": [PLACE]}}).encode()


def says(*pieces: bytes) -> Answering:
    def answering(asker: Asker) -> None:
        asker.asked()
        asker.says(*pieces)

    return answering


def drips(*first: bytes, piece: bytes = b"x", every_s: float = 0.2) -> Answering:
    def answering(asker: Asker) -> None:
        asker.asked()
        asker.says(*first)
        asker.drips(piece, every_s)

    return answering


def pours(*first: bytes, piece: bytes) -> Answering:
    def answering(asker: Asker) -> None:
        asker.asked()
        asker.says(*first)
        asker.pours(piece)

    return answering


ENDLESS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
CHUNK = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
HTTP_LIES = {
    "nothing": says(b""),
    "no http": says(b"PONG\0"),
    "another length": says(http(OK, body=PLACES, length=len(PLACES) + 50)),
    "no number as length": says(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + PLACES),
    "two lengths": says(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\n" + PLACES),
    "no end": pours(ENDLESS, piece=CHUNK),
    "headers without an end": pours(b"HTTP/1.1 200 OK\r\n", piece=b"X-A: " + b"b" * 8000 + b"\r\n"),
    "a zip that is none": says(http(OK, "Content-Encoding: gzip", body=b"not zipped")),
    "an error": says(http("HTTP/1.1 500 No", body=PLACES)),
    "a moment, and a moment": pours(piece=b"HTTP/1.1 100 Continue\r\n\r\n"),
}


DRIPS = {
    "a header": drips(b"HTTP/1.1 200 OK\r\nX-A: ", every_s=0.1),
    "headers": drips(b"HTTP/1.1 200 OK\r\n", piece=b"X-A: b\r\n", every_s=0.1),
    "the first line": drips(b"HTTP/1.1 2", piece=b"0", every_s=0.1),
    "moments": drips(piece=b"HTTP/1.1 100 Continue\r\n\r\n", every_s=0.1),
    "a length": drips(
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n", piece=b"0", every_s=0.1
    ),
}


def soon(act: Callable[[], object], error: type[Exception] | tuple[type[Exception], ...]) -> None:
    began = time.monotonic()
    with pytest.raises(error):
        act()
    assert time.monotonic() - began < SOON_S


def locates(address: str) -> Location | None:
    return PdokGeocoder(f"http://{address}/search").locate("A", "1", "3823 AB", "Amersfoort", or_centre=True)


class TestTheGeocoder:
    @pytest.mark.parametrize("lie", HTTP_LIES)
    def test_a_lie_is_a_service_that_is_down(self, lie: str) -> None:
        with lying(HTTP_LIES[lie]) as liar:
            soon(lambda: locates(liar.address), GeocoderDown)

    def test_it_sends_nobody_inside(self) -> None:
        with lying(says(http(OK, body=PLACES))) as inside:
            for status in (301, 302, 303, 307, 308):
                away = http(f"HTTP/1.1 {status} There", f"Location: http://{inside.address}/latest/meta-data/")
                with lying(says(away)) as liar:
                    soon(lambda at=liar.address: locates(at), GeocoderDown)  # type: ignore[misc]
            assert inside.calls == 0

    def test_a_street_of_another_postcode_is_not_taken(self) -> None:
        other = PLACES.replace(b"3823AB", b"1011AA")
        with lying(says(http(OK, body=other))) as liar:
            assert locates(liar.address) is None

    def test_what_drips_holds_no_place_for_those_who_come_after(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(geocoder, "TIMEOUT_S", 0.5)
        healed: list[bool] = []

        def answering(asker: Asker) -> None:
            says(http(OK, body=PLACES))(asker) if healed else drips(b"HTTP/1.1 200 OK\r\n", every_s=0.1)(asker)

        with lying(answering) as liar:
            asked = PdokGeocoder(f"http://{liar.address}/search")
            for _ in range(AT_ONCE):
                soon(lambda: asked.locate("A", "1", "3823 AB", "X", or_centre=True), GeocoderDown)
            healed.append(True)
            time.sleep(0.6)
            assert asked.locate("A", "1", "3823 AB", "X", or_centre=True) is not None


def scans(address: str, size: int = 10) -> bool:
    return ClamAv(f"tcp://{address}").is_clean(iter([b"x" * size]))


def hears(*said: bytes, of: int = 12) -> Answering:
    """It takes so much of what it is to look at, the end at most, and says this."""

    def answering(asker: Asker) -> None:
        asker.asked(b"zINSTREAM\0")
        while of and len(asker.connection.recv(65_536)) and not said[0].startswith(b"early"):
            break
        asker.says(*said)

    return answering


class TestTheScanner:
    @pytest.mark.parametrize(
        "said",
        [
            *(b"OK\0", b"stream: ok\0", b"stream: OK and more\0", b"other.pdf: OK\0"),
            *(b"1: stream: OK\0", b"\0\0\0", b"\xff\xfe\0", b"HTTP/1.1 200 OK\r\n\r\n\0", b"stream: OK", b"x FOUND\0"),
        ],
    )
    def test_only_its_own_words_are_believed(self, said: bytes) -> None:
        with lying(hears(said)) as liar:
            soon(lambda: scans(liar.address), (ScannerDown, ScanFailed))

    def test_a_file_that_it_did_not_hear_out_is_not_clean(self) -> None:
        """It says that all is well after the first bytes, and hangs up."""

        def answering(asker: Asker) -> None:
            asker.asked(b"zINSTREAM\0")
            asker.connection.recv(1000)
            asker.says(b"stream: OK\0")

        with lying(answering) as liar:
            soon(lambda: scans(liar.address, 20_000_000), (ScannerDown, ScanFailed))

    def test_it_has_so_long_in_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clamav, "IN_ALL_S", 0.5)

        def slow_to_answer(asker: Asker) -> None:
            asker.asked(b"zINSTREAM\0")
            asker.drips(b"s", 0.1)

        def slow_to_listen(asker: Asker) -> None:
            asker.asked(b"zINSTREAM\0")
            while asker.connection.recv(100):
                time.sleep(0.05)

        for answering in (slow_to_answer, slow_to_listen):
            with lying(answering) as liar:
                soon(lambda at=liar.address: scans(at, 30_000_000), ScannerDown)  # type: ignore[misc]

    def test_an_answer_without_an_end_is_none(self) -> None:
        def pouring(asker: Asker) -> None:
            asker.asked(b"zINSTREAM\0")
            asker.pours(b"stream: " * 1000)

        with lying(pouring) as liar:
            soon(lambda: scans(liar.address), ScannerDown)


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries are another test's."""
    monkeypatch.setattr(s3, "TRIES", 1)


def store(address: str) -> ObjectStore:
    return ObjectStore(f"s3://key:secret@{address}/files?tls=0")


@pytest.mark.usefixtures("once")
class TestTheObjectStore:
    @pytest.mark.parametrize("lie", sorted(HTTP_LIES.keys() - {"a zip that is none"}))
    def test_a_lie_is_a_store_that_is_down(self, lie: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(s3, "IN_ALL_S", 1.0)
        with lying(HTTP_LIES[lie]) as liar:
            soon(lambda: store(liar.address).get(KEY), BlobsDown)

    def test_what_drips_has_so_long_in_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(s3, "IN_ALL_S", 0.5)
        with lying(drips(http(OK, length=1000), every_s=0.1)) as liar:
            soon(lambda: store(liar.address).get(KEY), BlobsDown)

    @pytest.mark.parametrize("lie", DRIPS)
    def test_no_drip_holds_a_worker(self, lie: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Each byte came in time: nothing ended the wait. What is hung up on is not taken for stored either."""
        monkeypatch.setattr(s3, "IN_ALL_S", 0.5)
        with lying(DRIPS[lie]) as liar:
            asked = store(liar.address)
            for act in (lambda: asked.get(KEY), lambda: asked.put(KEY, b"x"), lambda: asked.remove(KEY)):
                soon(act, BlobsDown)

    def test_no_slow_taker_holds_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(s3, "IN_ALL_S", 0.5)

        def takes_little(asker: Asker) -> None:
            while asker.connection.recv(2_000):
                time.sleep(0.1)

        with lying(takes_little) as liar:
            soon(lambda: store(liar.address).put(KEY, b"x" * 30_000_000), BlobsDown)

    def test_who_hangs_up_after_a_moment_keeps_nobody_busy(self) -> None:
        with lying(says(b"HTTP/1.1 100 Continue\r\n")) as liar:
            soon(lambda: store(liar.address).put(KEY, b"x"), BlobsDown)

    def test_a_part_is_the_part_that_was_asked_for(self) -> None:
        whole = says(http(OK, body=b"0123456789"))
        other = says(http("HTTP/1.1 206 Part", "Content-Range: bytes 0-9/10", body=b"0123456789"))
        right = says(http("HTTP/1.1 206 Part", "Content-Range: bytes 5-9/10", body=b"56789"))
        for lie in (whole, other):
            with lying(lie) as liar:
                soon(lambda at=liar.address: store(at).pieces(KEY, 5), BlobsDown)  # type: ignore[misc]
        with lying(right) as honest:
            assert b"".join(store(honest.address).pieces(KEY, 5)) == b"56789"

    @pytest.mark.filterwarnings(
        "ignore::pytest.PytestUnraisableExceptionWarning"
    )  # botocore leaves such an answer open
    def test_it_sends_nobody_inside(self) -> None:
        with lying(says(http(OK, body=b"secret"))) as inside:
            for status in (301, 302, 303, 307, 308):
                away = http(
                    f"HTTP/1.1 {status} There", f"Location: http://{inside.address}/x", "x-amz-bucket-region: eu-1"
                )
                with lying(says(away)) as liar:
                    soon(lambda at=liar.address: store(at).get(KEY), BlobsDown)  # type: ignore[misc]
            assert inside.calls == 0
            gc.collect()

    def test_no_error_of_its_own_words_is_told(self) -> None:
        told = b"<Error><Code>" + b"A" * 5000 + b"\n<!channel></Code><Message>secret</Message></Error>"
        with lying(says(http("HTTP/1.1 403 No", "Content-Type: application/xml", body=told))) as liar:
            with pytest.raises(BlobsDown) as down:
                store(liar.address).get(KEY)
            assert re.fullmatch(r"\w{1,100}", str(down.value))
