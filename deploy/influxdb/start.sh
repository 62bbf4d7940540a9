#!/bin/sh
# The database's container begins here: becomes the server, and beside it makes the hub's user and database when the
# server is new. The hub's user may do everything: the server is the hub's alone.
set -eu

password=$(cat /run/secrets/influx_password)
case $password in
  '' | *[!A-Za-z0-9+/=_.-]*)
    echo "secrets/influx_password: expected letters, digits and + / = _ . - only" >&2
    exit 1
    ;;
esac

ask() { # the statement on standard input: arguments can be read by every program of the machine
  printf '%s\n' "$1" | INFLUX_USERNAME=vam INFLUX_PASSWORD=$password influx
}

set_up() {
  tries=0
  until ask 'SHOW DATABASES' >/dev/null 2>&1 && ask 'CREATE DATABASE vam' >/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 120 ] || { echo "the hub's user cannot log in: was secrets/influx_password changed?" >&2; return 1; }
    # Answered with an error as soon as there is a user, and while nobody listens.
    ask "CREATE USER vam WITH PASSWORD '$password' WITH ALL PRIVILEGES" >/dev/null 2>&1 || true
    sleep 1
  done
}

set_up &
exec influxd -config /etc/vam/influxdb/influxdb.conf
