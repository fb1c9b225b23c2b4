"""A stop that hangs, as on a database that does not answer, ends all the same."""

import signal
import subprocess
import sys

HANGS = """
import threading
from bot import main
main.LONGEST_STOP_S = 0.3
program = object.__new__(main.Program)
program.start = lambda: print("started", flush=True)
program.stop = threading.Event().wait
program.run_until_signal()
"""


def test_sigterm_ends_a_program_whose_stop_hangs() -> None:
    with subprocess.Popen([sys.executable, "-c", HANGS], stdout=subprocess.PIPE) as running:
        try:
            assert running.stdout
            assert running.stdout.readline() == b"started\n"
            running.send_signal(signal.SIGTERM)
            assert running.wait(20) == 1
        finally:
            running.kill()
        assert b"did not end in time" in running.stdout.read()
