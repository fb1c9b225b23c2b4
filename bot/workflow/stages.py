"""All stages of the work, side by side."""

from dataclasses import dataclass

from bot.workflow.alerts.approving import Approving
from bot.workflow.alerts.closing import Closing
from bot.workflow.alerts.concluding import Concluding
from bot.workflow.alerts.deciding import Deciding
from bot.workflow.alerts.holding import Holding
from bot.workflow.alerts.nudging import Nudging
from bot.workflow.alerts.proposing import Proposing
from bot.workflow.alerts.requesting import Requesting
from bot.workflow.alerts.sending import Sending
from bot.workflow.alerts.trying import Trying
from bot.workflow.day_monitor.dividing import Dividing
from bot.workflow.day_monitor.importing import Importing
from bot.workflow.desk.finding import Finding
from bot.workflow.desk.homing import Homing
from bot.workflow.desk.listing import Listing
from bot.workflow.desk.reminding import Reminding
from bot.workflow.desk.staffing import Staffing
from bot.workflow.desk.watching import Watching
from bot.workflow.figures.reporting import Reporting
from bot.workflow.leads.escalating import Escalating
from bot.workflow.letters.answering import Answering
from bot.workflow.letters.answering_many import AnsweringMany
from bot.workflow.letters.asking import Asking
from bot.workflow.letters.templating import Templating
from bot.workflow.outbox.posting import Posting
from bot.workflow.participants.leaving import Leaving
from bot.workflow.participants.pausing import Pausing
from bot.workflow.participants.recruiting import Recruiting
from bot.workflow.privacy.access_log import AccessLog
from bot.workflow.privacy.audit_chain import AuditChain
from bot.workflow.privacy.retaining import Retaining
from bot.workflow.replies.calling import Calling
from bot.workflow.replies.looking import Looking
from bot.workflow.replies.noting import Noting
from bot.workflow.replies.opening import Opening
from bot.workflow.replies.placing import Placing
from bot.workflow.replies.receiving import Receiving
from bot.workflow.replies.replying import Replying
from bot.workflow.replies.scanning import Scanning
from bot.workflow.replies.taking import Taking
from bot.workflow.replies.triaging import Triaging
from bot.workflow.replies.unsubscribing import Unsubscribing
from bot.workflow.surveys.collecting import Collecting
from bot.workflow.surveys.surveying import Surveying
from bot.workflow.surveys.tallying import Tallying


@dataclass(frozen=True)
class Workflow:
    """One use case a stage of the work, on one database."""

    dividing: Dividing
    requesting: Requesting
    deciding: Deciding
    trying: Trying
    approving: Approving
    proposing: Proposing
    sending: Sending
    receiving: Receiving
    noting: Noting
    replying: Replying
    taking: Taking
    triaging: Triaging
    placing: Placing
    answering: Answering
    answering_many: AnsweringMany
    templating: Templating
    asking: Asking
    calling: Calling
    escalating: Escalating
    closing: Closing
    concluding: Concluding
    finding: Finding
    homing: Homing
    leaving: Leaving
    pausing: Pausing
    unsubscribing: Unsubscribing
    listing: Listing
    reminding: Reminding
    reporting: Reporting
    posting: Posting
    opening: Opening
    looking: Looking
    access_log: AccessLog
    holding: Holding
    retaining: Retaining
    scanning: Scanning | None
    audit_chain: AuditChain
    recruiting: Recruiting
    staffing: Staffing
    surveying: Surveying
    collecting: Collecting
    tallying: Tallying
    importing: Importing
    watching: Watching
    nudging: Nudging
