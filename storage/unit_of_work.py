"""One transaction with a repository for each thing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property

from sqlalchemy import Connection, Engine

from bot.bells import Bell, Bells
from bot.clock import Clock
from storage.alerts.alerts import StoredAlerts
from storage.alerts.drafts import StoredDrafts
from storage.alerts.words import StoredWords
from storage.day_monitor.day_monitor_files import StoredDayMonitorFiles
from storage.day_monitor.dividing import StoredDivisions
from storage.day_monitor.incidents import StoredIncidents
from storage.desk.boards import StoredBoards
from storage.desk.directory import StoredDirectory
from storage.desk.home_views import StoredHomeViews
from storage.desk.lateness import StoredLateness
from storage.desk.reminders import StoredReminders
from storage.desk.role_holders import StoredRoleHolders
from storage.desk.searches import StoredSearches
from storage.desk.tallies import StoredTallies
from storage.desk.troubles import StoredTroubles
from storage.engine import OF_A_COMMAND, for_reading, make_engine, take_time
from storage.figures.figures import StoredFigures
from storage.figures.reports import StoredReports
from storage.leads.leads import StoredLeads
from storage.letters.answer_templates import StoredAnswerTemplates
from storage.letters.letters import StoredLetters
from storage.letters.owed_answers import StoredOwedAnswers
from storage.mailings.mailings import StoredMailings
from storage.offences import StoredOffences
from storage.outbox.leases import StoredLeases
from storage.outbox.outbox import StoredOutbox
from storage.outbox.standstills import StoredStandstills
from storage.outbox.turns import Turns, giving_way
from storage.outbox.waking import notify
from storage.participants.claims import StoredClaims
from storage.participants.own import StoredOwn
from storage.participants.people import StoredPeople
from storage.participants.reach import StoredReach
from storage.privacy.audit import StoredAudit
from storage.privacy.dossiers import StoredDossiers
from storage.privacy.erasures import StoredErasures
from storage.privacy.evidence import StoredEvidence
from storage.privacy.looks import StoredLooks
from storage.replies.attachments import StoredAttachments
from storage.replies.callbacks import StoredCallbacks
from storage.replies.cases import StoredCases
from storage.replies.floods import StoredFloods
from storage.replies.images import StoredImages
from storage.replies.inbox import StoredInbox
from storage.replies.mentions import StoredMentions
from storage.replies.replies import StoredReplies
from storage.replies.uploads import StoredUploads
from storage.surveys.surveys import StoredSurveys


class UnitOfWork:
    """One transaction: it commits when its block ends, and rolls back when the block raises.

    A repository is made when it is first asked for: most transactions need two or three of them.
    """

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self.work: set[Bell] = set()
        """What it makes to do: its workers are woken once it is committed."""

    def take_time(self) -> None:
        """What follows may take PostgreSQL minutes: a whole town, or years of replies."""
        take_time(self._connection)

    @cached_property
    def drafts(self) -> StoredDrafts:
        return StoredDrafts(self._connection)

    @cached_property
    def alerts(self) -> StoredAlerts:
        return StoredAlerts(self._connection)

    @cached_property
    def offences(self) -> StoredOffences:
        return StoredOffences(self._connection)

    @cached_property
    def words(self) -> StoredWords:
        return StoredWords(self._connection)

    @cached_property
    def incidents(self) -> StoredIncidents:
        return StoredIncidents(self._connection)

    @cached_property
    def day_monitor_files(self) -> StoredDayMonitorFiles:
        return StoredDayMonitorFiles(self._connection)

    @cached_property
    def divisions(self) -> StoredDivisions:
        return StoredDivisions(self._connection)

    @cached_property
    def mailings(self) -> StoredMailings:
        return StoredMailings(self._connection, self.work)

    @cached_property
    def inbox(self) -> StoredInbox:
        return StoredInbox(self._connection, self.work)

    @cached_property
    def replies(self) -> StoredReplies:
        return StoredReplies(self._connection)

    @cached_property
    def cases(self) -> StoredCases:
        return StoredCases(self._connection)

    @cached_property
    def floods(self) -> StoredFloods:
        return StoredFloods(self._connection)

    @cached_property
    def attachments(self) -> StoredAttachments:
        return StoredAttachments(self._connection)

    @cached_property
    def images(self) -> StoredImages:
        return StoredImages(self._connection)

    @cached_property
    def uploads(self) -> StoredUploads:
        return StoredUploads(self._connection)

    @cached_property
    def letters(self) -> StoredLetters:
        return StoredLetters(self._connection)

    @cached_property
    def answer_templates(self) -> StoredAnswerTemplates:
        return StoredAnswerTemplates(self._connection)

    @cached_property
    def owed_answers(self) -> StoredOwedAnswers:
        return StoredOwedAnswers(self._connection)

    @cached_property
    def callbacks(self) -> StoredCallbacks:
        return StoredCallbacks(self._connection)

    @cached_property
    def leads(self) -> StoredLeads:
        return StoredLeads(self._connection)

    @cached_property
    def mentions(self) -> StoredMentions:
        return StoredMentions(self._connection)

    @cached_property
    def people(self) -> StoredPeople:
        return StoredPeople(self._connection)

    @cached_property
    def own(self) -> StoredOwn:
        return StoredOwn(self._connection)

    @cached_property
    def claims(self) -> StoredClaims:
        return StoredClaims(self._connection)

    @cached_property
    def outbox(self) -> StoredOutbox:
        return StoredOutbox(self._connection, self._clock.now(), self.work)

    @cached_property
    def standstills(self) -> StoredStandstills:
        return StoredStandstills(self._connection, self._clock.now(), self.work)

    @cached_property
    def audit(self) -> StoredAudit:
        return StoredAudit(self._connection)

    @cached_property
    def leases(self) -> StoredLeases:
        return StoredLeases(self._connection)

    @cached_property
    def lateness(self) -> StoredLateness:
        return StoredLateness(self._connection)

    @cached_property
    def reminders(self) -> StoredReminders:
        return StoredReminders(self._connection)

    @cached_property
    def evidence(self) -> StoredEvidence:
        return StoredEvidence(self._connection)

    @cached_property
    def looks(self) -> StoredLooks:
        return StoredLooks(self._connection)

    @cached_property
    def erasures(self) -> StoredErasures:
        return StoredErasures(self._connection)

    @cached_property
    def dossiers(self) -> StoredDossiers:
        return StoredDossiers(self._connection)

    @cached_property
    def searches(self) -> StoredSearches:
        return StoredSearches(self._connection)

    @cached_property
    def boards(self) -> StoredBoards:
        return StoredBoards(self._connection)

    @cached_property
    def home_views(self) -> StoredHomeViews:
        return StoredHomeViews(self._connection)

    @cached_property
    def figures(self) -> StoredFigures:
        return StoredFigures(self._connection)

    @cached_property
    def role_holders(self) -> StoredRoleHolders:
        return StoredRoleHolders(self._connection)

    @cached_property
    def directory(self) -> StoredDirectory:
        return StoredDirectory(self._connection)

    @cached_property
    def troubles(self) -> StoredTroubles:
        return StoredTroubles(self._connection)

    @cached_property
    def tallies(self) -> StoredTallies:
        return StoredTallies(self._connection)

    @cached_property
    def reports(self) -> StoredReports:
        return StoredReports(self._connection)

    @cached_property
    def surveys(self) -> StoredSurveys:
        return StoredSurveys(self._connection)

    @cached_property
    def reach(self) -> StoredReach:
        return StoredReach(self._connection, self._clock.now())


Work = Callable[[], AbstractContextManager[UnitOfWork]]


def unit_of_work(engine: Engine, clock: Clock, bells: Bells | None = None) -> Work:
    """Transactions on a database; what they make to do rings its bell, in other copies of the program too."""
    turns = Turns() if engine.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def work() -> Iterator[UnitOfWork]:
        with turns, engine.begin() as connection:
            uow = UnitOfWork(connection, clock)
            yield uow
            uow.outbox.write()
            notify(connection, uow.work)
        if bells:
            for bell in uow.work:
                bells.ring(bell)

    return work


def looking(engine: Engine, clock: Clock) -> Work:
    """The same for what only reads, above all before a press is acknowledged."""
    reading = for_reading(engine)

    @contextmanager
    def look() -> Iterator[UnitOfWork]:
        with reading.connect() as connection:
            yield UnitOfWork(connection, clock)

    return look


@contextmanager
def work_on(database_url: str) -> Iterator[Work]:
    """Transactions on a database, for a command."""
    engine = make_engine(database_url, OF_A_COMMAND)
    work = unit_of_work(engine, Clock())
    try:
        yield giving_way(work) if engine.dialect.name == "sqlite" else work
    finally:
        engine.dispose()
