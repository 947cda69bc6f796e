package org.wordborne.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The resolver of this JVM: as the machine's own, but for names that a test gave addresses to.
///
/// ```java
/// TestNames.answer("turns.example", "127.0.0.1", "127.0.0.66");  // first this, then for ever that
/// ```
public final class TestNames extends InetAddressResolverProvider {
  private static final Map<String, Answers> NAMES = new ConcurrentHashMap<>();

  private record Answers(List<String> inTurn, AtomicInteger asked) {
    String next() {
      return inTurn.get(Math.min(asked.getAndIncrement(), inTurn.size() - 1));
    }
  }

  /// From now on `name` has these addresses, one answer after another; the last one stays. An
  /// answer may hold several, with blanks between them.
  public static void answer(String name, String... inTurn) {
    NAMES.put(name, new Answers(List.of(inTurn), new AtomicInteger()));
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Told(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "names of tests";
  }

  private record Told(InetAddressResolver machine) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      Answers told = NAMES.get(host);
      return told == null
          ? machine.lookupByName(host, policy)
          : Stream.of(told.next().split(" ")).map(InetAddress::ofLiteral);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return machine.lookupByAddress(address);
    }
  }
}
