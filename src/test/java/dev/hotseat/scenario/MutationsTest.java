package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One thing wrong at a time: each slip is found where it stands, with what was right there.
class MutationsTest {
  private static final String S = "scenario.yaml";
  private static final String L = "load.yaml";
  private static final String I = "interview.yaml";
  private static final String H = "hearing.yaml";
  private static final String R = "rehearsals/strong.yaml";
  private static final String D = "demonstrations/crowd.yaml";

  /// A slip of the author.
  ///
  /// @param from what stood in the sound file
  /// @param to what stands there instead
  /// @param at the text at whose first character the problem must be shown
  record Slip(
      String file,
      String from,
      String to,
      String at,
      String message,
      String expected,
      String nearest) {
    @Override
    public String toString() {
      return file + ": " + to.strip();
    }
  }

  static Stream<Slip> keysTypesAndRanges() {
    return Stream.of(
        slip(S, "title: Keep", "titel: Keep", "titel", "not a key of scenario", "title", "title"),
        slip(S, "system: tea-shop\n", "", "name: tea-shop", "'system' is missing", "system:", ""),
        slip(
            S,
            "minutes: 20",
            "minutes: twenty",
            "twenty",
            "'minutes' is 'twenty'",
            "a whole number 5..240",
            ""),
        slip(
            S,
            "minutes: 20",
            "minutes: 20.5",
            "20.5",
            "'minutes' is 20.5",
            "a whole number 5..240",
            ""),
        slip(S, "minutes: 20", "minutes: 2000", "2000", "'minutes' is 2000", "5..240", ""),
        slip(
            S,
            "title: Keep the tea coming",
            "title: 12",
            "12\nsystem",
            "is a number",
            "quotes",
            ""),
        slip(S, "title: Keep the tea coming", "title: ''", "''", "'title' is empty", "text", ""),
        slip(
            S,
            "teaches: [queues at a counter, what a second kettle buys]",
            "teaches: queues",
            "queues",
            "'teaches' is 'queues'",
            "a list",
            ""),
        slip(
            S,
            "name: hot-tea",
            "name: Hot Tea",
            "Hot Tea",
            "'name' is 'Hot Tea'",
            "kebab case",
            ""),
        slip(
            S,
            "points: [1, 2, 3, 4]",
            "points: [1, 2, 3]",
            "[1, 2, 3]",
            "3 entries in 'points'",
            "exactly 4",
            ""),
        slip(
            S,
            "points: [1, 2, 3, 4]",
            "points: [1, 3, 2, 4]",
            "2, 4]\n    receipts",
            "points do not rise",
            "more than 3",
            ""),
        slip(
            S,
            "receipts: 2",
            "receipts: 0",
            "0\n  - name: design",
            "'receipts' is 0",
            "a whole number 1..20",
            ""),
        slip(S, "3: Tastes., ", "", "{1: Believes.", "'3' is missing in 'anchors'", "3:", ""),
        slip(
            S,
            "modelled: [the",
            "modeled: [the",
            "modeled",
            "not a key of fidelity",
            "modelled",
            "modelled"),
        slip(
            L, "for: 500ms", "for: 500", "500, rate", "'for' is '500'", "a time with its unit", ""),
        slip(
            L,
            "for: 500ms",
            "for: 500 msec",
            "500 msec",
            "'for' is '500 msec'",
            "500ms, 20s or 3m",
            ""),
        slip(L, "for: 500ms", "for: 3h", "3h", "'for' is 3h", "100ms..10m", ""),
        slip(L, "rate: 100}", "rate: -1}", "-1}", "'rate' is -1", "a number 0..", ""),
        slip(
            L,
            "rate: 100}",
            "rate: 100, from: 1, to: 2}",
            "from: 1, to: 2",
            "exactly one of these",
            "rate, or from with to",
            ""),
        slip(
            L,
            "from: 10, to: 100",
            "from: 10",
            "{for: 2s, from: 10}",
            "exactly one of these",
            "from with to",
            ""),
        slip(
            L,
            "style: back-off",
            "style: backoff",
            "backoff",
            "'style' is 'backoff'",
            "at-once",
            "back-off"),
        slip(L, "attempts: 3", "attempts: 30", "30, wait", "'attempts' is 30", "2..10", ""),
        slip(L, "weight: 9", "weight: .inf", ".inf", "'weight' is '.inf'", "a number", ""),
        slip(
            L,
            "arrivals: poisson",
            "arrivals: poison",
            "poison",
            "'arrivals' is 'poison'",
            "constant, poisson",
            "poisson"),
        slip(L, "    clients: 8\n", "", "name: regulars", "'clients' is missing", "clients:", ""),
        slip(
            L,
            "    for: 5s\n",
            "    for: 5s\n    arrivals: constant\n",
            "constant",
            "no meaning in a loop that is closed",
            "nothing",
            ""),
        slip(
            I,
            "kind: estimate",
            "kind: estimation",
            "estimation",
            "'kind' is 'estimation'",
            "estimate",
            "estimate"),
        slip(
            I,
            "kind: estimate",
            "kind: open",
            "unit: cups",
            "'estimate' has no meaning",
            "kind: estimate",
            ""),
        slip(
            I,
            "kind: open\n    minutes: 3",
            "kind: do\n    minutes: 3",
            "do\n    minutes: 3",
            "needs 'done'",
            "done:",
            ""),
        slip(
            I,
            "holding: 3s",
            "holding: 3",
            "3\n    phases: [break]",
            "'holding' is '3'",
            "a time with its unit",
            ""),
        slip(
            I,
            "priority: 5",
            "priority: high",
            "high",
            "'priority' is 'high'",
            "a whole number",
            ""),
        slip(I, "changeAt: 0.4", "changeAt: 40", "40\npred", "'changeAt' is 40", "0.05..0.95", ""),
        slip(
            I,
            "points: 3, text: Wants",
            "points: 9, text: Wants",
            "9, text: Wants",
            "'points' is 9",
            "0.5..5",
            ""),
        slip(
            I,
            "{group: kitchen, after: 30s",
            "{group: kitchen, fault: spilled, after: 30s",
            "fault: spilled",
            "exactly one of these",
            "group, or fault",
            ""),
        slip(
            I,
            "usual: 8, min: 1",
            "usual: 8, min: 9",
            "8, min: 9",
            "outside min..max",
            "9..24",
            ""),
        slip(
            R,
            "clockSpeed: 30",
            "clockSpeed: 0.5",
            "0.5",
            "'clockSpeed' is 0.5",
            "a number 1..",
            ""),
        slip(R, "design: \"<=2\"", "design: \"=<2\"", "\"=<2\"", "'design' is '=<2'", "<=2", ""),
        slip(R, "- say: How", "- says: How", "says: How", "not a key of step", "say", "say"),
        slip(
            R,
            "reason: one kettle",
            "raeson: one kettle",
            "raeson",
            "not a key of step",
            "reason",
            "reason"),
        slip(D, "seconds: 5", "seconds: 5s", "5s", "'seconds' is '5s'", "a number 0.5..600", ""),
        slip(
            D,
            "watch: [gauge/cupsInFlight, p99/order]",
            "watch: [p50/order, p99/order, p999/order]",
            "[p50/order",
            "3 entries",
            "at most 2",
            ""));
  }

