"""What people can do and see, and what the application gets of it."""

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from tests.doubles.slack import ALL_SCOPES, Channel, Person, SlackDouble, bench, markup_problems, mentions
from tests.doubles.slack.bench import ScriptedApp, actions, button, markup, options, plain, posted, section

slack, app, client, anna, team = bench.slack, bench.app, bench.client, bench.anna, bench.team

CONFIRM = {"title": plain("Zeker?"), "text": plain("Echt?"), "confirm": plain("Ja"), "deny": plain("Nee")}


def test_a_command_carries_what_slack_sends(slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp) -> None:
    assert anna.command("/burgernetmail", "nu", team).acked
    got = app.got[-1]
    assert (got["command"], got["text"], got["user_id"]) == ("/burgernetmail", "nu", anna.id)
    assert (got["channel_id"], got["channel_name"], got["team_id"]) == (team.id, "wijkteam", slack.team_id)
    private = slack.add_channel("recherche", [anna], private=True)
    anna.command("/burgernetmail", "nu", private)
    assert app.got[-1]["channel_name"] == "privategroup"


@pytest.mark.parametrize(("kind", "private", "public"), [(None, 1, 0), ("ephemeral", 1, 0), ("in_channel", 0, 1)])
def test_the_answer_to_a_command_is_shown(
    anna: Person, team: Channel, app: ScriptedApp, kind: str | None, private: int, public: int
) -> None:
    app.answers["command"] = {"text": "Een moment"} | ({"response_type": kind} if kind else {})
    anna.command("/burgernetmail", "", team)
    assert (len(anna.ephemerals(team)), len(anna.sees(team))) == (private, public)


def test_a_bad_answer_to_a_command_is_refused(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp
) -> None:
    app.answers["command"] = {"words": "Een moment"}
    assert "unknown fields: words" in anna.command("/burgernetmail", "", team).reason
    app.answers["command"] = {"text": "a", "response_type": "shout"}
    assert "response_type 'shout'" in anna.command("/burgernetmail", "", team).reason
    assert [item.method for item in slack.refused] == ["slash_command", "slash_command"]


def test_a_command_needs_its_scope_and_a_member(slack: SlackDouble, anna: Person, app: ScriptedApp) -> None:
    elsewhere = slack.add_channel("elders")
    with pytest.raises(AssertionError, match="not in #elders"):
        anna.command("/burgernetmail", "", elsewhere)
    assert anna.command("/burgernetmail", "", elsewhere, force=True).acked
    with SlackDouble(scopes=ALL_SCOPES - {"commands"}) as bare:
        bas = bare.add_person("bas")
        with pytest.raises(AssertionError, match="lacks the scope"):
            bas.command("/burgernetmail", "", bare.add_channel("wijkteam", [bas]))


def test_a_button_press_says_where_and_what(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp, client: WebClient
) -> None:
    message = posted(client, team, actions(button(action_id="ok", value="7", style="primary"), block_id="rij"))
    anna.presses(message, "Akkoord")
    got = app.got[-1]
    action = got["actions"][0]
    assert (action["action_id"], action["block_id"], action["value"], action["type"]) == ("ok", "rij", "7", "button")
    assert action["action_ts"]
    assert (got["message"]["ts"], got["channel"]["id"], got["user"]["id"]) == (message.ts, team.id, anna.id)
    assert got["container"]["is_ephemeral"] is False
    assert (got["team"]["id"], got["user"]["team_id"]) == (slack.team_id, slack.team_id)
    anna.presses(message, "ok")
    assert len(app.got) == 2


def test_overflow_and_menus_say_what_was_chosen(
    anna: Person, team: Channel, app: ScriptedApp, client: WebClient
) -> None:
    more = {"type": "overflow", "options": options(2), "action_id": "meer"}
    menu = {"type": "static_select", "options": options(2), "action_id": "soort", "placeholder": plain("Kies")}
    message = posted(client, team, section(accessory=more), actions({**menu, "options": options(3)}))
    assert message.buttons == ["optie 0", "optie 1"]
    anna.presses(message, "optie 1")
    assert app.got[-1]["actions"][0]["selected_option"] == options(2)[1]
    anna.chooses(message, "Kies", "optie 2")
    assert app.got[-1]["actions"][0]["selected_option"] == options(3)[2]
    with pytest.raises(AssertionError, match="nothing to choose called 'Nergens'"):
        anna.chooses(message, "Nergens", "optie 2")


