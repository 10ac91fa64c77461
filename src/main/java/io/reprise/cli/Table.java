package io.reprise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows with their columns aligned; long texts are cut, since the whole of them is in the JSON. */
final class Table {
    private static final int CELL_CHARS_MAX = 48;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> numbers;

    /** {@code numbers}: the columns that stand to the right, counted from 0. */
    Table(Set<Integer> numbers) {
        this.numbers = Set.copyOf(numbers);
    }

    void add(List<String> cells) {
        rows.add(cells.stream().map(Table::cut).toList());
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        int chars = line.codePointCount(0, line.length());
        return chars <= CELL_CHARS_MAX ? line : line.substring(0, line.offsetByCodePoints(0, CELL_CHARS_MAX - 1)) + "…";
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String pad = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i == 0 ? "" : GAP).append(numbers.contains(i) ? pad + row.get(i) : row.get(i) + pad);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
