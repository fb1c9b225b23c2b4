"""What an import reads from standard input."""

from tests.cli.commands import run_on
from tests.databases import fresh_sqlite


def test_what_comes_through_a_pipe_leaves_no_file() -> None:
    """Root gives what the bot's own user may not open, and no copy of everybody's address stays in its folder."""
    url = fresh_sqlite()
    for thing, content, told in (
        (
            "participants",
            "\ufeffemail,name,postcode,house_number,neighbourhood\nnoor@example.nl,Noor,3823 AB,12,Kattenbroek\n",
            "1 new, 0 changed",
        ),
        ("households", "neighbourhood,households\nKattenbroek,400\n", "1 new"),
        ("addresses", "street,number,addition,postcode,place,x,y,purpose\nHof,1,,3823 AB,Hof,1,1,woonfunctie\n", "1 "),
        ("day-monitor", "BVH-nummer,straat,pleegdatum\n2026-000001,Kattenbroekstraat,24-11-2026\n", "1 new"),
    ):
        done = run_on(content.encode(), thing, "import", "-", DATABASE_URL=url)
        assert told in done.stdout, done.output
    assert "is not UTF-8" in run_on("é".encode("utf-16"), "participants", "import", "-", DATABASE_URL=url).stderr
