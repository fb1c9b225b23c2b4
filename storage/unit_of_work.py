"""One transaction with a repository for each thing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from storage.alerts import StoredAlerts
from storage.answer_templates import StoredAnswerTemplates
from storage.attachments import StoredAttachments
from storage.audit import StoredAudit
from storage.boards import StoredBoards
from storage.callbacks import StoredCallbacks
from storage.cases import StoredCases
from storage.day_monitor_files import StoredDayMonitorFiles
from storage.dividing import StoredDivisions
from storage.dossiers import StoredDossiers
from storage.drafts import StoredDrafts
from storage.erasures import StoredErasures
from storage.figures import StoredFigures
from storage.floods import StoredFloods
from storage.home_views import StoredHomeViews
from storage.inbox import StoredInbox
from storage.incidents import StoredIncidents
from storage.lateness import StoredLateness
from storage.leads import StoredLeads
from storage.leases import StoredLeases
from storage.letters import StoredLetters
from storage.looks import StoredLooks
from storage.mailings import StoredMailings
from storage.mentions import StoredMentions
from storage.outbox import StoredOutbox
from storage.owed_answers import StoredOwedAnswers
from storage.people import StoredPeople
from storage.reach import StoredReach
from storage.reminders import StoredReminders
from storage.replies import StoredReplies
from storage.reports import StoredReports
from storage.role_holders import StoredRoleHolders
from storage.searches import StoredSearches
from storage.surveys import StoredSurveys
from storage.words import StoredWords


class StoredUnitOfWork:
    """The UnitOfWork port on a database connection."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self.drafts = StoredDrafts(connection)
        self.alerts = StoredAlerts(connection)
        self.words = StoredWords(connection)
        self.incidents = StoredIncidents(connection)
        self.day_monitor_files = StoredDayMonitorFiles(connection)
        self.divisions = StoredDivisions(connection)
        self.mailings = StoredMailings(connection)
        self.inbox = StoredInbox(connection)
        self.replies = StoredReplies(connection)
        self.cases = StoredCases(connection)
        self.floods = StoredFloods(connection)
        self.attachments = StoredAttachments(connection)
        self.letters = StoredLetters(connection)
        self.answer_templates = StoredAnswerTemplates(connection)
        self.owed_answers = StoredOwedAnswers(connection)
        self.callbacks = StoredCallbacks(connection)
        self.leads = StoredLeads(connection)
        self.mentions = StoredMentions(connection)
        self.people = StoredPeople(connection)
        self.outbox = StoredOutbox(connection, clock.now())
        self.audit = StoredAudit(connection)
        self.leases = StoredLeases(connection)
        self.lateness = StoredLateness(connection)
        self.reminders = StoredReminders(connection)
        self.looks = StoredLooks(connection)
        self.erasures = StoredErasures(connection)
        self.dossiers = StoredDossiers(connection)
        self.searches = StoredSearches(connection)
        self.boards = StoredBoards(connection)
        self.home_views = StoredHomeViews(connection)
        self.figures = StoredFigures(connection)
        self.role_holders = StoredRoleHolders(connection)
        self.reports = StoredReports(connection)
        self.surveys = StoredSurveys(connection)
        self.reach = StoredReach(connection, clock.now())


def unit_of_work(engine: Engine, clock: Clock) -> Callable[[], AbstractContextManager[StoredUnitOfWork]]:
    """A maker of transactions: each commits when its block ends, and rolls back when the block raises."""

    @contextmanager
    def work() -> Iterator[StoredUnitOfWork]:
        with engine.begin() as connection:
            uow = StoredUnitOfWork(connection, clock)
            yield uow
            uow.outbox.write()

    return work
