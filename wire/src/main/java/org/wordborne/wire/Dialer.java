package org.wordborne.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/* Opens a connection to one judged address. Tests put their own listener behind it. */
@FunctionalInterface
interface Dialer {
  Socket dial(InetSocketAddress to, int timeoutMillis) throws IOException;

  /* Goes there directly: NO_PROXY keeps socksProxyHost and its like out. */
  static Dialer direct() {
    return (to, timeoutMillis) -> {
      var socket = new Socket(Proxy.NO_PROXY);
      try {
        socket.connect(to, timeoutMillis);
        return socket;
      } catch (IOException failed) {
        socket.close();
        throw failed;
      }
    };
  }
}
