# shellcheck shell=bash
# What the tests use beside a JDK and Maven, and how a Debian machine comes by it. Sourced by `run`.
# package | proof that it is there: a command, a file, or a question asked here | required as a server | without it
WANTED='
mosquitto|mosquitto|yes|tests against a real broker are skipped
mosquitto-clients|mosquitto_pub|yes|tests that publish with a foreign client are skipped
influxdb|influxd|yes|tests against a real InfluxDB are skipped
influxdb-client|influx|yes|tests that ask with the client of InfluxDB are skipped
victoria-metrics|victoria-metrics|yes|tests of the path /api/v2/write are skipped
postgresql|has_postgresql|yes|tests of the database of an office are skipped
chromium|chromium|yes|tests of the pages are skipped
chromium-driver|chromedriver|yes|tests of the pages are skipped
fonts-noto-core|/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf|no|screenshots show Vietnamese in another font
fonts-noto-color-emoji|/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf|no|screenshots show boxes instead of emoji
iproute2|ip|no|tests that disturb the network are skipped
zstd|zstd|no|archives of test data cannot be read
docker.io|has_engine|no|container tests need another engine
docker-compose|has_compose|no|tests of the installation from deploy/ are skipped
cgroupfs-mount|has_cgroups|no|an engine started here cannot limit its containers
debootstrap|debootstrap|no|container tests need official images
'

readonly POLICY=/usr/sbin/policy-rc.d
OUR_POLICY=

wanted() { printf '%s' "$WANTED" | grep .; }

present() {
  case $1 in
    has_*) "$1" ;;
    /*) [ -e "$1" ] ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || command -v postgres >/dev/null; }
has_engine() { engine_answers || command -v dockerd >/dev/null; }
has_compose() { docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null; }
has_cgroups() { engine_answers || compgen -G '/sys/fs/cgroup/[cm]*' >/dev/null; }

missing_packages() {
  wanted | while IFS='|' read -r package proof _; do
    present "$proof" || echo "$package"
  done
}

missing_servers() {
  wanted | while IFS='|' read -r package proof required _; do
    [ "$required" = no ] || present "$proof" || printf '%s ' "$package"
  done
}

missing_for_small_disks() { root || echo "root, who alone can mount a small file system that fills up"; }

tell_missing() {
  wanted | while IFS='|' read -r package proof _ without; do
    present "$proof" || say "without $package: $without"
  done
}

install_packages() {
  local missing
  missing=$(missing_packages | xargs)
  [ -n "$missing" ] || return 0
  if ! debian; then
    say "this is no Debian machine; what is missing stays missing"
  elif ! root; then
    say "not root, so nothing is installed; as root: apt-get install $missing"
  else
    say "installing $missing…"
    without_starting_services apt_install "$missing"
  fi
  tell_missing
}

apt_install() { # with the lists as they are, and after an update when that does not do
  local log=$WORK/apt.log
  apt_get "$1" >"$log" 2>&1 && return
  apt-get -q update >>"$log" 2>&1
  # shellcheck disable=SC2086 # names are words
  apt_get "$(installable $1)" >>"$log" 2>&1 || { tail -n 5 "$log" >&2; say "apt-get failed, see $log"; }
}

apt_get() {
  # shellcheck disable=SC2086 # names are words
  DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $1 </dev/null
}

installable() { # those this release of Debian has
  local package
  for package in "$@"; do
    LC_ALL=C apt-cache policy "$package" | grep -q 'Candidate: [^(]' && echo "$package"
  done | xargs
}

# Debian starts a service as it is installed. Not for a test: its ports and its memory are wanted otherwise.
without_starting_services() {
  [ -e $POLICY ] || forbid_services
  "$@"
  allow_services
  [ ! -d /run/systemd/system ] || systemctl -q disable mosquitto influxdb victoria-metrics postgresql 2>/dev/null
}

forbid_services() {
  OUR_POLICY=yes
  printf '#!/bin/sh\nexit 101\n' >$POLICY
  chmod +x $POLICY
}

allow_services() { # also when the tests are broken off
  [ -z "$OUR_POLICY" ] || rm -f $POLICY
  OUR_POLICY=
}
