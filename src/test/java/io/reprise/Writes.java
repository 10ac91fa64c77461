package io.reprise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The SQL statements in our strings that change rows: who writes which table. */
final class Writes {
    /** What the log, its payloads and the ledger may still have deleted from them, and where. */
    private static final Map<String, Set<String>> DELETING = Map.of(
            "scrobble", Set.of("ErasureTable"),
            "payload_row", Set.of("ErasureTable", "PayloadTable"),
            "payload_block", Set.of("ErasureTable", "PayloadTable"),
            "decision", Set.of("ErasureTable"));

    private static final Pattern TABLE = Pattern.compile("(?i)create table (?:if not exists )?(\\w+)");
    private static final Pattern WRITE =
            Pattern.compile("(?is)\\b(insert\\s+(?:or\\s+\\w+\\s+)?into|replace\\s+into|merge\\s+into|delete\\s+from"
                    + "|copy(?=\\s+\\w+\\s*(?:\\(|from\\b))|update(?=\\s+\\w+\\s+set\\b|\\s+$))\\s+(\\w*)");

    private Writes() {}

    record Write(Source where, String verb, String table) {
        boolean isDeletion() {
            return verb.startsWith("delete");
        }

        boolean isInsertion() {
            return verb.equals("insert into") || verb.equals("copy");
        }

        @Override
        public String toString() {
            return where.path().getFileName() + ": " + verb + " " + table;
        }
    }

    static Set<String> tables(Collection<String> migrations) {
        Set<String> tables = new TreeSet<>();
        migrations.forEach(sql -> TABLE.matcher(sql).results().forEach(found -> tables.add(found.group(1))));
        return tables;
    }

    /**
     * All writes of a file to these tables. A statement that joins its table's name in, as {@code "delete from " +
     * name}, writes every table whose bare name is a string of the same room.
     */
    static List<Write> in(Source source, Collection<Source> room, Set<String> tables) {
        List<Write> writes = new ArrayList<>();
        for (String string : source.strings()) {
            for (MatchResult found : WRITE.matcher(string).results().toList()) {
                String verb = found.group(1).toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
                if (tables.contains(found.group(2))) {
                    writes.add(new Write(source, verb, found.group(2)));
                } else if (found.group(2).isEmpty()) {
                    bareNames(room, tables).forEach(table -> writes.add(new Write(source, verb, table)));
                }
            }
        }
        return writes;
    }

    private static Set<String> bareNames(Collection<Source> room, Set<String> tables) {
        Set<String> names = new TreeSet<>();
        room.forEach(
                source -> source.strings().stream().filter(tables::contains).forEach(names::add));
        return names;
    }

    static List<String> writtenByTwoRooms(Collection<Write> writes) {
        Map<String, Map<String, String>> writers = new TreeMap<>();
        writes.forEach(write -> writers.computeIfAbsent(write.table(), table -> new TreeMap<>())
                .putIfAbsent(write.where().room(), write.toString()));
        return writers.entrySet().stream()
                .filter(table -> table.getValue().size() > 1)
                .map(table -> table.getKey() + " is written by " + table.getValue())
                .toList();
    }

    static List<String> outsideTableClasses(Collection<Write> writes) {
        return writes.stream()
                .filter(write -> !write.where().name().endsWith("Table"))
                .map(write -> write + ": SQL belongs in the ...Table class of the room that owns the table")
                .toList();
    }

    static List<String> changesOfTheBooks(Collection<Write> writes) {
        return writes.stream()
                .filter(write -> !isAllowed(write))
                .map(write -> write + ": the books are append-only")
                .toList();
    }

    private static boolean isAllowed(Write write) {
        Set<String> deleting = DELETING.get(write.table());
        if (deleting == null || write.isInsertion()) {
            return true;
        }
        return write.isDeletion() && deleting.contains(write.where().name());
    }
}
