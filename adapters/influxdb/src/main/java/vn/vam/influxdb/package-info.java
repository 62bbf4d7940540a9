/**
 * The time-series store on InfluxDB 1.x, 2.x and whatever speaks their protocols. Lines are written
 * through the official client's blocking API and count as kept on 204 alone; a refused batch is
 * halved until the points at fault stand alone. Reads are InfluxQL, which all versions answer.
 */
@NullMarked
package vn.vam.influxdb;

import org.jspecify.annotations.NullMarked;
