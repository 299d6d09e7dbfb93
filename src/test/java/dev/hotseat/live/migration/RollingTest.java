package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Another release, instance by instance, while clients go on.
class RollingTest {
  @Test
  void aRollToAReleaseThatKnowsBothTablesFailsNobody() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few();
        CustomersRig.Storm readers = rig.storm(4, "read");
        CustomersRig.Storm writers = rig.storm(4, "write")) {
      readers.after(20);

      rig.roll("v2").roll("v1");

      assertThat(CustomersRig.failures(readers.answers())).isEmpty();
      assertThat(CustomersRig.failures(writers.answers())).isEmpty();
    }
  }

  /// The table first, the instances in turn: on the average of the roll, half of them know the
  /// column by the wrong name.
  @Test
  void aRollAcrossARenameFailsAboutHalf() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few();
        CustomersRig.Storm readers = rig.storm(4, "read")) {
      readers.after(20);

      rig.step("rename-column");
      List<Reply> replies = readers.answers();

      double failed = replies.stream().filter(Reply::failed).count();
      assertThat(failed / replies.size()).isBetween(0.2, 0.8);
      assertThat(CustomersRig.failures(rig.send(40, "read"))).isEmpty();
    }
  }
}
