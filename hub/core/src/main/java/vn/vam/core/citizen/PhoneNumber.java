package vn.vam.core.citizen;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Vietnamese telephone number. Personal: prints none of it.
 *
 * @param digits 84 and nine digits
 */
public record PhoneNumber(String digits) {
  private static final Pattern DIGITS = Pattern.compile("84\\d{9}");
  private static final int LONGEST = 40;

  public PhoneNumber {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a telephone number is 84 and nine digits");
    }
  }

  /** However it is written: {@code 0912 345 678}, {@code +84 912.345.678}; nothing for others. */
  public static Optional<PhoneNumber> of(String written) {
    String bare = written.length() > LONGEST ? "" : written.replaceAll("[\\s().-]", "");
    String digits = bare.replaceFirst("^(\\+84|0)", "84");
    return DIGITS.matcher(digits).matches()
        ? Optional.of(new PhoneNumber(digits))
        : Optional.empty();
  }

  /** The last three digits: enough for whoever knows it. */
  public String ending() {
    return "…" + digits.substring(digits.length() - 3);
  }

  @Override
  public String toString() {
    return "PhoneNumber";
  }
}
