#!/usr/bin/env bash
# Install Debian's PostgreSQL for the ledger's tests, where it is missing and may be installed.
set -euo pipefail
if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; then
  exit 0
fi
run=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "these tests need PostgreSQL: install it (on Debian: apt-get install postgresql)" >&2
    exit 1
  }
  run=(sudo)
fi
"${run[@]}" apt-get update -qq
# The tests start servers of their own; the package's needs none.
DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends \
  postgresql >/dev/null
