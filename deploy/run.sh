#!/usr/bin/env bash
# Builds Monitor and runs it on this machine: one process, one SQLite database, by default with a region of sample sites.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'TEXT'
usage: bash deploy/run.sh [options]
  --port N            where the dashboard listens (5080)
  --host ADDRESS      which address it listens on (localhost; 0.0.0.0 opens it to the network)
  --data DIR          where state is kept (./data)
  --sites FILE        watch the websites of this .csv or .json file; no sample sites then
  --no-demo           start without sample sites
  --edition NAME      Orleans, Standalone, or auto (auto: Orleans where its packages can be had)
  --rebuild           build the browser program and the server anew
  --help              this text
MONITOR_ADMIN_PASSWORD sets the first administrator's password; else one is made and shown once.
Settings of appsettings.json can be given as MONITOR_Section__Key=value. Ctrl+C stops everything.
TEXT
}

port=5080 host=localhost data="$PWD/data" sites='' demo=yes wish=auto rebuild=''
value() { [ $# -ge 2 ] && [ -n "$2" ] || die "$1 needs a value; see --help."; }
while [ $# -gt 0 ]; do
  case "$1" in
    --port) value "$@"; port="$2"; shift ;;
    --host) value "$@"; host="$2"; shift ;;
    --data) value "$@"; data="$2"; shift ;;
    --sites) value "$@"; sites="$2"; demo=''; shift ;;
    --no-demo) demo='' ;;
    --edition) value "$@"; wish="$2"; shift ;;
    --rebuild) rebuild=force ;;
    --help|-h) usage; exit 0 ;;
    *) die "unknown option '$1'; see --help." ;;
  esac
  shift
done

# Everything that can be wrong is looked at before anything is built.
case "$port" in ''|*[!0-9]*) die "--port must be a number from 1 to 65535, not '$port'." ;; esac
{ [ "${#port}" -le 5 ] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ]; } || die "--port must be a number from 1 to 65535, not '$port'."
case "$wish" in Orleans|Standalone|auto) ;; *) die "--edition must be Orleans, Standalone or auto, not '$wish'." ;; esac
if [ -n "$sites" ]; then
  [ -f "$sites" ] && [ -r "$sites" ] || die "--sites: there is no readable file '$sites'."
  case "$sites" in *.csv|*.CSV|*.json|*.JSON) ;; *) die "--sites: '$sites' must end in .csv or .json." ;; esac
  sites="$(cd "$(dirname "$sites")" && pwd)/$(basename "$sites")"
fi
port_taken "$port" && die "port $port is taken by another program; stop it or choose another with --port N."
need_tools
{ mkdir -p "$data" && : >"$data/.writable" && rm -f "$data/.writable"; } 2>/dev/null || die "--data: '$data' cannot be written to."
data="$(cd "$data" && pwd)"

children=() scratch="$(mktemp -d)"
stop_all() {
  local i
  for ((i = ${#children[@]} - 1; i >= 0; i--)); do stop_pid "${children[$i]}"; done
  rm -rf "$scratch"
}
on_signal() { trap '' INT TERM; say; say "Stopping …"; stop_all; trap - EXIT; exit "$1"; }
trap stop_all EXIT
trap 'on_signal 130' INT
trap 'on_signal 143' TERM

taken_row() { local p; for p in $(seq "$1" $(($1 + 19))); do if port_taken "$p" || [ "$p" = "$port" ]; then return 0; fi; done; return 1; }

step "Choosing the edition"
choose_edition "$wish"
say "$edition"
step "Building the browser program"
build_app "$rebuild"
step "Building the server"
build() {
  quiet_build "$1" -c Release -p:Edition="$edition" ${rebuild:+--no-incremental} || die "$1 did not build; the lines above say why."
}
build silo
[ -z "$demo" ] || build tests/SampleSites
bin="$root/artifacts/$edition/bin"

mkdir -p "$data/keys"
settings=(--urls "http://$host:$port" "--Store:Path=$data/monitor.db" "--Web:AppPath=$root/web/app/dist" "--Web:KeysPath=$data/keys")
if [ -n "$demo" ]; then
  step "Starting the sample sites"
  # They take a row of ports; the usual one unless something is in it.
  first=5090
  while taken_row "$first"; do first=$((first + 100)); [ "$first" -lt 60000 ] || die "no free row of ports for the sample sites."; done
  "$bin/SampleSites/release/Monitor.SampleSites" demo --port "$first" --csv "$scratch/demo.csv" --roots "$scratch/roots.pem" &
  children+=($!)
  for _ in $(seq 100); do [ -s "$scratch/demo.csv" ] && break; kill -0 "${children[0]}" 2>/dev/null || break; sleep 0.1; done
  [ -s "$scratch/demo.csv" ] || die "the sample sites did not start; the lines above say why."
  # Sample sites live on loopback, which is never probed otherwise.
  settings+=(--sites "$scratch/demo.csv" --Region:Id=demo --Region:Name=演示地区
    "--Probes:TrustedRootsFile=$scratch/roots.pem" --Probes:AllowedNetworks:0=127.0.0.0/8 --Probes:AllowedNetworks:1=::1/128)
fi
[ -z "$sites" ] || settings+=(--sites "$sites")

step "Starting Monitor"
# The one-time password is said once, among other lines; it is kept to be repeated below, never written to a file that stays.
(cd "$bin/Silo/release" && exec ./Monitor.Silo "${settings[@]}") > >(trap '' INT; while IFS= read -r line; do
  printf '%s\n' "$line"; case "$line" in *one-time\ password:*) printf '%s' "${line##*: }" >"$scratch/password" ;; esac; done) &
silo=$!
children+=("$silo")
for _ in $(seq 600); do
  [ "$(http_status "$port" /readyz "$host")" = 200 ] && break
  kill -0 "$silo" 2>/dev/null || { code=0; wait "$silo" || code=$?; trap - EXIT; stop_all; exit $((code ? code : 1)); }
  sleep 0.1
done
[ "$(http_status "$port" /readyz "$host")" = 200 ] || die "Monitor was not ready within 60 s; the lines above say why."

password="$(cat "$scratch/password" 2>/dev/null || true)"
shown="$host"; [ "$host" != 0.0.0.0 ] || shown=localhost
cat <<TEXT

  Monitor runs.   http://$shown:$port
  edition         $edition
  state           $data
  sites           ${sites:-${demo:+sample sites that fail and recover; watch for a few minutes}}
  sign in as      admin, password: ${password:-as set at the first start${MONITOR_ADMIN_PASSWORD:+ (MONITOR_ADMIN_PASSWORD)}}
  stop            Ctrl+C

TEXT
code=0
wait "$silo" || code=$?
trap - EXIT
stop_all
exit "$code"
