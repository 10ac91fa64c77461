package io.reprise.upkeep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What one examination has found so far: counts, and the first few examples of each. Used by one thread. */
final class Findings {
    private static final int EXAMPLES_MAX = 5;
    private final Map<Check, Faults> found = new EnumMap<>(Check.class);

    private static final class Faults {
        private long count;
        private final TreeSet<String> examples = new TreeSet<>();
        private String remark = "";
    }

    void add(Check check, String example) {
        Faults faults = found.computeIfAbsent(check, none -> new Faults());
        faults.count++;
        if (faults.examples.size() < EXAMPLES_MAX) {
            faults.examples.add(example);
        }
    }

    /** So many at once, told by a sentence. */
    void add(Check check, long count, String remark) {
        Faults faults = found.computeIfAbsent(check, none -> new Faults());
        faults.count += count;
        faults.remark = remark;
    }

    Diagnosis diagnosis(String user) {
        List<Finding> findings = new ArrayList<>();
        found.forEach((check, faults) -> findings.add(
                new Finding(check.word(), sentence(check, faults), check.mend().of(user))));
        return new Diagnosis(findings);
    }

    private static String sentence(Check check, Faults faults) {
        String examples = faults.examples.isEmpty() ? "" : " (such as " + String.join(", ", faults.examples) + ")";
        return faults.count + " " + check.fault() + examples + (faults.remark.isEmpty() ? "" : ": " + faults.remark);
    }
}
