package dev.hotseat.api;

/// What our routes read and write.
final class Media {
  static final String JSON = "application/json";
  static final String TEXT = "text/plain";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String MARKDOWN = "text/markdown";
  static final String HTML = "text/html";
  static final String STREAM = "text/event-stream";

  private Media() {}
}
