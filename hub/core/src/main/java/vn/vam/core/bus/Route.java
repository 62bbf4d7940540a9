package vn.vam.core.bus;

/**
 * A line.
 *
 * @param number as it stands on the bus, such as "01"; may be empty
 * @param name such as "Mỹ Tho – Gò Công"; may be empty
 */
public record Route(String id, String number, String name) {}
