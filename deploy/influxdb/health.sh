#!/bin/sh
# Exit status 0 when the hub's user can ask the hub's database.
set -eu
export INFLUX_USERNAME=vam INFLUX_PASSWORD
INFLUX_PASSWORD=$(cat /run/secrets/influx_password)
exec influx -database vam -execute 'SHOW MEASUREMENTS LIMIT 1'