  static Stream<Slip> words() {
    return Stream.of(
        slip(
            S,
            "name: tea-shop",
            "name: tea-shops",
            "tea-shops",
            "differs from the folder's",
            "tea-shop",
            "tea-shop"),
        slip(
            S,
            "system: tea-shop",
            "system: teashop",
            "teashop",
            "no system is called 'teashop'",
            "tea-shop",
            "tea-shop"),
        slip(
            S,
            "{cache: local",
            "{cashe: local",
            "cashe",
            "no lever is called 'cashe'",
            "kettles",
            "cache"),
        slip(
            S,
            "{cache: local",
            "{cache: locla",
            "locla",
            "lever cache does not take 'locla'",
            "off, local, shared",
            "local"),
        slip(
            S,
            "kettles: 2,",
            "kettles: 20,",
            "20, fast",
            "lever kettles does not take '20'",
            "1..8 kettles",
            ""),
        slip(
            S,
            "candidate: [slow-kettle",
            "candidate: [slow-kettel",
            "slow-kettel,",
            "no fault is called",
            "slow-kettle",
            "slow-kettle"),
        slip(
            S,
            "intensity: 200",
            "intensity: 20000",
            "20000",
            "slow-kettle does not take 20,000",
            "50..2,000 ms",
            ""),
        slip(
            L,
            "traffic: orders, weight: 9",
            "traffic: order, weight: 9",
            "order, weight: 9",
            "no traffic is called 'order'",
            "complaints, orders",
            "orders"),
        slip(
            L,
            "name: regulars",
            "name: afternoon",
            "afternoon\n    title: Guests",
            "was there before",
            "a name of its own",
            ""),
        slip(
            I,
            "questions: [serve,",
            "questions: [srve,",
            "srve",
            "no question is called 'srve'",
            "serve",
            "serve"),
        slip(
            I,
            "{hear: more-cups",
            "{hear: more-cup",
            "more-cup,",
            "no concept is called 'more-cup'",
            "second-kettle",
            "more-cups"),
        slip(
            I,
            "dimension: verification, points: 1",
            "dimension: verify, points: 1",
            "verify",
            "no dimension is called 'verify'",
            "verification",
            ""),
        slip(
            I,
            "phases: [break]",
            "phases: [brake]",
            "brake",
            "no phase is called 'brake'",
            "scope",
            "break"),
        slip(
            I,
            "group: kitchen",
            "group: kichen",
            "kichen",
            "no group of faults is called",
            "kitchen",
            "kitchen"),
        slip(
            I,
            "ask: crowd\n    when",
            "ask: crwod\n    when",
            "crwod",
            "no question is called 'crwod'",
            "crowd",
            "crowd"),
        slip(
            I,
            "id: small, text",
            "id: large, text",
            "large, text: A small",
            "option called 'large' was there",
            "a name of its own",
            ""),
        slip(
            I,
            "id: crowd\n",
            "id: guests\n",
            "guests\n    kind: open\n    ask: \"{{ wait",
            "question called 'guests' was there",
            "a name of its own",
            ""),
        slip(I, "questions: [iced]", "questions: []", "[]", "0 entries", "at least 1", ""),
        slip(
            H,
            "id: more-cups",
            "id: second-kettle",
            "second-kettle\n    title: more",
            "concept called 'second-kettle'",
            "a name of its own",
            ""),
        slip(
            H,
            "dimension: framing",
            "dimension: frming",
            "frming",
            "no dimension is called",
            "framing",
            "framing"),
        slip(
            H,
            "'(another | one more) kettle'",
            "'(another | one more kettle'",
            "(another",
            "never closed",
            "a )",
            ""),
        slip(
            H,
            "[more cups]",
            "[more cups AND tea]",
            "AND tea",
            "AND is not an operator",
            "side by side",
            ""),
        slip(H, "[no money]", "[ke*]", "ke*", "would hear far too much", "3 letters", ""),
        slip(
            R,
            "profile: afternoon",
            "profile: aftrenoon",
            "aftrenoon",
            "no profile is called",
            "regulars",
            "afternoon"),
        slip(
            R,
            "instrument: traces",
            "instrument: tracing",
            "tracing",
            "no instrument is called",
            "traces",
            ""),
        slip(
            R,
            "action: refill",
            "action: refil",
            "refil,",
            "no action is called 'refil'",
            "refill",
            "refill"),
        slip(
            R,
            "choose: small",
            "choose: smal",
            "smal}",
            "no option is called 'smal'",
            "large, small",
            "small"),
        slip(
            R,
            "how-many:",
            "how-much:",
            "how-much:",
            "no question is called 'how-much'",
            "how-many",
            "how-many"),
        slip(
            R,
            "{hours: 8}",
            "{hour: 8}",
            "hour: 8",
            "no assumption is called 'hour'",
            "cupsPerGuest, hours",
            "hours"),
        slip(
            R,
            "p99/orders: 12",
            "p98/orders: 12",
            "p98/orders",
            "no measure is called 'p98'",
            "p99",
            "p99"),
        slip(
            R,
            "p99/orders: 12",
            "p99/orderz: 12",
            "orderz",
            "no operation, traffic or hop is called 'orderz'",
            "orders",
            "order"),
        slip(
            R,
            "expect: {framing",
            "expect: {framming",
            "framming",
            "no dimension is called",
            "framing",
            "framing"),
        slip(
            R,
            "levers: {cache: local, kettles: 4}",
            "levers: {cache: local, kettles: 9}",
            "9}",
            "does not take '9'",
            "1..8 kettles",
            ""),
        slip(
            D,
            "fault: slow-kettle",
            "fault: slow-cattle",
            "slow-cattle",
            "no fault is called",
            "slow-kettle",
            "slow-kettle"),
        slip(
            D,
            "name: crowd",
            "name: crowds",
            "crowds",
            "differs from the file's",
            "crowd",
            "crowd"),
        slip(
            D,
            "gauge/cupsInFlight",
            "gauge/cupsInFligth",
            "cupsInFligth",
            "no gauge is called",
            "cupsInFlight",
            "cupsInFlight"),
        slip(
            D,
            "with: {kettles: 2}",
            "with: {kettels: 2}",
            "kettels",
            "no lever is called",
            "kettles",
            "kettles"));
  }

