package dev.hotseat.scenario;

/// What a word in a scenario can be the name of.
enum Topic {
  SUBJECT("operation or hop"),
  RUN_SUBJECT("operation, traffic or hop"),
  PART("part"),
  REASON("reason"),
  GAUGE("gauge"),
  ORACLE("oracle"),
  LEVER("lever"),
  NUMBER_LEVER("number lever"),
  FAULT("fault"),
  ACTION("action"),
  TRAFFIC("traffic"),
  REGION("region"),
  QUESTION("question"),
  CONCEPT("concept"),
  PROFILE("profile"),
  CLARIFICATION("clarification"),
  PHASE("phase"),
  INSTRUMENT("instrument"),
  ASSUMPTION("assumption"),
  FACT("fact"),
  DIMENSION("dimension"),
  GROUP("group of faults"),
  CHANGE("change"),
  OBJECTIVE("objective");

  private final String words;

  Topic(String words) {
    this.words = words;
  }

  /// What a person calls it.
  String words() {
    return words;
  }
}
