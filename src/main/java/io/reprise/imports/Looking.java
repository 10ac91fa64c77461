package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.media.Mention;
import io.reprise.play.Foresight;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Outlook;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at the rows of one upload as an import would, and counts what would come of each. Used by one thread. */
final class Looking implements Reader.Ways {
    private final ImportRooms rooms;
    private final UserId user;
    private final Foresight foresight;
    private final List<Preview.Row> sample = new ArrayList<>();
    private final List<Preview.Row> duplicates = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private Tally tally = Tally.NONE;
    private Range range = Range.NONE;
    private long likelyDuplicates;

    Looking(ImportRooms rooms, UserId user) {
        this.rooms = rooms;
        this.user = user;
        this.foresight = rooms.aggregator().foresight(user);
    }

    @Override
    public BulkIntake open(Origin origin, int run) {
        return rooms.intake().looking(user, origin);
    }

    @Override
    public int begin(int runThere) {
        return runThere;
    }

    Tally tally() {
        return tally;
    }

    void take(Gathered gathered) {
        List<Batch.Refused> refused = new ArrayList<>(gathered.refused());
        long left = gathered.leftOut().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        gathered.leftOut().forEach((reason, count) -> leftOut.merge(reason, (long) count, Long::sum));
        BulkIntake bulk = gathered.bulk();
        if (bulk != null && !gathered.rows().isEmpty()) {
            refused.addAll(look(bulk, gathered.rows()));
        }
        for (Batch.Refused row : refused) {
            if (refusals.size() < Preview.EXAMPLES_MAX) {
                refusals.add(new Refusal(row.place().toString(), row.reason()));
            }
        }
        tally = tally.plus(new Tally(0, 0, refused.size(), left));
    }

    private List<Batch.Refused> look(BulkIntake bulk, List<Gathered.Row> rows) {
        Outlook outlook = bulk.look(rows.stream().map(Gathered.Row::submission).toList());
        Set<Integer> fresh = new HashSet<>();
        outlook.fresh().forEach(one -> fresh.add(Outlook.index(one.scrobble().number())));
        Map<Integer, String> folded = folded(outlook.fresh());
        List<Batch.Refused> refused = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Gathered.Row row = rows.get(i);
            String why = outlook.refused().get(i);
            if (why != null) {
                refused.add(new Batch.Refused(
                        row.place(), row.format(), row.submission().payload(), why));
                continue;
            }
            Times times = row.submission().told().times();
            range = range.and(times.start() == null ? times.end() : times.start());
            show(row, fresh.contains(i), folded.getOrDefault(i, ""));
        }
        int known = rows.size() - refused.size() - fresh.size();
        tally = tally.plus(new Tally(fresh.size(), known, 0, 0));
        likelyDuplicates += folded.size();
        return refused;
    }

    private Map<Integer, String> folded(List<Fresh> coming) {
        Map<Integer, String> folded = new HashMap<>();
        rooms.database()
                .read(tx -> foresight.foresee(tx, user, coming))
                .forEach(one -> folded.put(
                        Outlook.index(one.coming()),
                        one.likeness().sentence() + "; the other is scrobble " + one.stored()));
        return folded;
    }

    private void show(Gathered.Row row, boolean isNew, String folded) {
        boolean isDuplicate = !folded.isEmpty();
        if (sample.size() < Preview.EXAMPLES_MAX) {
            sample.add(row(row, isDuplicate ? "likely duplicate" : isNew ? "new" : "known", folded));
        }
        if (isDuplicate && duplicates.size() < Preview.EXAMPLES_MAX) {
            duplicates.add(row(row, "likely duplicate", folded));
        }
    }

    private static Preview.Row row(Gathered.Row row, String fate, String because) {
        Submission submission = row.submission();
        Mention mention = submission.told().mention();
        Times times = submission.told().times();
        return new Preview.Row(
                row.place().toString(),
                times.start() == null ? times.end() : times.start(),
                mention.kind().word(),
                mention.title(),
                mention.credit().text(),
                fate,
                because);
    }

    Preview preview(String name, Upload upload) {
        return new Preview(
                name,
                upload.words(),
                tally,
                likelyDuplicates,
                range.first(),
                range.last(),
                sample,
                duplicates,
                refusals,
                leftOut,
                upload.columns(),
                upload.remarks());
    }
}
