#!/bin/sh
# The accounts of the broker, for use inside its container:
#   docker compose exec mosquitto sh /etc/vam/mosquitto/account.sh add NAME      makes a password and prints it, once
#                                                                  set NAME      reads the password from standard input
#                                                                  remove NAME
#                                                                  list
# Passwords are kept as salted hashes only. A running broker knows of the change at once; nobody else is disconnected.
set -eu

readonly KEPT=/mosquitto/data/passwords RUN=/run/mosquitto

usage() { sed -n 's/^# \{0,1\}//; 2,7p' "$0" >&2; exit 2; }

check_name() { # as the hub's ids, so that no name can be mistaken for a topic filter
  case $1 in
    '' | [!a-z0-9]* | *[!a-z0-9_.-]*)
      echo "expected a name of small letters, digits, '_', '.' and '-' that begins with a letter or digit, found '$1'" >&2
      exit 2
      ;;
  esac
}

others() { awk -F: -v name="$1" '$1 != name' $KEPT; }

set_password() { # name; the password on standard input, never among a command's arguments
  new=$(mktemp $RUN/account.XXXXXX)
  printf '%s:%s\n' "$1" "$(cat)" >"$new"
  mosquitto_passwd -U "$new"
  others "$1" >>"$new"
  keep "$new"
}

remove() {
  new=$(mktemp $RUN/account.XXXXXX)
  others "$1" >"$new"
  keep "$new"
}

keep() { # one file replaces the other in one step, so that none is ever half written
  cp "$1" $KEPT.new
  chown mosquitto "$1" $KEPT.new
  chmod 600 "$1" $KEPT.new
  mv $KEPT.new $KEPT
  mv "$1" $RUN/passwords
  tell_broker
}

tell_broker() { # the broker is the container's first process, once start.sh has become it
  [ "$(cat /proc/1/comm)" != mosquitto ] || kill -HUP 1
}

umask 077
[ $# -ge 1 ] || usage
case $1 in
  list) cut -d : -f 1 $KEPT; exit ;;
  add | set | remove) [ $# -eq 2 ] || usage; check_name "$2" ;;
  *) usage ;;
esac
case $1 in
  add)
    password=$(head -c 300 /dev/urandom | base64 | tr -dc A-Za-z0-9 | head -c 24)
    printf '%s' "$password" | set_password "$2"
    printf '%s\n' "$password"
    ;;
  set) set_password "$2" ;;
  remove) remove "$2" ;;
esac
