package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.Thing;
import io.reprise.history.Histories;
import io.reprise.http.PoliteClient;
import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.media.ExternalId;
import io.reprise.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job that looks for pictures of what a user plays, the most played first. Its unit is the thing looked at. Each
 * answer of a source is on disk as it comes, so it goes on where it was stopped and asks nobody twice.
 */
public final class ArtJob implements JobKind {
    static final String WORD = "art";
    /** TMDB lets nobody keep what it told for longer than six months; nothing else is kept longer either. */
    static final Duration KEPT_MAX = Duration.ofDays(180);

    private static final Budget BUDGET = new Budget(1L << 31, Duration.ofHours(12));
    private static final int THINGS_MAX = 200_000;
    private static final int THINGS_AT_A_TIME = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Rooms rooms;
    private final Pictures pictures;

    public ArtJob(Rooms rooms, Pictures pictures) {
        this.rooms = rooms;
        this.pictures = pictures;
    }

    /** What it works with; {@code sources} are those that are on, {@code client} follows no redirects. */
    public record Rooms(
            Database database, Histories histories, List<ArtSource> sources, PoliteClient client, InstantSource clock) {
        public Rooms {
            sources = List.copyOf(sources);
        }

        /** The client's bound on one answer, in bytes. */
        public static long bytesMax() {
            return Download.BYTES_MAX;
        }
    }

    /** How many pictures such a job fetches at most. */
    public record Argument(int picturesMax) {
        public static final int PICTURES_MAX = 100_000;
        public static final Argument USUAL = new Argument(2_000);

        public Argument {
            if (picturesMax < 1 || picturesMax > PICTURES_MAX) {
                throw new IllegalArgumentException(
                        "a job fetches 1 to " + PICTURES_MAX + " pictures, not " + picturesMax);
            }
        }

        String json() {
            return JSON.createObjectNode().put("pictures_max", picturesMax).toString();
        }

        static Argument of(Job job) {
            return new Argument(
                    JSON.readTree(job.argument()).get("pictures_max").asInt());
        }
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }

    @Override
    public String run(Job job, Progress progress) throws JobFailure {
        Argument argument = Argument.of(job);
        if (rooms.sources().isEmpty()) {
            throw new JobFailure(
                    "there is nobody to be asked for pictures",
                    "switch on authorities in the settings of the server (docs/art.md says which have pictures)");
        }
        long room = tidy();
        UserId user = job.user();
        Wants wants = new Wants(user, rooms.histories().of(user));
        List<Thing> things = wants.things(THINGS_MAX);
        Search search = new Search(rooms, pictures);
        Tally tally = new Tally();
        for (int from = 0; from < things.size(); from += THINGS_AT_A_TIME) {
            List<Thing> some = things.subList(from, Math.min(things.size(), from + THINGS_AT_A_TIME));
            List<List<ExternalId>> ids = rooms.database().read(tx -> {
                List<List<ExternalId>> each = new ArrayList<>();
                for (Thing thing : some) {
                    each.add(wants.ids(tx, thing));
                }
                return each;
            });
            List<Search.Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                progress.tell(from + i, (long) things.size(), tally.words(search));
                outcomes.add(search.picture(some.get(i), wants.name(some.get(i)), ids.get(i)));
            }
            store(user, some, outcomes);
            outcomes.forEach(tally::add);
            if (search.fetched() >= argument.picturesMax()) {
                return tally.words(search) + "; as many as it was to fetch, so start it again to go on";
            }
            if (search.bytes() >= room) {
                return tally.words(search) + "; the cache is full, see art-max-mib";
            }
        }
        return tally.words(search) + (search.trouble() == null ? "" : "; last trouble: " + search.trouble());
    }

    /** Lets go of what was told too long ago, and of what is in the way; answers the room in the cache, in bytes. */
    private long tidy() {
        long before = rooms.clock().instant().minus(KEPT_MAX).getEpochSecond();
        List<String> gone = rooms.database().write(tx -> FoundTable.forget(tx, before));
        gone.forEach(pictures.files()::drop);
        return pictures.files().trim();
    }

    private void store(UserId user, List<Thing> things, List<Search.Outcome> outcomes) {
        rooms.database().write(tx -> {
            boolean changed = false;
            for (int i = 0; i < things.size(); i++) {
                changed |= switch (outcomes.get(i)) {
                    case Search.Outcome.Found found -> ShownTable.put(tx, user, found.shown());
                    case Search.Outcome.Nothing nothing -> ShownTable.delete(tx, user, things.get(i));
                    case Search.Outcome.Unknown unknown -> false;
                };
            }
            if (changed) {
                ShownTable.changed(tx, user);
            }
            return changed;
        });
    }

    /** What came of the things so far; used by the job's own thread alone. */
    private static final class Tally {
        private int with;
        private int without;
        private int unknown;

        void add(Search.Outcome outcome) {
            switch (outcome) {
                case Search.Outcome.Found found -> with++;
                case Search.Outcome.Nothing nothing -> without++;
                case Search.Outcome.Unknown postponed -> unknown++;
            }
        }

        String words(Search search) {
            return String.format(
                    Locale.ROOT,
                    "%,d with a picture, %,d without, %,d to be asked again; %,d fetched now",
                    with,
                    without,
                    unknown,
                    search.fetched());
        }
    }
}
