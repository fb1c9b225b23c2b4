"""A call of Slack's Web API, and what its failure means: not done, perhaps done, refused once, refused for good."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.error import URLError

from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.domain.day_monitor.file_errors import FileGone
from bot.workflow.ports import (
    AnswerLost,
    ChatDown,
    ChatMisconfigured,
    ChatRefused,
    MessageRefused,
    PictureRefused,
    ThreadGone,
)

REFUSED_FOR_GOOD = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "block_mismatch", "msg_blocks_too_long", "msg_too_long", "no_text"}
    | {"attachment_payload_limit_exceeded", "too_many_attachments", "invalid_attachments", "missing_file_data"}
    | {"metadata_too_large", "invalid_metadata_format", "invalid_metadata_schema"}
    | {"invalid_arguments", "invalid_arg_name", "invalid_array_arg", "invalid_form_data", "invalid_json"}
    | {"cant_delete_message", "compliance_exports_prevent_deletion"}
    | {"invalid_post_type", "invalid_charset", "json_not_object", "thread_not_found", "cannot_reply_to_message"}
)
"""The content is at fault."""
SET_UP = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "no_permission"}
    | {"missing_scope", "not_allowed_token_type", "invalid_app_id", "app_missing_action_url", "ekm_access_denied"}
    | {"org_login_required", "team_access_not_granted", "two_factor_setup_required", "access_denied"}
    | {"enterprise_is_restricted", "accesslimited", "accountlimited", "team_not_found", "team_added_to_org"}
    | {"channel_not_found", "not_in_channel", "is_archived", "channel_is_limited_access", "channel_type_not_supported"}
    | {"restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel"}
    | {"restricted_action_non_threadable_channel", "posting_to_general_channel_denied", "user_is_restricted"}
    | {"user_not_in_channel", "messages_tab_disabled", "method_deprecated", "unknown_method", "storage_limit_reached"}
)
"""The channel or the workspace is at fault: all its posts wait until somebody mends that. What stands nowhere here is
one message's own trouble: the posts behind it tell whether their channel works."""
GONE = frozenset({"message_not_found"})
FILE_GONE = frozenset({"file_not_found", "file_deleted"})
FIXED = frozenset({"edit_window_closed", "cant_update_message"})
"""It stands and will not change: the workspace closes its messages, or the app was installed anew as another bot."""
BUSY = frozenset({"ratelimited", "rate_limited"})
MAYBE_DONE = frozenset({"request_timeout", "service_unavailable"})
POISONED = frozenset({"internal_error", "fatal_error"})
"""Slack stumbled over this very call, and may have done it."""


class MessageGone(Exception):
    """Somebody deleted the message."""


class MessageFixed(Exception):
    """The message stands and can't be changed."""


def called(call: Callable[[], SlackResponse]) -> SlackResponse:
    """Make a call and tell apart: certainly not done, perhaps done, refused for good."""
    try:
        return call()
    except SlackApiError as error:
        raise _meaning_of(error) from None
    except URLError as error:
        if isinstance(error.reason, ConnectionRefusedError) or "Name or service" in str(error.reason):
            raise ChatDown("slack can't be reached") from None
        raise AnswerLost(type(error.reason).__name__) from None
    except (OSError, HTTPException) as error:
        raise AnswerLost(type(error).__name__) from None


def _meaning_of(error: SlackApiError) -> Exception:
    response = error.response
    status, code = response.status_code, str(response.get("error", "")) if isinstance(response.data, dict) else ""
    if status == 429 or code in BUSY:
        return ChatDown("ratelimited", float(response.headers.get("Retry-After", 1)))
    for codes, meaning in ((GONE, MessageGone), (FIXED, MessageFixed), (FILE_GONE, FileGone)):
        if code in codes:
            return meaning()
    if code in REFUSED_FOR_GOOD:
        messages = response.get("response_metadata", {}).get("messages", [])
        refusal = ThreadGone if code == "thread_not_found" else ChatRefused
        return refusal(": ".join([code, *messages[:2]]))
    if status >= 500 or code in MAYBE_DONE:
        return AnswerLost(code or str(status))
    if not code or code in SET_UP:
        return ChatMisconfigured(code or str(status))
    return MessageRefused(code, maybe_done=code in POISONED)


@contextmanager
def refusing_picture(file_id: str) -> Iterator[None]:
    """What shows a picture and is refused may be refused for that."""
    try:
        yield
    except ChatRefused as refusal:
        raise PictureRefused(str(refusal)) if file_id else refusal from None
