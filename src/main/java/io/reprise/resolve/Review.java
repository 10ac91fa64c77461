package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.history.Histories;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.Worker;
import io.reprise.media.ExternalId;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What authorities found and a person has to look at, and what that person says. Thread-safe. */
public final class Review {
    /** How many proposals one answer may settle. */
    public static final int ALIKE_MAX = 1_000;

    private static final System.Logger LOG = System.getLogger("reprise.resolve");
    private static final int JOBS_LOOKED_AT_MAX = 100;
    private static final int ASKED_SCROBBLES_MIN = 256;

    private final Map<UserId, Long> sinceAsked = new ConcurrentHashMap<>();
    private final List<Authority> authorities;
    private final List<AuthorityName> names;
    private final Database database;
    private final ScrobbleLog log;
    private final Histories histories;
    private final Ledger ledger;
    private final Worker worker;
    private final InstantSource clock;

    /**
     * {@code worker} knows the {@link ResolveJob} of the same rooms; {@code names} are those of all authorities,
     * whether they are asked or not.
     */
    public Review(ResolveJob.Rooms rooms, Worker worker, List<AuthorityName> names) {
        this.names = List.copyOf(names);
        this.database = rooms.database();
        this.log = rooms.log();
        this.histories = rooms.histories();
        this.ledger = rooms.ledger();
        this.clock = rooms.clock();
        this.authorities = rooms.authorities();
        this.worker = worker;
    }

    /** Whom this word means; empty where it is nobody's, as that of a person or of an export. */
    public Optional<AuthorityName> authority(String word) {
        return names.stream().filter(name -> name.word().equals(word)).findFirst();
    }

    /** Starts to ask for what is not known, or answers with the job that does so already. */
    public Job resolve(UserId user, ResolveJob.Argument argument) throws JobFailure {
        Optional<Job> under = worker.latest(user, JOBS_LOOKED_AT_MAX).stream()
                .filter(job ->
                        job.kind().equals(ResolveJob.WORD) && !job.state().isFinal())
                .findFirst();
        return under.isPresent() ? under.get() : worker.start(user, ResolveJob.WORD, argument.json());
    }

    /**
     * Told after each step of the follower how many scrobbles it read: where this machine can answer by itself and
     * enough came in, asks for what is new. Nobody is asked over the network by this.
     */
    public void askWhereDue(UserId user, long read) {
        if (sinceAsked.merge(user, read, Long::sum) < ASKED_SCROBBLES_MIN || !isAnswerable()) {
            return;
        }
        sinceAsked.remove(user);
        try {
            resolve(user, ResolveJob.Argument.ofAll(false));
        } catch (JobFailure e) {
            LOG.log(System.Logger.Level.INFO, "what is new of user {0} is asked for later: {1}", user, e.reason());
        }
    }

    private boolean isAnswerable() {
        return authorities.stream().anyMatch(authority -> authority.isLocal() && authority.isReady());
    }

    /** Those in one state after this number, in order, at most so many. */
    public List<Proposal> after(UserId user, Proposal.State state, long number, int limit) {
        return database.read(tx -> ProposalTable.after(tx, user, state, number, limit));
    }

    /** How many wait for an answer. */
    public long waiting(UserId user) {
        return database.read(tx -> ProposalTable.waiting(tx, user));
    }

    /**
     * It is the match at this place (from 0). Where {@code alike}, every proposal that waits for an item of the same
     * credit is taken too, if its likeliest match names the same first creator. Returns how many were settled.
     */
    public int accept(UserId user, long number, int choice, boolean alike, Ledger.Author author) {
        Shelf shelf = new Shelf(user, log, histories.of(user));
        return database.write(tx -> {
            Proposal asked = waiting(tx, user, number);
            if (choice < 0 || choice >= asked.matches().size()) {
                throw new Refusal(
                        "proposal " + number + " has " + asked.matches().size()
                                + " matches, numbered from 0; there is none with the number " + choice);
            }
            if (!shelf.hasPlays(asked.item())) {
                throw new Refusal("no play of item " + asked.item()
                        + " counts any more, so there is nothing to decide; reject proposal " + number);
            }
            List<Conclusion> conclusions = new ArrayList<>(settle(tx, user, shelf, asked, choice, author));
            List<Proposal> others = alike ? alike(tx, user, asked, choice) : new ArrayList<>();
            others.removeIf(other -> !shelf.hasPlays(other.item()));
            for (Proposal other : others) {
                conclusions.addAll(settle(tx, user, shelf, other, 0, author));
            }
            new Concluding(ledger, tx, user).say(conclusions);
            return 1 + others.size();
        });
    }

    private List<Conclusion> settle(
            Tx tx, UserId user, Shelf shelf, Proposal proposal, int choice, Ledger.Author author) throws SQLException {
        Match match = proposal.matches().get(choice);
        Ledger.Author said =
                new Ledger.Author(author.by(), author.because(), author.confidence(), Conclusion.evidence(match));
        ProposalTable.answer(tx, user, proposal.number(), Proposal.State.ACCEPTED, now());
        return shelf.questions(tx, List.of(proposal.item())).stream()
                .map(item -> Conclusion.of(new Conclusion.Held(shelf, item, match, proposal.source(), said, now())))
                .toList();
    }

    private static List<Proposal> alike(Tx tx, UserId user, Proposal asked, int choice) {
        ExternalId creator = firstCreator(asked.matches().get(choice));
        if (creator == null) {
            return new ArrayList<>();
        }
        List<Proposal> alike = new ArrayList<>();
        for (Proposal other : ProposalTable.alike(tx, user, asked.number(), 0, ALIKE_MAX)) {
            if (other.number() != asked.number()
                    && creator.equals(firstCreator(other.matches().getFirst()))) {
                alike.add(other);
            }
        }
        return alike;
    }

    private static @Nullable ExternalId firstCreator(Match match) {
        List<Finding.Creator> creators = match.finding().creators();
        return creators.isEmpty() ? null : creators.getFirst().id();
    }

    /** It is none of them. The item stays as it was told, and is not asked for again before long. */
    public void reject(UserId user, long number) {
        database.write(tx -> {
            waiting(tx, user, number);
            ProposalTable.answer(tx, user, number, Proposal.State.REJECTED, now());
            return true;
        });
    }

    /** A rejected proposal waits again. */
    public void reopen(UserId user, long number) {
        database.write(tx -> {
            Proposal proposal = known(tx, user, number);
            if (proposal.state() != Proposal.State.REJECTED) {
                throw new Refusal("proposal " + number + " was not rejected, it is "
                        + proposal.state().word() + "; what was accepted is undone in the ledger");
            }
            ProposalTable.answer(tx, user, number, Proposal.State.WAITING, now());
            return true;
        });
    }

    private static Proposal waiting(Tx tx, UserId user, long number) {
        Proposal proposal = known(tx, user, number);
        if (proposal.state() != Proposal.State.WAITING) {
            throw new Refusal("proposal " + number + " was " + proposal.state().word() + " before; reload the list");
        }
        return proposal;
    }

    private static Proposal known(Tx tx, UserId user, long number) {
        return ProposalTable.find(tx, user, number)
                .orElseThrow(() -> new Refusal("there is no proposal with the number " + number));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
