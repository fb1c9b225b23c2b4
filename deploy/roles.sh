#!/bin/sh
# Run once, by the image of PostgreSQL, in an empty database: the bot's own role, which `migrate --bot-role` lets in. It owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$BOT_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE burgernetmail_bot LOGIN PASSWORD :'password';
SQL
