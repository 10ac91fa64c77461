package io.reprise.playlist;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.history.Unfinished;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The values of fields, each read off the plays once, when a rule or an order first asks for it. Not thread-safe. */
final class Values {
    private static final int MILLISECONDS = 1_000;

    private final Sight sight;
    private final History history;
    private final Names names;
    private final Clock clock;
    private final CountedPlays items;
    private final CountedPlays ofContainers;
    private final Counted ofCreators;
    private int @Nullable [] containers;

    Values(Sight sight) {
        this.sight = sight;
        this.history = sight.history();
        this.names = history.names();
        this.clock = new Clock(history);
        this.items = new CountedPlays(sight, true);
        this.ofContainers = new CountedPlays(sight, false);
        this.ofCreators = new CountedByCreator(items, this::creator, names.lastCreator() + 1);
    }

    Sight sight() {
        return sight;
    }

    Clock clock() {
        return clock;
    }

    /** The values of a field that is a number, a truth or a date; what is missing stays missing here. */
    Column column(Field field) {
        Sight.Told told = sight.told();
        return switch (field.measure()) {
            case YEAR -> item -> positive(told.facts().year(item));
            case LENGTH -> item -> positive(names.length(item));
            case PLAYS, COMPLETED -> plays(field.scope());
            case LISTENED -> listened(field.scope());
            case FIRST_PLAYED -> time(field.scope(), counted(field.scope()).first());
            case LAST_PLAYED -> time(field.scope(), counted(field.scope()).last());
            case PARTIAL -> unfinished(false);
            case SKIPS -> unfinished(true);
            case FRACTION -> fraction();
            case RATING -> opinion(field.scope(), Said::stars);
            case SCORE -> opinion(field.scope(), Said::score);
            case RATED_AT -> opinion(field.scope(), Said::ratedAt);
            case LOVED -> opinion(field.scope(), Said::loved);
            case LOVED_AT -> opinion(field.scope(), Said::lovedAt);
            case SEASON -> Numbered.seasons(names);
            case EPISODE -> Numbered.episodes(names);
            case RELEASED -> this::released;
            case RANDOM, UNHELD_NUMBER, UNHELD_FLAG, UNHELD_DATE, PLAYED -> item -> Column.MISSING;
            case KIND, TITLE, CREATOR, CONTAINER, CONTAINER_CREDIT, GENRE, COUNTRY, TAG, SOURCE, ID, UNHELD_WORDS ->
                throw new IllegalArgumentException(field + " is text and no number");
        };
    }

    /** Plays by what this scope says: items, the containers played from, the first creator credited. */
    Counted counted(Scope scope) {
        return switch (scope) {
            case ITEM -> items;
            case CREATOR -> ofCreators;
            case CONTAINER, ALBUM, SERIES, FEED -> ofContainers;
        };
    }

    CountedPlays items() {
        return items;
    }

    /** The key under which an item is counted in this scope; 0 where there is none. */
    IntUnaryOperator key(Scope scope) {
        if (scope == Scope.ITEM) {
            return item -> item;
        }
        if (scope == Scope.CREATOR) {
            return this::creator;
        }
        int[] of = containers();
        return item -> held(scope, of[item]);
    }

    private int held(Scope scope, int container) {
        return container != 0 && scope.holds(names.containerKind(container)) ? container : 0;
    }

    private int creator(int item) {
        return names.creditCount(item) == 0 ? 0 : names.creator(item, 0);
    }

    /** The container that one item was last played from, as {@link #key} of all tells it; quicker for a few items. */
    int container(int item) {
        int last = items.last()[item];
        int told = containers == null && last >= 0 ? history.container(last) : 0;
        return held(Scope.CONTAINER, told == 0 ? containers()[item] : told);
    }

    /** The container that each item was last played from, up to now; 0 where there is none. */
    private int[] containers() {
        int[] made = containers;
        if (made == null) {
            made = containersOfLast();
            addUnfinished(made);
            containers = made;
        }
        return made;
    }

