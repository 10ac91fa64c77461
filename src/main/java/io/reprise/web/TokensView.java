package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens page; {@code fresh} is the text of a token made just now, {@code address} where clients reach this server.
 */
record TokensView(
        List<Row> tokens,
        @Nullable String fresh,
        String freshName,
        String address,
        @Nullable String wrong) {
    record Row(int number, String name, String made) {}
}
