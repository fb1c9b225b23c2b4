"""Mail that was made to take time or space: bounded in both, and read as far as it goes."""

import time

import pytest

from bot.mail.reading.reading import LONGEST_TEXT
from tests.mail.samples import READER

MOST_S = 5  # seconds of computing, on any machine: what is not linear takes minutes


def nested(depth: int, words: str) -> str:
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"{heads}Content-Type: text/plain\n\n{words}\n"


def bomb() -> str:
    """Twenty parts of a megabyte, each a mail in a mail, packed as they come."""
    part = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + "QUFB" * 350_000
    return "Content-Type: multipart/mixed; boundary=b\n\n" + "".join(f"--b\n{part}\n" for _ in range(20)) + "--b--\n"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (nested(19, "diep"), "diep"),
        (nested(60, "te diep"), "te diep"),
        (nested(3000, "veel te diep"), ""),
        ("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 8_000, "x"),
        ("A: b\n" * 150_000 + "\nhoi", ""),
        ("X: " + ';"' * 500_000 + "\n\nhoi", "hoi"),
        ("Content-Type: text/plain; a=" + ';"' * 500_000 + "\n\nhoi", "hoi"),
        ("From: " + "(" * 50_000 + "\n\nhoi", "hoi"),
        ("Subject: " + "=?a?q?" * 50_000 + "\n\nhoi", "hoi"),
        ("\n\n" + "woord " * 200_000, "woord"),
        ("\n" * 1_200_000, ""),
        ("\n\n" + "[cid:" * 2_000_000, "[cid:"),
        ("Content-Type: text/html\n\nhoi" + '<img src="data:image/a;b;c;d;base64,' * 100_000, "hoi"),
        ("To: " + ", ".join(f"p{n}@example.nl" for n in range(10_000)) + "\n\nhoi", "hoi"),
        ("To: " + ",\n ".join(f'"P, {n}" <p{n}@example.nl>' for n in range(10_000)) + "\n\nhoi", "hoi"),
        ("To: p@example.nl\n" * 10_000 + "\nhoi", "hoi"),
        ("\x00" * 2_000_000 + "\n\nhoi\x00hoi", "hoihoi"),
        (bomb(), "AAAA"),
        ("Authentication-Results: " + "(" * 50_000 + "x; dkim=pass" * 5_000 + "\n\nhoi", "hoi"),
        ("References: " + "<a@b> " * 50_000 + "\n\nhoi", "hoi"),
    ],
    ids=[
        "19 deep",
        "60 deep",
        "3000 deep",
        "parts",
        "headers",
        "header",
        "parameters",
        "comments",
        "words",
        "long",
        "lines",
        "places of pictures",
        "pictures as code",
        "10,000 recipients",
        "10,000 recipients on lines of their own",
        "10,000 headers with a recipient",
        "zeros",
        "bomb",
        "findings",
        "references",
    ],
)
def test_hostile_mail_takes_little_time_and_little_space(raw: str, kept: str) -> None:
    start = time.process_time()
    mail = READER.read(raw.encode(), [])
    READER.queue_key(raw.encode(), [])
    assert time.process_time() - start < MOST_S
    assert kept in mail.text
    assert len(mail.text) <= LONGEST_TEXT
