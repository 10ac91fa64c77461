package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Identity;
import io.reprise.catalog.Ledger;
import io.reprise.history.Histories;
import io.reprise.http.OutsideFailure;
import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job that asks authorities what the items of a library are, the most played first. Its unit is the item. What it
 * learned is on disk after every {@value #ITEMS_AT_A_TIME} items, so it goes on where it was stopped.
 */
public final class ResolveJob implements JobKind {
    static final String WORD = "resolve";
    /** How long an item is left in peace after it was asked for in vain. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(30);

    private static final Budget BUDGET = new Budget(1L << 31, Duration.ofHours(24));
    private static final int ITEMS_AT_A_TIME = 4_096;
    /** Over the network an answer takes a second or more, so what is known is written down more often. */
    private static final int ITEMS_AT_A_TIME_FAR = 8;

    private static final int FAILURES_IN_A_ROW_MAX = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Rooms rooms;
    private final Judge judge = new Judge();

    public ResolveJob(Rooms rooms) {
        this.rooms = rooms;
    }

    /** What it works with; {@code authorities} are those that are on. */
    public record Rooms(
            Database database,
            ScrobbleLog log,
            Histories histories,
            Ledger ledger,
            List<Authority> authorities,
            InstantSource clock) {
        public Rooms {
            authorities = List.copyOf(authorities);
        }
    }

    /** What such a job is asked: whether it may use the network, for how many items, and whether old answers count. */
    public record Argument(boolean network, boolean again, int itemsMax) {
        /** More than a library has. */
        public static final int ITEMS_MAX = 1_000_000;

        /** All that is not known and was not asked for lately. */
        public static Argument ofAll(boolean network) {
            return new Argument(network, false, ITEMS_MAX);
        }

        String json() {
            return JSON.createObjectNode()
                    .put("network", network)
                    .put("again", again)
                    .put("items_max", itemsMax)
                    .toString();
        }

        static Argument of(Job job) {
            JsonNode node = JSON.readTree(job.argument());
            return new Argument(
                    node.get("network").asBoolean(),
                    node.get("again").asBoolean(),
                    node.get("items_max").asInt());
        }
    }

    /** Whether this is a job of this kind that was allowed to ask authorities on the network. */
    public static boolean askedTheNetwork(Job job) {
        return job.kind().equals(WORD) && Argument.of(job).network();
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
        UserId user = job.user();
        List<Authority> asked = rooms.authorities().stream()
                .filter(authority -> (argument.network() || authority.isLocal()) && authority.isReady())
                .toList();
        if (asked.isEmpty()) {
            throw new JobFailure(
                    "there is nobody to be asked",
                    argument.network()
                            ? "switch on authorities in the settings of the server, or load a dump"
                            : "load a dump of MusicBrainz (`reprise authority load FILE`), or allow the network"
                                    + " (`--network`)");
        }
        new Answers(rooms.database(), rooms.clock()).forgetExpired();
        Shelf shelf = new Shelf(user, rooms.log(), rooms.histories().of(user));
        List<Integer> items = shelf.items(settled(user, argument));
        List<Integer> some = items.subList(0, Math.min(items.size(), argument.itemsMax()));
        Tally tally = new Tally();
        boolean isLocal = asked.stream().allMatch(Authority::isLocal);
        int step = isLocal ? ITEMS_AT_A_TIME : ITEMS_AT_A_TIME_FAR;
        try (Ahead<List<Answered>> steps = new Ahead<>(
                (some.size() + step - 1) / step, isLocal, at -> answers(shelf, asked, part(some, at, step)))) {
            int done = 0;
            while (steps.hasNext()) {
                List<Answered> answered = steps.next();
                tally.add(answered);
                rooms.database().write(tx -> {
                    store(tx, user, answered, argument);
                    return true;
                });
                done = Math.min(some.size(), done + step);
                progress.tell(done, (long) some.size(), tally.words());
                if (tally.failuresInARow >= FAILURES_IN_A_ROW_MAX) {
                    throw new JobFailure(
                            tally.words() + "; then the authorities could not be asked: " + tally.failure,
                            "try again later: what is known by now is kept");
                }
            }
        }
        String facts = new Backfill(rooms, asked).run(user, argument, progress);
        String lists =
                argument.network() ? new EpisodeBackfill(rooms, asked).run(user, argument.again(), progress) : "";
        return tally.words() + facts + lists;
    }

    /** The items that need not be asked for: decided, or asked for a short time ago. */
    private BitSet settled(UserId user, Argument argument) {
        return rooms.database().read(tx -> {
            BitSet settled = Identity.decidedItems(tx, user);
            if (!argument.again()) {
                long since = rooms.clock().instant().minus(ASKED_AGAIN_AFTER).getEpochSecond();
                settled.or(ResolutionTable.askedSince(tx, user, since, argument.network()));
            }
            return settled;
        });
    }

    /**
     * An item, how it was judged, by whose findings, what follows where it is decided, and why it was not where the
     * asking failed.
     */
    private record Answered(
            Shelf.Item item,
            Judgement judgement,
            Authority authority,
            @Nullable Conclusion conclusion,
            String failure) {
        Outcome outcome() {
            if (!failure.isEmpty() && judgement.verdict() != Verdict.DECIDE) {
                return Outcome.POSTPONED;
            }
            return switch (judgement.verdict()) {
                case DECIDE -> Outcome.DECIDED;
                case ASK -> Outcome.PROPOSED;
                case LEAVE -> judgement.matches().isEmpty() ? Outcome.UNKNOWN : Outcome.UNLIKE;
            };
        }
    }

    private static List<Integer> part(List<Integer> items, int at, int step) {
        return items.subList(at * step, Math.min(items.size(), (at + 1) * step));
    }

    private List<Answered> answers(Shelf shelf, List<Authority> asked, List<Integer> items) {
        List<Shelf.Item> questions = rooms.database().read(tx -> shelf.questions(tx, items));
        // Authorities of this machine are asked by all processors at once; each takes thousands of questions a second.
        boolean local = asked.stream().allMatch(Authority::isLocal);
        Stream<Shelf.Item> stream = local ? questions.parallelStream() : questions.stream();
        return stream.filter(item -> asked.stream()
                        .anyMatch(authority ->
                                authority.kinds().contains(item.question().kind())))
                .map(item -> answer(shelf, asked, item))
                .toList();
    }

    private Answered answer(Shelf shelf, List<Authority> asked, Shelf.Item item) {
        Answered best = null;
        String failure = "";
        for (Authority authority : asked) {
            if (!authority.kinds().contains(item.question().kind())) {
                continue;
            }
            Judgement judgement;
            try {
                List<Finding> found = authority.ask(item.question()).stream()
                        .map(finding -> finding.knownAs(item.known()))
                        .toList();
                judgement = judge.judge(item.question(), found);
            } catch (OutsideFailure e) {
                failure = String.valueOf(e.getMessage());
                continue;
            }
            if (best == null || judgement.verdict().compareTo(best.judgement().verdict()) < 0) {
                best = new Answered(item, judgement, authority, null, "");
            }
            if (judgement.verdict() == Verdict.DECIDE) {
                return new Answered(item, judgement, authority, concluded(shelf, item, judgement, authority), "");
            }
        }
        Judgement judgement = best == null ? new Judgement(Verdict.LEAVE, Rule.NOTHING, List.of()) : best.judgement();
        return new Answered(item, judgement, best == null ? asked.getFirst() : best.authority(), null, failure);
    }

    private Conclusion concluded(Shelf shelf, Shelf.Item item, Judgement judgement, Authority authority) {
        Match match = judgement.matches().getFirst();
        long now = rooms.clock().instant().getEpochSecond();
        return Conclusion.of(
                new Conclusion.Held(shelf, item, match, authority.word(), Conclusion.resolver(authority, match), now));
    }

    private void store(Tx tx, UserId user, List<Answered> answered, Argument argument) throws SQLException {
        long now = rooms.clock().instant().getEpochSecond();
        MultiInsert resolutions = ResolutionTable.rows(tx);
        List<Conclusion> conclusions = new ArrayList<>();
        List<ProposalTable.Draft> drafts = new ArrayList<>();
        for (Answered one : answered) {
            int item = one.item().number();
            Outcome outcome = one.outcome();
            resolutions.row(user.value(), item, now, outcome.code(), argument.network() ? 1 : 0);
            if (one.conclusion() != null) {
                conclusions.add(one.conclusion());
            } else if (outcome == Outcome.PROPOSED) {
                List<Match> matches = one.judgement().matches();
                Proposal draft = new Proposal(
                        0,
                        item,
                        now,
                        one.authority().word(),
                        one.judgement().rule(),
                        matches.getFirst().score(),
                        matches.subList(0, Math.min(Proposal.MATCHES_MAX, matches.size())),
                        Proposal.State.WAITING);
                drafts.add(new ProposalTable.Draft(draft, one.item().question().credit()));
            }
        }
        ProposalTable.add(tx, user, drafts);
        resolutions.flush();
        new Concluding(rooms.ledger(), tx, user).say(conclusions);
    }

    /** What came of the items so far; used by the job's own thread alone. */
    private static final class Tally {
        private final int[] counts = new int[Outcome.values().length];
        private int failuresInARow;
        private String failure = "";

        void add(List<Answered> answered) {
            for (Answered one : answered) {
                counts[one.outcome().ordinal()]++;
                boolean failed = one.outcome() == Outcome.POSTPONED;
                failuresInARow = failed ? failuresInARow + 1 : 0;
                failure = failed ? one.failure() : failure;
            }
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%,d decided, %,d to be looked at, %,d unlike anything found, %,d unknown, %,d postponed",
                    counts[Outcome.DECIDED.ordinal()],
                    counts[Outcome.PROPOSED.ordinal()],
                    counts[Outcome.UNLIKE.ordinal()],
                    counts[Outcome.UNKNOWN.ordinal()],
                    counts[Outcome.POSTPONED.ordinal()]);
        }
    }
}
