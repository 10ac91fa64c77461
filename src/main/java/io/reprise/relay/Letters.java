package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.media.Mention;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was given up for a target: listed, sent again, or dropped by a person. Thread-safe. */
public final class Letters {
    public static final int LETTERS_MAX = 1_000;

    private final Targets targets;
    private final Database database;

    public Letters(Targets targets) {
        this.targets = targets;
        this.database = targets.database();
    }

    /** One dead letter: what it is about (as far as that still counts), since when, how often tried, and why not. */
    public record Letter(
            long number,
            String word,
            String about,
            long queuedAt,
            int attempts,
            @Nullable String why) {}

    /** The dead letters of a target, oldest first. */
    public List<Letter> dead(Target target, int limit) {
        return database.read(tx -> {
            List<Letter> letters = new ArrayList<>();
            for (OutboxTable.Row row : OutboxTable.dead(tx, target.user(), target.number(), limit)) {
                letters.add(letter(tx, target.user(), row));
            }
            return letters;
        });
    }

    private Letter letter(Tx tx, UserId user, OutboxTable.Row row) throws SQLException {
        Optional<Event> event = targets.event(tx, user, row);
        return new Letter(
                row.number(),
                event.map(Event::word).orElse(row.matter().word()),
                event.map(Letters::about).orElse("no longer counts"),
                row.queuedAt(),
                row.attempts(),
                row.lastError());
    }

    private static String about(Event event) {
        return switch (event) {
            case Event.JobEnded ended -> ended.job().kind();
            case Event.Rating rating -> rating.event().about().title();
            case Event.Play play -> named(play.told().mention());
            case Event.NowPlaying playing -> named(playing.playing().told().mention());
            case Event.Digest digest -> digest.post().title();
            case Event.Test test -> "";
        };
    }

    private static String named(Mention mention) {
        String credit = mention.credit().text();
        return credit.isEmpty() ? mention.title() : credit + ": " + mention.title();
    }

    /** Sends a row again, now; false where the target has none of this number. */
    public boolean again(Target target, long number) {
        boolean found = database.write(tx -> {
            Optional<OutboxTable.Row> row = OutboxTable.find(tx, target.user(), target.number(), number);
            row.ifPresent(known -> again(tx, target, known));
            TargetTable.settle(tx, target.user(), target.number());
            return row.isPresent();
        });
        targets.tellWatchers();
        return found;
    }

    /** Sends all dead letters (at most {@value #LETTERS_MAX}) again; answers how many these are. */
    public int allAgain(Target target) {
        int all = database.write(tx -> {
            List<OutboxTable.Row> rows = OutboxTable.dead(tx, target.user(), target.number(), LETTERS_MAX);
            rows.forEach(row -> again(tx, target, row));
            TargetTable.settle(tx, target.user(), target.number());
            return rows.size();
        });
        targets.tellWatchers();
        return all;
    }

    private void again(Tx tx, Target target, OutboxTable.Row row) {
        long now = targets.now();
        OutboxTable.store(
                tx,
                target,
                new OutboxTable.Row(row.number(), row.matter(), row.subject(), 0, now, now, row.lastError()));
    }

    /** Forgets a row without sending it; false where the target has none of this number. */
    public boolean drop(Target target, long number) {
        boolean dropped = database.write(tx -> {
            boolean was = OutboxTable.delete(tx, target.user(), target.number(), number);
            TargetTable.settle(tx, target.user(), target.number());
            return was;
        });
        targets.tellWatchers();
        return dropped;
    }
}
