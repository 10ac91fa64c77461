package io.reprise.playlist;

import io.reprise.account.UserId;
import io.reprise.history.History;
import io.reprise.media.ExternalId;
import io.reprise.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers what is in a list: now, or as it was at an earlier moment. Thread-safe. */
public final class Evaluator {
    /** The most items that one answer gives, and that another list gives to a rule or a mix. */
    public static final int ITEMS_MAX = 10_000;

    private static final int LISTS_DEEP_MAX = 5;
    private static final Definition EVERYTHING = Definition.read("{\"all\": []}");

    private final Playlists playlists;
    private final Gatherer gatherer;

    public Evaluator(Database database, Playlists playlists) {
        this.playlists = playlists;
        this.gatherer = new Gatherer(database);
    }

    /**
     * Which part of a list, and as of when: {@code asOf} in epoch seconds (UTC), null for all that is known; the seed
     * of chance, empty for the list's own; {@code limit} (1 to {@value #ITEMS_MAX}) items after the first
     * {@code offset}; whether reasons are told.
     */
    public record Question(@Nullable Long asOf, String seed, int offset, int limit, boolean why) {
        public Question {
            if (!seed.isEmpty() && !seed.matches("daily|weekly|-?\\d{1,18}")) {
                throw new IllegalArgumentException("a seed is daily, weekly or a whole number, not " + seed);
            }
            if (offset < 0 || limit < 1 || limit > ITEMS_MAX) {
                throw new IllegalArgumentException("an answer gives 1 to " + ITEMS_MAX + " items, not " + limit);
            }
        }

        /** The first so many, as it is now. */
        public static Question first(int limit) {
            return new Question(null, "", 0, limit, false);
        }
    }

    /** A rule as a line says it, and what the item has (empty where it has nothing). */
    public record Reason(String rule, String found) {}

    /**
     * A canonical item, the container it was last played from (0 for none), how often and when it was last played
     * (epoch seconds, UTC) up to then, its outside ids, and why it is here.
     */
    public record Entry(
            int item, int container, int plays, @Nullable Long lastPlayed, List<ExternalId> ids, List<Reason> why) {
        private Entry with(List<ExternalId> told) {
            return new Entry(item, container, plays, lastPlayed, told, why);
        }
    }

    /**
     * A part of a list: how many items the whole has, how many fit its rules before it is cut, and notes on what was
     * passed over.
     */
    public record Answer(List<Entry> entries, int total, int matched, List<String> notes) {}

    /** Evaluates a definition over this user's history. */
    public Answer answer(UserId user, History history, Definition definition, Question question) {
        Run run = new Run(user, history, question.asOf());
        Evaluation evaluation = run.evaluation(definition);
        Evaluation.Found found = run.found(evaluation, definition, question);
        List<String> notes = new ArrayList<>(definition.words().passedOver().stream()
                .map(name -> "the member " + name + " means nothing here and was passed over")
                .toList());
        notes.addAll(run.notes);
        Map<Integer, List<ExternalId>> ids = gatherer.ids(user, found.items(), history.names());
        List<Entry> entries = entries(evaluation, definition, found.items(), question.why()).stream()
                .map(entry -> entry.with(ids.getOrDefault(entry.item(), List.of())))
                .toList();
        return new Answer(entries, found.total(), found.matched(), List.copyOf(notes));
    }

    private static List<Entry> entries(Evaluation evaluation, Definition definition, int[] items, boolean why) {
        Values values = evaluation.values();
        Counted counted = values.counted(Scope.ITEM);
        Why.Teller teller = why
                ? new Why(values, definition.bounds().countsUnknownDates()).of(definition.rule())
                : (item, into) -> {};
        List<Entry> entries = new ArrayList<>(items.length);
        for (int item : items) {
            List<Reason> reasons = new ArrayList<>();
            teller.tell(item, reasons);
            int last = counted.last()[item];
            entries.add(new Entry(
                    item,
                    values.container(item),
                    counted.plays()[item],
                    last < 0 ? null : (Long) values.clock().time(last),
                    List.of(),
                    reasons));
        }
        return entries;
    }

    /** One evaluation and those of the lists it names, over one history. */
    private final class Run {
        private final UserId user;
        private final History history;
        private final @Nullable Long asOf;
        private final Set<String> open = new HashSet<>();
        private final List<String> notes = new ArrayList<>();

        Run(UserId user, History history, @Nullable Long asOf) {
            this.user = user;
            this.history = history;
            this.asOf = asOf;
        }

        Evaluation evaluation(Definition definition) {
            Gatherer.Moment moment = new Gatherer.Moment(history, asOf, playlists.now());
            return new Evaluation(definition, gatherer.sight(user, moment, Needs.of(definition), this::items));
        }

        Evaluation.Found found(Evaluation evaluation, Definition definition, Question question) {
            if (definition.mix().isEmpty()) {
                return evaluation.part(question.offset(), question.limit(), question.seed());
            }
            List<int[]> lists = definition.mix().stream()
                    .map(part -> items(part.list()).orElse(new int[0]))
                    .toList();
            return evaluation.mixed(lists, question.offset(), question.limit());
        }

        private Optional<int[]> items(String id) {
            if (open.size() >= LISTS_DEEP_MAX || !open.add(id)) {
                notes.add("the list " + id + " asks for itself, or lists lie more than " + LISTS_DEEP_MAX
                        + " deep in each other; it counts as empty there");
                return Optional.empty();
            }
            try {
                Optional<Playlist> list = id(id).flatMap(known -> playlists.find(user, known));
                if (list.isEmpty()) {
                    notes.add("there is no list " + id + " here; it counts as empty");
                }
                return list.map(this::itemsOf);
            } finally {
                open.remove(id);
            }
        }

        private int[] itemsOf(Playlist list) {
            Definition definition = list.definition();
            if (definition == null) {
                return gatherer.items(user, list.tracks(), history.names());
            }
            return found(evaluation(definition), definition, new Question(asOf, "", 0, ITEMS_MAX, false))
                    .items();
        }

        private static Optional<UUID> id(String text) {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** What is known of the tracks of an ordinary list, by their places; a track that was never played is left out. */
    public Map<Integer, Entry> tracks(UserId user, History history, List<Track> tracks) {
        Map<Integer, Integer> places = gatherer.places(user, tracks, history.names());
        Run run = new Run(user, history, null);
        Evaluation evaluation = run.evaluation(EVERYTHING);
        int[] items = places.values().stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, List<ExternalId>> ids = gatherer.ids(user, items, history.names());
        List<Entry> entries = entries(evaluation, EVERYTHING, items, false);
        Map<Integer, Entry> told = new HashMap<>();
        int at = 0;
        for (int place : places.keySet()) {
            Entry entry = entries.get(at++);
            told.put(place, entry.with(ids.getOrDefault(entry.item(), List.of())));
        }
        return told;
    }
}
