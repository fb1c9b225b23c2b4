"""The workspace: records plus the questions every method asks of them."""

import itertools
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from .clock import Clock
from .records import Channel, Message, Profile, ReplyUrl, Trigger, Upload, View
from .rules import Json, copied
from .surfaces import Refusal, elements_of

TRIGGER_SECONDS = 3.0
STACK_OF_MODALS = 3
FAMILY = {"public": "channels", "private": "groups", "im": "im"}


class World:
    """Everything Slack knows, behind one lock."""

    def __init__(self, scopes: frozenset[str], clock: Clock) -> None:
        self.lock = threading.RLock()
        self.scopes = scopes
        self.clock = clock
        self.base_url = ""
        self.socket_url = ""
        self.page_size = 1000
        self.picture_seconds = 0.0
        self.declared: frozenset[str] | None = None
        self.enterprise_id: str | None = None
        self._counters: dict[str, itertools.count[int]] = defaultdict(lambda: itertools.count(1))
        self.team_id, self.app_id, self.bot_id = self.new_id("T"), self.new_id("A"), self.new_id("B")
        self.onlookers: list[Callable[[str, list[Json]], None]] = []
        self.people: dict[str, Profile] = {}
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, list[str]] = {}
        self.disabled_groups: set[str] = set()
        self.names: dict[str, str] = {}
        self.views: dict[str, View] = {}
        self.stacks: dict[str, list[View]] = defaultdict(list)
        self.homes: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.reply_urls: dict[str, ReplyUrl] = {}
        self.uploads: dict[str, Upload] = {}
        self.ephemerals: list[Message] = []
        self._timers: list[threading.Timer] = []
        self.tickets: set[str] = set()
        self.bot_user_id = self.add_person("burgernetmail", "Burgernetmail", is_bot=True).id

    def later(self, act: Callable[[], object], seconds: float = 0.05) -> None:
        """Do something after the answer has gone out, as Slack's own background work does."""

        def locked() -> None:
            with self.lock:
                act()

        timer = threading.Timer(seconds, locked)
        timer.daemon = True
        self._timers.append(timer)
        timer.start()

    def finish(self) -> None:
        """Wait for what was put off."""
        for timer in self._timers:
            timer.join()

    def new_id(self, prefix: str) -> str:
        return f"{prefix}0{next(self._counters[prefix]):08d}"

    def name_of(self, some_id: str) -> str:
        return self.names.get(some_id, some_id)

    def add_person(self, name: str, real_name: str, user_id: str | None = None, **flags: Any) -> Profile:
        flags.setdefault("team_id", self.team_id)
        profile = Profile(user_id or self.new_id("U"), name, real_name, **flags)
        self.people[profile.id] = profile
        self.names[profile.id] = profile.real_name
        return profile

    def add_channel(self, name: str, kind: str, members: list[str], shared: bool = False) -> Channel:
        channel = Channel(self.new_id("D" if kind == "im" else "C"), name, kind, members, shared=shared)
        self.channels[channel.id] = channel
        self.names[channel.id] = name
        return channel

    def direct_message(self, user_id: str) -> Channel:
        """The direct message between the bot and this person, made when first needed."""
        for channel in self.channels.values():
            if channel.kind == "im" and user_id in channel.members:
                return channel
        return self.add_channel("directmessage", "im", [user_id, self.bot_user_id])

    def require(self, *scopes: str) -> None:
        """Any one of these scopes will do."""
        if not self.scopes.intersection(scopes):
            raise Refusal("missing_scope", needed=",".join(scopes), provided=",".join(sorted(self.scopes)))

    def offers(self, name: str) -> None:
        """People only find the commands and shortcuts that the app's manifest declares."""
        assert "commands" in self.scopes, "the app lacks the scope `commands`"
        assert self.declared is None or name in self.declared, f"{name} is not in the manifest"

    def person(self, user_id: str) -> Profile:
        profile = self.people.get(user_id)
        if profile is None:
            raise Refusal("user_not_found", user_id)
        return profile

    def channel_for_reading(self, channel_id: str, what: str, member: bool = True) -> Channel:
        """A channel for `read` or `history`: the scope depends on its kind, private ones hide from outsiders."""
        self.require(*(f"{family}:{what}" for family in FAMILY.values()))
        channel = self._channel(channel_id)
        self.require(f"{FAMILY[channel.kind]}:{what}")
        if member and self.bot_user_id not in channel.members:
            raise Refusal("not_in_channel", channel_id)
        return channel

    def joined_channel(self, channel_id: str) -> Channel:
        """A channel the bot is in."""
        channel = self._channel(channel_id)
        if self.bot_user_id not in channel.members:
            raise Refusal("not_in_channel", channel_id)
        return channel

    def writable_channel(self, channel_id: str) -> Channel:
        """A channel the bot can write in."""
        channel = self.joined_channel(channel_id)
        if channel.archived:
            raise Refusal("is_archived", channel_id)
        return channel

    def _channel(self, channel_id: str) -> Channel:
        channel = self.channels.get(channel_id)
        if channel is None or (channel.kind != "public" and self.bot_user_id not in channel.members):
            raise Refusal("channel_not_found", channel_id)
        return channel

    def message(self, channel: Channel, ts: str, error: str = "message_not_found") -> Message:
        message = channel.find(ts)
        if message is None:
            raise Refusal(error, ts)
        return message

    def add_message(self, channel: Channel, user: str, text: str, blocks: list[Json], **more: Any) -> Message:
        """Store a message and hand it back; one for a single person is kept where no method finds it."""
        message = Message(channel, self.clock.stamp(), user, text, self.with_ids(blocks), name_of=self.name_of, **more)
        (self.ephemerals if message.only_for else channel.stored).append(message)
        self.shows(message.place, message.blocks)
        return message

    def shows(self, place: str, blocks: list[Json]) -> None:
        """Somebody has this in front of them now."""
        for look in self.onlookers:
            look(place, blocks)

    def with_ids(self, blocks: list[Json]) -> list[Json]:
        """A copy in which every block and element has an id, as Slack hands them back."""
        copies = copied(blocks)
        for block in copies:
            block.setdefault("block_id", self._made_up())
            for element in elements_of(block):
                if element["type"] != "image":
                    element.setdefault("action_id", self._made_up())
        return copies

    def _made_up(self) -> str:
        return f"#{next(self._counters['#'])}"

    def new_trigger(self, user_id: str, view_id: str | None = None) -> str:
        trigger_id = f"{self.new_id('TRIGGER')}.{user_id}"
        self.triggers[trigger_id] = Trigger(user_id, self.clock.now(), view_id)
        return trigger_id

    def spend_trigger(self, trigger_id: str) -> Trigger:
        """A trigger works once, within three seconds."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise Refusal("invalid_trigger_id", trigger_id)
        if trigger.spent:
            raise Refusal("exchanged_trigger_id", "a trigger_id works once")
        if self.clock.now() - trigger.given_at > TRIGGER_SECONDS:
            raise Refusal("expired_trigger_id", "a trigger_id lives 3 seconds")
        trigger.spent = True
        return trigger

    def new_reply_url(self, user_id: str, channel: Channel, message: Message | None = None) -> str:
        url_id = self.new_id("R")
        self.reply_urls[url_id] = ReplyUrl(user_id, channel, self.clock.now(), message)
        return f"{self.base_url}/respond/{url_id}"

    def new_hash(self) -> str:
        return f"{self.clock.stamp()}.hash"

    def put_view(self, user_id: str, content: Json) -> View:
        """Show a modal: a new stack, or on top of the one that is open."""
        stack = self.stacks[user_id]
        if len(stack) >= STACK_OF_MODALS:
            raise Refusal("push_limit_reached", f"a stack holds {STACK_OF_MODALS} modals")
        previous = stack[-1] if stack else None
        view_id = self.new_id("V")
        root_id = previous.root_id if previous else view_id
        self.refuse_taken_external_id(content, view_id)
        view = View(view_id, user_id, self.view_with_ids(content), self.new_hash(), root_id)
        view.previous_id = previous.id if previous else None
        stack.append(view)
        self.views[view_id] = view
        return view

    def refuse_taken_external_id(self, content: Json, view_id: str) -> None:
        """An external_id belongs to one open view."""
        external_id = content.get("external_id")
        shown = [*itertools.chain.from_iterable(self.stacks.values()), *self.homes.values()]
        if external_id and any(v.content.get("external_id") == external_id and v.id != view_id for v in shown):
            raise Refusal("duplicate_external_id", external_id)

    def view_with_ids(self, content: Json) -> Json:
        return {**content, "blocks": self.with_ids(content["blocks"])}

    def take_away(self, view: View, whole_stack: bool = False) -> None:
        """Close a modal, or all modals of the stack it is in."""
        stack = self.stacks[view.user_id]
        if whole_stack:
            stack.clear()
        elif view in stack:
            del stack[stack.index(view) :]

    def is_open(self, view: View) -> bool:
        return view in self.stacks[view.user_id] or self.homes.get(view.user_id) is view

    def view_payload(self, view: View) -> Json:
        """The view as answers and interactions carry it."""
        own = {"private_metadata": "", "callback_id": "", "external_id": "", **copied(view.content)}
        if own["type"] == "modal":
            own = {"submit": None, "close": None, "clear_on_close": False, "notify_on_close": False, **own}
        return {
            **own,
            "id": view.id,
            "team_id": self.team_id,
            "app_id": self.app_id,
            "app_installed_team_id": self.team_id,
            "bot_id": self.bot_id,
            "state": {"values": copied(view.state())},
            "hash": view.hash,
            "root_view_id": view.root_id,
            "previous_view_id": view.previous_id,
        }

    def profile_payload(self, profile: Profile, with_locale: bool) -> Json:
        """The user object of users.info; the address only with its own scope."""
        fields = asdict(profile)
        email, locale = fields.pop("email"), fields.pop("locale")
        grid = {"enterprise_user": fields.pop("enterprise_user")}
        team = {} if fields["team_id"] == "" else {"team_id": fields["team_id"]}
        del fields["team_id"]
        shown = {"real_name": profile.real_name, "display_name": profile.name}
        if email and "users:read.email" in self.scopes:
            shown["email"] = email
        extra = {"locale": locale} if with_locale else {}
        return {
            **fields,
            **team,
            **(grid if grid["enterprise_user"] else {}),
            **extra,
            "profile": shown,
            "is_app_user": False,
        }
