#!/bin/sh
# Run once, by the image of PostgreSQL, in an empty database: the bot's own role, which `migrate --bot-role` lets in. It owns nothing.
# psql takes the password from the environment: a command line is read by everybody on the machine.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv password BOT_PASSWORD
CREATE ROLE burgernetmail_bot LOGIN PASSWORD :'password';
SQL
