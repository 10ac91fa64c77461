package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of links and feeds: what is shown to whom, the form for one more, and the digests. */
record LinksView(Fresh fresh, List<Row> links, List<Choice> shows, List<Choice> kinds, Digests digests) {
    /** A link made just now, with the addresses that are shown this once; or what was wrong with the order. */
    record Fresh(
            String name,
            List<String> addresses,
            @Nullable String picture,
            @Nullable String wrong) {
        static final Fresh NOTHING = new Fresh("", List.of(), null, null);

        static Fresh wrong(String text) {
            return new Fresh("", List.of(), null, text);
        }
    }

    /** {@code address} is null where it is secret. */
    record Row(
            int number, String title, String what, @Nullable String address, String use) {}

    record Choice(String word, String label) {}

    /** The orders, who can be told, and what was wrong. */
    record Digests(
            List<Order> orders,
            List<Choice> targets,
            @Nullable String wrong) {}

    record Order(int number, String title, String due, boolean on) {}
}
