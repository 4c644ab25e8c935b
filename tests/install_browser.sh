#!/usr/bin/env bash
# Install Debian's Chromium for the browser tests, where it is missing and may be installed.
set -euo pipefail
run=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "the browser tests need Chromium: install it (on Debian: apt-get install chromium)" >&2
    exit 1
  }
  run=(sudo)
fi
"${run[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends chromium >/dev/null
