"""Our app as the double of Slack knows it."""

from bot.slack import ids

SCOPES = (
    *("chat:write", "commands", "users:read", "users:read.email", "channels:read", "groups:read"),
    *("usergroups:read", "groups:history", "files:write", "files:read"),
)
"""As manifest.yml asks for; a test holds the two together."""

DECLARED = (ids.COMMAND, ids.SHORTCUT)
EVENTS = ("app_home_opened", "member_joined_channel", "member_left_channel", "message.groups")
