import time, subprocess
from datetime import datetime, UTC
import pytest
from tests.conftest import *
from tests.scenarios.test_killed_and_stopped import *
from tests import process as P
import time as _t
from freezegun.api import real_time
@pytest.fixture
def database_url(): 
    from tests.databases import fresh_sqlite
    return fresh_sqlite()
@pytest.mark.parametrize("socket_mode", [True, False], ids=["socket", "http"])
@pytest.mark.parametrize("n", range(4))
def test_it(stage, n):
    message = approves(stage, 3)
    stage.program.stop()
    t0=real_time()
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.sendgrid.slow_by = 1.0
        stage.slack.wait_for(lambda: stage.sendgrid.requests, timeout=20)
        t1=real_time()
        process.terminate()
        assert process.ends() == 0
        t2=real_time()
    print("\nSTART", t1-t0, "STOP", t2-t1)
    stage.sendgrid.slow_by = 0.0
    stage.program = stage.start_program()
