#!/usr/bin/env bash
# What operators rely on, checked: alert rules, scrape settings, dashboard, and that a running server exposes every metric they name.
# Prints "ok …" or "not ok …" per check. Needs promtool and a built server (artifacts/Standalone, Debug).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"
edition="${1:-Standalone}"
scratch="$(mktemp -d)" silo=''
trap '[ -z "$silo" ] || stop_pid "$silo"; rm -rf "$scratch"' EXIT
bad=0
check() {
  local what="$1"; shift
  if "$@" >"$scratch/said" 2>&1; then say "ok $what"; else say "not ok $what"; sed 's/^/    /' "$scratch/said"; bad=1; fi
}

check "alert rules are sound" promtool check rules deploy/prometheus/alerts.yml
check "alert rules fire when they must and only then" promtool test rules deploy/prometheus/alerts_test.yml
check "scrape settings are sound" promtool check config deploy/prometheus/prometheus.yml
check "the dashboard is sound JSON" node -e 'JSON.parse(require("fs").readFileSync("deploy/grafana/monitor.json","utf8"))'

# A page of its own to watch, so that every instrument has something to say.
node -e 'const s=require("http").createServer((q,r)=>r.end("<title>t</title>")).listen(0,"127.0.0.1",()=>console.log(s.address().port));setTimeout(()=>process.exit(),90000)' >"$scratch/page" &
page=$!
port=$((20000 + RANDOM % 20000)); while port_taken "$port"; do port=$((port + 1)); done
for _ in $(seq 50); do [ -s "$scratch/page" ] && break; sleep 0.1; done
printf '网站标识码,网站名称,首页网址,主办单位,主管单位,级别,是否门户,轮询间隔\n5100000001,试验网站,http://127.0.0.1:%s/,试验单位,试验办公室,县,否,10\n' "$(cat "$scratch/page")" >"$scratch/sites.csv"
MONITOR_ADMIN_PASSWORD='First-Of-The-Desk-1!' "artifacts/$edition/bin/Silo/debug/Monitor.Silo" --urls "http://127.0.0.1:$port" "--Store:Path=$scratch/monitor.db" \
  "--Web:KeysPath=$scratch/keys" --sites "$scratch/sites.csv" --Probes:AllowedNetworks:0=127.0.0.0/8 >"$scratch/silo.log" 2>&1 &
silo=$!
for _ in $(seq 300); do [ "$(http_status "$port" /readyz)" = 200 ] && break; kill -0 "$silo" 2>/dev/null || break; sleep 0.1; done
read_metrics() { node -e 'fetch(process.argv[1]).then(async r=>process.stdout.write(await r.text()))' "http://127.0.0.1:$port/metrics" >"$scratch/metrics"; }
for _ in $(seq 200); do read_metrics 2>/dev/null || true; grep -q '^gov_probes_total.* [1-9]' "$scratch/metrics" && break; sleep 0.1; done
kill "$page" 2>/dev/null || true
check "the server starts and has probed" grep -q '^gov_probes_total.* [1-9]' "$scratch/metrics"
[ "$bad" = 0 ] || tail -20 "$scratch/silo.log"
check "promtool finds no fault in /metrics" bash -c 'promtool check metrics <"$1" >"$1.lint" 2>&1 && [ ! -s "$1.lint" ] || { cat "$1.lint"; exit 1; }' _ "$scratch/metrics"
named="$(grep -ohE '\b(gov|probe)_[a-z_]+' deploy/prometheus/alerts.yml deploy/grafana/monitor.json | sed 's/_bucket$//' | sort -u)"
for name in $named; do
  # A plain page has no certificate, and the live feed counts from its first screen on: these are absent here.
  case "$name" in probe_ssl_earliest_cert_expiry|gov_live_*) continue ;; esac
  check "/metrics has $name" grep -q "^# TYPE $name " "$scratch/metrics"
done
exit "$bad"
