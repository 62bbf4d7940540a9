package vn.vam.payloads.senml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.step.Step;

/**
 * Resolves a pack, RFC 8428, section 4: each base value counts for its record and all that follow
 * until it is given anew. What breaks a rule of the RFC costs the whole pack, since the records
 * behind it may lean on it. Used once.
 */
public final class SenmlPack {
  private static final int KNOWN_VERSION = 10;
  private static final Pattern FINAL_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:./_-]{0,255}");

  private Optional<Integer> version = Optional.empty();
  private String baseName = "";
  private double baseTime;
  private Optional<String> baseUnit = Optional.empty();
  private OptionalDouble baseValue = OptionalDouble.empty();
  private OptionalDouble baseSum = OptionalDouble.empty();

  private SenmlPack() {}

  /**
   * @param pack an array of records with the labels they have in JSON
   * @param device that sent it, where the topic tells
   */
  public static Step<List<SenmlRecord>> resolved(JsonNode pack, Optional<DeviceId> device) {
    return pack.isEmpty()
        ? Step.reject(
            device, RejectReason.MISSING_FIELD, SenmlLabels.VALUE, "expected at least one record")
        : new SenmlPack().resolve(pack, device);
  }

  private Step<List<SenmlRecord>> resolve(JsonNode pack, Optional<DeviceId> device) {
    List<SenmlRecord> records = new ArrayList<>(pack.size());
    for (JsonNode node : pack) {
      SenmlFields fields = new SenmlFields(node);
      SenmlRecord record = resolve(fields);
      if (fields.complaint().isPresent()) {
        return reject(device, records.size(), fields.complaint().orElseThrow());
      }
      records.add(record);
    }
    return new Step.Go<>(records);
  }

  private static Step<List<SenmlRecord>> reject(
      Optional<DeviceId> device, int index, SenmlFields.Complaint complaint) {
    return Step.reject(
        device,
        complaint.reason(),
        "[%d].%s".formatted(index, complaint.label()),
        complaint.expected());
  }

  private SenmlRecord resolve(SenmlFields record) {
    takeVersion(record);
    takeBase(record);
    OptionalDouble sum = sum(record);
    return new SenmlRecord(
        baseName,
        name(record),
        record.text(SenmlLabels.UNIT).or(() -> baseUnit),
        value(record, sum.isPresent()),
        sum,
        baseTime + record.number(SenmlLabels.TIME).orElse(0));
  }

  private void takeVersion(SenmlFields record) {
    int now = record.version().or(() -> version).orElse(KNOWN_VERSION);
    if (now < 1 || now > KNOWN_VERSION) {
      record.bad(SenmlLabels.VERSION, "expected a version from 1 to " + KNOWN_VERSION);
    }
    if (now != version.orElse(now)) {
      record.bad(SenmlLabels.VERSION, "expected one version in the whole pack");
    }
    version = Optional.of(now);
  }

  private void takeBase(SenmlFields record) {
    baseName = record.text(SenmlLabels.BASE_NAME).orElse(baseName);
    baseTime = record.number(SenmlLabels.BASE_TIME).orElse(baseTime);
    baseUnit = record.text(SenmlLabels.BASE_UNIT).or(() -> baseUnit);
    baseValue = either(record.number(SenmlLabels.BASE_VALUE), baseValue);
    baseSum = either(record.number(SenmlLabels.BASE_SUM), baseSum);
  }

  private String name(SenmlFields record) {
    String name = baseName + record.text(SenmlLabels.NAME).orElse("");
    if (!FINAL_NAME.matcher(name).matches()) {
      record.bad(
          SenmlLabels.NAME,
          "expected, with the base name, 1 to 256 letters, digits and -:./_ that begin with a"
              + " letter or digit");
    }
    return name;
  }

  /** Where either the base value or the value is missing, it counts as zero. */
  private Optional<JsonNode> value(SenmlFields record, boolean hasSum) {
    Optional<JsonNode> own = record.value();
    if (own.isEmpty() && baseValue.isEmpty() && !hasSum) {
      record.missing(SenmlLabels.VALUE, "expected one of v, vs, vb, vd, or s");
    }
    return own.isPresent() && baseValue.isPresent()
        ? own.map(value -> based(record, value))
        : own.or(() -> based());
  }

  private Optional<JsonNode> based() {
    return baseValue.isPresent()
        ? Optional.of(DecimalNode.valueOf(BigDecimal.valueOf(baseValue.getAsDouble())))
        : Optional.empty();
  }

  private JsonNode based(SenmlFields record, JsonNode value) {
    if (value.isTextual() && record.has(SenmlLabels.VALUE)) {
      record.bad(SenmlLabels.VALUE, "expected a number, to which the base value is added");
    }
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? DecimalNode.valueOf(added(baseValue.orElse(0), value.doubleValue()))
        : value;
  }

  private OptionalDouble sum(SenmlFields record) {
    OptionalDouble own = record.number(SenmlLabels.SUM);
    return own.isPresent()
        ? OptionalDouble.of(added(baseSum.orElse(0), own.getAsDouble()).doubleValue())
        : baseSum;
  }

  /** In decimals: 4.1 and 0.2 are 4.3. */
  private static BigDecimal added(double one, double other) {
    return BigDecimal.valueOf(one).add(BigDecimal.valueOf(other));
  }

  private static OptionalDouble either(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() ? first : second;
  }
}
