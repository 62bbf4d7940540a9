package vn.vam.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingKeys {
  private static final int ADDED = 20_000;

  /** The fewer different digits, the more keys want the same slot. */
  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000, Long.MAX_VALUE})
  void they_are_held_as_any_set_would_hold_them(long differentLows) {
    Random random = new Random(differentLows);
    KeySet keys = new KeySet();
    Set<IdentityKey> expected = new HashSet<>();
    for (int i = 0; i < ADDED; i++) {
      IdentityKey key = key(random, differentLows);
      assertThat(keys.contains(key)).isEqualTo(expected.contains(key));
      keys.add(key);
      expected.add(key);
      assertThat(keys.size()).isEqualTo(expected.size());
    }
    assertThat(expected).allMatch(keys::contains);
  }

  private static IdentityKey key(Random random, long differentLows) {
    return new IdentityKey(1 + random.nextInt(3_000), random.nextLong(differentLows));
  }
}
