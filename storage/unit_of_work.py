"""One transaction with a repository for each thing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Engine

from bot.bells import Bell, Bells
from bot.clock import Clock
from storage.alerts.alerts import StoredAlerts
from storage.alerts.drafts import StoredDrafts
from storage.alerts.joined import StoredJoined
from storage.alerts.repeats import StoredRepeats
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
from storage.figures.brought import StoredBrought
from storage.figures.figures import StoredFigures
from storage.figures.reports import StoredReports
from storage.figures.tips import StoredTips
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
from storage.participants.addresses import StoredAddresses
from storage.participants.campaigns import StoredCampaigns
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
from storage.schema.teams import FIRST, TEAM
from storage.surveys.surveys import StoredSurveys

Stored = TypeVar("Stored")


def _repository(kind: Callable[[Connection], Stored]) -> cached_property[Stored]:
    """Made when it is first asked for: most transactions need two or three of them."""
    return cached_property(lambda uow: kind(uow._connection))


def _ringing(kind: Callable[[Connection, set[Bell]], Stored]) -> cached_property[Stored]:
    """One that makes work to do."""
    return cached_property(lambda uow: kind(uow._connection, uow.work))


class UnitOfWork:
    """One transaction: it commits when its block ends, and rolls back when the block raises."""

    drafts = _repository(StoredDrafts)
    repeats = _repository(StoredRepeats)
    joined = _repository(StoredJoined)
    offences = _repository(StoredOffences)
    words = _repository(StoredWords)
    incidents = _repository(StoredIncidents)
    day_monitor_files = _repository(StoredDayMonitorFiles)
    divisions = _repository(StoredDivisions)
    replies = _repository(StoredReplies)
    cases = _repository(StoredCases)
    floods = _repository(StoredFloods)
    attachments = _repository(StoredAttachments)
    images = _repository(StoredImages)
    uploads = _ringing(StoredUploads)
    letters = _repository(StoredLetters)
    answer_templates = _repository(StoredAnswerTemplates)
    owed_answers = _repository(StoredOwedAnswers)
    callbacks = _repository(StoredCallbacks)
    leads = _repository(StoredLeads)
    mentions = _repository(StoredMentions)
    people = _repository(StoredPeople)
    own = _repository(StoredOwn)
    claims = _ringing(StoredClaims)
    campaigns = _repository(StoredCampaigns)
    audit = _repository(StoredAudit)
    leases = _repository(StoredLeases)
    lateness = _repository(StoredLateness)
    reminders = _repository(StoredReminders)
    evidence = _repository(StoredEvidence)
    looks = _repository(StoredLooks)
    erasures = _repository(StoredErasures)
    dossiers = _repository(StoredDossiers)
    searches = _repository(StoredSearches)
    boards = _repository(StoredBoards)
    home_views = _repository(StoredHomeViews)
    figures = _repository(StoredFigures)
    role_holders = _repository(StoredRoleHolders)
    directory = _repository(StoredDirectory)
    troubles = _repository(StoredTroubles)
    tallies = _repository(StoredTallies)
    reports = _repository(StoredReports)
    tips = _repository(StoredTips)
    brought = _repository(StoredBrought)
    surveys = _repository(StoredSurveys)
    addresses = _repository(StoredAddresses)
    mailings = _ringing(StoredMailings)
    inbox = _ringing(StoredInbox)

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self.work: set[Bell] = set()
        """What it makes to do: its workers are woken once it is committed."""

    def take_time(self) -> None:
        """What follows may take PostgreSQL minutes: a whole town, or years of replies."""
        take_time(self._connection)

    @cached_property
    def alerts(self) -> StoredAlerts:
        return StoredAlerts(self._connection, self._clock.now())

    @cached_property
    def outbox(self) -> StoredOutbox:
        return StoredOutbox(self._connection, self._clock.now(), self.work)

    @cached_property
    def standstills(self) -> StoredStandstills:
        return StoredStandstills(self._connection, self._clock.now(), self.work)

    @cached_property
    def reach(self) -> StoredReach:
        return StoredReach(self._connection, self._clock.now())


Work = Callable[[], AbstractContextManager[UnitOfWork]]


def unit_of_work(engine: Engine, clock: Clock, bells: Bells | None = None, team: int = FIRST) -> Work:
    """Transactions on a team's rows; what they make to do rings its bell, in other copies of the program too."""
    engine = engine.execution_options(**{TEAM: team})
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


def looking(engine: Engine, clock: Clock, team: int = FIRST) -> Work:
    """The same for what only reads, above all before a press is acknowledged."""
    reading = for_reading(engine).execution_options(**{TEAM: team})

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
