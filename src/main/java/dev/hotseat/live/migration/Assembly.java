package dev.hotseat.live.migration;

import dev.hotseat.live.Disturbance;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;

/// Everything the customers service is made of, put together once.
final class Assembly {
  private final Disturbance disturbance = new Disturbance();
  private final Findings findings = new Findings();
  private final Killer killer;
  private final Report report;
  private final Opening opening;
  private final Switches switches;
  private final Front front;
  private final Operations operations;
  private final Instruments instruments;
  private final Traffic traffic;
  private final Tools tools;
  private final Pages pages;
  private final Replica replica;
  private final Reports reports;
  private final Auditor auditor;

  Assembly(Kit kit) {
    Layout layout = new Layout();
    Steps steps = new Steps(kit.world());
    WriteGate gate = new WriteGate(kit.world());
    Numbers numbers = new Numbers();
    this.opening = new Opening(kit, numbers);
    this.report = new Report(kit, layout);
    Edge edge = new Edge(kit);
    this.killer = new Killer(disturbance, kit.world().ticks(), () -> edge.up() > 2);
    Impact impact = new Impact(steps);
    Errands errands = new Errands(kit::background, steps);
    Rolling rolling = new Rolling(kit, edge);
    this.replica = new Replica(kit);
    Served served = new Served(replica);
    this.tools = new Tools(kit.world(), HopDoor.doors(kit), layout, gate, served);
    JobWatch jobWatch = JobWatch.over(tools, rolling, kit, steps);
    this.pages = new Pages(tools, layout, steps, impact);
    this.switches = new Switches(kit, gate, steps, opening, tools, () -> watch(kit, jobWatch));
    Causes causes = new Causes();
    Witness witness = new Witness(kit.world().ticks(), causes, steps::inForce, findings);
    Copies copies = new Copies(steps);
    Truth truth =
        new Truth(layout, switches::choices, edge, witness, causes, opening::seeded, copies::last);
    this.auditor =
        new Auditor(kit, new Books(kit, layout), witness, truth, findings, numbers::last);
    Shadows shadows = new Shadows(kit, layout, () -> switches.choices().shadowReads());
    Experience experience = new Experience(impact, replica, truth);
    Writes writes = new Writes(layout, killer, switches::triggered);
    this.front =
        new Front(
            edge,
            new Reads(layout, writes),
            writes,
            gate,
            witness,
            numbers,
            shadows,
            experience,
            kit.world().ticks(),
            switches::choices);
    Releases releases = new Releases(kit, layout, rolling);
    Cancellation cancellation = new Cancellation(errands, tools);
    this.operations =
        new Operations(
            kit,
            releases,
            auditor,
            findings,
            witness,
            errands,
            steps,
            new Moves(tools, layout, errands, served),
            new WayBack(
                tools, layout, errands, cancellation, steps, releases::rename, switches::wayBack),
            cancellation);
    this.instruments =
        new Instruments(
            edge, replica, experience, shadows, witness, impact, tools, errands, switches::choices);
    this.traffic =
        new Traffic(numbers, layout::frontier, () -> switches.choices().batchSize(), disturbance);
    this.reports = new Reports(edge, findings, witness);
    served.auditedBy(auditor::auditUnlessMany);
    replica.start();
    shadows.start();
  }

  /// Looks after the customers, once they are there.
  private void watch(Kit kit, JobWatch jobWatch) {
    kit.background("scale", tools.scale()::watch);
    kit.background("job-watch", jobWatch::watch);
    auditor.start();
  }

  Disturbance disturbance() {
    return disturbance;
  }

  Findings findings() {
    return findings;
  }

  Killer killer() {
    return killer;
  }

  Report report() {
    return report;
  }

  Opening opening() {
    return opening;
  }

  void change(LeverValues levers) {
    replica.pace(levers.number("replica-rate"));
    switches.change(levers);
  }

  Front front() {
    return front;
  }

  Operations operations() {
    return operations;
  }

  Instruments instruments() {
    return instruments;
  }

  Tools tools() {
    return tools;
  }

  Pages pages() {
    return pages;
  }

  Reports reports() {
    return reports;
  }

  Traffic traffic() {
    return traffic;
  }
}
