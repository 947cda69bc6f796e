package org.wordborne.server.workspace.account.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordborne.server.Canary;
import org.wordborne.server.ServerFixture;

/// A company's address leads to nothing inside, by whatever spelling, name or redirect.
@Tag("second-stage")
class CompanyCanaryTest {
  private final Company company = ServerFixture.bean(Company.class);
  private final CompanySettings settings = ServerFixture.bean(CompanySettings.class);

  @AfterEach
  void close() {
    settings.remove();
  }

  @Test
  void address_ofSomethingInsideOrLeadingThere_isNeverDialled() {
    try (var canary = new Canary(ServerFixture.allowedPort())) {
      for (String issuer :
          Stream.of(canary.addresses(), canary.ways()).flatMap(List::stream).toList()) {
        for (String written : List.of(issuer, issuer.replaceFirst("^http:", "https:"))) {
          assertThatThrownBy(() -> ask(written)).isInstanceOf(RuntimeException.class);
        }
      }

      assertThat(canary.dialled()).isZero();
      assertThat(canary.visited()).isPositive();
    }
  }

  private void ask(String issuer) {
    settings.write(new CompanySetting(issuer, "wordborne", "Muster", List.of(), "analyst"), "s");
    company.address(company.ask());
  }
}
