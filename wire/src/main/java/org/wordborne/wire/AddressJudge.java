package org.wordborne.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/*
 * Which addresses are nobody's business but their owner's. IPv4 goes by the IANA special-purpose
 * registry; of IPv6 only 2000::/3 is global, and of that the parts are refused that carry an IPv4
 * address inside (6to4, Teredo) or are for documents.
 */
final class AddressJudge {
  private record Block(byte[] prefix, int bits, String what) {
    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((address[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Block> REFUSED =
      List.of(
          block("0.0.0.0", 8, "an address of this network (0.0.0.0/8)"),
          block("10.0.0.0", 8, "a private address (10.0.0.0/8)"),
          block("100.64.0.0", 10, "a carrier's shared address (100.64.0.0/10)"),
          block("127.0.0.0", 8, "a loopback address (127.0.0.0/8)"),
          block("169.254.0.0", 16, "a link-local address (169.254.0.0/16)"),
          block("172.16.0.0", 12, "a private address (172.16.0.0/12)"),
          block("192.0.0.0", 24, "a reserved address (192.0.0.0/24)"),
          block("192.0.2.0", 24, "an address for documents (192.0.2.0/24)"),
          block("192.88.99.0", 24, "a 6to4 relay (192.88.99.0/24)"),
          block("192.168.0.0", 16, "a private address (192.168.0.0/16)"),
          block("198.18.0.0", 15, "an address for benchmarks (198.18.0.0/15)"),
          block("198.51.100.0", 24, "an address for documents (198.51.100.0/24)"),
          block("203.0.113.0", 24, "an address for documents (203.0.113.0/24)"),
          block("224.0.0.0", 4, "a multicast address (224.0.0.0/4)"),
          block("240.0.0.0", 4, "a reserved address (240.0.0.0/4)"),
          block("::", 128, "the unspecified address (::)"),
          block("::1", 128, "a loopback address (::1)"),
          mapped(),
          block("64:ff9b::", 32, "a NAT64 address (64:ff9b::/32)"),
          block("fc00::", 7, "a private address (fc00::/7)"),
          block("fe80::", 10, "a link-local address (fe80::/10)"),
          block("fec0::", 10, "a site-local address (fec0::/10)"),
          block("ff00::", 8, "a multicast address (ff00::/8)"),
          block("2001::", 23, "a Teredo or reserved address (2001::/23)"),
          block("2001:db8::", 32, "an address for documents (2001:db8::/32)"),
          block("2002::", 16, "a 6to4 address (2002::/16)"),
          block("3fff::", 20, "an address for documents (3fff::/20)"));

  private static final Block GLOBAL6 = block("2000::", 3, "");

  private AddressJudge() {}

  /* Why an address is refused; "" if it is a public one. */
  static String refusal(byte[] address) {
    for (Block block : REFUSED) {
      if (block.holds(address)) {
        return block.what();
      }
    }
    boolean global = address.length == 4 || GLOBAL6.holds(address);
    return global ? "" : "a reserved address (outside 2000::/3)";
  }

  static String refusal(InetAddress address) {
    boolean scoped = address instanceof java.net.Inet6Address six && six.getScopeId() != 0;
    return scoped ? "an address with a zone id" : refusal(address.getAddress());
  }

  static String text(InetAddress address) {
    String plain = address.getHostAddress();
    return address instanceof Inet4Address ? plain : "[" + plain + "]";
  }

  private static Block block(String prefix, int bits, String what) {
    return new Block(InetAddress.ofLiteral(prefix).getAddress(), bits, what);
  }

  /* Written by hand, because the JDK turns a mapped literal into an IPv4 address. */
  private static Block mapped() {
    byte[] prefix = new byte[16];
    prefix[10] = (byte) 0xFF;
    prefix[11] = (byte) 0xFF;
    return new Block(prefix, 96, "an IPv4 address inside an IPv6 one (::ffff:0:0/96)");
  }
}
