package io.reprise.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON object in the order told. */
final class Members {
    private Members() {}

    /** Names and values by turns. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return members;
    }
}
