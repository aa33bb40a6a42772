#!/usr/bin/env bash
# A private, throw-away PostgreSQL on a free loopback port, for tests.
#   deploy/postgres.sh start DIR   starts a server whose files live in DIR and prints its connection string
#   deploy/postgres.sh stop DIR    ends it and deletes its files
# PostgreSQL refuses to run as root; as root it runs as user postgres, or nobody.
set -euo pipefail

fail() { echo "postgres.sh: $*" >&2; exit 1; }

[ $# -eq 2 ] || fail 'usage: postgres.sh start|stop DIR'
dir="$2"

bin="$(dirname "$(command -v pg_ctl || ls -d /usr/lib/postgresql/*/bin/pg_ctl 2>/dev/null | sort -V | tail -1 || true)")"
[ -x "$bin/pg_ctl" ] || fail 'PostgreSQL is not installed (no pg_ctl found)'

user="$(id -un)"
if [ "$(id -u)" = 0 ]; then
  user="$(id -un postgres 2>/dev/null || echo nobody)"
fi

as_user() {
  if [ "$(id -un)" = "$user" ]; then "$@"; else runuser -u "$user" -- "$@"; fi
}

free_port() {
  local port
  for port in $(shuf -i 20000-60000 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  fail 'no free port found'
}

start() {
  local port
  mkdir -p "$dir"
  [ ! -e "$dir/files" ] || fail "$dir is in use; stop it first"
  chmod 755 "$dir"
  mkdir "$dir/files"
  [ "$(id -u)" != 0 ] || chown "$user" "$dir/files"
  (
    cd /
    as_user "$bin/initdb" -D "$dir/files" -U monitor --auth=trust --encoding=UTF8 --locale=C --no-sync
    port="$(free_port)"
    as_user "$bin/pg_ctl" -D "$dir/files" -w -t 30 -l "$dir/files/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200" start
    echo "$port" > "$dir/port"
  ) >&2 || { cat "$dir/files/log" >&2 2>/dev/null || true; fail 'the server did not start'; }
  echo "Host=127.0.0.1;Port=$(cat "$dir/port");Database=postgres;Username=monitor"
}

stop() {
  [ -d "$dir/files" ] || fail "$dir holds no server"
  (cd / && as_user "$bin/pg_ctl" -D "$dir/files" -m immediate -w stop) >&2 || true
  rm -rf "$dir/files" "$dir/port"
}

case "$1" in
  start) start ;;
  stop) stop ;;
  *) fail 'usage: postgres.sh start|stop DIR' ;;
esac
