package io.reprise.api;

import io.reprise.account.UserId;
import io.reprise.adapters.reprise.LedgerJson;
import io.reprise.catalog.Decision;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.EpisodeRows;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.media.ExternalId;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.resolve.Credits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The end of an export: the ledger, what authorities told, lists of episodes, the rules for names, and the opinions, a
 * line each.
 */
final class LedgerExport {
    private static final int BATCH_DECISIONS = 500;
    private static final int BATCH_FACTS = 500;
    private static final int BATCH_LISTS = 20;
    private static final int OPINIONS_MAX = 1_000_000;
    private final Desk desk;
    private final LedgerJson ledgerJson;

    LedgerExport(Desk desk) {
        this.desk = desk;
        this.ledgerJson = new LedgerJson(desk.rooms().books().read().log());
    }

    void write(UserId user, OutputStream out) throws IOException {
        long after = 0;
        for (Lines lines = decisions(user, after); lines.last() > after; lines = decisions(user, after)) {
            out.write(lines.bytes());
            after = lines.last();
        }
        facts(user, out);
        rules(user, out);
        episodes(user, out);
        for (List<RatingEvent> events : opinions(user)) {
            out.write(desk.rooms().books().read().database().read(tx -> {
                LedgerJson.Library library = new LedgerJson.Library(tx, user);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (RatingEvent event : events) {
                    line(bytes, json -> ledgerJson.opinion(json, library, event));
                }
                return bytes.toByteArray();
            }));
        }
    }

    private void facts(UserId user, OutputStream out) throws IOException {
        FactRows.Place[] after = {FactRows.Place.BEGIN};
        int read = BATCH_FACTS;
        while (read == BATCH_FACTS) {
            List<Fact> facts =
                    desk.rooms().books().read().database().read(tx -> FactRows.after(tx, user, after[0], BATCH_FACTS));
            lines(out, facts, ledgerJson::fact);
            read = facts.size();
            after[0] = facts.isEmpty() ? after[0] : FactRows.Place.of(facts.getLast());
        }
    }

    private void rules(UserId user, OutputStream out) throws IOException {
        lines(out, desk.rooms().books().read().database().read(tx -> Credits.rules(tx, user)), ledgerJson::rule);
    }

    private void episodes(UserId user, OutputStream out) throws IOException {
        for (List<EpisodeList> lists = lists(user, null);
                !lists.isEmpty();
                lists = lists(user, lists.getLast().show())) {
            lines(out, lists, ledgerJson::episodes);
        }
    }

    private <T> void lines(OutputStream out, List<T> rows, BiConsumer<JsonGenerator, T> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (T row : rows) {
            try (JsonGenerator json = desk.mapper().createGenerator(bytes)) {
                json.writeStartObject();
                members.accept(json, row);
                json.writeEndObject();
            }
            bytes.write('\n');
        }
        out.write(bytes.toByteArray());
    }

    private List<EpisodeList> lists(UserId user, @Nullable ExternalId after) {
        return desk.rooms().books().read().database().read(tx -> EpisodeRows.after(tx, user, after, BATCH_LISTS));
    }

    /** Some lines, and the number of the last. */
    private record Lines(byte[] bytes, long last) {}

    private Lines decisions(UserId user, long after) {
        ApiRooms.Books books = desk.rooms().books();
        return books.read().database().read(tx -> {
            List<Decision> decisions = books.told().ledger().after(tx, user, after, BATCH_DECISIONS);
            LedgerJson.Library library = new LedgerJson.Library(tx, user);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Decision decision : decisions) {
                line(bytes, json -> ledgerJson.decision(json, library, decision));
            }
            return new Lines(
                    bytes.toByteArray(),
                    decisions.isEmpty() ? after : decisions.getLast().number());
        });
    }

    /** Oldest first; the store gives them newest first, so all are held at once. */
    private List<List<RatingEvent>> opinions(UserId user) {
        Ratings ratings = desk.rooms().books().told().ratings();
        List<List<RatingEvent>> pages = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (int count = 0; count < OPINIONS_MAX; count += Ratings.EVENTS_MAX) {
            List<RatingEvent> page = ratings.before(user, before, Ratings.EVENTS_MAX);
            if (page.isEmpty()) {
                break;
            }
            pages.addFirst(page.reversed());
            before = page.getLast().number();
        }
        return pages;
    }

    private interface Members {
        void write(JsonGenerator json) throws SQLException;
    }

    private void line(ByteArrayOutputStream bytes, Members members) throws SQLException {
        try (JsonGenerator json = desk.mapper().createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        }
        bytes.write('\n');
    }
}
