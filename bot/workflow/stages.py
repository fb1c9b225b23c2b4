"""All stages of the work, side by side."""

from dataclasses import dataclass

from bot.workflow.answering import Answering
from bot.workflow.answering_many import AnsweringMany
from bot.workflow.approving import Approving
from bot.workflow.asking import Asking
from bot.workflow.calling import Calling
from bot.workflow.closing import Closing
from bot.workflow.concluding import Concluding
from bot.workflow.deciding import Deciding
from bot.workflow.dividing import Dividing
from bot.workflow.escalating import Escalating
from bot.workflow.finding import Finding
from bot.workflow.hearing import Hearing
from bot.workflow.holding import Holding
from bot.workflow.homing import Homing
from bot.workflow.importing import Importing
from bot.workflow.leaving import Leaving
from bot.workflow.listing import Listing
from bot.workflow.looking import Looking
from bot.workflow.noting import Noting
from bot.workflow.nudging import Nudging
from bot.workflow.opening import Opening
from bot.workflow.overseeing import Overseeing
from bot.workflow.pausing import Pausing
from bot.workflow.placing import Placing
from bot.workflow.posting import Posting
from bot.workflow.proposing import Proposing
from bot.workflow.receiving import Receiving
from bot.workflow.recruiting import Recruiting
from bot.workflow.reminding import Reminding
from bot.workflow.replying import Replying
from bot.workflow.reporting import Reporting
from bot.workflow.requesting import Requesting
from bot.workflow.retaining import Retaining
from bot.workflow.scanning import Scanning
from bot.workflow.sealing import Sealing
from bot.workflow.sending import Sending
from bot.workflow.staffing import Staffing
from bot.workflow.surveying import Surveying
from bot.workflow.taking import Taking
from bot.workflow.tallying import Tallying
from bot.workflow.templating import Templating
from bot.workflow.triaging import Triaging
from bot.workflow.trying import Trying
from bot.workflow.unsubscribing import Unsubscribing
from bot.workflow.watching import Watching


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
    overseeing: Overseeing
    holding: Holding
    retaining: Retaining
    scanning: Scanning | None
    sealing: Sealing
    recruiting: Recruiting
    staffing: Staffing
    surveying: Surveying
    hearing: Hearing
    tallying: Tallying
    importing: Importing
    watching: Watching
    nudging: Nudging
