package io.reprise.playlist;

import com.google.re2j.Options;
import com.google.re2j.Pattern;
import io.airlift.slice.Slices;
import io.reprise.history.Names;
import io.reprise.history.Titles;
import java.util.function.IntPredicate;

/**
 * Whether a pattern is found in a text, in time linear in the text (ADR 0025): by a table of states that grows with
 * what is met, and without one where it would grow beyond {@value #STATES_MAX}. Titles are looked at where they lie.
 */
final class PatternTest implements TextTest {
    private static final int STATES_MAX = 2_000;
    private static final Options LINEAR = Options.builder()
            .setAlgorithm(Options.Algorithm.DFA_FALLBACK_TO_NFA)
            .setMaximumNumberOfDFAStates(STATES_MAX)
            .setNumberOfDFARetries(1)
            .build();

    private final Pattern pattern;

    PatternTest(String text) {
        pattern = compiled(text);
    }

    /** What is no pattern is a {@link com.google.re2j.PatternSyntaxException}. */
    static Pattern compiled(String text) {
        return Pattern.compile(text, LINEAR);
    }

    @Override
    public boolean test(String told) {
        return pattern.find(Slices.utf8Slice(told));
    }

    @Override
    public IntPredicate ofTitles(Names names) {
        Titles titles = names.titles();
        Titles.Look look = (bytes, from, length) -> pattern.find(Slices.wrappedBuffer(bytes, from, length));
        return item -> titles.look(item, look);
    }
}
