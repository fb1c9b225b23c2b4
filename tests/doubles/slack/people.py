"""People: tests make them click, type and read; they can do what Slack's client lets them do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .courier import Ack, Courier, Delivery, Kind
from .inputs import INPUT_KINDS, state_of
from .journal import Journal, Refused
from .lists import is_behind, press_behind
from .payloads import Payloads
from .records import Channel, Control, Message, Profile, Upload
from .replies import reply
from .rules import Json
from .screens import Modal, Outcome, Screen
from .surfaces import Refusal, elements_of
from .world import World

EVENT_SCOPES = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "member_joined_channel": "groups:read",
    "member_left_channel": "groups:read",
}
MESSAGE_EVENTS = {"public": "message.channels", "private": "message.groups", "im": "message.im"}


@dataclass(frozen=True)
class Desk:
    """What people share: the workspace and the ways to the application."""

    world: World
    courier: Courier
    journal: Journal
    payloads: Payloads
    events: frozenset[str]

    def send(self, kind: Kind, build: Callable[[], Json]) -> Ack:
        """Build the payload under the lock and deliver it outside of it."""
        with self.world.lock:
            delivery = Delivery(kind, build(), self.world.new_id("ENVELOPE"))
        return self.courier.deliver(delivery)

    def send_event(self, name: str, event: Json) -> Ack | None:
        """Deliver an event the application subscribed to and has the scope for."""
        scope = EVENT_SCOPES[name]
        if name not in self.events or (scope and scope not in self.world.scopes):
            return None
        return self.send("events_api", lambda: self.payloads.event(event))

    def refused(self, method: str, refusal: Refusal, answer: Json) -> str:
        """Write down an acknowledgement with a body Slack would not take."""
        self.journal.refused.append(Refused(method, refusal.error, refusal.reasons, answer))
        return str(refusal)


class Person:
    """Somebody with an account."""

    def __init__(self, desk: Desk, profile: Profile) -> None:
        self.desk = desk
        self.profile = profile

    @property
    def id(self) -> str:
        return self.profile.id

    @property
    def name(self) -> str:
        return self.profile.real_name

    @property
    def mention(self) -> str:
        """The markup that calls this person."""
        return f"<@{self.id}>"

    @property
    def modal(self) -> Modal | None:
        """The modal on top, or None."""
        stack = self.desk.world.stacks[self.id]
        return Modal(self, stack[-1]) if stack else None

    @property
    def home(self) -> Screen | None:
        """The home tab, or None when nothing was published."""
        view = self.desk.world.homes.get(self.id)
        return Screen(self, view) if view else None

    @property
    def direct_messages(self) -> Channel:
        """The direct message with the bot."""
        with self.desk.world.lock:
            return self.desk.world.direct_message(self.id)

    def sees(self, channel: Channel) -> list[Message]:
        """The top-level messages of a channel this person is in."""
        return channel.messages if self.id in channel.members else []

    def ephemerals(self, channel: Channel) -> list[Message]:
        """What only this person sees in a channel, replies included."""
        return [
            message
            for message in self.desk.world.ephemerals
            if message.only_for == self.id and message.channel is channel and not message.deleted
        ]

    def command(self, command: str, text: str, channel: Channel, force: bool = False) -> Outcome:
        """Type a slash command; what the acknowledgement says is shown where it was typed."""
        self.desk.world.offers(command)
        assert force or self.id in channel.members, f"{self.name} is not in #{channel.name}"
        ack = self.desk.send("slash_commands", lambda: self.desk.payloads.command(self.profile, command, text, channel))
        return self._show_answer(ack, channel)

    def _show_answer(self, ack: Ack, channel: Channel) -> Outcome:
        if not ack.body:
            return Outcome(ack.on_time, reason=ack.reason)
        with self.desk.world.lock:
            url = self.desk.world.new_reply_url(self.id, channel).rpartition("/")[2]
            try:
                reply(self.desk.world, self.desk.world.reply_urls[url], ack.body)
            except Refusal as refusal:
                return Outcome(ack.on_time, reason=self.desk.refused("slash_command", refusal, ack.body))
        return Outcome(ack.on_time)

    def shortcut(self, callback_id: str) -> Outcome:
        """Use a global shortcut."""
        self.desk.world.offers(callback_id)
        return self._interact(
            "shortcut",
            lambda: {
                "callback_id": callback_id,
                "action_ts": self.desk.world.clock.stamp(),
                "trigger_id": self.desk.world.new_trigger(self.id),
            },
        )

    def message_shortcut(self, callback_id: str, message: Message) -> Outcome:
        """Use a shortcut from a message's menu."""
        self.desk.world.offers(callback_id)
        return self._interact(
            "message_action",
            lambda: {
                **self.desk.payloads.message_place(self.profile, message),
                "callback_id": callback_id,
                "action_ts": self.desk.world.clock.stamp(),
                "message_ts": message.ts,
            },
        )

    def _interact(self, kind: str, more: Callable[[], Json]) -> Outcome:
        ack = self.desk.send("interactive", lambda: self.desk.payloads.interaction(kind, self.profile, **more()))
        return Outcome(ack.on_time, reason=ack.reason)

    def opens_home(self) -> Outcome:
        """Look at the app's home tab."""
        screen = self.home
        view = {"view": self.desk.world.view_payload(screen.view)} if screen else {}
        event = {"type": "app_home_opened", "user": self.id, "channel": self.direct_messages.id, "tab": "home", **view}
        ack = self.desk.send_event("app_home_opened", event)
        return Outcome(ack is not None and ack.on_time, reason=ack.reason if ack else "not subscribed")

    def says(self, channel: Channel, text: str, thread: Message | None = None) -> Message:
        """Write in a channel or thread; a bot that is there gets the events it subscribed to."""
        assert self.id in channel.members, f"{self.name} is not in #{channel.name}"
        world = self.desk.world
        with world.lock:
            message = world.add_message(channel, self.id, text, [], thread_ts=thread.ts if thread else None)
        self._tell(message, {})
        return message

    def joins(self, channel: Channel) -> None:
        """Come into a channel; a bot that is there hears it."""
        channel.members.append(self.id)
        self._tell_membership("member_joined_channel", channel)

    def leaves(self, channel: Channel) -> None:
        """Leave it, or be taken out."""
        channel.members.remove(self.id)
        self._tell_membership("member_left_channel", channel)

    def _tell_membership(self, event: str, channel: Channel) -> None:
        if self.desk.world.bot_user_id in channel.members:
            kind = {"public": "C", "private": "G"}[channel.kind]
            more = {"user": self.id, "channel": channel.id, "channel_type": kind, "team": self.profile.team_id}
            self.desk.send_event(event, {"type": event, **more})

    def drops(
        self, channel: Channel, *files: tuple[str, bytes], thread: Message | None = None, foreign: bool = False
    ) -> Message:
        """Drop files in a channel or thread, by name and content; `foreign` ones are another organisation's."""
        assert self.id in channel.members, f"{self.name} is not in #{channel.name}"
        world = self.desk.world
        with world.lock:
            dropped = [
                Upload(world.new_id("F"), name, len(content), "", content, True, foreign=foreign)
                for name, content in files
            ]
            world.uploads.update({upload.id: upload for upload in dropped})
            shown, thread_ts = [upload.payload() for upload in dropped], thread.ts if thread else None
            message = world.add_message(channel, self.id, "", [], thread_ts=thread_ts, files=shown)
        self._tell(message, {"subtype": "file_share", "upload": True})
        return message

    def takes_back(self, message: Message) -> None:
        """Delete the files of a message; it stays as a tombstone."""
        for file in message.files:
            self.desk.world.uploads[file["id"]].deleted = True

    def _tell(self, message: Message, more: Json) -> None:
        """The events about something said, to a bot that is there."""
        world, channel = self.desk.world, message.channel
        with world.lock:
            event = {**message.payload(), "channel": channel.id, "team": self.profile.team_id, **more}
        if world.bot_user_id in channel.members:
            kinds = {"public": "channel", "private": "group", "im": "im"}
            self.desk.send_event(MESSAGE_EVENTS[channel.kind], {**event, "channel_type": kinds[channel.kind]})
            if f"@{world.bot_user_id}" in message.mentions:
                self.desk.send_event("app_mention", {**event, "type": "app_mention"})

    def presses(self, where: Message | Screen, label: str, confirm: bool = True, force: bool = False) -> Outcome:
        """Press a button or overflow option by its label or action_id; `confirm` answers its dialog, if any."""
        self._check_sight(where, force)
        if is_behind(where, label):
            return press_behind(self, where, label)
        control = _find_control(where, label)
        if "confirm" in control.element and not confirm:
            return Outcome(False, by_client=True, reason="the person did not confirm")
        return self._act(where, _pressed(control))

    def chooses(self, where: Message | Screen, which: str, value: Any, force: bool = False) -> Outcome:
        """Choose in a menu, picker or group outside a form, by action_id, placeholder or input label."""
        self._check_sight(where, force)
        block, element = _find_stateful(where, which)
        kind = INPUT_KINDS[element["type"]]
        chosen = kind.read(element, value)
        if isinstance(where, Screen):
            where.view.typed[block["block_id"], element["action_id"]] = chosen
        names = {"action_id": element["action_id"], "block_id": block["block_id"]}
        return self._act(where, {**names, **state_of(element, chosen)})

    def _check_sight(self, where: Message | Screen, force: bool) -> None:
        if force:
            return
        if isinstance(where, Screen):
            assert where.person.id == self.id, f"{self.name} cannot see the screen of {where.person.name}"
            assert self.desk.world.is_open(where.view), "this view is not open any more"
            return
        mine = where.only_for in (None, self.id) and self.id in where.channel.members
        assert mine, f"{self.name} cannot see this message in #{where.channel.name}"
        assert not where.deleted, "this message was deleted"

    def _act(self, where: Message | Screen, action: Json) -> Outcome:
        def place() -> Json:
            stamped = {**action, "action_ts": self.desk.world.clock.stamp()}
            return {**self._place(where), "actions": [stamped]}

        return self._interact("block_actions", place)

    def _place(self, where: Message | Screen) -> Json:
        if isinstance(where, Message):
            return {**self.desk.payloads.message_place(self.profile, where), "state": {"values": {}}}
        return self.desk.payloads.view_place(where.view)


