package dev.hotseat.hearing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/// Many patterns, matched against one text at a time. Safe for many threads.
/* The usual order of search is turned round: the queries are stored and indexed by the words they
 * need, the text is the document that is asked about. Only patterns whose words occur at all are
 * run, so a scenario may have hundreds.
 */
final class StoredPatterns implements AutoCloseable {
  private static final String FIELD = "text";
  private static final int HITS_PER_PATTERN_MAX = 64;
  private final Monitor monitor;
  private final Set<String> prefixes;

  StoredPatterns(List<IntervalsSource> patterns, Set<String> prefixes) {
    this.prefixes = prefixes;
    try {
      monitor = new Monitor(new WhitespaceAnalyzer());
      List<MonitorQuery> queries = new ArrayList<>();
      for (int i = 0; i < patterns.size(); i++) {
        queries.add(
            new MonitorQuery(Integer.toString(i), new IntervalQuery(FIELD, patterns.get(i))));
      }
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException("the index of patterns is held in memory", e);
    }
  }

  /// Where the patterns match, in order of pattern, then of place.
  List<Hit> in(Utterance heard) {
    Document document = new Document();
    document.add(new Field(FIELD, new StemStream(heard, prefixes), TextField.TYPE_NOT_STORED));
    int[] positions = StemStream.positions(heard);
    try {
      return monitor.match(document, Spotter::new).getMatches().stream()
          .flatMap(found -> found.hits(positions).stream())
          .sorted(Comparator.comparingInt(Hit::pattern).thenComparingInt(Hit::first))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the index of patterns is held in memory", e);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the index of patterns is held in memory", e);
    }
  }

  /// All places of one pattern, as positions in the index.
  private static final class Found extends QueryMatch {
    private final List<SortedSet<Integer>> places;

    Found(String queryId, List<SortedSet<Integer>> places) {
      super(queryId);
      this.places = places;
    }

    List<Hit> hits(int[] positions) {
      int pattern = Integer.parseInt(getQueryId());
      return places.stream()
          .map(place -> place.stream().map(p -> Arrays.binarySearch(positions, p)).toList())
          .map(terms -> new Hit(pattern, terms))
          .toList();
    }
  }

  private static final class Spotter extends CandidateMatcher<Found> {
    Spotter(IndexSearcher searcher) {
      super(searcher);
    }

    @Override
    public void matchQuery(String queryId, Query query, Map<String, String> metadata)
        throws IOException {
      Weight weight =
          searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Matches matches = weight.matches(leaf, 0);
        if (matches != null) {
          addMatch(new Found(queryId, places(matches.getMatches(FIELD))), 0);
        }
      }
    }

    private static List<SortedSet<Integer>> places(MatchesIterator each) throws IOException {
      List<SortedSet<Integer>> places = new ArrayList<>();
      while (places.size() < HITS_PER_PATTERN_MAX && each.next()) {
        SortedSet<Integer> place = new TreeSet<>();
        MatchesIterator part = each.getSubMatches();
        while (part != null && part.next()) {
          addAll(place, part);
        }
        if (part == null) {
          addAll(place, each);
        }
        places.add(place);
      }
      return places;
    }

    private static void addAll(SortedSet<Integer> place, MatchesIterator match) {
      for (int p = match.startPosition(); p <= match.endPosition(); p++) {
        place.add(p);
      }
    }

    @Override
    public Found resolve(Found one, Found other) {
      List<SortedSet<Integer>> both = new ArrayList<>(one.places);
      both.addAll(other.places);
      return new Found(one.getQueryId(), both);
    }
  }
}
