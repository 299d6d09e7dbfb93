package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One ALTER TABLE after the other, on the table that everybody is using.
class AlterInPlaceTest {
  @Test
  void losesAcknowledgedWritesAndTheOracleCountsEveryOne() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few("rows", "4000")) {
      List<Reply> answers = new ArrayList<>();
      try (CustomersRig.Storm changes = rig.storm(3, "replace");
          CustomersRig.Storm arrivals = rig.storm(1, "create")) {
        changes.after(100);
        rig.step("alter-in-place", "confirm", "yes");
        answers.addAll(changes.answers());
        answers.addAll(arrivals.answers());
      }
      rig.act("audit");

      assertThat(rig.oracle("lost")).isPositive().isEqualTo(lost(rig, answers));
      assertThat(rig.oracle("wrong")).isPositive();
      assertThat(rig.system.sheet("truth", Map.of()).rows())
          .anySatisfy(row -> assertThat(row.getFirst()).isEqualTo("alter-in-place"));
    }
  }

  /// Counted from the answers alone: of every customer's acknowledged versions those that the table
  /// does not have in the end, and those that were given twice.
  private static double lost(CustomersRig rig, List<Reply> answers) throws InterruptedException {
    Map<Long, List<Long>> versions = new HashMap<>();
    for (Reply reply : answers) {
      if (reply.status() < 300) {
        var body = CustomersRig.body(reply);
        versions
            .computeIfAbsent(body.get("id").asLong(), _ -> new ArrayList<>())
            .add(body.get("version").asLong());
      }
    }
    Map<Long, Long> present = rig.versions("customers");
    double lost = 0;
    for (var each : versions.entrySet()) {
      long last = present.getOrDefault(each.getKey(), 0L);
      long kept = each.getValue().stream().filter(version -> version <= last).distinct().count();
      lost += each.getValue().size() - kept;
    }
    return lost;
  }
}
