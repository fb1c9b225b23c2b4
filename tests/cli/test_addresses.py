"""The address register on the command line."""

from pathlib import Path

from tests.cli.commands import run
from tests.databases import fresh_sqlite


def test_an_address_register_is_read_and_a_wrong_line_told(tmp_path: Path) -> None:
    url, file = fresh_sqlite(), tmp_path / "register.csv"
    row, head = (
        "Kerkstraat;{};;{};Amersfoort;155000;463000;woonfunctie\n",
        "straat;nummer;toevoeging;postcode;plaats;x;y",
    )
    file.write_text(f"{head};functie\n" + row.format(1, "3811 AB"))
    told = run("addresses", "import", str(file), DATABASE_URL=url)
    assert (told.exit_code, told.stdout) == (0, "1 addresses, 1 of them homes; 0 gone, 0 refused\n")
    file.write_text(file.read_text() + row.format("x", "3811 AB") + row.format(3, ""))
    told = run("addresses", "import", str(file), DATABASE_URL=url)
    assert (told.exit_code, told.stderr) == (1, "line 3, number: not a house number\n")
    assert told.stdout == "1 addresses, 1 of them homes; 0 gone, 1 without a postcode left out, 1 refused\n"
