package io.reprise.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address of a page without what does not name it: scheme, {@code www.} and {@code m.}, fragment, a trailing slash
 * and the parameters that only track ({@code utm_*}, {@code fbclid} ...). A YouTube address becomes its video's id. For
 * comparison only; what was told is kept elsewhere.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING =
            Set.of("fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref", "ref_src", "feature", "si", "pp");
    private static final Set<String> YOUTUBE = Set.of("youtube.com", "music.youtube.com", "youtu.be");

    private CanonicalUrl() {}

    public static String of(String url) {
        String rest =
                url.strip().replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://", "").replaceFirst("#.*$", "");
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String place = question < 0 ? rest : rest.substring(0, question);
        int slash = place.indexOf('/');
        String host = (slash < 0 ? place : place.substring(0, slash))
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(www|m|amp)\\.", "");
        String path = slash < 0 ? "" : place.substring(slash).replaceFirst("/+$", "");
        if (YOUTUBE.contains(host)) {
            String id = host.equals("youtu.be") ? path.replace("/", "") : parameter(query, "v");
            if (!id.isEmpty()) {
                return "youtube.com/" + id;
            }
        }
        String kept = Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !tracks(pair.split("=", 2)[0]))
                .sorted()
                .collect(Collectors.joining("&"));
        return host + path + (kept.isEmpty() ? "" : "?" + kept);
    }

    private static boolean tracks(String name) {
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
