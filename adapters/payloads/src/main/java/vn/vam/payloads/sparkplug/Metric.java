package vn.vam.payloads.sparkplug;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One metric of a payload.
 *
 * @param alias what stands for the name once a birth has announced both
 * @param timestamp of the value, as sent
 * @param isHistorical measured in the past and sent late
 * @param value by the datatype; null where there is none; an array where it cannot be read as a
 *     number or a text, or its datatype is not known
 * @param isGood whether its quality, where told, says that it can be relied on
 * @param unit what the value is in, where told
 * @param bytes as encoded
 */
public record Metric(
    Optional<String> name,
    OptionalLong alias,
    OptionalLong timestamp,
    OptionalInt datatype,
    boolean isHistorical,
    JsonNode value,
    boolean isGood,
    Optional<String> unit,
    ByteString bytes) {
  static final int NAME = 1;
  static final int ALIAS = 2;
  static final int TIMESTAMP = 3;
  static final int DATATYPE = 4;
  static final int HISTORICAL = 5;
  static final int NULL = 7;
  static final int PROPERTIES = 9;
  static final int INT_VALUE = 10;
  static final int LONG_VALUE = 11;
  static final int FLOAT_VALUE = 12;
  static final int DOUBLE_VALUE = 13;
  static final int BOOLEAN_VALUE = 14;
  static final int STRING_VALUE = 15;

  /** Numbers a node's connection, in births and deaths. */
  public static final String BD_SEQ = "bdSeq";
}
