package dev.hotseat.live.limiter;

/// What a call asks for behind the gate.
///
/// @param path first step of the path behind `/gate`
/// @param cost units it is worth when calls are weighed
record Route(String path, int cost) {
  private static final String GATE = "/gate";
  private static final int DEAR = 10;

  /// Whether a path leads through the gate.
  static boolean leadsThrough(String path) {
    return path.startsWith(GATE) && (path.length() == GATE.length() || path.charAt(5) == '/');
  }

  static Route of(String path) {
    int from = Math.min(path.length(), GATE.length() + 1);
    int to = path.indexOf('/', from);
    String first = path.substring(from, to < 0 ? path.length() : to);
    return new Route(first, first.equals("reports") ? DEAR : 1);
  }
}