    /** Most last plays were told with a container; all plays are gone over only where one was not. */
    private int[] containersOfLast() {
        int[] last = items.last();
        int[] plays = items.plays();
        int[] of = new int[last.length];
        BitSet left = new BitSet();
        for (int item = 1; item < last.length; item++) {
            of[item] = last[item] < 0 ? 0 : history.container(last[item]);
            left.set(item, of[item] == 0 && plays[item] != 0);
        }
        for (int i = 0; i < sight.end() && !left.isEmpty(); i++) {
            int container = history.container(i);
            if (container != 0 && left.get(history.item(i))) {
                of[history.item(i)] = container;
            }
        }
        return of;
    }

    /** Of items that were never played to their end, what was told of the pieces. */
    private void addUnfinished(int[] of) {
        Unfinished told = sight.told().unfinished();
        for (int i = 0; i < told.size(); i++) {
            int item = told.item(i) > names.lastItem() ? 0 : names.canonicalItem(told.item(i));
            int container = told.container(i);
            if (of[item] == 0 && told.at(i) <= sight.now() && container <= names.lastContainer()) {
                of[item] = names.canonicalContainer(container);
            }
        }
    }

    private Column plays(Scope scope) {
        int[] plays = counted(scope).plays();
        IntUnaryOperator key = key(scope);
        return item -> {
            int of = key.applyAsInt(item);
            return of == 0 ? Column.MISSING : positive(plays[of]);
        };
    }

    private Column listened(Scope scope) {
        long[] seconds = counted(scope).seconds();
        int[] plays = counted(scope).plays();
        IntUnaryOperator key = key(scope);
        return item -> {
            int of = key.applyAsInt(item);
            return of == 0 || plays[of] == 0 ? Column.MISSING : (double) seconds[of] * MILLISECONDS;
        };
    }

    private Column time(Scope scope, int[] indices) {
        IntUnaryOperator key = key(scope);
        return item -> {
            int of = key.applyAsInt(item);
            return of == 0 || indices[of] < 0 ? Column.MISSING : clock.time(indices[of]);
        };
    }

    private Column opinion(Scope scope, Function<Said, Column> what) {
        Column told = what.apply(sight.told().opinions().of(scope.sort()));
        IntUnaryOperator key = key(scope);
        return scope == Scope.ITEM ? told : item -> told.of(key.applyAsInt(item));
    }

    /** How much of the item a play took, at the mean. */
    private Column fraction() {
        long[] seconds = items.seconds();
        int[] plays = items.plays();
        return item -> names.length(item) == 0 || plays[item] == 0 || seconds[item] == 0
                ? Column.MISSING
                : Math.min(1, (double) seconds[item] / plays[item] / names.length(item));
    }

    /** How often the item was broken off or skipped; missing where nothing at all was told of it by then. */
    private Column unfinished(boolean skipped) {
        int[] times = unfinished(skipped, Long.MIN_VALUE);
        int[] plays = items.plays();
        return item -> times[item] == 0 && plays[item] == 0 ? Column.MISSING : times[item];
    }

    /** The same from this second on. */
    int[] unfinished(boolean skipped, long since) {
        Unfinished told = sight.told().unfinished();
        int[] times = new int[names.lastItem() + 1];
        for (int i = 0; i < told.size(); i++) {
            boolean isThen = told.at(i) <= sight.now() && told.at(i) >= since;
            if (isThen && told.skipped(i) == skipped && told.item(i) <= names.lastItem()) {
                times[names.canonicalItem(told.item(i))]++;
            }
        }
        return times;
    }

    private double released(int item) {
        Optional<Operand> date = TimeWords.date(sight.told().facts().released(item));
        return date.isPresent() && date.get() instanceof Operand.Days(String text, LocalDate first, LocalDate last)
                ? clock.startOf(first)
                : Column.MISSING;
    }

    private static double positive(int amount) {
        return amount > 0 ? amount : Column.MISSING;
    }
}
