package dev.hotseat.api;

import dev.hotseat.event.Mention;
import dev.hotseat.hearing.Ear;
import dev.hotseat.hearing.Heard;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Script.Listen;
import dev.hotseat.scenario.Script.Question;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Hears an answer outside of any session, for authors who try out their patterns.
@Singleton
final class Hearings {

  /*
   * The ear is built anew for each question of an author: half a second at most, and an edited file
   * is heard as it is now. Sessions keep theirs.
   */
  HeardJson hear(Scenario scenario, String question, String text) {
    Question asked = Objects.requireNonNull(scenario.script().questions().get(question));
    try (Ear ear = Ear.of(scenario.concepts(), scenario.clarifications())) {
      Heard heard = ear.hear(text, asked.ask().source());
      return new HeardJson(
          question,
          heard.mentions(),
          heard.disregarded().stream()
              .map(each ->
                  new HeardJson.Disregarded(
                      each.mention().concept(),
                      each.mention().words(),
                      each.rule().name().toLowerCase(Locale.ROOT)))
              .toList(),
          heard.clarifications(),
          heard.echoShare(),
          scored(asked, heard));
    }
  }

  private static List<HeardJson.Scored> scored(Question question, Heard heard) {
    List<HeardJson.Scored> scored = new ArrayList<>();
    for (Listen listen : question.listen()) {
      heard.credited().stream()
          .filter(mention -> mention.concept().equals(listen.concept()))
          .findFirst()
          .ifPresent(mention -> scored.add(scored(listen, mention)));
    }
    return scored;
  }

  private static HeardJson.Scored scored(Listen listen, Mention mention) {
    return new HeardJson.Scored(
        listen.concept(),
        listen.award().signal().name().toLowerCase(Locale.ROOT),
        listen.award().dimension(),
        listen.award().points(),
        mention.reasoned(),
        mention.words(),
        listen.award().text());
  }
}
