#!/bin/sh
# The broker's container begins here: puts its files together where only the broker reads them, and becomes the broker.
set -eu

readonly SETTINGS=/etc/vam/mosquitto KEPT=/mosquitto/data RUN=/run/mosquitto

settings() { # those that keep, without those of a desk
  sed '/^# ---- what depends on the place/,$d' $SETTINGS/mosquitto.conf
  cat $SETTINGS/container.conf
}

rights() { # every file begins with a user, so their order does not matter; patterns stand for all
  cat $SETTINGS/acl
  [ "${VAM_TRIAL:-}" != yes ] || { echo; cat $SETTINGS/acl.trial; }
}

follow_secret() { # name, the secret that holds its password
  [ ! -r "/run/secrets/$2" ] || sh $SETTINGS/account.sh set "$1" <"/run/secrets/$2"
}

# Accounts of devices stay on the volume; those below are set anew at each start.
accounts() {
  touch $KEPT/passwords
  follow_secret hub mqtt_password
  follow_secret fleet mqtt_fleet_password
  head -c 24 /dev/urandom | base64 >$RUN/watch
  sh $SETTINGS/account.sh set watch <$RUN/watch
  printf -- '-u watch\n-P %s\n' "$(cat $RUN/watch)" >$RUN/mosquitto_sub # where the health check's client looks
  rm $RUN/watch
}

umask 077
settings >$RUN/mosquitto.conf
rights >$RUN/acl
accounts
chown -R mosquitto $RUN $KEPT
exec mosquitto -c $RUN/mosquitto.conf
