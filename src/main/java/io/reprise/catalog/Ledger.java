package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Book two: every decision about identity, appended and never changed. All methods run inside the caller's step;
 * numbers have no gaps. A decision that makes no sense is a {@link Refusal}.
 */
public final class Ledger {
    /** The subject of every decision about the rule for duplicates. */
    public static final long DUPLICATE_RULE = 1;

    private final InstantSource clock;

    public Ledger(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Who decides, why, how sure (from 0 to 1, which is a person's) and on which evidence; all of it is shown beside
     * the decision for ever.
     */
    public record Author(String by, String because, double confidence, String evidence) {
        /** A person, who needs no evidence. */
        public Author(String by, String because) {
            this(by, because, Decision.CERTAIN, "");
        }
    }

    /** Something to be said of a thing, and by whom. */
    public record Asked(Thing thing, Ruling ruling, Author author) {}

    /** From now on {@code subject} is {@code object}. Returns the decision's number. */
    public long merge(Tx tx, UserId user, SubjectKind kind, int subject, int object, Author author)
            throws SQLException {
        if (!kind.isMergeable()) {
            throw new Refusal("items, creators and containers can be merged, a " + kind.word() + " cannot");
        }
        for (int number : new int[] {subject, object}) {
            if (!CatalogTable.exists(tx, user, kind, number)) {
                throw new Refusal("there is no " + kind.word() + " with the number " + number + " in this library");
            }
        }
        Map<Integer, Integer> before = pointers(tx, user, kind);
        if (before.getOrDefault(subject, subject).equals(before.getOrDefault(object, object))) {
            throw new Refusal("the " + kind.word() + "s " + subject + " and " + object + " are merged already");
        }
        Decision draft = Decision.of(author.by(), DecisionKind.MERGE, kind, subject, (long) object, author.because());
        new Demands(tx, user).unsplit(draft);
        long number = append(tx, user, draft.grounded(author.confidence(), author.evidence()));
        move(tx, user, kind, before);
        return number;
    }

    /** Says this of a thing. Returns the decision's number; refuses what makes no sense or is said already. */
    public long decide(Tx tx, UserId user, Thing thing, Ruling ruling, Author author) throws SQLException {
        Deciding deciding = deciding(tx, user);
        long number = deciding.decide(thing, ruling, author);
        deciding.end();
        return number;
    }

    /**
     * Says all of these in one step, as {@link #decide} would one by one, but leaves out what is said already. Refuses
     * all where one makes no sense. Returns the decisions' numbers.
     */
    public List<Long> decideAll(Tx tx, UserId user, List<Asked> asked) throws SQLException {
        Deciding deciding = deciding(tx, user);
        deciding.lookUp(asked);
        List<Long> numbers = new ArrayList<>();
        for (Asked one : asked) {
            if (!deciding.isSaid(one.thing(), one.ruling())) {
                numbers.add(deciding.decide(one.thing(), one.ruling(), one.author()));
            }
        }
        deciding.end();
        return numbers;
    }

    /** Two things that are the same, and who says so. */
    public record Same(int subject, int object, Author author) {}

    /** Merges all of these in one step, and leaves out those that are one already. Returns the decisions' numbers. */
    public List<Long> mergeAll(Tx tx, UserId user, SubjectKind kind, List<Same> pairs) throws SQLException {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Map<Integer, Integer> before = pointers(tx, user, kind);
        Map<Integer, Integer> now = new HashMap<>(before);
        List<Long> numbers = new ArrayList<>();
        for (Same pair : pairs) {
            Decision draft = Decision.of(
                    pair.author().by(),
                    DecisionKind.MERGE,
                    kind,
                    pair.subject(),
                    (long) pair.object(),
                    pair.author().because());
            new Demands(tx, user).unsplit(draft);
            int from = Pointers.root(now, pair.subject());
            int into = Pointers.root(now, pair.object());
            if (from != into) {
                now.put(from, into);
                numbers.add(append(
                        tx,
                        user,
                        draft.grounded(pair.author().confidence(), pair.author().evidence())));
            }
        }
        move(tx, user, kind, before);
        return numbers;
    }

    private Deciding deciding(Tx tx, UserId user) throws SQLException {
        return new Deciding(tx, user, clock.instant().getEpochSecond(), undone(tx, user));
    }

    /** Takes a decision back by appending the undo; an undo can be undone. Returns the undone decision. */
    public Decision undo(Tx tx, UserId user, long decision, Author author) throws SQLException {
        Decision target = DecisionTable.after(tx, user, decision - 1, 1).stream()
                .filter(row -> row.number() == decision)
                .findFirst()
                .orElseThrow(() -> new Refusal("there is no decision " + decision + " in this ledger"));
        if (root(tx, user, target).subjectKind() == SubjectKind.RUN) {
            throw new Refusal("decision " + decision + " is about an import run as a whole, import run "
                    + root(tx, user, target).subject() + "; undo or redo that run instead");
        }
        if (undone(tx, user).contains(decision)) {
            throw new Refusal("decision " + decision + " was undone before; undo that undo to have it hold again");
        }
        Undoing undoing = new Undoing(tx, user, clock.instant().getEpochSecond());
        undoing.take(decision, root(tx, user, target), author);
        undoing.end();
        return target;
    }

    /**
     * Takes back all of these in the order in which they come, as {@link #undo} would one by one, but leaves out what
     * is undone already. Refuses all where something stands in the way of one. None of them is an undo or about an
     * import run as a whole. Answers how many were taken back.
     */
    public int undoAll(Tx tx, UserId user, List<Decision> targets, Author author) throws SQLException {
        Set<Long> undone = undone(tx, user);
        List<Decision> holding = targets.stream()
                .filter(target -> !undone.contains(target.number()))
                .toList();
        Undoing undoing = new Undoing(tx, user, clock.instant().getEpochSecond());
        for (Decision target : holding) {
            undoing.take(target.number(), target, author);
        }
        undoing.end();
        return holding.size();
    }

    static Decision undoing(long decision, Author author) {
        return Decision.of(author.by(), DecisionKind.UNDO, SubjectKind.DECISION, decision, null, author.because());
    }

    /** Whether a decision no longer holds. */
    public boolean isUndone(Tx tx, UserId user, long decision) throws SQLException {
        return undone(tx, user).contains(decision);
    }

    /** What an undo is about in the end: the decision itself where it is none, else that which it and others undo. */
    public Decision root(Tx tx, UserId user, Decision decision) throws SQLException {
        Decision at = decision;
        while (at.kind() == DecisionKind.UNDO) {
            Decision undo = at;
            // An undo has a greater number than what it undoes, so this comes to an end.
            at = DecisionTable.after(tx, user, at.subject() - 1, 1).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "undo " + undo.number() + " names no decision; the ledger is broken, run doctor"));
        }
        return at;
    }

