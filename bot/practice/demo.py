"""`make demo`: the whole of Burgernetmail on one machine, for trying out."""

import os
import secrets
import shlex
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx
from pydantic import SecretStr
from rich.console import Console
from rich.panel import Panel

from bot.clock import Clock, local
from bot.logs import set_up_logs
from bot.practice import mailbox, workspace
from bot.practice.day_monitor import practice_day_monitor
from bot.practice.processes import Child, Heed, PracticeError, choosing_ports, free_port, locked
from bot.practice.quirks import PracticeClient, acknowledge_its_way, fill_in_initial_values
from bot.practice.town import CHANNELS, PARTICIPANTS, address_lines, household_lines, participants
from bot.records.chat import Channel
from bot.settings import Settings
from bot.settings.together import PRACTICE
from bot.workflow.participants.addresses import take_addresses
from bot.workflow.participants.line_reading import Tell
from bot.workflow.participants.recruiting import take_households

if TYPE_CHECKING:
    from bot.main import Program

FOLDER: Final = Path(PRACTICE)
RUN: Final = FOLDER / "run"
WATCH_S: Final = 0.5
READY_TRIES: Final = 20
SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

WALK: Final = """\
[bold]1[/] Open Slack and act as [bold]Anna Bakker[/] (at the top right).
  In #bm-aanvragen type [bold]/burgernetmail[/] and fill in:
  Straat [cyan]Kattenbroekstraat[/] · Huisnummer [cyan]12[/] · Postcode [cyan]3823 AB[/]
  Begindatum yesterday ({yesterday}); Einddatum stays empty
  Begintijd [cyan]14:00[/] · Eindtijd [cyan]16:30[/]
  Wat is er gebeurd? [cyan]De voordeur is opengebroken.[/]
  Straal [cyan]300 m[/] · BVH-nummer [cyan]2026-001234[/]
  All other fields stay as they are. Press [bold]Verder[/], read the mail
  as it will go out, press [bold]Indienen[/].
  (What is wrong is told at the bottom of the form: scroll down.)
[bold]2[/] Act as [bold]Bram Visser[/], a colleague, and press
  [bold]Goedkeuren en versturen[/]. (As Anna it is refused; that is told below
  the map: scroll down.) It goes out five seconds later, unless somebody
  presses [bold]Stop[/]. Slack itself asks here whether you are sure; the
  practice Slack skips such questions.
[bold]3[/] Open the mail page, choose a citizen ([cyan]...@example.nl[/]) in the list at
  the left (it takes a few seconds), click the mail and read it.
[bold]4[/] Answer it there: press the arrow (Reply mail), type what you saw
  above the quote, press the paper plane inside that window. (Or press
  a button in the mail: the bot's own page opens.)
[bold]5[/] Act as [bold]Carla Mulder[/]. In #bm-reacties press
  [bold]Relevant voor deze zaak[/]: the reply is rated. Then [bold]Afhandelen[/]:
  leave Inbrakenteam on [cyan]Doorzetten[/], tick [bold]Staat in BVH[/], read the answer
  (¶ is a new line), press [bold]Opslaan[/]. What is left out stays to do.
[bold]6[/] Act as [bold]Daan de Groot[/]. In #bm-woninginbraken open the thread
  ([cyan]1 reply[/]) and press [bold]Gelezen[/], then [bold]Uitslag[/]; choose
  [bold]Bruikbaar[/], press [bold]Opslaan[/]: Carla sees it on the reply at once. The citizen
  has the acknowledgement and the answer in the mailbox.
[bold]7[/] Act as [bold]Els van Dijk[/]. In #bm-regie send the file
  [cyan].practice/run/dagmonitor.csv[/] (by the paper clip; .practice is
  a hidden folder: type the path, or Ctrl-H). Its thread tells what was
  read, and which line is wrong. Type [bold]/burgernetmail[/] [cyan]verdelen[/]. As Anna, on the
  message that then stands in #bm-aanvragen: [bold]Ik ben er vandaag[/],
  [bold]Eerlijk verdelen[/], [bold]Aanvragen[/].
And more: answer the police's mail once more as the citizen;
  [bold]Ik pak dit op[/] as Carla and go on as Cees; [bold]Vraag stellen[/],
  [bold]Terugbellen[/], [bold]Toon gegevens[/]; [bold]Uitslag wijzigen[/] as Daan;
  [bold]Telefoontje noteren[/], [bold]Afloop melden[/] and [bold]Afsluiten[/] on the sent alert;
  [bold]/burgernetmail[/] [cyan]zoek grijze bus[/]; as Els in #bm-regie
  [bold]/burgernetmail[/] [cyan]cijfers[/], [cyan]bereik[/], [cyan]stand[/], [cyan]inzage[/] and [cyan]enquete[/],
  which [bold]Femke Jansma[/] approves."""


