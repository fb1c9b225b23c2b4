#!/bin/sh
# A Chromium for the browser tests: the system's, else Debian's package, else Playwright's own.
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium (once) ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
"$1" install chromium && exit 0
echo "No Chromium could be installed: install it by hand (Debian: apt-get install chromium) and run make test again." >&2
exit 1
