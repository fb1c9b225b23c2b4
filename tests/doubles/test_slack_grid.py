"""The double knows Slack as large organisations have it: several workspaces, people who come and go, a slow Slack."""

from threading import Timer

from slack_sdk import WebClient

from tests.doubles.slack import Channel, Person, SlackDouble, bench
from tests.doubles.slack.bench import ScriptedApp, actions, button, posted

slack, app, client, anna, team = bench.slack, bench.app, bench.client, bench.anna, bench.team


def test_on_enterprise_grid_people_may_name_another_team_or_none(slack: SlackDouble, client: WebClient) -> None:
    assert client.auth_test()["enterprise_id"] is None
    slack.world.enterprise_id = "E1"
    assert client.auth_test()["enterprise_id"] == "E1"
    absent = slack.add_person("cees", team_id="", enterprise_user={"enterprise_id": "E1", "teams": ["T1"]})
    shown = client.users_info(user=absent.id)["user"]
    assert "team_id" not in shown
    assert shown["enterprise_user"] == {"enterprise_id": "E1", "teams": ["T1"]}
    null = client.users_info(user=slack.add_person("dirk", team_id=None).id)["user"]
    assert null["team_id"] is None
    assert "enterprise_user" not in null


def test_who_comes_and_goes_is_told_where_the_bot_is(slack: SlackDouble, anna: Person, app: ScriptedApp) -> None:
    here, elsewhere = slack.add_channel("hier", private=True), slack.add_channel("daar", bot=False)
    for channel in (here, elsewhere):
        anna.joins(channel)
        anna.leaves(channel)
    told = [(got["event"]["type"], got["event"]["channel"], got["event"]["user"]) for got in app.got]
    assert told == [("member_joined_channel", here.id, anna.id), ("member_left_channel", here.id, anna.id)]


def test_another_organisation_s_file_has_no_name_in_its_message(anna: Person, team: Channel, app: ScriptedApp) -> None:
    anna.drops(team, ("lijst.xlsx", b"x"), foreign=True)
    [file] = app.got[-1]["event"]["files"]
    assert set(file) == {"id", "mode", "file_access"}


def test_a_slow_slack_costs_a_press_its_three_seconds(
    slack: SlackDouble, client: WebClient, anna: Person, team: Channel, app: ScriptedApp
) -> None:
    message = posted(client, team, actions(button("Akkoord")))
    take = app.take
    slack.slow_s = 2

    def asks_first(headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
        client.users_info(user=anna.id)
        return take(headers, body)

    app.take = asks_first  # type: ignore[method-assign]
    assert not anna.presses(message, "Akkoord").acked
    slack.slow_s = 0
    assert anna.presses(message, "Akkoord").acked


def test_a_silent_slack_answers_when_it_is_over(slack: SlackDouble, client: WebClient) -> None:
    with slack.hanging():
        Timer(0.1, slack._gateway.answering.set).start()
        assert client.auth_test()["ok"]
