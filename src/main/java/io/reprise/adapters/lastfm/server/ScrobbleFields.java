package io.reprise.adapters.lastfm.server;

import io.reprise.http.FormFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the parameters of a call into scrobbles: {@code artist[3]} belongs to the one with index 3, names without an
 * index to the only one there is. Indices may have gaps. What belongs to the call and not to a scrobble (credentials
 * above all) is in none of them.
 */
final class ScrobbleFields {
    private static final Pattern INDEXED = Pattern.compile("(\\w{1,40})\\[(\\d{1,6})]");
    private static final Set<String> OF_THE_CALL = Set.of(
            "method",
            "api_key",
            "api_sig",
            "sk",
            "format",
            "callback",
            "user",
            "username",
            "password",
            "authToken",
            "authtoken",
            "token");

    private ScrobbleFields() {}

    /** In the order of their indices. */
    static List<FormFields> of(FormFields fields) {
        Map<Integer, Map<String, String>> byIndex = new TreeMap<>();
        Map<String, String> bare = new LinkedHashMap<>();
        for (String name : fields.names()) {
            String value = String.valueOf(fields.get(name));
            Matcher matcher = INDEXED.matcher(name);
            if (matcher.matches()) {
                byIndex.computeIfAbsent(Integer.valueOf(matcher.group(2)), none -> new LinkedHashMap<>())
                        .putIfAbsent(matcher.group(1), value);
            } else if (!OF_THE_CALL.contains(name)) {
                bare.put(name, value);
            }
        }
        if (byIndex.isEmpty()) {
            return List.of(FormFields.ofMap(bare));
        }
        if (byIndex.size() == 1) {
            bare.forEach(byIndex.values().iterator().next()::putIfAbsent);
        }
        List<FormFields> scrobbles = new ArrayList<>();
        byIndex.values().forEach(each -> scrobbles.add(FormFields.ofMap(each)));
        return scrobbles;
    }
}
