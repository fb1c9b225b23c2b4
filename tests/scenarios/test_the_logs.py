"""What an operator reads when something breaks: where and what kind, never who or what they wrote."""

import json
from datetime import UTC, datetime

from tests.doubles.citizen import reply_from
from tests.process import served
from tests.stage import Stage


def test_a_reply_that_the_database_does_not_take_leaves_no_word_of_it_in_the_logs(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.slack.wait_for(process.is_ready, timeout=60)
        stage.rows("ALTER TABLE inbound RENAME TO away")
        raw = reply_from(mail, "De buurman op nummer 14 heeft het gedaan")
        posted = stage.inbound.post(process.url("/mail/inbound"), raw, [mail.from_], "noor@example.nl")
        process.terminate()
        assert process.ends() == 0
        logged = process.logged()
    lines = [json.loads(line) for line in logged.splitlines() if line.startswith("{")]
    [failed] = [line for line in lines if line["event"] == "call failed"]
    assert (posted, failed["door"], failed["exception"][0]["exc_value"]) == ([503], "inbound", "...")
    assert not any(word in logged for word in ("buurman", "noor@", "antwoord+", "parameters"))