def walk(today: date) -> str:
    """What to try, step by step."""
    return WALK.format(yesterday=f"{today - timedelta(days=1):%d-%m-%Y}")


@dataclass(frozen=True)
class _Town:
    """What is there once it has started, and where."""

    program: "Program"
    children: tuple[Child, Child]
    slack_port: int
    ports: mailbox.Ports


class _Ended(Exception):
    """Asked to end while it starts."""


class _Asked:
    """Ctrl-C, SIGTERM, or the terminal was closed: only noted, and heeded where nothing is half done."""

    def __init__(self) -> None:
        self.to_end = False
        for number in SIGNALS:
            signal.signal(number, self._hear)

    def _hear(self, *_: object) -> None:
        self.to_end = True

    def heed(self) -> None:
        """Break the start off."""
        if self.to_end:
            raise _Ended


def run_demo() -> None:
    """Start everything, say where it is, and end everything at Ctrl-C; PracticeError says what to do."""
    console, asked = Console(), _Asked()
    with ExitStack() as ending, suppress(_Ended):
        town = _prepare(console, ending, asked.heed)
        asked.heed()
        town.program.start()
        ending.callback(town.program.stop)
        _wait_for(town.program, asked.heed)
        _tell(console, town)
        _watch(town.children, asked)
        console.print("\nEnding ...")
    console.print(
        f"Everything has ended. {FOLDER} keeps the practice Slack, and this run's files until the next start."
    )


def _wait_for(program: "Program", heed: Heed) -> None:
    """The walk is told only when the bot reaches its Slack and its database."""
    told = ""
    for _ in range(READY_TRIES):
        heed()
        answer = httpx.get(f"http://127.0.0.1:{program.http_port}/readyz", trust_env=False, timeout=WATCH_S * 10)
        if answer.status_code == HTTPStatus.OK:
            return
        told = answer.text
        time.sleep(WATCH_S)
    raise PracticeError(f"The bot does not get ready:\n{told}Its log is in {RUN}.")


def _watch(children: Sequence[Child], asked: _Asked) -> None:
    while not asked.to_end:
        if ended := ", ".join(child.name for child in children if not child.alive):
            raise PracticeError(f"Ended by itself: {ended}. Its log is in {RUN}.")
        time.sleep(WATCH_S)


def _prepare(console: Console, ending: ExitStack, heed: Heed) -> _Town:
    mailbox.shipped_page()  # before anything is fetched: without its package there is no demo
    _fresh_folder(ending)
    if not workspace.is_installed(FOLDER):
        console.print("Fetching the practice Slack from npm (once, about 35 MB) ...")
    with console.status("This can take a minute."):
        workspace.installed(FOLDER, heed)
    _without_proxies()
    console.print("Starting the practice Slack, the practice mail server and the bot ...")
    with choosing_ports():
        slack_port, web_port, ports = free_port(3000), free_port(8080), mailbox.choose_ports()
        slack = _kept(ending, workspace.start(FOLDER, RUN, slack_port))
        mail = _kept(ending, mailbox.start(RUN, ports))
        settings = practice_settings(RUN, slack_port, web_port, ports)
        program = _bot(settings)
        slack.wait_for(slack_port, heed)
        for port in ports:
            mail.wait_for(port, heed)
    write_settings(settings, RUN / "settings.env")
    # Left there, it would lead a command to the next demo, of whatever folder.
    ending.callback((RUN / "settings.env").unlink, missing_ok=True)
    (RUN / "dagmonitor.csv").write_bytes(practice_day_monitor(local(Clock().now())))
    console.print(f"Moving {PARTICIPANTS} made-up participants in ...")
    program.enrol(participants())
    _count_homes(settings, console.print)
    return _Town(program, (slack, mail), slack_port, ports)


