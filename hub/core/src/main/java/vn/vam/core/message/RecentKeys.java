package vn.vam.core.message;

/** The last keys of many: those that are older are forgotten half at a time. Used by one thread. */
public final class RecentKeys {
  private final int remembered;
  private KeySet newer = new KeySet();
  private KeySet older = new KeySet();

  /**
   * @param remembered at least so many, at most twice as many
   */
  public RecentKeys(int remembered) {
    this.remembered = remembered;
  }

  public boolean contains(IdentityKey key) {
    return newer.contains(key) || older.contains(key);
  }

  public void add(IdentityKey key) {
    newer.add(key);
    if (newer.size() >= remembered) {
      older = newer;
      newer = new KeySet();
    }
  }
}
