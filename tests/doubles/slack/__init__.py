"""A strict stand-in for Slack's servers, for tests.

A real Bolt app connects to it unchanged: the Web API over HTTP (`base_url=slack.api_url`), Socket Mode over a
web socket, or HTTP mode with signed requests to `slack.http_target`. Tests act as people:

    with SlackDouble() as slack:
        anna = slack.add_person("anna", "Anna de Vries")
        team = slack.add_channel("wijkteam", [anna])
        ...                                             # connect the app
        anna.command("/burgernetmail", "", team)
        form = slack.wait_for(lambda: anna.modal)
        outcome = form.fill({"Straat": "Dorpsstraat"}).submit()
        assert outcome.errors == {}
        message = slack.wait_for(lambda: anna.sees(team))[-1]
        anna.presses(message, "Akkoord")
        slack.assert_clean()

What it refuses, always with Slack's error code and the reason in `response_metadata.messages`:

- the wrong kind of token, a missing scope, unknown methods and unknown arguments; JSON where Slack takes forms;
- channels the bot is not in, archived channels, threads and messages that do not exist, other people's messages;
- every limit on blocks, texts, options, ids, views and whole messages (`blocks.py`), unknown blocks, elements
  and fields, the same id twice in a message or view, a block that changed under the same block_id;
- messages without `text`, updates over 4,000 characters, updates of ephemeral messages;
- modals with inputs but no submit button, a fourth modal on a stack, stale hashes, taken external ids;
- trigger ids older than 3 seconds or used before; response URLs after 30 minutes or 5 uses;
- acknowledgements after 3 seconds (`missed_acks`), and submission answers that name no real input block;
- pictures without alternative text, uploads of another length than announced, pictures that are still being
  processed (`picture_seconds`) or that the app may not read (`files:read`).

Events that were not acknowledged come again when `redelivers` is on: at once, and by `redeliver_due` after 1 and 5
minutes of the double's clock. Commands and shortcuts that the manifest does not declare can't be found (`declared`).

Stricter than Slack on purpose: what Slack would make a link of by itself is refused (`auto_linked`), an action_id
is unique in the whole view or message, a block that changes needs a new block_id, input blocks belong in views only,
option values stay within 75 characters, unknown arguments are errors. Not imitated: rich text, tables, video and
external menus, `file_input`, events about the bot's own posts, and unfurling
(a message says whether it would, in `unfurls`).

How to grow it: a block, element or field is a row in `blocks.py`; what a person can fill in is a row in
`inputs.py`; a method is a row in `methods.py` with a function beside its kin; an event is a row in `people.py`.

`bench.py` holds the fixtures of the double's own tests, and `hang_up`, which closes Bolt's socket handler quickly.

Time is the double's own (`Clock`): a frozen application clock does not stop it, and `slack.clock.advance(...)`
makes triggers, response URLs and rate limits age. Only the timestamp of signed requests follows the application's
clock, because the application compares it with that.
"""

from .clock import Clock
from .courier import Ack, Delivery
from .double import ALL_SCOPES, SlackDouble
from .journal import Call, MissedAck, Refused
from .markup import markup_problems, mentions
from .people import Person
from .records import Channel, Control, Message, Profile
from .screens import Modal, Outcome, Screen

__all__ = [
    "ALL_SCOPES",
    "Ack",
    "Call",
    "Channel",
    "Clock",
    "Control",
    "Delivery",
    "Message",
    "MissedAck",
    "Modal",
    "Outcome",
    "Person",
    "Profile",
    "Refused",
    "Screen",
    "SlackDouble",
    "markup_problems",
    "mentions",
]