  static Stream<Slip> wholes() {
    return Stream.of(
        slip(
            I,
            "minutes: 12",
            "minutes: 11",
            "- id: scope",
            "the phases take 19 minutes",
            "20, as scenario.yaml says",
            ""),
        slip(
            I,
            "questions: [serve, why-that]",
            "questions: [serve]",
            "why-that\n    kind",
            "'why-that' is never asked",
            "a phase, a follow-up or a change",
            ""),
        slip(
            I,
            "questions: [serve, why-that]",
            "questions: [serve, why-that, guests]",
            "guests]",
            "'guests' was asked before",
            "one place",
            ""),
        slip(
            S,
            "points: [1, 2, 3, 4]",
            "points: [1, 2, 3, 40]",
            "40]",
            "level 5 of 'framing' cannot be reached",
            "at most 5",
            ""),
        slip(
            S,
            "receipts: 2",
            "receipts: 9",
            "9\n",
            "'framing' can never be assessed",
            "at most 3",
            ""),
        slip(
            I,
            "Who drinks tea here, and how fast?",
            "How old are you?",
            "How old",
            "asks about a protected characteristic",
            "a question about the work",
            ""),
        slip(
            I,
            "And when the kettle is empty?",
            "And are you married?",
            "are you married",
            "protected characteristic",
            "about the work",
            ""),
        slip(
            I,
            "And iced tea?",
            "Tell me, what is your religion?",
            "religion?",
            "protected characteristic",
            "about the work",
            ""));
  }

