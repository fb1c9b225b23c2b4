"""How connections are made."""

from sqlalchemy import Engine, text


def test_postgresql_lets_go_what_a_copy_that_stands_still_has_locked(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar_one() == "15s"
