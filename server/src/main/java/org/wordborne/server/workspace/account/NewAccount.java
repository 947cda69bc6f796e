package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;

/// What an account is made from, checked: one e-mail address, a name, a password.
///
/// @param email one address, as it was written
/// @param name what others see; made from the address where none was given
record NewAccount(String email, String name, String password) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_NAME = 100;
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 1000;

  static NewAccount of(@Nullable String email, @Nullable String name, @Nullable String password) {
    String checked = checkedEmail(email);
    String called = named(checked, name);
    return new NewAccount(checked, called, checkedPassword(password, List.of(checked, called)));
  }

  /// What others see: the name that was given, else one made from the address.
  static String named(String email, @Nullable String name) {
    return name == null || name.isBlank() ? fromAddress(email) : checkedName(name);
  }

  static String checkedEmail(@Nullable String email) {
    if (email == null || email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
      throw new BadInputException(
          "email", email, "an e-mail address is needed, as in ines@example.org");
    }
    return email;
  }

  /// @param own words of the person, which are tried first: name, mail address
  static String checkedPassword(@Nullable String password, List<String> own) {
    if (password == null
        || password.length() < SHORTEST_PASSWORD
        || password.length() > LONGEST_PASSWORD) {
      throw new BadInputException(
          "password", null, "a password of " + SHORTEST_PASSWORD + " characters or more is needed");
    }
    if (TriedPasswords.has(password, own)) {
      throw new BadInputException(
          "password",
          null,
          "such a password is among the first that are tried; take some words that nobody puts"
              + " together");
    }
    return password;
  }

  /// A name of a person, a workspace or a token.
  static String checkedName(@Nullable String name) {
    String stripped = name == null ? "" : name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new BadInputException(
          "name", name, "a name of 1 to " + LONGEST_NAME + " characters is needed");
    }
    return stripped;
  }

  private static String fromAddress(String email) {
    String local = email.substring(0, email.indexOf('@')).split("[._+-]")[0];
    return local.isEmpty()
        ? email
        : local.substring(0, 1).toUpperCase(Locale.ROOT) + local.substring(1);
  }

  @Override
  public String toString() {
    return email;
  }
}
