package io.reprise;

import java.util.List;
import java.util.function.Predicate;

/** One thing that TidyTest found: which rule, in which file, and what a reader needs to mend it. */
record Fault(String rule, String file, String what) {

    /** Leaves one fault of a rule in a file alone, for a reason; it must go when the fault is gone. */
    record Exception(String rule, String file, String reason) {
        boolean covers(Fault fault) {
            return fault.rule.equals(rule) && fault.file.equals(file);
        }
    }

    static List<Fault> without(List<Fault> faults, List<Exception> exceptions) {
        Predicate<Fault> isExcepted = fault -> exceptions.stream().anyMatch(exception -> exception.covers(fault));
        return faults.stream().filter(isExcepted.negate()).toList();
    }

    static List<Exception> unneeded(List<Fault> faults, List<Exception> exceptions) {
        return exceptions.stream()
                .filter(exception -> faults.stream().noneMatch(exception::covers))
                .toList();
    }
}
