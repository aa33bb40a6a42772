# What the scripts of this folder share: words to the user, tool checks, the browser program's build, clean ends.
# Sourced, never run. Everything works from any current directory and with no tool beyond bash, .NET and Node.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*"; }
step() { printf '\033[1m== %s\033[0m\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

has() { command -v "$1" >/dev/null 2>&1; }

# Names what is missing and where to get it, both tools at once.
need_tools() {
  local missing=0
  if ! has dotnet || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    say "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0 (or: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0)." >&2
    missing=1
  fi
  if ! has npm || ! node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)' 2>/dev/null; then
    say "Node.js 20.19 or newer with npm is missing (found: $(node --version 2>/dev/null || echo none)): https://nodejs.org/en/download." >&2
    missing=1
  fi
  [ "$missing" = 0 ] || exit 1
}

hash_of() { if has sha256sum; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }

# One hash over names and contents of the browser program's sources; checkout times do not matter.
app_hash() {
  (cd "$root/web/app" && find . \( -name node_modules -o -name dist -o -name coverage \) -prune -o -type f -print \
    | LC_ALL=C sort | while IFS= read -r f; do printf '%s ' "$f"; hash_of <"$f"; done | hash_of)
}

install_app() {
  local wanted; wanted="$(hash_of <"$root/web/app/package-lock.json")"
  [ "$(cat "$root/web/app/node_modules/.monitor-lock" 2>/dev/null)" = "$wanted" ] && return 0
  (cd "$root/web/app" && npm ci --no-audit --no-fund --loglevel=error) \
    || die "npm ci failed in web/app; is the npm registry reachable? (npm config get registry: $(npm config get registry 2>/dev/null))"
  printf '%s' "$wanted" >"$root/web/app/node_modules/.monitor-lock"
}

# Builds the browser program into web/app/dist, only when its sources changed since.
build_app() {
  local wanted; wanted="$(app_hash)"
  [ "${1:-}" != force ] && [ -f "$root/web/app/dist/index.html" ] \
    && [ "$(cat "$root/web/app/dist/.built" 2>/dev/null)" = "$wanted" ] && return 0
  install_app
  (cd "$root/web/app" && npm run build --silent) || die "the browser program (web/app) did not build; the lines above say why."
  printf '%s' "$wanted" >"$root/web/app/dist/.built"
}

# Builds without a word unless it fails; then says everything. Arguments are those of dotnet build.
quiet_build() {
  local said
  said="$(cd "$root" && dotnet build "$@" -v q --nologo "-clp:ErrorsOnly;NoSummary" 2>&1)" || { printf '%s\n' "$said" >&2; return 1; }
}

# True when every package of the Orleans edition can be had from the configured feeds.
orleans_restores() { (cd "$root" && dotnet restore Monitor.sln -p:Edition=Orleans -v q --nologo >/dev/null 2>&1); }

# Says which edition will be used in $edition. $1: Orleans, Standalone or auto.
choose_edition() {
  case "$1" in
    Standalone) edition=Standalone ;;
    Orleans) orleans_restores || die "the Orleans edition does not restore here; look at: dotnet restore Monitor.sln -p:Edition=Orleans"; edition=Orleans ;;
    auto)
      if orleans_restores; then edition=Orleans; else
        edition=Standalone
        say "The package feed lacks a part of the Orleans edition: running the Standalone edition (one process, same grains)."
      fi ;;
    *) die "--edition must be Orleans, Standalone or auto, not '$1'." ;;
  esac
}

# True when something answers on a TCP port of this machine.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null; }

# Status code of a GET on this machine; 0 when nothing answers. Needs no curl. A server bound to one address is asked there.
http_status() {
  local port="$1" path="$2" host="${3:-localhost}" line
  case "$host" in localhost|0.0.0.0|+|'*') host=127.0.0.1 ;; esac
  host="${host#[}"; host="${host%]}"
  line="$( (exec 3<>"/dev/tcp/$host/$port" && printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$path" "$port" >&3 \
    && IFS= read -r -t 10 first <&3 && printf '%s' "$first") 2>/dev/null )" || line=''
  set -- $line
  printf '%s' "${2:-0}"
}

# Asks a process to stop, gives it 20 s, then ends it.
stop_pid() {
  local pid="$1" waited=0
  kill -0 "$pid" 2>/dev/null || return 0
  kill -TERM "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null && [ "$waited" -lt 200 ]; do sleep 0.1; waited=$((waited + 1)); done
  kill -KILL "$pid" 2>/dev/null || true
}
