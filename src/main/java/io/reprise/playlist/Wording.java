package io.reprise.playlist;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * The texts of fields. Few creators, containers and origins stand for many items, so whether a text fits is asked once
 * for each of them. Not thread-safe.
 */
final class Wording {
    private final Values values;
    private final Sight sight;
    private final Names names;

    Wording(Values values) {
        this.values = values;
        this.sight = values.sight();
        this.names = sight.names();
    }

    /** What a field of text says of an item. */
    IntFunction<List<String>> texts(Field field) {
        Sight.Told told = sight.told();
        return switch (field.measure()) {
            case KIND -> item -> List.of(names.kind(item).word());
            case TITLE -> item -> List.of(names.title(item));
            case CREATOR -> this::creators;
            case CONTAINER -> container(field.scope(), names::containerTitle);
            case CONTAINER_CREDIT -> container(field.scope(), names::containerCredit);
            case GENRE -> told.facts()::genres;
            case COUNTRY -> told.facts()::countries;
            case TAG -> {
                Said said = told.opinions().of(field.scope().sort());
                IntUnaryOperator key = values.key(field.scope());
                yield item -> said.tags(key.applyAsInt(item));
            }
            case SOURCE -> this::sources;
            case ID -> item -> told.ids().getOrDefault(field.scheme(), Map.of()).getOrDefault(item, List.of());
            default -> item -> List.of();
        };
    }

    private List<String> creators(int item) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.creditCount(item); i++) {
            all.add(names.creatorName(names.creator(item, i)));
        }
        if (all.size() > 1) {
            all.add(names.creditText(item));
        }
        return all;
    }

    private IntFunction<List<String>> container(Scope scope, IntFunction<String> text) {
        IntUnaryOperator container = values.key(scope);
        return item -> {
            int of = container.applyAsInt(item);
            String told = of == 0 ? "" : text.apply(of);
            return told.isEmpty() ? List.of() : List.of(told);
        };
    }

    /** Who told of the item; goes over all plays, so it is for few items. */
    private List<String> sources(int item) {
        BitSet origins = new BitSet();
        History history = sight.history();
        for (int i = 0; i < sight.end(); i++) {
            if (history.item(i) == item) {
                origins.set(history.origin(i));
            }
        }
        return origins.stream().mapToObj(this::origin).distinct().toList();
    }

    private String origin(int number) {
        var origin = sight.history().origins().get(number);
        return origin == null ? "" : origin.label();
    }

    /** Whether any text of the field fits. */
    IntPredicate fitting(Field field, TextTest fits) {
        return switch (field.measure()) {
            case KIND -> kinds(fits);
            case CREATOR -> creditedTo(fits);
            case CONTAINER -> remembered(values.key(field.scope()), names.lastContainer(), names::containerTitle, fits);
            case CONTAINER_CREDIT ->
                remembered(values.key(field.scope()), names.lastContainer(), names::containerCredit, fits);
            case SOURCE -> toldBy(fits);
            case TITLE -> fits.ofTitles(names);
            default -> {
                IntFunction<List<String>> texts = texts(field);
                yield item -> texts.apply(item).stream().anyMatch(fits);
            }
        };
    }

    private IntPredicate kinds(TextTest fits) {
        boolean[] fitting = new boolean[Byte.MAX_VALUE];
        for (MediaKind kind : MediaKind.values()) {
            fitting[kind.code()] = fits.test(kind.word()) || fits.test(kind.plural());
        }
        return item -> fitting[names.kindCode(item)];
    }

    private IntPredicate creditedTo(TextTest fits) {
        Memory memory = new Memory(names.lastCreator(), names::creatorName, fits);
        return item -> {
            int credits = names.creditCount(item);
            for (int i = 0; i < credits; i++) {
                if (memory.fits(names.creator(item, i))) {
                    return true;
                }
            }
            return credits > 1 && fits.test(names.creditText(item));
        };
    }

    private static IntPredicate remembered(IntUnaryOperator key, int last, IntFunction<String> text, TextTest fits) {
        Memory memory = new Memory(last, text, fits);
        return item -> {
            int of = key.applyAsInt(item);
            return of != 0 && memory.fits(of);
        };
    }

    private IntPredicate toldBy(TextTest fits) {
        History history = sight.history();
        int most = history.origins().keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        Memory memory = new Memory(most, this::origin, fits);
        boolean[] told = new boolean[names.lastItem() + 1];
        for (int i = 0; i < sight.end(); i++) {
            if (memory.fits(history.origin(i))) {
                told[history.item(i)] = true;
            }
        }
        return item -> told[item];
    }

    /** What was found of each number, asked once. */
    private static final class Memory {
        private final byte[] known;
        private final IntFunction<String> text;
        private final TextTest fits;

        Memory(int last, IntFunction<String> text, TextTest fits) {
            this.known = new byte[last + 1];
            this.text = text;
            this.fits = fits;
        }

        boolean fits(int number) {
            if (known[number] == 0) {
                String told = text.apply(number);
                known[number] = (byte) (!told.isEmpty() && fits.test(told) ? 1 : 2);
            }
            return known[number] == 1;
        }
    }
}
