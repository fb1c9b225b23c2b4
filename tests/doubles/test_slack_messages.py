"""Messages over the Web API: posting, threads, updates, ephemerals, metadata, pages."""

from slack_sdk import WebClient

from tests.doubles.slack import Channel, Person, SlackDouble, bench
from tests.doubles.slack.bench import Json, ScriptedApp, actions, button, markup, post, refusal, section

slack, app, client, anna, team = bench.slack, bench.app, bench.client, bench.anna, bench.team

METADATA = {"event_type": "aanvraag", "event_payload": {"id": "7"}}


def test_a_message_needs_text_beside_blocks(client: WebClient, team: Channel) -> None:
    assert "no_text" in refusal(lambda: client.api_call("chat.postMessage", json={"channel": team.id}))
    bare = {"channel": team.id, "blocks": [section()]}
    assert "no_text" in refusal(lambda: client.api_call("chat.postMessage", json=bare))


def test_a_stored_message_has_ids_and_visible_words(
    slack: SlackDouble, client: WebClient, team: Channel, anna: Person
) -> None:
    blocks = [{"type": "section", "text": markup(f"{anna.mention} &lt;b&gt; <https://a.nl|kaart>")}, actions(button())]
    post(client, team.id, "Zie boven", blocks=blocks)
    message = anna.sees(team)[0]
    assert message.plain() == "@Anna de Vries <b> kaart\nAkkoord"
    assert (message.text, message.buttons, message.mentions) == ("Zie boven", ["Akkoord"], [f"@{anna.id}"])
    assert message.controls[0].action_id
    assert message.unfurls
    post(client, team.id, unfurl_links=False, unfurl_media=False)
    assert not anna.sees(team)[1].unfurls


def test_threads_hang_under_parents(client: WebClient, team: Channel) -> None:
    parent = post(client, team.id)
    reply = post(client, team.id, "Antwoord", thread_ts=parent)
    assert [message.text for message in team.messages[0].thread] == ["Antwoord"]
    assert len(team.messages) == 1
    assert "cannot_reply_to_message" in refusal(lambda: post(client, team.id, thread_ts=reply))
    assert "thread_not_found" in refusal(lambda: post(client, team.id, thread_ts="1.000000"))
    replies = client.conversations_replies(channel=team.id, ts=parent)["messages"]
    assert [message["ts"] for message in replies] == [parent, reply]
    assert "thread_not_found" in refusal(lambda: client.conversations_replies(channel=team.id, ts="1.000000"))
    link = client.chat_getPermalink(channel=team.id, message_ts=reply)["permalink"]
    assert link.endswith(f"p{reply.replace('.', '')}?thread_ts={parent}&cid={team.id}")
    assert "message_not_found" in refusal(lambda: client.chat_getPermalink(channel=team.id, message_ts="1"))


def test_an_update_changes_only_what_is_ours(app: ScriptedApp, client: WebClient, team: Channel, anna: Person) -> None:
    ts = post(client, team.id, "Oud", blocks=[section("Oud")])
    client.chat_update(channel=team.id, ts=ts, text="Nieuw")
    message = team.messages[0]
    assert (message.text, message.blocks) == ("Nieuw", [])
    assert [version["text"] for version in message.updates] == ["Oud"]
    theirs = anna.says(team, "Van mij")
    assert "cant_update_message" in refusal(lambda: client.chat_update(channel=team.id, ts=theirs.ts, text="a"))


def test_a_deletion_takes_what_is_ours_once(client: WebClient, team: Channel, anna: Person) -> None:
    parent = post(client, team.id)
    reply = post(client, team.id, "Antwoord", thread_ts=parent)
    client.chat_delete(channel=team.id, ts=reply)
    assert team.messages[0].thread == []
    assert "message_not_found" in refusal(lambda: client.chat_delete(channel=team.id, ts=reply))
    theirs = anna.says(team, "Van mij")
    assert "cant_delete_message" in refusal(lambda: client.chat_delete(channel=team.id, ts=theirs.ts))
    team.members.remove(client.auth_test()["user_id"])
    assert "not_in_channel" in refusal(lambda: client.chat_delete(channel=team.id, ts=parent))


