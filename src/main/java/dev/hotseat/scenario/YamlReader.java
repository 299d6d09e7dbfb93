package dev.hotseat.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML document into nodes that know their places, and trusts nothing about it.
final class YamlReader {
  /*
   * Nodes are built from parse events, one at a time, so that a bomb is refused at its first
   * suspicious event and never composed: no anchors, aliases, tags or merge keys, which a scenario
   * has no use for; few levels; a bounded number of nodes.
   */
  static final int BYTES_MAX = 3_000_000;
  private static final int NODES_MAX = 50_000;
  private static final int DEPTH_MAX = 24;

  private final String file;
  private final String source;
  private final Notes notes;
  private int nodes;

  private YamlReader(String file, String source, Notes notes) {
    this.file = file;
    this.source = source;
    this.notes = notes;
  }

  /// The document in `source`; empty, with a note why, when there is none that can be trusted.
  static Optional<Node> read(String file, String source, Notes notes) {
    return new YamlReader(file, source, notes).document();
  }

  private Optional<Node> document() {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(BYTES_MAX).build();
    try {
      return Optional.of(document(new Parse(settings).parseString(source).iterator()));
    } catch (Refused refused) {
      notes.error(refused.place, refused.message, refused.expected);
    } catch (MarkedYamlEngineException broken) {
      Place place = broken.getProblemMark().map(this::place).orElse(Place.startOf(file));
      notes.error(place, "this is not YAML: " + broken.getProblem(), remedy(broken.getProblem()));
    } catch (ReaderException unreadable) {
      notes.error(
          placeOf(unreadable.getPosition()), "this character may not stand here", "printable text");
    } catch (YamlEngineException broken) {
      notes.error(Place.startOf(file), "this is not YAML: " + broken.getMessage(), "a YAML file");
    }
    return Optional.empty();
  }

  private static String remedy(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "quotes around a text with ': ' in it, or other indentation";
    }
    if (problem.contains("TAB") || problem.contains("\\t")) {
      return "spaces instead of tabs";
    }
    if (problem.contains("cannot start any token")) {
      return "quotes around a text that begins so";
    }
    return "well-formed YAML";
  }

  private Node document(Iterator<Event> events) {
    Optional<Node> found = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event) {
        case StreamStartEvent _, StreamEndEvent _, DocumentEndEvent _ -> {}
        case DocumentStartEvent _ -> {
          if (found.isPresent()) {
            throw refused(event, "a second document begins here", "one document in a file");
          }
        }
        default -> found = Optional.of(node(event, events, 0));
      }
    }
    return found.orElseThrow(
        () -> new Refused(Place.startOf(file), "the file is empty", "keys and values"));
  }

  private Node node(Event event, Iterator<Event> events, int depth) {
    if (++nodes > NODES_MAX) {
      throw refused(event, "the file holds too many values", "at most " + NODES_MAX);
    }
    if (depth > DEPTH_MAX) {
      throw refused(event, "values are nested too deep", "at most " + DEPTH_MAX + " levels");
    }
    if (event instanceof NodeEvent named) {
      refuseAnchor(named);
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent start -> listing(start, events, depth);
      case MappingStartEvent start -> mapping(start, events, depth);
      default -> throw refused(event, "nothing can be read here", "a value");
    };
  }

  private void refuseAnchor(NodeEvent event) {
    if (event instanceof AliasEvent) {
      throw refused(event, "aliases (*name) are not read", "the value written out");
    }
    if (event.getAnchor().isPresent()) {
      throw refused(event, "anchors (&name) are not read", "the value alone");
    }
    boolean tagged =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag().isPresent();
          case SequenceStartEvent start -> start.getTag().isPresent();
          case MappingStartEvent start -> start.getTag().isPresent();
          default -> false;
        };
    if (tagged) {
      throw refused(event, "tags (!name) are not read", "the value alone");
    }
  }

  private Node.Scalar scalar(ScalarEvent event) {
    Origin origin =
        new Origin(file, source, index(event.getStartMark()), index(event.getEndMark()));
    return new Node.Scalar(place(event), event.getValue(), event.getScalarStyle(), origin);
  }

  private Node.Listing listing(SequenceStartEvent start, Iterator<Event> events, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      items.add(node(next, events, depth + 1));
    }
    return new Node.Listing(place(start), items);
  }

  private Node.Mapping mapping(MappingStartEvent start, Iterator<Event> events, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      if (!(node(next, events, depth + 1) instanceof Node.Scalar key)) {
        throw refused(next, "a key must be a single word", "a key such as name:");
      }
      if (key.text().equals("<<")) {
        throw refused(next, "merge keys (<<) are not read", "the keys written out");
      }
      Node.Entry entry = new Node.Entry(key, node(events.next(), events, depth + 1));
      if (entries.putIfAbsent(key.text(), entry) != null) {
        duplicate(key);
      }
    }
    return new Node.Mapping(place(start), entries);
  }

  private void duplicate(Node.Scalar key) {
    String name = Notes.shortened(key.text());
    notes.error(key.place(), "'" + name + "' is given twice here", "each key once");
  }

  private Place place(Event event) {
    return event.getStartMark().map(this::place).orElse(Place.startOf(file));
  }

  private Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Place placeOf(int position) {
    int at = Math.min(Math.max(position, 0), source.length());
    String before = source.substring(0, at);
    int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
    return new Place(file, line, at - before.lastIndexOf('\n'));
  }

  private static int index(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).orElse(0);
  }

  private Refused refused(Event event, String message, String expected) {
    return new Refused(place(event), message, expected);
  }

  /// Ends the reading of a file that cannot be trusted; never leaves this class.
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Place place;
    private final String message;
    private final String expected;

    Refused(Place place, String message, String expected) {
      super(message, null, false, false);
      this.place = place;
      this.message = message;
      this.expected = expected;
    }
  }
}
