"""Every callback, action and block id. A test holds that each has a listener or a reader."""

from typing import Final

COMMAND: Final = "/burgernetmail"
WORD_CALL: Final = "telefoon"
SHORTCUT: Final = "new_request"

REQUEST_FORM: Final = "request_form"
REQUEST_PREVIEW: Final = "request_preview"
RETURN_FORM: Final = "return_form"
ANSWER_FORM: Final = "answer_form"
BVH_FORM: Final = "bvh_form"
CALL_FORM: Final = "call_form"
ORIGINAL_VIEW: Final = "original_view"

NEW_REQUEST: Final = "new_request_button"
APPROVE: Final = "approve"
AMEND: Final = "amend"
SEND_BACK: Final = "send_back"
WITHDRAW: Final = "withdraw"
CLOSE: Final = "close"
NOTE_CALL: Final = "note_call"
NOTE_ANY_CALL: Final = "note_any_call"

RATE: Final = "rate_"
ANSWER: Final = "answer"
ESCALATE: Final = "escalate"
RECORD_IN_BVH: Final = "record_in_bvh"
SHOW_CONTACT_DATA: Final = "show_contact_data"
SHOW_ORIGINAL: Final = "show_original"
LEAD_RESULT: Final = "lead_result_"
SEND_AGAIN: Final = "send_again"
LEAVE_IT: Final = "leave_it"
