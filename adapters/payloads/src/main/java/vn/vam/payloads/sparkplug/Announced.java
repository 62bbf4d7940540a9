package vn.vam.payloads.sparkplug;

import java.util.Optional;
import java.util.OptionalInt;

/** What a birth said of a metric. */
record Announced(String name, OptionalInt datatype, Optional<String> unit) {}