def test_a_long_update_is_refused(client: WebClient, team: Channel) -> None:
    ts = post(client, team.id)
    client.chat_update(channel=team.id, ts=ts, text="x" * 4000)
    assert "msg_too_long" in refusal(lambda: client.chat_update(channel=team.id, ts=ts, text="x" * 4001))
    assert "message_not_found" in refusal(lambda: client.chat_update(channel=team.id, ts="1.0", text="a"))


def test_a_changed_block_needs_a_new_id(client: WebClient, team: Channel) -> None:
    ts = post(client, team.id, blocks=[section("Oud", block_id="stand-1"), actions(button(), block_id="knoppen")])

    def update(block_id: str) -> object:
        blocks = [section("Nieuw", block_id=block_id), actions(button(), block_id="knoppen")]
        return client.chat_update(channel=team.id, ts=ts, text="a", blocks=blocks)

    assert "kept its block_id" in refusal(lambda: update("stand-1"))
    update("stand-2")
    assert team.messages[0].plain() == "Nieuw\nAkkoord"


def test_an_ephemeral_message_is_for_one_person(slack: SlackDouble, client: WebClient, anna: Person) -> None:
    bas = slack.add_person("bas")
    team = slack.add_channel("wijkteam", [anna, bas])
    answer = client.chat_postEphemeral(channel=team.id, user=anna.id, text="Alleen u")
    assert [message.text for message in anna.ephemerals(team)] == ["Alleen u"]
    assert bas.ephemerals(team) == anna.sees(team) == []
    update = {"channel": team.id, "ts": answer["message_ts"], "text": "a"}
    assert "message_not_found" in refusal(lambda: client.chat_update(**update))
    outsider = slack.add_person("cor")
    quiet: Json = {"channel": team.id, "user": outsider.id, "text": "a"}
    assert "user_not_in_channel" in refusal(lambda: client.chat_postEphemeral(**quiet))


def test_metadata_is_kept_but_only_shown_on_request(client: WebClient, team: Channel) -> None:
    ts = post(client, team.id, metadata=METADATA)
    assert team.messages[0].metadata == METADATA

    def found(everything: bool) -> Json:
        answer = client.conversations_history(channel=team.id, include_all_metadata=everything)
        message: Json = answer["messages"][0]
        return message

    assert "metadata" not in found(False)
    assert found(True)["metadata"] == METADATA
    client.chat_update(channel=team.id, ts=ts, text="b")
    assert found(True)["metadata"] == METADATA
    bad = {"event_type": "aanvraag"}
    assert "invalid_metadata_schema" in refusal(lambda: post(client, team.id, metadata=bad))


def test_lists_come_in_pages(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    stamps = [post(client, team.id, str(number)) for number in range(3)]
    slack.page_size = 2
    first = client.conversations_history(channel=team.id, limit=100)
    assert (first["has_more"], [item["ts"] for item in first["messages"]]) == (True, stamps[:0:-1])
    cursor = first["response_metadata"]["next_cursor"]
    second = client.conversations_history(channel=team.id, limit=100, cursor=cursor)
    assert (second["has_more"], [item["ts"] for item in second["messages"]]) == (False, stamps[:1])
    assert "invalid_cursor" in refusal(lambda: client.conversations_history(channel=team.id, cursor="x"))
    assert "invalid_limit" in refusal(lambda: client.conversations_history(channel=team.id, limit=1001))
    window = client.conversations_history(channel=team.id, oldest=stamps[1])
    assert [item["ts"] for item in window["messages"]] == [stamps[2]]
    inclusive = client.conversations_history(channel=team.id, oldest=stamps[1], inclusive=True)
    assert [item["ts"] for item in inclusive["messages"]] == [stamps[2], stamps[1]]


def test_members_come_in_pages(slack: SlackDouble, client: WebClient, team: Channel, anna: Person) -> None:
    first = client.conversations_members(channel=team.id, limit=1)
    assert first["members"] == [anna.id]
    second = client.conversations_members(channel=team.id, cursor=first["response_metadata"]["next_cursor"])
    assert (second["members"], second["response_metadata"]["next_cursor"]) == ([slack.bot_user_id], "")
