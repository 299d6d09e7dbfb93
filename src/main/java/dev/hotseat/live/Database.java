package dev.hotseat.live;

import java.sql.Connection;
import java.sql.SQLException;

/// A database that belongs to one system alone, from its making to its end.
interface Database extends AutoCloseable {
  /// Another connection of the one who may do everything in it.
  Connection owner() throws SQLException;

  /// Another connection of the one who may read and nothing else.
  Connection reader() throws SQLException;

  /// Whether a connection costs next to nothing, to open and to keep.
  boolean opensAtOnce();

  /// Whether something was changed on the owner's connection that is neither committed nor rolled
  /// back.
  boolean pending(Connection owner) throws SQLException;

  /// What this engine is asked for what [SqlGuard] let through: its own words for SHOW where it has
  /// others.
  String inItsWords(String statement);

  /// Ends whatever uses it, and leaves nothing of it behind.
  @Override
  void close();
}
