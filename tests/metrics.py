"""What Prometheus reads."""

import httpx

from tests.stage import Stage


def metrics(stage: Stage) -> dict[str, str]:
    """Each figure by its name and labels, as they stand there."""
    lines = httpx.get(stage.url("/metrics"), trust_env=False).text.splitlines()
    return {name: value for name, _, value in (line.rpartition(" ") for line in lines if not line.startswith("#"))}
