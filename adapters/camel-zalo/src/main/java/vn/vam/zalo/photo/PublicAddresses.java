package vn.vam.zalo.photo;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Names lead to public addresses or nowhere. The connection goes to exactly what was looked at
 * here, so that a name cannot mean something else a moment later.
 */
final class PublicAddresses implements Dns {
  private final Dns names;

  PublicAddresses(Dns names) {
    this.names = names;
  }

  @Override
  public List<InetAddress> lookup(String name) throws UnknownHostException {
    List<InetAddress> found = names.lookup(name);
    if (found.isEmpty() || !found.stream().allMatch(PublicAddresses::isPublic)) {
      throw new UnknownHostException("not public");
    }
    return found;
  }

  /** By the special-purpose registries of IANA (RFC 6890). */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet6Address
        ? isPublic6(address.getAddress())
        : isPublic4(address.getAddress());
  }

  private static boolean isPublic4(byte[] address) {
    int first = Byte.toUnsignedInt(address[0]);
    int second = Byte.toUnsignedInt(address[1]);
    int third = Byte.toUnsignedInt(address[2]);
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean documents =
        (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return first != 0 && first < 224 && !shared && !benchmarks && !protocols && !documents;
  }

  /**
   * Global unicast alone, {@code 2000::/3}, without 6to4 and Teredo, which may hide a private one.
   */
  private static boolean isPublic6(byte[] address) {
    int first = Byte.toUnsignedInt(address[0]) << 8 | Byte.toUnsignedInt(address[1]);
    int second = Byte.toUnsignedInt(address[2]) << 8 | Byte.toUnsignedInt(address[3]);
    boolean global = first >= 0x2000 && first < 0x4000;
    boolean special = first == 0x2001 && (second < 0x200 || second == 0xDB8);
    return global && !special && first != 0x2002;
  }
}
