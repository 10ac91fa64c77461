package io.reprise.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code routes.txt} beside this class says of each route; it explains itself there. */
final class RouteBook {
    private static final String LISTENBRAINZ = "/1/";

    /** How a route is asked: with which arguments, and whether anybody may ask or the answer never ends. */
    record Entry(String method, String path, List<String> arguments, boolean isPublic, boolean isStream) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    RouteBook() {
        lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::add);
    }

    private static Stream<String> lines() {
        try (InputStream in = RouteBook.class.getResourceAsStream("routes.txt")) {
            if (in == null) {
                throw new AssertionError("routes.txt is not beside the test");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        List<String> parts =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        String[] route = parts.getFirst().split("\\s+");
        List<String> arguments = new ArrayList<>(parts.subList(1, parts.size()));
        boolean isPublic = arguments.remove("public");
        boolean isStream = arguments.remove("stream");
        if (arguments.isEmpty()) {
            arguments.add("");
        }
        put(new Entry(route[0], route[1], List.copyOf(arguments), isPublic, isStream));
        if (route[1].startsWith(LISTENBRAINZ)) {
            put(new Entry(route[0], "/apis/listenbrainz" + route[1], List.copyOf(arguments), isPublic, isStream));
        }
    }

    private void put(Entry entry) {
        if (entries.put(entry.method() + " " + entry.path(), entry) != null) {
            throw new AssertionError("routes.txt names " + entry.method() + " " + entry.path() + " twice");
        }
    }

    /** What is written of this route; a line that ends in a star holds for every path that begins so. */
    Optional<Entry> of(String route) {
        Entry exact = entries.get(route);
        if (exact != null) {
            return Optional.of(exact);
        }
        return entries.values().stream()
                .filter(star -> star.path().endsWith("*") && route.startsWith(beginning(star)))
                .findFirst()
                .map(star -> new Entry(
                        star.method(),
                        route.substring(route.indexOf(' ') + 1),
                        star.arguments(),
                        star.isPublic(),
                        star.isStream()));
    }

    private static String beginning(Entry star) {
        return star.method() + " " + star.path().replace("*", "");
    }

    /** The routes it names one by one. */
    List<String> named() {
        return entries.keySet().stream().filter(route -> !route.endsWith("*")).toList();
    }
}
