#!/bin/sh
# Makes the passwords the containers share, those that are not there yet: one file each in secrets/.
# Only you can open the folder. The files in it are readable to all, because the users inside the containers, who have
# other numbers than you, read them through a mount of the single file.
set -eu
umask 022
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets
for name in mqtt_password mqtt_fleet_password influx_password; do
  [ -s "secrets/$name" ] || head -c 24 /dev/urandom | base64 >"secrets/$name"
  chmod 444 "secrets/$name"
done
