package io.reprise.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: at most {@code limit} rows after the place of the cursor, or from the start. */
public record Paging(int limit, @Nullable Cursor cursor) {

    /** The list that is paged: its kind, how many numbers mark a place in it, and how many rows a page may have. */
    public record Rules(String kind, int numbers, int limitOtherwise, int limitMax) {}

    /** Reads the parameters {@code limit} and {@code cursor}; what does not fit is a problem 400. */
    public static Paging read(Context context, Rules rules) {
        int limit = Math.toIntExact(
                Parameter.number(context, "limit", rules.limitOtherwise(), new Parameter.Bounds(1, rules.limitMax())));
        String text = Parameter.text(context, "cursor");
        return new Paging(limit, text == null ? null : Cursor.read(rules.kind(), rules.numbers(), text));
    }

    /** Where to go on; empty at the start of the list. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor);
    }
}