  static Stream<Slip> expressions() {
    String serve = "p99(\"order\") < 50.0\n        && rate";
    return Stream.of(
        slip(S, "met: p99(", "met: p98(", "p98(", "no function is called 'p98'", "p99", "p99"),
        slip(
            S,
            "met: p99(\"order@north\") < 50.0",
            "met: p99(\"order@nort\") < 50.0",
            "order@nort\"",
            "no operation or hop is called 'order@nort'",
            "order@north",
            "order@north"),
        slip(
            S,
            "met: p99(\"order@north\") < 50.0",
            "met: p99(\"order@north\")",
            "p99(\"order@north\")\ndim",
            "this gives a number",
            "true or false",
            ""),
        slip(
            S,
            "met: p99(\"order@north\") < 50.0",
            "met: p99(\"order@north\") < \"50\"",
            "< \"50\"\n",
            "'<' does not go with a number and text",
            "two numbers",
            ""),
        slip(
            S,
            "met: p99(\"order@north\") < 50.0",
            "met: p99(\"order@north\") <",
            "\ndimensions",
            "ends too early",
            "a value",
            ""),
        slip(
            S,
            "met: p99(\"order@north\") < 50.0",
            "met: p99(\"order@north\") = 50.0",
            "= 50.0",
            "cannot be read",
            "==",
            ""),
        slip(
            S,
            "measured: p99(\"order@north\")",
            "measured: running()",
            "running()",
            "this gives true or false",
            "a number",
            ""),
        slip(
            I,
            "lever(\"cache\") != \"off\"",
            "lever(\"cache\") != \"of\"",
            "of\"",
            "lever cache is never 'of'",
            "off, local, shared",
            "off"),
        slip(
            I,
            "lever(\"cache\") != \"off\"",
            "lever(\"cash\") != \"off\"",
            "cash\"",
            "no lever is called 'cash'",
            "cache",
            "cache"),
        slip(
            I,
            "lever(\"cache\") != \"off\"",
            "lever(\"cache\") in [\"off\", \"locale\"]",
            "locale\"",
            "lever cache is never 'locale'",
            "local",
            "local"),
        slip(
            I,
            "lever(\"cache\") != \"off\"",
            "leverNumber(\"cache\") > 1.0",
            "cache\") > 1.0",
            "no number lever is called 'cache'",
            "kettles",
            ""),
        slip(
            I,
            "when: answered(\"guests\")",
            "when: answered(\"guest\")",
            "guest\")}",
            "no question is called 'guest'",
            "guests",
            "guests"),
        slip(
            I,
            "&& !faultActive(\"slow-kettle\")",
            "&& !faultActiv(\"slow-kettle\")",
            "faultActiv(",
            "no function is called 'faultActiv'",
            "faultActive",
            "faultActive"),
        slip(
            I,
            "&& !faultActive(\"slow-kettle\")",
            "&& !faultActive(\"slow-kettl\")",
            "slow-kettl\")",
            "no fault is called 'slow-kettl'",
            "slow-kettle",
            "slow-kettle"),
        slip(
            I,
            "&& rate(\"order\") > 10.0",
            "&& rate(\"ordr\") > 10.0",
            "ordr\") > 10",
            "no operation or hop is called 'ordr'",
            "order",
            "order"),
        slip(
            I,
            serve,
            serve.replace("50.0", "elapsd"),
            "elapsd",
            "nothing is called 'elapsd'",
            "a fact",
            "elapsed"),
        slip(
            I,
            serve,
            serve.replace("50.0", "running"),
            "running\n",
            "'running' is a function",
            "running()",
            ""),
        slip(
            I,
            serve,
            serve.replace("50.0", "rate()"),
            "rate()",
            "'rate' is given 0 arguments",
            "rate(operation or hop)",
            ""),
        slip(
            I,
            serve,
            serve.replace("50.0", "rate(phase)"),
            "phase)",
            "a word in quotes",
            "rate(",
            ""),
        slip(
            I,
            "gauge(\"cupsInFlight\") > 3.0",
            "gauge(\"cupsInFlght\") > 3.0",
            "cupsInFlght",
            "no gauge is called",
            "spoonShare",
            "cupsInFlight"),
        slip(
            I,
            "waiting(\"counter\") > 5.0 &&",
            "waiting(\"conter\") > 5.0 &&",
            "conter\") > 5.0",
            "no part is called 'conter'",
            "counter",
            "counter"),
        slip(
            I,
            "1.5 * baseline.p99(\"order\")",
            "1.5 * basline.p99(\"order\")",
            "basline",
            "'basline' has no functions",
            "baseline",
            "baseline"),
        slip(
            I,
            "1.5 * baseline.p99(\"order\")",
            "1.5 * baseline.lever(\"order\")",
            "lever(\"order\")",
            "no function of baseline is called 'lever'",
            "p99",
            ""),
        slip(
            I,
            "oracle(\"lostCups\") == 0.0",
            "oracle(\"lostCup\") == 0.0",
            "lostCup\"",
            "no oracle is called 'lostCup'",
            "lostCups",
            "lostCups"),
        slip(
            I,
            "{{ runs() }}",
            "{{ runs(\"evening\") }}",
            "evening",
            "no profile is called 'evening'",
            "afternoon, regulars",
            ""),
        slip(I, "{{ runs() }}", "{{ runs( }}", "}} took", "ends too early", "", ""),
        slip(
            I,
            "{{ runs() }}",
            "{{ runs()",
            "{{ runs() took",
            "this {{ is never closed",
            "}} behind",
            ""),
        slip(
            I,
            "{{ rate(\\\"order\\\") }}",
            "{{ rate(\\\"ordre\\\") }}",
            "ordre\\",
            "no operation or hop is called 'ordre'",
            "order",
            "order"),
        slip(
            I,
            "p99 was\n      {{ p99(\"order\") }}",
            "p99 was\n      {{ p99(\"oder\") }}",
            "oder\"",
            "no operation or hop is called 'oder'",
            "order",
            "order"),
        slip(
            I,
            "fact(\"guestsPerHour\") * assumed",
            "fact(\"guestPerHour\") * assumed",
            "guestPerHour\") *",
            "no fact is called",
            "guestsPerHour",
            "guestsPerHour"),
        slip(
            I,
            "assumed(\"cupsPerGuest\", 1.5)",
            "assumed(\"cupsPerGest\", 1.5)",
            "cupsPerGest\"",
            "no assumption is called",
            "cupsPerGuest, hours",
            "cupsPerGuest"),
        slip(
            I,
            "assumed(\"cupsPerGuest\", 1.5)",
            "assumed(\"cupsPerGuest\")",
            "assumed(\"cupsPerGuest\")",
            "given 1 arguments",
            "assumed(assumption, usual number)",
            ""),
        slip(
            H,
            "'{{ fact(\"guestsPerHour\") }} an hour.'",
            "'It''s {{ fact(\"guests\") }} an hour.'",
            "guests\") }} an",
            "no fact is called 'guests'",
            "guestsPerHour",
            ""));
  }