    /** Nothing of this import run counts from now on. Refuses a run that is retracted already. */
    public long retract(Tx tx, UserId user, int run, Author author) throws SQLException {
        if (retracted(tx, user).contains(run)) {
            throw new Refusal("import run " + run + " is undone already");
        }
        return append(
                tx,
                user,
                Decision.of(author.by(), DecisionKind.RETRACT_RUN, SubjectKind.RUN, run, null, author.because()));
    }

    /**
     * What this import run brought counts again, by an undo of what retracts it. Refuses a run that is not retracted.
     */
    public void restore(Tx tx, UserId user, int run, Author author) throws SQLException {
        Set<Long> undone = undone(tx, user);
        List<Decision> holding = DecisionTable.about(tx, user, SubjectKind.RUN, List.of((long) run)).stream()
                .filter(decision -> !undone.contains(decision.number()))
                .toList();
        if (holding.isEmpty()) {
            throw new Refusal("import run " + run + " is not undone, so there is nothing to redo");
        }
        for (Decision decision : holding) {
            append(tx, user, undoing(decision.number(), author));
        }
    }

    /** Every import run that a decision was ever made about, whether it holds or not. */
    public Set<Integer> decidedRuns(Tx tx, UserId user) throws SQLException {
        return DecisionTable.about(tx, user, SubjectKind.RUN).stream()
                .map(decision -> Math.toIntExact(decision.subject()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The import runs of which nothing counts, by the decisions that hold. */
    public Set<Integer> retracted(Tx tx, UserId user) throws SQLException {
        List<Decision> about = DecisionTable.about(tx, user, SubjectKind.RUN);
        if (about.isEmpty()) {
            return Set.of();
        }
        Set<Long> undone = undone(tx, user);
        return about.stream()
                .filter(decision -> !undone.contains(decision.number()))
                .map(decision -> Math.toIntExact(decision.subject()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Appends a decision about one play: {@link DecisionKind#REMOVE_PLAY} or {@link DecisionKind#KEEP_PLAY}. */
    public long decidePlay(Tx tx, UserId user, DecisionKind kind, long scrobble, Author author) throws SQLException {
        return append(tx, user, Decision.of(author.by(), kind, SubjectKind.PLAY, scrobble, null, author.because()));
    }

    /** What holds about these plays: the latest decision about each that was not undone. */
    public Map<Long, Decision> verdicts(Tx tx, UserId user, Collection<Long> scrobbles) throws SQLException {
        if (scrobbles.isEmpty() || !DecisionTable.any(tx, user, SubjectKind.PLAY)) {
            return Map.of();
        }
        Map<Long, Decision> verdicts = new HashMap<>();
        Set<Long> undone = undone(tx, user);
        for (Decision decision : DecisionTable.about(tx, user, SubjectKind.PLAY, scrobbles)) {
            if (!undone.contains(decision.number())) {
                verdicts.put(decision.subject(), decision);
            }
        }
        return verdicts;
    }

    /** From now on duplicates are found by this rule, which the room of plays can read. */
    public long setDuplicateRule(Tx tx, UserId user, String rule, Author author) throws SQLException {
        return append(
                tx,
                user,
                new Decision(
                        0,
                        0,
                        author.by(),
                        DecisionKind.DUPLICATE_RULE,
                        SubjectKind.RULE,
                        DUPLICATE_RULE,
                        null,
                        rule,
                        author.confidence(),
                        author.because(),
                        author.evidence()));
    }

    /** The rule for duplicates that holds: the latest that was not undone; empty where the user chose none. */
    public Optional<Decision> duplicateRule(Tx tx, UserId user) throws SQLException {
        List<Decision> rules = DecisionTable.about(tx, user, SubjectKind.RULE);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> undone = undone(tx, user);
        return rules.stream()
                .filter(decision -> !undone.contains(decision.number()))
                .max(Comparator.comparingLong(Decision::number));
    }

    /** The last decision that made the rule for duplicates what it is, or an undo of one; empty where none was made. */
    public Optional<Decision> lastOfDuplicateRule(Tx tx, UserId user) throws SQLException {
        List<Decision> rules = DecisionTable.about(tx, user, SubjectKind.RULE);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> about = rules.stream().map(Decision::number).collect(Collectors.toCollection(HashSet::new));
        long last = rules.getLast().number();
        for (Pointers.Undo undo : DecisionTable.undos(tx, user)) {
            if (about.contains(undo.subject())) {
                about.add(undo.number());
                last = Math.max(last, undo.number());
            }
        }
        return DecisionTable.after(tx, user, last - 1, 1).stream().findFirst();
    }

    /** The ledger from one decision on, in order, at most {@code limit}. */
    public List<Decision> after(Tx tx, UserId user, long after, int limit) throws SQLException {
        return DecisionTable.after(tx, user, after, limit);
    }

    /** Drops the catalog, which is a reading of the log; the decisions stay. Part of a rebuild. */
    public void clearReadings(Tx tx, UserId user) throws SQLException {
        CatalogTable.clear(tx, user);
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        head.items = 0;
        head.creators = 0;
        head.containers = 0;
        head.epoch++;
        CatalogHeadTable.store(tx, user, head);
        Makings.remake(tx, user);
    }

    /** Writes everything that the ledger says of things anew; the end of a rebuild. */
    public void recomputeAll(Tx tx, UserId user) throws SQLException {
        recomputeReadings(tx, user);
    }

    static void recomputeReadings(Tx tx, UserId user) throws SQLException {
        for (SubjectKind kind : SubjectKind.THINGS) {
            CatalogTable.setCanonical(tx, user, kind, pointers(tx, user, kind));
        }
        new Identities(tx, user, undone(tx, user)).recomputeAll();
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        head.creators = Math.max(head.creators, CatalogTable.last(tx, user, SubjectKind.CREATOR));
        head.containers = Math.max(head.containers, CatalogTable.last(tx, user, SubjectKind.CONTAINER));
        head.epoch++;
        head.facts++;
        CatalogHeadTable.store(tx, user, head);
    }

    /** Writes the pointers that are not as they were before. */
    static void move(Tx tx, UserId user, SubjectKind kind, Map<Integer, Integer> before) throws SQLException {
        Map<Integer, Integer> changed = new HashMap<>(pointers(tx, user, kind));
        changed.entrySet().removeIf(now -> now.getValue().equals(before.get(now.getKey())));
        CatalogTable.setCanonical(tx, user, kind, changed);
    }

    /** What every number that was ever merged points to, by the decisions that hold. */
    static Map<Integer, Integer> pointers(Tx tx, UserId user, SubjectKind kind) throws SQLException {
        List<Pointers.Merge> merges = DecisionTable.merges(tx, user, kind);
        return merges.isEmpty() ? Map.of() : Pointers.of(merges, undone(tx, user));
    }

    static Set<Long> undone(Tx tx, UserId user) throws SQLException {
        return Pointers.undone(DecisionTable.undos(tx, user));
    }

    private long append(Tx tx, UserId user, Decision draft) throws SQLException {
        return insert(tx, user, draft.numbered(0, clock.instant().getEpochSecond()));
    }

    /** Gives the decision the next number. */
    static long insert(Tx tx, UserId user, Decision decision) throws SQLException {
        return write(tx, user, decision.numbered(CatalogHeadTable.nextDecision(tx, user), decision.decidedAt()));
    }

    /** Writes a decision that has its number, and answers that. */
    static long write(Tx tx, UserId user, Decision decision) throws SQLException {
        MultiInsert rows = DecisionTable.rows(tx);
        DecisionTable.add(rows, user, decision);
        rows.flush();
        return decision.number();
    }
}
