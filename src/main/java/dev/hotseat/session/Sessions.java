package dev.hotseat.session;

import java.util.List;
import java.util.Optional;

/// Every session of this server: opens, finds and erases them.
public interface Sessions extends AutoCloseable {
  /// Opens a session.
  ///
  /// @throws SessionRefusal `NO_SUCH_SCENARIO`, `INVALID`, `FULL`, `TOO_FAST` or `STORAGE`
  Opening open(OpenRequest request);

  /// A session by id, ended ones included.
  ///
  /// @throws SessionRefusal `UNREADABLE` when it is known but cannot be read
  Optional<Session> find(String id);

  /// A session that still goes on, by the id of its live system.
  Optional<Session> findByLiveId(String liveId);

  /// Whom a token belongs to.
  Optional<Grant> grant(String token);

  /// All sessions, newest first.
  List<Summary> list();

  /// Everything held about a session.
  Optional<Export> export(String id);

  /// Ends a session and removes everything held about it.
  ///
  /// @return whether there was one
  boolean erase(String id);

  /// Stops every session's live system without ending the session: the next start goes on.
  @Override
  void close();
}
