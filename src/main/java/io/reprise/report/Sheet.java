package io.reprise.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of an answer: rows with a cell for each column, and the picture that shows the same numbers. {@code word} and
 * the columns' words are names for programs (lower case, underscores).
 */
public record Sheet(String word, String title, List<Column> columns, List<List<Cell>> rows, Optional<Picture> picture) {
    /** The most rows one answer gives. */
    public static final int ROWS_MAX = 1000;

    /** A column by its name for programs and its heading for people. */
    public record Column(String word, String title) {}

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        Set<String> words = new HashSet<>();
        for (Column column : columns) {
            if (!words.add(column.word())) {
                throw new IllegalArgumentException("the table " + word + " has two columns " + column.word());
            }
        }
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of the table " + word + " has " + row.size() + " cells for " + columns.size());
            }
        }
        if (rows.size() > ROWS_MAX) {
            throw new IllegalArgumentException("the table " + word + " has " + rows.size() + " rows");
        }
        picture.ifPresent(shown -> shown.words().stream()
                .filter(named -> !words.contains(named))
                .forEach(named -> {
                    throw new IllegalArgumentException("the picture of " + word + " names no column: " + named);
                }));
    }

    /** Begins a table: {@code columns} are words and titles in turn. */
    static Maker of(String word, String title, String... columns) {
        return new Maker(word, title, columns);
    }

    /** The place of the column with this word. */
    public int place(String column) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).word().equals(column)) {
                return place;
            }
        }
        throw new IllegalArgumentException("the table " + word + " has no column " + column);
    }

    /** Gathers the rows of a table; for one thread. */
    static final class Maker {
        private final String word;
        private final String title;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Cell>> rows = new ArrayList<>();

        private Maker(String word, String title, String... columns) {
            this.word = word;
            this.title = title;
            for (int i = 0; i < columns.length; i += 2) {
                this.columns.add(new Column(columns[i], columns[i + 1]));
            }
        }

        void row(Cell... cells) {
            rows.add(List.of(cells));
        }

        Sheet end() {
            return new Sheet(word, title, columns, rows, Optional.empty());
        }

        Sheet end(Picture picture) {
            return new Sheet(word, title, columns, rows, Optional.of(picture));
        }
    }
}
