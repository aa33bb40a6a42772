#!/usr/bin/env bash
# Kills the server at random moments under load, again and again, and looks at its ledger after every restart.
#   bash deploy/soak.sh [kills (25)] [--edition Orleans|Standalone|auto]      MONITOR_SOAK_SEED=n repeats a run
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
kills=25 wish=auto
while [ $# -gt 0 ]; do
  case "$1" in
    --edition) wish="${2:-}"; shift ;;
    *[!0-9]*|'') die "the number of kills must be a number, not '$1'." ;;
    *) kills="$1" ;;
  esac
  shift
done
need_tools
choose_edition "$wish"
step "Building ($edition)"
quiet_build tests/Soak -p:Edition="$edition"
step "$kills kills"
MONITOR_SOAK_KILLS="$kills" exec "$root/artifacts/$edition/bin/Soak.Tests/debug/Monitor.Soak.Tests" -showLiveOutput
