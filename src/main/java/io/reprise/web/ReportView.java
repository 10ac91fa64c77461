package io.reprise.web;

import io.reprise.report.About;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One report's page in words; {@code api} is the address of the same answer for programs. */
record ReportView(
        Head head,
        RangeSwitch range,
        List<RangeSwitch.Choice> kinds,
        Form form,
        List<Number> figures,
        List<Table> tables,
        String api) {
    /** The range in words, the report, the name of what alone it is about (or empty), and what it found. */
    record Head(String above, About about, String of, String sentence) {}

    /** The report's options, sent to {@code path} with what else the address says. */
    record Form(String path, List<RangeSwitch.Kept> kept, List<Field> fields) {}

    /** One option: a number between two bounds, or one of some words. */
    record Field(String name, String title, String value, int min, int max, List<String> words) {}

    record Number(String text, String title) {}

    /** A table, and how it is drawn (null: not at all). */
    record Table(String word, String title, @Nullable Drawn drawn, List<Heading> headings, List<List<Entry>> rows) {
        String id() {
            return "table-" + word;
        }
    }

    /** A drawing by the places of columns; {@code by} is empty where nothing is told apart. */
    record Drawn(String shape, int along, String measured, String by) {
        boolean isMap() {
            return shape.equals("map");
        }
    }

    /** The head of a column; one of short words stays on one line. */
    record Heading(String title, boolean isNumber, boolean isShort) {
        String css() {
            return isNumber ? "n" : isShort ? "short" : "";
        }
    }

    /** A cell: what one reads, its number for the drawing (or empty), where it leads, and whom it is credited to. */
    record Entry(String text, String value, @Nullable String href, String credit) {}

    boolean hasMap() {
        return tables.stream().map(Table::drawn).anyMatch(drawn -> drawn != null && drawn.isMap());
    }

    String address(Table table) {
        return api.replace("format=tables", "format=csv") + "&table=" + table.word();
    }
}
