package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.SubjectKind;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What authorities told of the things of one kind, as arrays with one entry for each thing that an id is tied to. Of
 * several facts of one thing the surest id comes first, then the newest; each word is taken from the first that says
 * it. Filled in the order of numbers, read-only afterwards.
 */
final class FactColumns {
    private static final Comparator<Told> SUREST = Comparator.comparingDouble(Told::confidence)
            .reversed()
            .thenComparing(told -> -told.fact().toldAt())
            .thenComparing(told -> told.fact().id().toString())
            .thenComparing(told -> told.fact().source());
    private static final int MONTH_DIGITS = 100;

    private record Told(double confidence, Fact fact) {}

    private final Words genreWords;
    private final Words countryWords = new Words();
    private final Texts sortNames = new Texts(0);
    private final Texts aliases = new Texts(0);
    private int[] numbers = new int[0];
    private int[] seconds = new int[0];
    private int[] released = new int[0];
    private int[] countries = new int[0];
    private int[] genreEnds = new int[0];
    private int[] aliasEnds = new int[0];
    private int[] genres = new int[0];
    private int genreCount;
    private int size;

    private final List<Told> open = new ArrayList<>();
    private int openNumber;

    FactColumns(Words genreWords) {
        this.genreWords = genreWords;
    }

    static FactColumns read(Tx tx, UserId user, SubjectKind kind, Words genreWords) throws SQLException {
        FactColumns columns = new FactColumns(genreWords);
        FactRows.linked(tx, user, kind, columns::take);
        columns.end();
        return columns;
    }

    void take(int number, double confidence, Fact fact) {
        if (number != openNumber) {
            end();
            openNumber = number;
        }
        open.add(new Told(confidence, fact));
    }

    /** Ends the entry that is open. */
    void end() {
        if (!open.isEmpty()) {
            add(open.stream().sorted(SUREST).map(Told::fact).toList());
            open.clear();
        }
    }

    private void add(List<Fact> facts) {
        if (size == numbers.length) {
            grow(size + size / 4 + 64);
        }
        numbers[size] = openNumber;
        seconds[size] = facts.stream()
                .map(Fact::seconds)
                .filter(length -> length != null)
                .findFirst()
                .orElse(0);
        released[size] = packed(first(facts.stream().map(Fact::released)));
        countries[size] = countryWords.number(first(facts.stream().map(Fact::country)));
        sortNames.add(first(facts.stream().map(Fact::sortName)));
        addGenres(facts);
        facts.stream()
                .flatMap(fact -> Stream.concat(Stream.of(fact.name()), fact.aliases().stream()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(aliases::add);
        aliasEnds[size] = aliases.size();
        size++;
    }

    private static String first(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private void addGenres(List<Fact> facts) {
        List<String> told = facts.stream()
                .map(Fact::genres)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
        for (String genre : told) {
            if (genreCount == genres.length) {
                genres = Arrays.copyOf(genres, genreCount + genreCount / 4 + 64);
            }
            genres[genreCount++] = genreWords.number(genre.toLowerCase(Locale.ROOT));
        }
        genreEnds[size] = genreCount;
    }

    private void grow(int capacity) {
        numbers = Arrays.copyOf(numbers, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        released = Arrays.copyOf(released, capacity);
        countries = Arrays.copyOf(countries, capacity);
        genreEnds = Arrays.copyOf(genreEnds, capacity);
        aliasEnds = Arrays.copyOf(aliasEnds, capacity);
    }

    /** 2016-04-23 as 20160423, 2016 as 20160000, nothing as 0. */
    private static int packed(String date) {
        String[] parts = date.isEmpty() ? new String[0] : date.split("-");
        int packed = 0;
        for (int place = 0; place < 3; place++) {
            packed = packed * MONTH_DIGITS + (place < parts.length ? Integer.parseInt(parts[place]) : 0);
        }
        return packed;
    }

    int size() {
        return size;
    }

    int number(int entry) {
        return numbers[entry];
    }

    int seconds(int entry) {
        return seconds[entry];
    }

    int released(int entry) {
        return released[entry];
    }

    String country(int entry) {
        return countryWords.get(countries[entry]);
    }

    String sortName(int entry) {
        return sortNames.get(entry);
    }

    int genreCount(int entry) {
        return genreEnds[entry] - genresBegin(entry);
    }

    int genre(int entry, int place) {
        return genres[genresBegin(entry) + place];
    }

    private int genresBegin(int entry) {
        return entry == 0 ? 0 : genreEnds[entry - 1];
    }

    List<String> aliases(int entry) {
        List<String> names = new ArrayList<>();
        for (int at = entry == 0 ? 0 : aliasEnds[entry - 1]; at < aliasEnds[entry]; at++) {
            names.add(aliases.get(at));
        }
        return names;
    }

    long weight() {
        return 24L * numbers.length
                + 4L * genres.length
                + sortNames.byteCount()
                + aliases.byteCount()
                + countryWords.weight();
    }
}
