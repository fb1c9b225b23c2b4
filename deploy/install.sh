#!/bin/sh
# Installs Burgernetmail on Debian 12 or newer, as root, from a clone of the repository; once more: an upgrade. Nothing starts by itself.
set -eu
cd "$(dirname "$0")/.."
PROGRAM=/opt/burgernetmail
SETTINGS=/etc/burgernetmail

say() { printf '%s\n' "$*"; }

[ "$(id -u)" = 0 ] || { say "Run it as root: sudo deploy/install.sh"; exit 1; }

if ! python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  say "Installing Python and its venv ..."
  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends python3 python3-venv ca-certificates
fi

id burgernetmail >/dev/null 2>&1 || {
  say "Making the user burgernetmail ..."
  useradd --system --home-dir /var/lib/burgernetmail --shell /usr/sbin/nologin burgernetmail
}
install -d -m 0700 -o burgernetmail -g burgernetmail /var/lib/burgernetmail /var/cache/burgernetmail

say "Installing the program into $PROGRAM (some minutes, half a GB) ..."
python3 -m venv "$PROGRAM"
"$PROGRAM/bin/pip" install --disable-pip-version-check --progress-bar off --require-hashes -r locks/run.lock || {
  say "Fetching the packages failed: each is named above. Check the network, pip's index (/etc/pip.conf) and, behind a proxy with a certificate of its own,"
  say "that root knows it (update-ca-certificates). Then run this again."
  exit 1
}
say "Fetching what the pages send large films with ..."
NODE=$(mktemp -d)
if command -v npm >/dev/null; then
  FETCH=python3
else
  python3 -m venv "$NODE"
  "$NODE/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r locks/node.lock || true
  FETCH="$NODE/bin/python"
fi
PYTHONDONTWRITEBYTECODE=1 "$FETCH" -m bot.practice.page_client || say "Without it citizens send at most 30 MB at a time. Run this again later."
rm -rf "$NODE"
say "Installing the bot itself ..."
"$PROGRAM/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation --force-reinstall .

install -d -m 0700 "$SETTINGS"
DONE=Upgraded
if [ ! -e "$SETTINGS/burgernetmail.env" ]; then
  DONE=Installed
  # Three secrets are made here; the rest is the team's. They stand on no command line: those, everybody on the machine may read.
  umask 077
  python3 - deploy/burgernetmail.env.example > "$SETTINGS/burgernetmail.env" <<'SECRETS'
import re
import secrets
import sys

with open(sys.argv[1]) as example:
    told = example.read()
print(re.sub(r"^#((?:SECRET|ERASURE|AUDIT)_KEY)=.*", lambda key: f"{key[1]}={secrets.token_hex(32)}", told, flags=re.M), end="")
SECRETS
fi

if [ -d /etc/systemd/system ]; then
  install -m 0644 deploy/burgernetmail.service /etc/systemd/system/burgernetmail.service
  [ -d /run/systemd/system ] && systemctl daemon-reload
fi

# The command with the service's settings, for root: burgernetmail check, burgernetmail participants import FILE ... It reads the file as systemd
# does, not as a shell, to which & and $ in an address mean something. What is set before the command itself goes first.
cat > /usr/local/sbin/burgernetmail <<'COMMAND'
#!/opt/burgernetmail/bin/python -I
import os
import sys

from dotenv import dotenv_values

told = dotenv_values("/etc/burgernetmail/burgernetmail.env", interpolate=False)
places = {"HOME": "/var/lib/burgernetmail", "MPLCONFIGDIR": "/var/cache/burgernetmail"}
settings = {name: value for name, value in told.items() if value is not None}
bot = ["--reuid", "burgernetmail", "--regid", "burgernetmail", "--clear-groups", "/opt/burgernetmail/bin/burgernetmail"]
os.umask(0o077)
os.chdir(places["HOME"])
os.execve("/usr/bin/setpriv", ["setpriv", *bot, *sys.argv[1:]], settings | dict(os.environ) | places)
COMMAND
chmod 0755 /usr/local/sbin/burgernetmail

say
say "$DONE. What is left:"
[ $DONE = Installed ] || {
  say "  burgernetmail migrate && burgernetmail check, and systemctl start burgernetmail: Upgrade, in docs/operating.md"
  exit 0
}
say "  1. fill in $SETTINGS/burgernetmail.env"
say "  2. burgernetmail migrate && burgernetmail check       each line that is not well says what to do"
say "  3. systemctl enable --now burgernetmail"
say "  4. a proxy with https before it: deploy/Caddyfile is one for Caddy"
say "docs/install.md tells each of these in full: participants and proxy too."
