package io.reprise.adapters.audioscrobbler;

import io.reprise.http.FormFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the fields of a submission into tracks: {@code a[3]} belongs to the one with index 3, in any order. */
final class SubmittedTracks {
    private static final Pattern INDEXED = Pattern.compile("(\\w{1,40})\\[(\\d{1,6})]");

    private SubmittedTracks() {}

    static List<FormFields> of(FormFields fields) {
        Map<Integer, Map<String, String>> byIndex = new TreeMap<>();
        for (String name : fields.names()) {
            Matcher matcher = INDEXED.matcher(name);
            if (matcher.matches()) {
                byIndex.computeIfAbsent(Integer.valueOf(matcher.group(2)), none -> new LinkedHashMap<>())
                        .putIfAbsent(matcher.group(1), String.valueOf(fields.get(name)));
            }
        }
        return byIndex.values().stream().map(FormFields::ofMap).toList();
    }
}
