package io.reprise.playlist;

import com.google.re2j.Pattern;
import io.reprise.history.Names;
import io.reprise.history.Titles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;

/** Whether a pattern is found in a text. Of titles only those are asked that have in them what none can do without. */
final class PatternTest implements TextTest {
    private final Pattern pattern;
    private final List<Needle> needles;

    PatternTest(String text) {
        pattern = Pattern.compile(text);
        needles = Needle.of(text);
    }

    @Override
    public boolean test(String told) {
        return pattern.matcher(told).find();
    }

    @Override
    public IntPredicate ofTitles(Names names) {
        Titles titles = names.titles();
        List<byte[]> sought = needles.stream()
                .map(needle -> needle.text().getBytes(StandardCharsets.UTF_8))
                .toList();
        return item -> hasNeedle(titles, item, sought) && test(titles.text(item));
    }

    private boolean hasNeedle(Titles titles, int item, List<byte[]> sought) {
        for (int i = 0; i < sought.size(); i++) {
            if (titles.holds(item, needles.get(i).place(), sought.get(i))) {
                return true;
            }
        }
        return false;
    }
}
