package org.wordborne.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs and verifies webhooks after the Standard Webhooks scheme
/// (https://www.standardwebhooks.com).
///
/// The signature covers `id.timestamp.body`, the body byte for byte as it was received: verify
/// before parsing. Signatures are compared in a time that does not depend on where they differ.
/// A verified id has still to be kept by the caller for as long as [#TOLERANCE] reaches, so that a
/// repeat is known as one.
public final class StandardWebhooks {
  /// How far the sender's clock may be from ours, either way.
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String PREFIX = "whsec_";
  private static final int MOST_SIGNATURES = 16;

  private StandardWebhooks() {}

  /// What verification found.
  ///
  /// @param valid whether the message may be believed
  /// @param id the message's id, the key to find repeats by; "" if it is not valid
  /// @param why the reason in plain words
  public record Verdict(boolean valid, String id, String why) {}

  /// A new random secret, `whsec_` and 32 bytes in base64.
  public static Secret newSecret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Secret.of(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /// The three headers for a message.
  ///
  /// @throws IllegalArgumentException if the secret is not `whsec_` and base64
  public static Map<String, String> sign(Secret secret, String id, Instant at, byte[] body) {
    return sign(List.of(secret), id, at, body);
  }

  /// The three headers for a message that is signed with each of `secrets`, while they rotate.
  ///
  /// @throws IllegalArgumentException if a secret is not `whsec_` and base64
  public static Map<String, String> sign(List<Secret> secrets, String id, Instant at, byte[] body) {
    String seconds = Long.toString(at.getEpochSecond());
    var signatures = new ArrayList<String>();
    for (Secret secret : secrets) {
      byte[] key = key(secret);
      if (key.length == 0) {
        throw new IllegalArgumentException("the signing secret is not 'whsec_' and base64");
      }
      signatures.add(signature(key, id, seconds, body));
    }
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", seconds,
        "webhook-signature", String.join(" ", signatures));
  }

  /// Judges a message by its raw bytes; while secrets rotate, any of `secrets` will do.
  ///
  /// @param headers as received; names compare without case
  public static Verdict verify(
      List<Secret> secrets, Map<String, String> headers, byte[] body, Instant now) {
    String id = header(headers, "webhook-id");
    String seconds = header(headers, "webhook-timestamp");
    String signatures = header(headers, "webhook-signature");
    if (id.isEmpty() || seconds.isEmpty() || signatures.isEmpty()) {
      return bad("webhook-id, webhook-timestamp and webhook-signature must all be there");
    }
    if (!seconds.matches("[0-9]{1,11}")) {
      return bad("webhook-timestamp must be whole seconds since 1970");
    }
    boolean signed = isSigned(secrets, id, seconds, signatures, body);
    if (!signed) {
      return bad("no signature fits this body and secret");
    }
    Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs();
    return off.compareTo(TOLERANCE) > 0
        ? bad("webhook-timestamp is more than 5 minutes from now")
        : new Verdict(true, id, "signed and in time");
  }

  private static boolean isSigned(
      List<Secret> secrets, String id, String seconds, String signatures, byte[] body) {
    boolean found = false;
    String[] given = signatures.strip().split(" +", MOST_SIGNATURES + 1);
    for (Secret secret : secrets) {
      byte[] key = key(secret);
      if (key.length == 0) {
        continue;
      }
      byte[] right = signature(key, id, seconds, body).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < Math.min(given.length, MOST_SIGNATURES); i++) {
        found |= MessageDigest.isEqual(right, given[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  private static String signature(byte[] key, String id, String seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }

  /* The key's bytes; none if the secret is empty or no base64, and then nothing is believed. */
  private static byte[] key(Secret secret) {
    String text = secret.reveal().strip();
    String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException unreadable) {
      return new byte[0];
    }
  }

  private static String header(Map<String, String> headers, String name) {
    for (var entry : headers.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name)) {
        return entry.getValue().strip();
      }
    }
    return "";
  }

  private static Verdict bad(String why) {
    return new Verdict(false, "", why);
  }
}