def _without_proxies() -> None:
    """From here on all is on this machine, and Slack's client would ask a proxy for localhost too."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        for spelling in (name, name.upper()):
            os.environ.pop(spelling, None)


def _bot(settings: Settings) -> "Program":
    from bot.main import build  # its libraries take a second: meanwhile the other two start
    from storage.engine import migrate

    migrate(settings.database_url.get_secret_value())
    return build(settings, web_client=PracticeClient, middleware=(fill_in_initial_values, acknowledge_its_way))


def _count_homes(settings: Settings, tell: Tell) -> None:
    from storage.unit_of_work import work_on

    with work_on(settings.database_url.get_secret_value()) as work:
        take_households(work, Clock(), household_lines(), tell)
        take_addresses(work, Clock(), address_lines(), tell)


def _fresh_folder(ending: ExitStack) -> None:
    """The practice Slack forgets everything at its end, so the database starts empty with it."""
    FOLDER.mkdir(exist_ok=True)
    ending.enter_context(locked(FOLDER / "lock", patient=False))
    shutil.rmtree(RUN, ignore_errors=True)
    (RUN / "files").mkdir(parents=True)
    set_up_logs(ending.enter_context((RUN / "bot.log").open("a", encoding="utf-8")))


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
        allow_public_channels=True,  # local-slack knows no private ones
        database_url=SecretStr(f"sqlite:///{run / 'demo.db'}"),
        blobs_url=SecretStr(str(run / "citizens-files")),
        mail_provider="smtp",
        mail_from=mailbox.SENDER,
        mail_reply_address=mailbox.REPLY_ADDRESS,
        smtp_url=SecretStr(f"smtp://127.0.0.1:{ports.smtp}"),
        imap_url=SecretStr(f"imap://{user}:{mailbox.PASSWORD}@127.0.0.1:{ports.imap}/INBOX"),
        send_hold_seconds=5,  # long enough to see Stop, and to press it
        answer_hold_seconds=5,
        public_url=f"http://localhost:{web_port}",
        http_port=web_port,
        secret_key=SecretStr(secrets.token_hex(32)),
        erasure_key=SecretStr(secrets.token_hex(32)),
        audit_key=SecretStr(secrets.token_hex(32)),
        privacy_controller="De oefenpolitie, Oefenplein 1, Amersfoort",
        privacy_contact="privacy@example.nl",
        privacy_officer="fg@example.nl",
        privacy_source="de oefenlijst",
        privacy_ground="geen: iedereen hier is verzonnen",
        privacy_processors="geen",
        privacy_transfer="Uw gegevens blijven op deze computer.",
    )


def write_settings(settings: Settings, file: Path) -> None:
    """As a shell reads them, for commands beside the demo; only for who started it."""
    file.touch(0o600)
    with file.open("w", encoding="utf-8") as lines:
        for name in sorted(settings.model_fields_set):
            value = getattr(settings, name)
            plain = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
            lines.write(f"{name.upper()}={shlex.quote(plain)}\n")


def _tell(console: Console, town: _Town) -> None:
    addresses = (
        f"Slack (practice)  [link]http://localhost:{town.slack_port}[/]\n"
        f"Mail page         [link]http://localhost:{town.ports.page}[/]\n"
        f"SMTP, to mail in  localhost:{town.ports.smtp}\n"
        f"Bot's web pages   [link]http://localhost:{town.program.http_port}/privacy[/]\n"
        "The practice Slack listens on all interfaces without a password: for\n"
        f"trying out only. The rest is on loopback. Logs: {RUN}"
    )
    console.print(Panel(addresses, title="Burgernetmail practises", expand=False))
    console.print(walk(local(Clock().now()).date()), highlight=False)
    slack = f"[bold]Slack: http://localhost:{town.slack_port} · mail: http://localhost:{town.ports.page}[/]"
    console.print(f"\n{slack}\nCtrl-C ends it all; the next start begins anew.")
