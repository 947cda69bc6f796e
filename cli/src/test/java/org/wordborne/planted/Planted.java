package org.wordborne.planted;

import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.net.ssl.X509TrustManager;
import javax.sql.DataSource;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Classes that do what a rule of the house forbids, so that tests see each rule find something.
/// Nobody runs them.
public final class Planted {
  private Planted() {}

  /// Dials by itself.
  public static final class Sockets {
    Socket dial() throws IOException {
      return new Socket("cafe.example", 80);
    }
  }

  /// Fetches keys by itself.
  public static final class KeysThatFetch {
    Object fetch(java.net.URL from) throws Exception {
      return com.nimbusds.jose.jwk.JWKSet.load(from);
    }
  }

  /// Lets an address open itself.
  public static final class AddressesThatOpen {
    InputStream open() throws IOException {
      return URI.create("http://cafe.example/").toURL().openStream();
    }
  }

  /// Asks the resolver, past the one that judges.
  public static final class NamesOfHosts {
    InetAddress ask() throws IOException {
      return InetAddress.getByName("cafe.example");
    }
  }

  /// Writes to people past the mailroom.
  public static final class Mail {
    InternetAddress to() {
      return new InternetAddress();
    }
  }

  /// Writes a file wherever it likes.
  public static final class Disk {
    void write() throws IOException {
      Files.writeString(Path.of("elsewhere"), "x");
    }
  }

  /// Looks at the clock.
  public static final class Clock {
    Instant look() {
      return Instant.now();
    }
  }

  /// Draws without a seed.
  public static final class Chance {
    Object draw() {
      return new SecureRandom().nextBoolean() ? UUID.randomUUID() : Math.random();
    }
  }

  /// Starts another program.
  public static final class Programs {
    Process start() throws IOException {
      return new ProcessBuilder("true").start();
    }
  }

  /// Reads XML by a factory of its own.
  public static final class Xml {
    Object read() throws Exception {
      return SAXParserFactory.newInstance().newSAXParser();
    }
  }

  /// Makes objects of bytes.
  public static final class ObjectsFromBytes {
    Object read(byte[] bytes) throws Exception {
      return new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
    }
  }

  /// Runs words.
  public static final class WordsThatRun {
    Object run(String words) {
      return new SpelExpressionParser().parseExpression(words).getValue();
    }
  }

  /// Trusts anybody.
  public static final class Trust {
    Object anybody() {
      return new Anybody();
    }
  }

  /// A trust manager without distrust.
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  /// Goes to the database past the transactions.
  public static final class DatabaseWithoutWalls {
    Object everything(DataSource source) {
      return JdbcClient.create(source).sql("select * from mention").query().listOfRows();
    }
  }

  /// Closes without a seal.
  public static final class Ciphers {
    Cipher make() throws Exception {
      return Cipher.getInstance("DES");
    }
  }

  /// Puts a value into the text of a statement.
  public static final class Statements {
    Object find(JdbcClient jdbc, String name) {
      return jdbc.sql("select * from person where name = '" + name + "'").query().listOfRows();
    }
  }

  /// Answers requests out of the database.
  public static final class DeskController {
    Object list(JdbcClient jdbc) {
      return jdbc.sql("select 1").query().listOfRows();
    }
  }
}
