package dev.hotseat.history;

import java.util.OptionalLong;
import java.util.Set;

/// What a subject would do if its operations came one after another.
public interface Model {

  /// The actions it knows.
  Set<String> actions();

  long initial();

  /// The state after the operation, or nothing where that state could not have given its answer. An
  /// operation whose answer is unknown may have any.
  OptionalLong after(long state, Operation operation);

  /// Whether an operation of which nothing is known can matter to the others.
  boolean matters(Operation operation);

  /// A register: a write replaces, a read returns what was written last. 0 before the first write.
  static Model register(String write, String read) {
    return new Register(write, read);
  }

  /// A sum: adding adds, reading returns the sum.
  static Model sum(String add, String read) {
    return new Sum(add, read);
  }

  /// A thing that one may have: the first to ask gets it, everybody after is told no.
  static Model claim(String claim) {
    return new Claim(claim);
  }

  record Register(String write, String read) implements Model {
    @Override
    public Set<String> actions() {
      return Set.of(write, read);
    }

    @Override
    public long initial() {
      return 0;
    }

    @Override
    public OptionalLong after(long state, Operation operation) {
      if (operation.action().equals(write)) {
        return OptionalLong.of(operation.asked());
      }
      return operation.read() == state ? OptionalLong.of(state) : OptionalLong.empty();
    }

    @Override
    public boolean matters(Operation operation) {
      return operation.isOk() || (operation.isUnknown() && operation.action().equals(write));
    }
  }

  record Sum(String add, String read) implements Model {
    @Override
    public Set<String> actions() {
      return Set.of(add, read);
    }

    @Override
    public long initial() {
      return 0;
    }

    @Override
    public OptionalLong after(long state, Operation operation) {
      if (operation.action().equals(add)) {
        return OptionalLong.of(state + operation.asked());
      }
      return operation.read() == state ? OptionalLong.of(state) : OptionalLong.empty();
    }

    @Override
    public boolean matters(Operation operation) {
      return operation.isOk() || (operation.isUnknown() && operation.action().equals(add));
    }
  }

  /// A refusal is an answer here: it says that somebody had it already.
  record Claim(String claim) implements Model {
    @Override
    public Set<String> actions() {
      return Set.of(claim);
    }

    @Override
    public long initial() {
      return 0;
    }

    @Override
    public OptionalLong after(long state, Operation operation) {
      boolean free = state == 0;
      if (operation.isOk() && !free || operation.isFail() && free) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(1);
    }

    @Override
    public boolean matters(Operation operation) {
      return true;
    }
  }
}
