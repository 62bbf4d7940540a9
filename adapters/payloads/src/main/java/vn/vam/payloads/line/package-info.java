/** Lines of the InfluxDB line protocol, as devices and agents publish them. */
@NullMarked
package vn.vam.payloads.line;

import org.jspecify.annotations.NullMarked;