def test_a_missing_button_names_those_that_exist(anna: Person, team: Channel, client: WebClient) -> None:
    twins = [button(action_id="a"), button(action_id="b"), button("Nee")]
    message = posted(client, team, actions(*twins))
    with pytest.raises(AssertionError, match=r"no button 'Ja'; there are \['Akkoord', 'Akkoord', 'Nee'\]"):
        anna.presses(message, "Ja")
    with pytest.raises(AssertionError, match=r"several buttons 'Akkoord', use the action_id: \['a', 'b'\]"):
        anna.presses(message, "Akkoord")


def test_a_dialog_can_be_declined(anna: Person, team: Channel, app: ScriptedApp, client: WebClient) -> None:
    message = posted(client, team, actions(button(confirm=CONFIRM)))
    assert anna.presses(message, "Akkoord", confirm=False).by_client
    assert app.got == []
    assert anna.presses(message, "Akkoord").acked


def test_only_who_sees_a_message_can_press(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp, client: WebClient
) -> None:
    message = posted(client, team, actions(button()))
    stranger = slack.add_person("vreemde", team_id="T9")
    assert stranger.sees(team) == []
    with pytest.raises(AssertionError, match="cannot see this message"):
        stranger.presses(message, "Akkoord")
    stranger.presses(message, "Akkoord", force=True)
    assert app.got[-1]["user"]["team_id"] == "T9"
    client.views_publish(user_id=anna.id, view={"type": "home", "blocks": [actions(button())]})
    assert anna.home is not None
    with pytest.raises(AssertionError, match="cannot see the screen of Anna"):
        stranger.presses(anna.home, "Akkoord")


def test_an_ephemeral_message_is_pressed_by_its_reader_and_not_shown_to_the_app(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp, client: WebClient
) -> None:
    bas = slack.add_person("bas")
    team.members.append(bas.id)
    blocks = [actions(button())]
    client.chat_postEphemeral(channel=team.id, user=anna.id, text="a", blocks=blocks)
    whisper = anna.ephemerals(team)[0]
    with pytest.raises(AssertionError, match="cannot see this message"):
        bas.presses(whisper, "Akkoord")
    anna.presses(whisper, "Akkoord")
    assert "message" not in app.got[-1]
    assert app.got[-1]["container"]["is_ephemeral"] is True
    WebhookClient(app.got[-1]["response_url"]).send(replace_original=True, text="Gedaan")
    assert (whisper.text, whisper.buttons) == ("Gedaan", [])


def test_shortcuts(anna: Person, team: Channel, app: ScriptedApp, client: WebClient) -> None:
    anna.shortcut("nieuw")
    assert (app.got[-1]["type"], app.got[-1]["callback_id"]) == ("shortcut", "nieuw")
    message = posted(client, team, section())
    anna.message_shortcut("meld", message)
    assert (app.got[-1]["type"], app.got[-1]["message_ts"]) == ("message_action", message.ts)


def test_a_person_has_a_name_and_an_id(slack: SlackDouble) -> None:
    cor = slack.add_person("cor", user_id="U0CHOSEN1")
    assert (cor.id, cor.name, cor.mention) == ("U0CHOSEN1", "Cor", "<@U0CHOSEN1>")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a &amp; b &lt;c&gt; <@U0123> <!here> <https://a.nl|b> <!date^1^{date}|c> <#C01|d> <!subteam^S01>", []),
        ("a & b", ["unescaped &"]),
        ("a < b", ["unescaped <"]),
        ("<script>", ["unknown reference <script>"]),
    ],
)
def test_markup_is_checked(text: str, problems: list[str]) -> None:
    assert markup_problems(text) == problems


def test_only_real_mentions_call_people(slack: SlackDouble, team: Channel, client: WebClient) -> None:
    assert mentions("<!here> <@U01|a> <!subteam^S01> <#C01> &lt;!channel&gt; @here") == [
        "!here",
        "@U01",
        "!subteam^S01",
    ]
    shown = {"type": "section", "text": markup("<!channel> <mailto:a@b.nl> & <!subteam^S9>")}
    message = posted(client, team, shown, section("<!everyone>"))
    assert message.mentions == ["!channel", "!subteam^S9"]
    assert message.markup_problems() == ["unescaped &"]
    assert message.plain() == "@channel mailto:a@b.nl & @S9\n<!everyone>"


def test_waiting_gives_what_it_found_or_says_what_happened(slack: SlackDouble, client: WebClient) -> None:
    assert slack.wait_for(lambda: "klaar") == "klaar"
    client.auth_test()
    with pytest.raises(AssertionError, match=r"for a message in vain\nlast calls: \['auth.test'\]"):
        slack.wait_for(lambda: None, timeout=0.05, what="a message")
    assert len(slack.calls_of("auth.test")) == 1
