package io.reprise.adapters.reprise;

import io.reprise.account.UserId;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.imports.Afterword;
import io.reprise.imports.JsonRow;
import io.reprise.media.ExternalId;
import io.reprise.play.Aggregator;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an authority told in another library, kept here unless it told something newer. */
record FactLine(JsonRow row) implements Afterword {
    private static final String MEMBER = "fact";

    static boolean is(JsonRow row) {
        return row.has(MEMBER);
    }

    @Override
    public void apply(Tx tx, UserId user, Aggregator aggregator) throws SQLException, Unreadable {
        FactRows.put(tx, user, List.of(fact()));
    }

    private Fact fact() throws Unreadable {
        try {
            return new Fact(
                    ExternalId.parse(row.needText(MEMBER)),
                    row.needText("source"),
                    Brought.second(row, "at"),
                    text("name"),
                    text("sort_name"),
                    seconds(),
                    text("released"),
                    text("country"),
                    row.texts("genres"),
                    row.texts("aliases"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable Integer seconds() throws Unreadable {
        return row.count("seconds");
    }

    private String text(String member) throws Unreadable {
        String text = row.text(member);
        return text == null ? "" : text;
    }
}
