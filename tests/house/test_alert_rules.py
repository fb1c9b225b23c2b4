"""Prometheus' alert rules name figures that GET /metrics really tells."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
RULES = yaml.safe_load((ROOT / "deploy/alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]


def test_every_figure_of_a_rule_is_told() -> None:
    told = "".join((ROOT / f"handlers/web/{name}.py").read_text(encoding="utf-8") for name in ("metrics", "site"))
    named = {name for rule in RULES for name in re.findall(r"burgernetmail_\w+", rule["expr"])}
    assert named
    assert {name for name in named if f'"{name}"' not in told} == set()


def test_every_rule_says_how_bad_it_is_and_for_whom() -> None:
    for rule in RULES:
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert rule["annotations"]["summary"]
