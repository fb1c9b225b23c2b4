"""Which tasks keep an order among each other, what hangs on what, and who does them."""

from collections.abc import Mapping
from typing import Final

from bot.bells import Bell
from bot.records.outbox import Task, Worker

QUEUE_KEYS: Mapping[Task, str] = {
    Task.SHOW_ALERT: "intake",
    Task.ALERT_NOTE: "intake",
    Task.SAY_FILED: "intake",
    Task.SAY_HELD: "intake",
    Task.SHOW_DIVISION: "intake",
    Task.SHOW_REPEAT: "intake",
    Task.DIVISION_NOTE: "intake",
    Task.SHOW_REPLY: "triage",
    Task.SHOW_FOLLOW_UP: "triage",
    Task.REPLY_NOTE: "triage",
    Task.CLEAR_THREAD: "triage",
    Task.SHOW_LEADS: "burglary",
    Task.SHOW_LEAD: "burglary",
    Task.LEAD_NOTE: "burglary",
    Task.SHOW_BATCH: "supervision",
    Task.SHOW_STUCK: "supervision",
    Task.SHOW_STANDSTILL: "supervision",
    Task.SUPERVISION_NOTE: "supervision",
    Task.REMIND_INTAKE: "intake",
    Task.REMIND_CHANNEL: "triage",
    Task.REMIND_SUPERUSERS: "supervision",
    Task.READ_DAY_MONITOR: "day_monitor",
    Task.SHOW_DAY_MONITOR: "supervision",
    Task.SHOW_REPORT: "supervision",
    Task.SHOW_LEADER_REPORT: "project_leader",
    Task.LEADER_FILES: "project_leader",
    Task.REPORT_FILES: "supervision",
    Task.SHOW_REACH: "supervision",
    Task.SHOW_CAMPAIGN: "supervision",
    Task.CAMPAIGN_FILES: "supervision",
    Task.SHOW_CAMPAIGN_RESULT: "supervision",
    Task.SHOW_SURVEY: "supervision",
    Task.SURVEY_NOTE: "supervision",
    Task.SHOW_SURVEY_DUE: "supervision",
    Task.SHOW_SURVEY_RESULTS: "supervision",
}
"""A channel is a queue: its posts keep their order. A map, a letter, a flood, a hint waits for nothing else."""

NOTES = frozenset(
    {Task.ALERT_NOTE, Task.REPLY_NOTE, Task.LEAD_NOTE, Task.SUPERVISION_NOTE, Task.HINT, Task.SURVEY_NOTE}
    | {Task.SAY_FILED, Task.SAY_HELD}
    | {Task.REMIND_INTAKE, Task.REMIND_CHANNEL, Task.REMIND_SUPERUSERS, Task.REMOVE_BLOBS, Task.DIVISION_NOTE}
)

NOTES_OF: Final[Mapping[Task, Task]] = {
    Task.ALERT_NOTE: Task.SHOW_ALERT,
    Task.REPLY_NOTE: Task.SHOW_REPLY,
    Task.CLEAR_THREAD: Task.SHOW_REPLY,
    Task.LEAD_NOTE: Task.SHOW_LEADS,
    Task.DIVISION_NOTE: Task.SHOW_DIVISION,
    Task.SURVEY_NOTE: Task.SHOW_SURVEY,
    Task.REPORT_FILES: Task.SHOW_REPORT,
    Task.LEADER_FILES: Task.SHOW_LEADER_REPORT,
    Task.CAMPAIGN_FILES: Task.SHOW_CAMPAIGN,
}
"""What happens in the thread of a message, and that message."""

REMINDERS: Final = frozenset({Task.REMIND_INTAKE, Task.REMIND_CHANNEL, Task.REMIND_SUPERUSERS})
UPDATE, FIRST, NEW = -1, 0, 1
"""Lanes of a queue: a message that stands as it is now; what is said of it in its thread, and reminders; and what is
new. Each keeps its order and none waits for another: Slack's one post a second holds up no update, so a rating shows at
once after an evening of replies, and while twenty lines are said."""

ANSWERS: Final[Mapping[Task, Task]] = {Task.REPLY_NOTE: Task.SHOW_FOLLOW_UP, Task.CLEAR_THREAD: Task.SHOW_FOLLOW_UP}
"""What is said of a citizen's later words, and where those stand."""

THREAD: Final = frozenset({Task.SHOW_FOLLOW_UP, Task.REPLY_NOTE, Task.CLEAR_THREAD})
"""What stands in the thread of a reply: in the order in which it was owed, in whatever lane."""

WORKERS: Final[Mapping[Task, Worker]] = {
    Task.SEND_LETTER: Worker.MAIL,
    **dict.fromkeys((Task.REMOVE_BLOBS, Task.LOOK_AT_FILMS), Worker.FILES),
}
"""Every other task is the chat's; none of these shares a queue with it."""

BELLS: Final[Mapping[Worker, Bell]] = {
    Worker.CHAT: Bell.OUTBOX,
    Worker.MAIL: Bell.LETTERS,
    Worker.FILES: Bell.FILES,
}
