"""Files that the operator reads in."""

from bot.clock import Clock
from bot.workflow.participants.addresses import AddressReport, take_addresses
from bot.workflow.participants.recruiting import HouseholdReport, take_households
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.stage import Stage


def households(stage: Stage, *lines: str) -> HouseholdReport:
    """How many homes each neighbourhood has."""
    engine = make_engine(stage.database_url)
    report = take_households(unit_of_work(engine, Clock()), Clock(), ["wijk;huishoudens", *lines], print)
    engine.dispose()
    return report


def addresses(stage: Stage, *lines: str) -> AddressReport:
    """The address register."""
    engine = make_engine(stage.database_url)
    header = "street,number,addition,postcode,place,x,y,purpose"
    report = take_addresses(unit_of_work(engine, Clock()), Clock(), [header, *lines], print)
    engine.dispose()
    return report