def _find_control(where: Message | Screen, label: str) -> Control:
    controls = where.controls
    found = [control for control in controls if control.label == label] or [
        control for control in controls if control.action_id == label
    ]
    labels = [control.label for control in controls]
    assert found, f"no button {label!r}; there are {labels}"
    assert len(found) == 1, f"several buttons {label!r}, use the action_id: {[item.action_id for item in found]}"
    return found[0]


def _pressed(control: Control) -> Json:
    names = {"type": control.element["type"], "action_id": control.action_id, "block_id": control.block_id}
    if control.option is not None:
        return {**names, "selected_option": control.option}
    shown = ("text", "value", "style", "url")
    return {**names, **{name: control.element[name] for name in shown if name in control.element}}


def _names_of(block: Json, element: Json) -> list[str]:
    texts = [block.get("label"), element.get("placeholder")]
    return [element["action_id"], *(text["text"] for text in texts if text)]


def _find_stateful(where: Message | Screen, which: str) -> tuple[Json, Json]:
    blocks: list[Json] = where.view.blocks if isinstance(where, Screen) else where.blocks
    pairs = [(block, part) for block in blocks for part in elements_of(block) if part["type"] in INPUT_KINDS]
    live = [pair for pair in pairs if pair[0]["type"] != "input" or pair[0].get("dispatch_action")]
    for block, element in live:
        if which in _names_of(block, element):
            return block, element
    raise AssertionError(f"nothing to choose called {which!r}; there are {[_names_of(*pair) for pair in live]}")
