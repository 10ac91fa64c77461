package io.reprise.api;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the pages of a list are told to a caller: in headers, so that the body stays what it always was. */
final class Pages {
    private Pages() {}

    static void total(Context context, long total) {
        context.header("X-Total-Count", Long.toString(total));
    }

    /** Where to go on: {@code Link: <...>; rel="next"} with the same question, and the cursor alone beside it. */
    static void next(Context context, @Nullable String cursor) {
        if (cursor == null) {
            return;
        }
        String question = context.queryParamMap().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("cursor") && !entry.getKey().equals("offset"))
                .flatMap(Pages::pairs)
                .collect(Collectors.joining("&"));
        String address =
                context.path() + "?" + (question.isEmpty() ? "" : question + "&") + "cursor=" + encoded(cursor);
        context.header("Link", "<" + address + ">; rel=\"next\"");
        context.header("X-Next-Cursor", cursor);
    }

    private static java.util.stream.Stream<String> pairs(Map.Entry<String, List<String>> entry) {
        return entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
