package org.wordborne.server.mailroom;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedSockets;

/// Speaks SMTP, once a letter, within a time that bounds the whole of it.
///
/// Plain text only: no markup, no picture that tells who reads. Where the line breaks after the
/// last word the host may have taken it; it is tried again under the same `Message-ID`.
final class Postman {
  private static final Set<Integer> PORTS = Set.of(25, 465, 587, 2525);
  private static final int FIRST_FOR_GOOD = 500;
  private final AllowedPrivate allowed;
  private final Duration whole;

  Postman(AllowedPrivate allowed, Duration whole) {
    this.allowed = allowed;
    this.whole = whole;
  }

  Carried send(MailSettings settings, Parcel parcel, Instant at) {
    try (var sockets = new GuardedSockets(allowed, PORTS, whole)) {
      return send(settings, parcel, at, sockets);
    }
  }

  private Carried send(MailSettings settings, Parcel parcel, Instant at, GuardedSockets sockets) {
    try {
      Session session = Session.getInstance(properties(settings, sockets));
      Message message = message(session, settings, parcel, at);
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(
            settings.host(), settings.port(), orNull(settings.username()), settings.password());
        transport.sendMessage(message, message.getAllRecipients());
        return new Carried.Taken();
      }
    } catch (MessagingException | UnsupportedEncodingException failed) {
      String why = sockets.isOver() ? tooLong(settings) : said(failed);
      return code(failed) >= FIRST_FOR_GOOD ? new Carried.Never(why) : new Carried.NotNow(why);
    }
  }

  private Properties properties(MailSettings settings, GuardedSockets sockets) {
    var properties = new Properties();
    String millis = Long.toString(whole.toMillis());
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.localhost", Addresses.domain(settings.from()));
    properties.put("mail.smtp.auth", Boolean.toString(settings.password() != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls().equals("tls")));
    String starts = Boolean.toString(settings.tls().equals("starttls"));
    properties.put("mail.smtp.starttls.enable", starts);
    properties.put("mail.smtp.starttls.required", starts);
    // Goodbye is not waited for: the letter is taken by then.
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  private static Message message(Session session, MailSettings settings, Parcel parcel, Instant at)
      throws MessagingException, UnsupportedEncodingException {
    String utf8 = StandardCharsets.UTF_8.name();
    String id = "<" + parcel.key() + "@" + Addresses.domain(settings.from()) + ">";
    var message = new Numbered(session, id);
    message.setFrom(new InternetAddress(settings.from(), settings.fromName(), utf8));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.to(), true));
    message.setSubject(parcel.subject(), utf8);
    message.setText(parcel.body(), utf8);
    message.setSentDate(Date.from(at));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /// A message whose id is ours, the same each time it goes out.
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private String tooLong(MailSettings settings) {
    return settings.host() + " did not take it within " + whole.toMillis() / 1000.0 + " s.";
  }

  /// The host's own code, wherever in the chain it is; 0 where it gave none.
  private static int code(Exception failed) {
    for (Throwable at = failed; at != null; at = next(at)) {
      int code =
          switch (at) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSenderFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
          };
      if (code != 0) {
        return code;
      }
    }
    return 0;
  }

  private static @Nullable Throwable next(Throwable at) {
    return at instanceof MessagingException said && said.getNextException() != null
        ? said.getNextException()
        : at.getCause();
  }

  private static String said(Exception failed) {
    Throwable deepest = failed;
    for (Throwable at = failed; at != null; at = next(at)) {
      deepest = at;
    }
    String words = deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
