package dev.hotseat.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// A PostgreSQL server on which live systems may keep their data, where one is configured.
///
/// @param url address of a PostgreSQL server, such as `jdbc:postgresql://db.example:5432/postgres`;
///   systems that offer the choice may then be kept there, each in a database of its own that is
///   dropped in the end
/// @param user who may create databases and roles on that server
/// @param password the password of that user
@ConfigurationProperties("hotseat.postgresql")
public record PostgresServer(
    @Bindable(defaultValue = "") String url,
    @Bindable(defaultValue = "") String user,
    @Bindable(defaultValue = "") String password) {
  /// Where nothing is configured.
  public static final PostgresServer NONE = new PostgresServer("", "", "");

  private static final String SCHEME = "jdbc:postgresql:";

  public PostgresServer {
    if (!url.isEmpty() && !url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "hotseat.postgresql.url: expected an address that begins with " + SCHEME);
    }
  }

  /// Whether there is one.
  public boolean configured() {
    return !url.isEmpty();
  }

  /// Without the password.
  @Override
  public String toString() {
    return configured() ? user + " at " + url : "none";
  }
}