  @ParameterizedTest
  @MethodSource({"keysTypesAndRanges", "words", "wholes", "expressions"})
  void areFoundWhereTheyStand(Slip slip) {
    Folder folder = TeaShop.with(slip.file, text -> replaced(text, slip));
    String mutated =
        new String(folder.files().getOrDefault(slip.file, new byte[0]), StandardCharsets.UTF_8);

    List<Problem> problems = TeaShop.load(folder).problems();

    assertThat(problems)
        .filteredOn(each -> matches(each, slip, mutated))
        .as(told(problems, slip, mutated))
        .isNotEmpty();
    assertThat(TeaShop.load(folder).scenario()).isEmpty();
  }

  @Test
  void doNotHideEachOther() {
    Folder folder =
        TeaShop.with(
            I,
            text ->
                text.replace("kind: estimate", "kind: estimation")
                    .replace("p99(\"order\") < 50.0", "p99(\"ordr\") < 50.0")
                    .replace("phases: [break]", "phases: [brake]")
                    .replace("hear: more-cups", "heer: more-cups"));

    assertThat(TeaShop.load(folder).problems())
        .extracting(Problem::nearest)
        .contains("estimate", "order", "break", "hear");
  }

  @Test
  void ofTheGentleKindOnlyWarn() {
    Folder folder = TeaShop.with(I, text -> text.replace("    hints: [Two kettles.]\n", ""));

    ScenarioLoader.Loaded loaded = TeaShop.load(folder);

    assertThat(loaded.problems())
        .extracting(Problem::text)
        .containsExactly(
            "interview.yaml:51:9: warning: question 'serve' has no hints; expected hints, the mildest first");
    assertThat(loaded.scenario()).isPresent();
  }

