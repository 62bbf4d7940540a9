package vn.vam.core.bus;

import vn.vam.core.station.Position;

/**
 * Where buses halt.
 *
 * @param name as it stands on the sign, NFC
 */
public record Stop(String id, String name, Position position) {}
