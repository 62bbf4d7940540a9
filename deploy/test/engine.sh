# shellcheck shell=bash
# A Docker engine for the container tests: the one that answers, else one of our own for the time of the tests.
# Sourced by `run`.
OUR_ENGINE=

engine_answers() { docker info >/dev/null 2>&1; }

start_engine() {
  if ! command -v docker >/dev/null; then
    say "without Docker: container tests are skipped"
    return 1
  fi
  speak_the_engines_version
  engine_answers && return
  if root && command -v dockerd >/dev/null; then
    run_engine
  else
    say "no Docker engine answers and none can be started here: container tests are skipped"
    return 1
  fi
}

run_engine() {
  local log=$WORK/dockerd.log
  say "starting a Docker engine…"
  has_cgroups || ! command -v cgroupfs-mount >/dev/null || cgroupfs-mount
  setsid dockerd --pidfile "$WORK/dockerd.pid" >"$log" 2>&1 </dev/null &
  OUR_ENGINE=$!
  for _ in $(seq 120); do
    kill -0 "$OUR_ENGINE" 2>/dev/null || break
    if speak_the_engines_version && engine_answers; then
      # It runs beside the tests, so its ports are ours, even where this machine looks like a container itself.
      export TESTCONTAINERS_HOST_OVERRIDE=${TESTCONTAINERS_HOST_OVERRIDE:-127.0.0.1}
      return 0
    fi
    sleep 0.5
  done
  tail -n 5 "$log" >&2
  say "the Docker engine did not start, see $log: container tests are skipped"
  return 1
}

# A client newer than the engine agrees on a version by itself, unless it refuses one that old.
speak_the_engines_version() {
  local socket=/var/run/docker.sock
  engine_answers && return
  [ -S $socket ] && command -v curl >/dev/null || return 0
  local version
  version=$(curl -s -m 5 --unix-socket $socket http://engine/version | sed -n 's/.*"ApiVersion":"\([0-9.]*\)".*/\1/p')
  [ -z "$version" ] || DOCKER_API_VERSION=$version engine_answers || return 0
  [ -z "$version" ] || export DOCKER_API_VERSION=$version
}

missing_for_containers() {
  if ! engine_answers; then
    echo "a Docker engine that answers (docker info)"
  elif [ -z "${VAM_TEST_IMAGE_MOSQUITTO:-}" ] && root && debian; then
    echo "the image of the test servers, see $WORK/debootstrap.log"
  elif ! has_compose; then
    echo "docker compose, or docker-compose"
  fi
}

stop_engine() {
  [ -n "$OUR_ENGINE" ] && kill -0 "$OUR_ENGINE" 2>/dev/null || return 0
  if [ -n "$(docker ps -q)" ]; then
    say "containers are still running, so the Docker engine (process $OUR_ENGINE) is left running"
    return
  fi
  kill "$OUR_ENGINE"
  wait "$OUR_ENGINE" 2>/dev/null
}
