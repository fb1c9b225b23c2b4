"""The form that answers several at once, as Slack sends it back."""

from bot.slack.letters.answer_many_modal import parse_many


def test_a_block_without_a_name_is_no_page_of_replies() -> None:
    view = {"private_metadata": "not_relevant", "blocks": [{"type": "context"}], "state": {"values": {}}}
    assert parse_many(view) == ([], "")
