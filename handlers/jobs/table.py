"""The one table of timed jobs: how often, and which step of the workflow."""

from collections.abc import Callable, Sequence
from functools import partial

from bot.assembling.workflow import Workflow
from bot.bells import Bell
from bot.domain.desk.troubles import Trouble
from bot.records.outbox import Worker
from bot.settings import Settings
from handlers.jobs.schedule import Job
from handlers.slack.desk import publishing
from handlers.slack.presses import Desk


def table(desk: Desk, settings: Settings, troubles: Callable[[], Sequence[Trouble]]) -> tuple[Job, ...]:
    """`finish` gives back what one copy holds at a time; `troubles` are what this copy sees now."""
    work = desk.workflow
    mailbox, scanning = work.fetching, work.scanning
    chat, mail, files = (
        partial(work.posting.deliver_next, worker) for worker in (Worker.CHAT, Worker.MAIL, Worker.FILES)
    )
    return (
        Job("posting", 2, chat, at_once=4, bell=Bell.OUTBOX, interrupt=work.posting.end_soon),
        Job("writing", 5, mail, at_once=4, bell=Bell.LETTERS, interrupt=work.posting.end_soon),
        Job("clearing", 30, files, bell=Bell.FILES, interrupt=work.posting.end_soon),
        Job("sending", 5, work.sending.send_next, at_once=4, bell=Bell.BATCHES),
        Job("reading", 5, work.receiving.read_waiting, bell=Bell.INBOUND),
        Job("bringing", 5, work.bringing.keep_up, bell=Bell.UPLOADS),
        Job("calling", 5, work.calling.remind_due),
        Job("recovering", 5, work.sending.recover),
        Job("reminding", 60, work.reminding.remind),
        Job("giving back", 30, work.taking.give_back_idle),
        *_of_participants(work),
        Job("forgetting drafts", 600, work.drafting.forget_old),
        Job("retaining", 10, work.retaining.run_at_night),
        Job("dividing", 60, work.dividing.begin_morning, moments=(settings.divide_at,)),
        Job("reporting", 300, work.reporting.report_month, moments=(settings.report_at,)),
        Job("home", 20, partial(publishing.renew, desk), finish=work.homing.give_back),
        Job("recognising", 10, work.recognising.sweep, finish=work.recognising.give_back),
        Job("surveying", 60, work.tallying.keep_up),
        Job("doorkeeping", 10, work.doorkeeping.keep_up, finish=work.doorkeeping.count),
        Job("staffing", 60, partial(look_at_roles, desk), moments=(settings.remind_superusers_at,)),
        Job("telling", 20, lambda: work.telling.tell(troubles())),
        Job("sealing", 5, work.audit_chain.seal_next, finish=work.audit_chain.give_back),
        Job("telling the seal", 300, work.audit_chain.tell, moments=(settings.remind_superusers_at,)),
        *([Job("scanning", 2, scanning.scan_waiting, bell=Bell.INBOUND)] if scanning else []),
        *([Job("mailbox", 1, mailbox.fetch, interrupt=mailbox.interrupt, finish=mailbox.give_back)] if mailbox else []),
    )


def _of_participants(work: Workflow) -> tuple[Job, ...]:
    """Who signs up, who gets mail again, and what recruiting brought."""
    return (
        Job("signing up", 30, work.signing_up.mail_next, bell=Bell.CLAIMS),
        Job("forgetting claims", 600, work.signing_up.forget_old),
        Job("telling campaigns", 300, work.campaigning.tell_due),
        Job("trying again", 600, work.pausing.try_again),
    )


def look_at_roles(desk: Desk) -> None:
    """Who gained a role, and who lost one."""
    desk.workflow.staffing.keep_up(desk.staff.everybody)
