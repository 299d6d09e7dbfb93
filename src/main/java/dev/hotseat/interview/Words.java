package dev.hotseat.interview;

import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What the interviewer says in its own words: in an order that the seed shuffles, each wording
/// once before any comes again, and never a word on whether an answer was right.
enum Words {
  THANKS(
      "Noted.",
      "All right, thank you.",
      "Thank you, I have that.",
      "Understood.",
      "I see where you are going.",
      "Good to know how you think about it.",
      "Let me keep that.",
      "That gives me something to work with.",
      "Thanks, I have written it down.",
      "I follow you."),
  BETWEEN(
      "I will take that with your last answer.",
      "Noted, together with what you said before.",
      "Thanks, I add that to your last answer."),
  ASSUME(
      "I cannot tell you that. State an assumption and go on.",
      "Nobody has decided that yet. Pick what seems likely to you, say it, and go on.",
      "That is yours to assume. Say what you assume and build on it."),
  REST(
      " As for the rest, assume what seems likely, say it, and go on.",
      " What I left out nobody has decided. Say what you assume and build on it."),
  LEAVING(
      "Then we leave that one.", "Fine, let us go on.", "All right, we will not spend time on it."),
  TIME_OVER(
      "I have to watch the clock, so let us leave it there.",
      "Our time for that is over; let us move on.",
      "We need to go on, even if that is not finished."),
  DONE("That does it.", "There it is, the system agrees.", "It holds now."),
  WORKING(
      "Noted. I will see it in the system when it is done.",
      "All right. Show me; it counts as soon as the system does it.",
      "I am watching the system; say what you are doing while you do it."),
  NUMBER(
      "Give me a number with its unit, and what you assume for it.",
      "I need one number with a unit. A rough one is fine."),
  PICK("Pick one of these: ", "I need one of these: "),
  NO_HINT("I have no further hint for this one.", "That was all the help I have here."),
  NOTHING_OPEN("Nothing is open just now.", "There is no question open at the moment."),
  AGAIN("Once more: ", "I asked: "),
  AS_I_SAID("As I said: ", "Still the same: "),
  BACK("Back to where we were. ", "Now back to what I asked before. "),
  GOODBYE_TIME(
      "That is our time. Thank you. Your report is ready now: what you showed, with the moments that"
          + " show it, and one thing to try next.",
      "Time is up; thank you for working through this. The report comes next: every level with its"
          + " evidence, and one thing to try next."),
  GOODBYE_FINISHED(
      "That was all I wanted to ask. Thank you. Your report is ready now: what you showed, with the"
          + " moments that show it, and one thing to try next.",
      "I have no more questions; thank you. The report comes next: every level with its evidence,"
          + " and one thing to try next.");

  private final List<String> wordings;

  Words(String... wordings) {
    this.wordings = List.of(wordings);
  }

  /// The wording for the n-th utterance of a session.
  String say(Dice dice, int count) {
    List<String> order = new ArrayList<>(wordings);
    Collections.shuffle(order, Random.from(dice.stream("words-" + name())));
    return order.get(count % order.size());
  }
}
