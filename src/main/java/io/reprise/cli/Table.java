package io.reprise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows with their columns aligned; long texts are cut, since the whole of them is in the JSON. */
final class Table {
    private static final int CELL_COLUMNS_MAX = 48;
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
        return Columns.cut(text.replaceAll("\\p{Cntrl}+", " "), CELL_COLUMNS_MAX);
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String pad = " ".repeat(widths[i] - Columns.of(row.get(i)));
            line.append(i == 0 ? "" : GAP).append(numbers.contains(i) ? pad + row.get(i) : row.get(i) + pad);
        }
        return line.toString().stripTrailing();
    }
}