  @Test
  void missingFilesAreNamed() {
    var files = new TreeMap<>(TeaShop.folder().files());
    files.remove(H);

    assertThat(TeaShop.load(new Folder(TeaShop.NAME, files, "")).problems())
        .extracting(Problem::text)
        .contains("hearing.yaml:1:1: error: the file is missing; expected hearing.yaml");
  }

  private static String replaced(String text, Slip slip) {
    assertThat(text).contains(slip.from);
    return text.replaceFirst(Pattern.quote(slip.from), Matcher.quoteReplacement(slip.to));
  }

  private static boolean matches(Problem problem, Slip slip, String mutated) {
    return place(problem).equals(wanted(slip, mutated))
        && problem.message().contains(slip.message)
        && problem.expected().contains(slip.expected)
        && problem.nearest().equals(slip.nearest);
  }

  private static String place(Problem problem) {
    return problem.file() + ":" + problem.line() + ":" + problem.column();
  }

  private static String wanted(Slip slip, String mutated) {
    int index = mutated.indexOf(slip.at);
    assertThat(index).as("'%s' in the mutated file", slip.at).isNotNegative();
    String before = mutated.substring(0, index);
    long line = before.chars().filter(each -> each == '\n').count() + 1;
    return slip.file + ":" + line + ":" + (index - before.lastIndexOf('\n'));
  }

  private static String told(List<Problem> problems, Slip slip, String mutated) {
    return "wanted at "
        + wanted(slip, mutated)
        + " '"
        + slip.message
        + "' expected '"
        + slip.expected
        + "' nearest '"
        + slip.nearest
        + "', got\n"
        + String.join("\n", problems.stream().map(Problem::text).toList());
  }

  private static Slip slip(
      String file,
      String from,
      String to,
      String at,
      String message,
      String expected,
      String nearest) {
    return new Slip(file, from, to, at, message, expected, nearest);
  }
}
