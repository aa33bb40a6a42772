#!/usr/bin/env bash
# Sets up and runs every test there is, on the editions that restore here, and ends with one line of sums.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"
need_tools

passed=0 failed=0 skipped=0 faults=() left_out=()
out="$root/artifacts/tests"
rm -rf "$out" && mkdir -p "$out"
# One project may take this long, in seconds.
limit="${MONITOR_TEST_TIMEOUT:-300}"
count() { passed=$((passed + $1)); failed=$((failed + $2)); skipped=$((skipped + $3)); }
fault() { say "FAULT: $*"; faults+=("$*"); }

# 1. Tools beyond .NET and Node, installed where this user may, named where not.
install_packages() {
  local wanted=() as=''
  { has chromium || has chromium-browser || has google-chrome; } || wanted+=(chromium)
  has apt-get && ! dpkg -s fonts-noto-cjk >/dev/null 2>&1 && wanted+=(fonts-noto-cjk)
  { has pg_ctl || ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1; } || wanted+=(postgresql)
  has promtool || wanted+=(prometheus)
  [ ${#wanted[@]} -gt 0 ] || return 0
  has apt-get || return 0
  if [ "$(id -u)" != 0 ]; then sudo -n true 2>/dev/null || return 0; as='sudo -n'; fi
  step "Installing ${wanted[*]}"
  $as env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >"$out/apt.log" 2>&1 \
    || say "apt-get could not install all of: ${wanted[*]} (see artifacts/tests/apt.log)"
}
install_packages
for name in chromium chromium-browser google-chrome; do
  if has "$name"; then export MONITOR_CHROMIUM="${MONITOR_CHROMIUM:-$(command -v "$name")}"; fi
done
[ -n "${MONITOR_CHROMIUM:-}" ] || left_out+=("browser tests (no Chromium)")
has promtool || left_out+=("checks of metrics and alert rules (no promtool)")

# 2. A PostgreSQL of our own, ended with this script.
postgres_dir=''
cleanup() { [ -z "$postgres_dir" ] || bash deploy/postgres.sh stop "$postgres_dir" >/dev/null 2>&1 || true; [ -z "$postgres_dir" ] || rm -rf "$postgres_dir"; }
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
if [ -z "${MONITOR_TEST_POSTGRES:-}" ]; then
  postgres_dir="$(mktemp -d /tmp/monitor-pg.XXXXXX)"
  if connection="$(bash deploy/postgres.sh start "$postgres_dir" 2>"$out/postgres.log")" && [ -n "$connection" ]; then
    export MONITOR_TEST_POSTGRES="$connection"
  else
    left_out+=("store tests on PostgreSQL ($(tail -1 "$out/postgres.log" 2>/dev/null || echo 'it did not start'))")
  fi
fi

# 3. The browser program: its own tests, then its build, which the browser tests open.
step "web/app: tests"
install_app
app_script() {
  (cd web/app && timeout "$limit" npm run "$@") >"$out/app-$1.log" 2>&1 || { tail -60 "$out/app-$1.log"; fault "web/app: npm run $1 failed"; count 0 1 0; }
}
app_script typecheck
app_script lint
app_script unit -- --reporter=default --reporter=json --outputFile="$out/vitest.json"
sums="$(node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"));console.log(r.numPassedTests,r.numFailedTests,r.numPendingTests+(r.numTodoTests||0))' "$out/vitest.json" 2>/dev/null || echo 0 0 0)"
[ "${sums%% *}" != 0 ] || fault "web/app: no test ran"
say "web/app: $sums (passed failed skipped)"
# shellcheck disable=SC2086
count $sums
step "web/app: build"
build_app force
app_script size

# 4. Every xunit project, one after the other, on each edition.
number() { sed -n "s/.*<assembly [^>]*[ ]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -1; }
run_project() {
  local edition="$1" project="$2" xml log code=0 p f s e
  xml="$out/$edition.$project.xml"; log="$out/$edition.$project.log"
  local start=$SECONDS
  timeout -k 20 "$limit" "artifacts/$edition/bin/$project/debug/Monitor.$project" -xml "$xml" >"$log" 2>&1 </dev/null || code=$?
  if [ $((SECONDS - start)) -ge "$limit" ]; then tail -40 "$log"; fault "$edition $project: not done within $limit s"; count 0 1 0; return; fi
  if [ ! -s "$xml" ]; then tail -40 "$log"; fault "$edition $project: ended with code $code and no result"; count 0 1 0; return; fi
  p="$(number "$xml" passed)"; f="$(number "$xml" failed)"; s="$(number "$xml" skipped)"; e="$(number "$xml" errors)"
  f=$((${f:-0} + ${e:-0}))
  say "$edition $project: ${p:-0} passed, $f failed, ${s:-0} skipped ($((SECONDS - start)) s)"
  if [ "$f" != 0 ] || [ "$code" != 0 ]; then grep -E '\[FAIL\]|\[ERROR\]|^ +(Assert|Error|Stack|at )' "$log" | head -80 || tail -40 "$log"; fault "$edition $project: $f failed (exit code $code)"; fi
  [ "${p:-0}" != 0 ] || fault "$edition $project: no test ran"
  count "${p:-0}" "$f" "${s:-0}"
}
run_edition() {
  local edition="$1" csproj
  step "$edition: build"
  quiet_build Monitor.sln -p:Edition="$edition" || { fault "$edition: did not build"; count 0 1 0; return; }
  step "$edition: tests"
  export MONITOR_TEST_EDITION="$edition"
  for csproj in tests/*/*.Tests.csproj; do run_project "$edition" "$(basename "$csproj" .csproj)"; done
}
run_edition Standalone
if orleans_restores; then run_edition Orleans; tested="Standalone and Orleans"; else tested="Standalone (the package feed lacks a part of the Orleans edition)"; fi

# 5. What operators get: alert rules, dashboard, the metrics they read.
step "deploy: checks"
if has promtool; then
  checks="$(bash deploy/check.sh 2>&1)" || true
  say "$checks"
  good="$(printf '%s\n' "$checks" | grep -c '^ok ' || true)"; bad="$(printf '%s\n' "$checks" | grep -c '^not ok ' || true)"
  [ "$bad" = 0 ] && [ "$good" != 0 ] || fault "deploy: $bad checks failed, $good passed"
  count "$good" "$bad" 0
fi

step "Sum"
say "Editions tested: $tested"
for part in ${left_out[@]+"${left_out[@]}"}; do
  say "Left out: $part"
  [ "${CI:-}" != true ] || faults+=("left out: $part")
done
for text in ${faults[@]+"${faults[@]}"}; do say "Fault: $text"; done
say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ ${#faults[@]} = 0 ]
