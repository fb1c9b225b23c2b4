"""`make demo`: the whole of Burgernetmail on one machine, for trying out."""

import secrets
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from pydantic import SecretStr
from rich.console import Console
from rich.panel import Panel

from bot.main import build, migrate_database
from bot.practice import mailbox, workspace
from bot.practice.processes import Child, PracticeError, free_port
from bot.practice.quirks import PracticeClient, fill_in_initial_values, keep_line_breaks
from bot.practice.town import CHANNELS, PARTICIPANTS, participants
from bot.program import Program
from bot.settings import Settings
from bot.workflow.cards import Channel

FOLDER: Final = Path(".practice")
WATCH_S: Final = 0.5

WALK: Final = """\
[bold]1[/] Open Slack and act as [bold]Anna Bakker[/]. In #bm-aanvragen type [bold]/burgernetmail[/]. Fill in:
  Straat [cyan]Kattenbroekstraat[/] · Huisnummer [cyan]12[/] · Postcode [cyan]3823 AB[/] · both dates yesterday,
  Tijd van [cyan]14:00[/] and Tijd tot [cyan]16:30[/] · Wat is er gebeurd? [cyan]De voordeur is opengebroken.[/] ·
  BVH-nummer [cyan]2026-001234[/]. Press [bold]Volgende[/], read the mail as it will go out, press [bold]Indienen[/].
[bold]2[/] Act as [bold]Bram Visser[/], a colleague, and press [bold]Goedkeuren en versturen[/]. (As Anna: refused.)
[bold]3[/] Open the mail page, choose a citizen ([cyan]...@example.nl[/]) in the list at the left, read the mail.
[bold]4[/] Answer it there: press the arrow (Reply mail), put that citizen's address after From (the page makes one up),
  type what you saw, press the paper plane (Send mail).
[bold]5[/] Act as [bold]Carla Mulder[/]. In #bm-reacties press [bold]Relevant voor deze zaak[/], then
  [bold]Naar inbrakenteam[/], [bold]Beantwoorden[/] and [bold]In BVH gezet[/].
[bold]6[/] Act as [bold]Daan de Groot[/]. In #bm-woninginbraken open the thread and press [bold]Bruikbaar[/]:
  Carla sees it on the reply at once. The citizen has the acknowledgement and the answer in the mailbox."""


def run_demo() -> None:
    """Start everything, say where it is, and end everything at Ctrl-C; PracticeError says what to do."""
    console = Console()
    ended: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda got, _frame: ended.append(got))
    with ExitStack() as ending:
        children = _start(console, ending)
        while not ended:
            time.sleep(WATCH_S)
            for child in children:
                if not child.alive:
                    raise PracticeError(f"{child.name} ended by itself; see its log in {FOLDER / 'run'}.")
        console.print("\nEnding ...")


def _start(console: Console, ending: ExitStack) -> list[Child]:
    run = _fresh_folder()
    slack_port, web_port, ports = free_port(3000), free_port(8080), mailbox.choose_ports()
    with console.status("Fetching the practice Slack (once) ..."):
        workspace.installed(FOLDER)
    with console.status("Starting the practice Slack and mail server ..."):
        slack = _kept(ending, workspace.start(FOLDER, run, slack_port))
        mail = _kept(ending, mailbox.start(run, ports))
    settings = practice_settings(run, slack_port, web_port, ports)
    migrate_database(settings)
    program = build(settings, web_client=PracticeClient, middleware=(fill_in_initial_values, keep_line_breaks))
    with console.status(f"Moving {PARTICIPANTS} made-up participants in ..."):
        program.enrol(participants())
    program.start()
    ending.callback(program.stop)
    _tell(console, slack_port, ports, program)
    return [slack, mail]


def _fresh_folder() -> Path:
    """The practice Slack forgets everything at its end, so the database starts empty with it."""
    run = FOLDER / "run"
    shutil.rmtree(run, ignore_errors=True)
    (run / "files").mkdir(parents=True)
    return run


def _kept(ending: ExitStack, child: Child) -> Child:
    stop: Callable[[], None] = child.stop
    ending.callback(stop)
    return child


def practice_settings(run: Path, slack_port: int, web_port: int, ports: mailbox.Ports) -> Settings:
    """As an operator would set them, for this machine only."""
    user = mailbox.REPLY_ADDRESS.replace("@", "%40")
    ids = {channel: channel_id for channel, (channel_id, _) in CHANNELS.items()}
    return Settings(
        slack_bot_token=SecretStr(workspace.BOT_TOKEN),
        slack_app_token=SecretStr(workspace.APP_TOKEN),
        slack_api_url=f"http://localhost:{slack_port}/api/",
        channel_intake=ids[Channel.INTAKE],
        channel_triage=ids[Channel.TRIAGE],
        channel_burglary=ids[Channel.BURGLARY],
        channel_supervision=ids[Channel.SUPERVISION],
        database_url=f"sqlite:///{run / 'demo.db'}",
        mail_provider="smtp",
        mail_from=mailbox.SENDER,
        mail_reply_address=mailbox.REPLY_ADDRESS,
        smtp_url=f"smtp://127.0.0.1:{ports.smtp}",
        imap_url=f"imap://{user}:{mailbox.PASSWORD}@127.0.0.1:{ports.imap}/INBOX",
        public_url=f"http://localhost:{web_port}",
        http_port=web_port,
        secret_key=SecretStr(secrets.token_hex(32)),
        geocoder_url="",
    )


def _tell(console: Console, slack_port: int, ports: mailbox.Ports, program: Program) -> None:
    addresses = (
        f"Slack (practice)  [link]http://localhost:{slack_port}[/]   listens on all interfaces without a password: "
        "for trying out only\n"
        f"Mail page         [link]http://localhost:{ports.page}[/]   loopback only\n"
        f"Bot's web pages   [link]http://localhost:{program.http_port}/privacy[/]   loopback only"
    )
    console.print(Panel(addresses, title="Burgernetmail practises", expand=False))
    console.print(WALK, highlight=False)
    console.print("\nCtrl-C ends it all; nothing is kept.", style="dim")
