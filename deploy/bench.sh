#!/usr/bin/env bash
# Measures Monitor on this machine, over loopback only, and ends by itself: CPU per probe against a bare loop and blackbox_exporter,
# sites per process, verdict to screen. Results are printed and kept as markdown tables in artifacts/bench/.
#   bash deploy/bench.sh [--edition Orleans|Standalone|auto] [probe | screen | scale [sites…] | all]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
wish=auto
if [ "${1:-}" = --edition ]; then wish="${2:-}"; shift 2; fi
case "${1:-all}" in probe|screen|scale|all) ;; *) die "there are probe, screen, scale [sites…] and all, not '$1'." ;; esac
need_tools
choose_edition "$wish"
step "Building ($edition, Release)"
quiet_build tests/Bench -c Release -p:Edition="$edition"
has prometheus-blackbox-exporter || say "prometheus-blackbox-exporter is not installed: no comparison with it (apt-get install prometheus-blackbox-exporter)."
# Many thousand sockets are in use at once.
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
exec "$root/artifacts/$edition/bin/Bench/release/Monitor.Bench" "$@"
