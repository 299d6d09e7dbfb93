package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedTopicsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "How old are you?",
        "And what is your age?",
        "What year were you born?",
        "Are you married?",
        "Are you currently pregnant?",
        "Do you plan to have children?",
        "Do you have any kids?",
        "Are you planning a family?",
        "What is your religion?",
        "Which church is your church?",
        "What is your nationality?",
        "Where are you really from?",
        "Do you have a disability we should know of?",
        "Do you have any health problems?",
        "How is your health?",
        "What is your sexual orientation?",
        "Are you gay?",
        "What does your husband do?",
        "What is your mother tongue?",
        "Which political party do you vote for?",
        "What is your marital status?",
        "Do you smoke?",
        "What year did you graduate?"
      })
  void areNotAskedAbout(String question) {
    assertThat(problems(question)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How old is your oldest cache entry?",
        "What race condition do you see in your code?",
        "How does your health check tell a dead node?",
        "What is the age of a link, and what is your max-age?",
        "Your parent span is missing; where is it?",
        "Which family of indexes would you take?",
        "You disabled the cache. Why?",
        "Are you single-flighting loads, or not?",
        "What happens to the children of your trace?",
        "Do you have a plan for the replica?",
        "Are you done with that pool?",
        "Where does your request come from?",
        "Do you want single-flight on?",
        "Is the union of both sets what your query returns?",
        "Which native type does your driver use?",
        "When was your cache born?"
      })
  void leaveTheWordsOfTheTradeAlone(String question) {
    assertThat(problems(question)).isEmpty();
  }

  private static java.util.List<Problem> problems(String question) {
    Notes notes = new Notes();
    ProtectedTopics.check(Spoken.scalar(question), notes);
    return notes.problems();
  }
}
