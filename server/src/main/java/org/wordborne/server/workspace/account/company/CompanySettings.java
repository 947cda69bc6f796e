package org.wordborne.server.workspace.account.company;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.ServerSettings;
import tools.jackson.databind.json.JsonMapper;

/// What the operator said of the company's sign-in; the secret sealed.
@Component
public class CompanySettings {
  private static final String SETTING = "company";
  private static final UUID OWNER =
      UUID.nameUUIDFromBytes("company sign-in".getBytes(StandardCharsets.US_ASCII));
  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 60;
  private final ServerSettings settings;
  private final SecretBox box;
  private final JsonMapper json;

  CompanySettings(ServerSettings settings, SecretBox box, JsonMapper json) {
    this.settings = settings;
    this.box = box;
    this.json = json;
  }

  private record Kept(CompanySetting setting, String secret) {}

  /// What is set, if anything is.
  public Optional<CompanySetting> read() {
    return kept().map(Kept::setting);
  }

  /// The secret that the company gave this server.
  String secret() {
    return kept().map(Kept::secret).orElseThrow();
  }

  /// Sets it, checked.
  ///
  /// @param secret null keeps the one that was set for the same issuer and client before
  /// @throws BadInputException naming what is wrong
  public CompanySetting write(CompanySetting wanted, @Nullable String secret) {
    String issuer = text("issuer", wanted.issuer());
    if (!CompanyAddress.isGood(issuer) || issuer.contains("?")) {
      throw new BadInputException(
          "issuer", issuer, "the address by which the company names itself is needed, by https");
    }
    String name = wanted.name().strip();
    if (name.length() > LONGEST_NAME) {
      throw new BadInputException(
          "name", name, "a name of at most " + LONGEST_NAME + " characters is needed");
    }
    var setting =
        new CompanySetting(
            issuer,
            text("clientId", wanted.clientId()),
            name.isEmpty() ? CompanyAddress.host(issuer) : name,
            wanted.domains().stream().map(CompanySettings::domain).distinct().toList(),
            wanted.role());
    keep(new Kept(setting, secret == null ? before(setting) : text("secret", secret)));
    return setting;
  }

  /// Nobody is let in by the company any more; who is linked stays so.
  public void remove() {
    settings.remove(SETTING);
  }

  private String before(CompanySetting setting) {
    return kept()
        .filter(
            old ->
                old.setting().issuer().equals(setting.issuer())
                    && old.setting().clientId().equals(setting.clientId()))
        .map(Kept::secret)
        .orElseThrow(
            () -> new BadInputException("secret", null, "the secret of this client is needed"));
  }

  private void keep(Kept kept) {
    byte[] sealed = box.seal(OWNER, json.writeValueAsString(kept));
    settings.write(SETTING, Base64.getEncoder().encodeToString(sealed));
  }

  private Optional<Kept> kept() {
    return settings
        .read(SETTING)
        .map(closed -> box.open(OWNER, Base64.getDecoder().decode(closed)))
        .map(text -> json.readValue(text, Kept.class));
  }

  private static String domain(String written) {
    String domain = MailDomain.of(written);
    if (domain.isEmpty()) {
      throw new BadInputException("domains", written, "a mail domain as lantern.example is needed");
    }
    return domain;
  }

  private static String text(String field, String sent) {
    String plain = sent.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      throw new BadInputException(field, null, "1 to " + LONGEST + " characters are needed");
    }
    return plain;
  }
}
