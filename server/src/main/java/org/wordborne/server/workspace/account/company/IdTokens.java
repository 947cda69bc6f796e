package org.wordborne.server.workspace.account.company;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.ForbiddenException;

/// Judges the token in which a company says who somebody is (OpenID Connect Core 1.0, 3.1.3.7):
/// signed by a key of the company with RS256 or ES256 and nothing else, by that company, for this
/// server, for this very question, now.
final class IdTokens {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_MAIL = 254;
  private final InstantSource clock;

  IdTokens(InstantSource clock) {
    this.clock = clock;
  }

  /// Whom the token names.
  ///
  /// @throws ForbiddenException if it must not be believed
  CompanyPerson person(CompanySetting company, String nonce, String token, JWKSet keys) {
    try {
      JWTClaimsSet said = signed(token, keys);
      if (!fits(said, company, nonce)) {
        throw unbelieved();
      }
      return new CompanyPerson(
          company.issuer(), said.getSubject(), email(said), name(said), twoFactors(said));
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      throw unbelieved();
    }
  }

  private static JWTClaimsSet signed(String token, JWKSet keys)
      throws ParseException, BadJOSEException, JOSEException {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier((_, _) -> {}); // fits does it
    return processor.process(SignedJWT.parse(token), null);
  }

  private boolean fits(JWTClaimsSet said, CompanySetting company, String nonce)
      throws ParseException {
    String subject = said.getSubject();
    boolean named = subject != null && !subject.isEmpty() && subject.length() <= LONGEST_SUBJECT;
    return named
        && company.issuer().equals(said.getIssuer())
        && isForUs(said, company.clientId())
        && isNow(said)
        && same(nonce, said.getStringClaim("nonce"));
  }

  /* Where it is meant for several, the one it was given to must be us. */
  private static boolean isForUs(JWTClaimsSet said, String us) throws ParseException {
    List<String> audience = said.getAudience();
    String given = said.getStringClaim("azp");
    return audience.contains(us)
        && (audience.size() == 1 || given != null)
        && (given == null || given.equals(us));
  }

  private boolean isNow(JWTClaimsSet said) {
    Date until = said.getExpirationTime();
    Date made = said.getIssueTime();
    if (until == null || made == null) {
      return false;
    }
    Instant now = clock.instant();
    return now.isBefore(until.toInstant().plus(SKEW))
        && !made.toInstant().isAfter(now.plus(SKEW))
        && made.toInstant().isAfter(now.minus(OLDEST));
  }

  private static Optional<String> email(JWTClaimsSet said) throws ParseException {
    Object verified = said.getClaim("email_verified");
    String email = said.getStringClaim("email");
    return Boolean.TRUE.equals(verified) && email != null && email.length() <= LONGEST_MAIL
        ? Optional.of(email.strip())
        : Optional.empty();
  }

  private static String name(JWTClaimsSet said) throws ParseException {
    String name = said.getStringClaim("name");
    return name == null ? "" : name.strip();
  }

  private static boolean twoFactors(JWTClaimsSet said) throws ParseException {
    List<String> methods = said.getStringListClaim("amr");
    return methods != null && methods.contains("mfa");
  }

  private static boolean same(String asked, @Nullable String said) {
    return said != null
        && MessageDigest.isEqual(
            asked.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }

  private static ForbiddenException unbelieved() {
    return new ForbiddenException(
        "what the company's sign-in says cannot be believed; tell whoever runs this server");
  }
}
