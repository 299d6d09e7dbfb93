package dev.hotseat.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Tests that open pages in a real Chromium. Skipped, and said so, where there is none; with
/// `-Dbrowser=required` that is a failure, so that nobody takes a skipped test for a passed one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Needed.class)
public @interface InChromium {
  /// Decides whether a test of a page can run here.
  final class Needed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      String missing = Chromium.missing();
      if (missing.isEmpty()) {
        return ConditionEvaluationResult.enabled("Chromium is here.");
      }
      if ("required".equals(System.getProperty("browser"))) {
        throw new IllegalStateException(missing);
      }
      return ConditionEvaluationResult.disabled(missing);
    }
  }
}
