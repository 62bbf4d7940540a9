package vn.vam.zalo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the platform tells about a citizen who talks to the Official Account. Personal data: prints
 * nothing of it.
 *
 * @param userId the person's id for this Official Account
 * @param displayName as the person chose it; may be empty
 * @param follower whether the person follows the account, when told
 * @param lastInteraction the day of the last interaction, Asia/Ho_Chi_Minh, when told
 * @param tags the account's own tags for the person
 */
public record UserDetail(
    String userId,
    String displayName,
    Optional<Boolean> follower,
    Optional<LocalDate> lastInteraction,
    List<String> tags)
    implements Answer {
  public UserDetail {
    tags = List.copyOf(tags);
  }

  @Override
  public String toString() {
    return "UserDetail[follower=" + follower + "]";
  }
}
