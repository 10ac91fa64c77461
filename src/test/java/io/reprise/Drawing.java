package io.reprise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rooms and doors as ARCHITECTURE.md draws them, and what the code does that the drawing does not say. */
record Drawing(Map<String, Set<String>> rooms) {
    private static final String HEADING = "## Rooms and doors";
    private static final String FENCE = "```";

    /** Reads the first fenced block under the heading: one room a line, {@code room -> room room}. */
    static Drawing read(String architecture) {
        int heading = architecture.indexOf(HEADING);
        int begin = architecture.indexOf(FENCE, heading);
        int end = architecture.indexOf(FENCE, begin + 1);
        if (heading < 0 || begin < 0 || end < 0) {
            throw new IllegalArgumentException("expected a fenced block under \"" + HEADING + "\"");
        }
        String block = architecture.substring(architecture.indexOf('\n', begin) + 1, end);
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        for (String line : block.lines().filter(line -> !line.isBlank()).toList()) {
            String[] sides = line.split("->", -1);
            String room = sides[0].strip();
            Set<String> entered = sides.length < 2 || sides[1].isBlank()
                    ? Set.of()
                    : Set.copyOf(List.of(sides[1].strip().split("\\s+")));
            if (sides.length > 2 || room.contains(" ") || rooms.put(room, entered) != null) {
                throw new IllegalArgumentException("expected `room -> room room`, each room once, and found: " + line);
            }
        }
        return new Drawing(rooms);
    }

    /** Doors that lead to a room drawn below, or to none at all. */
    List<String> upward() {
        List<String> faults = new ArrayList<>();
        Set<String> above = new TreeSet<>();
        rooms.forEach((room, entered) -> {
            entered.stream()
                    .filter(to -> !above.contains(to))
                    .forEach(to -> faults.add(room + " -> " + to + ": no room of that name is drawn above " + room));
            above.add(room);
        });
        return faults;
    }

    List<String> meetings() {
        List<String> faults = new ArrayList<>();
        rooms.forEach((room, entered) -> entered.stream()
                .filter(to -> room.startsWith(Rooms.ADAPTERS) && to.startsWith(Rooms.ADAPTERS))
                .forEach(to -> faults.add(room + " -> " + to + ": adapters never meet")));
        return faults;
    }

    /** Rooms of the code that are not drawn, and drawn rooms that the code does not have. */
    List<String> strangers(Set<String> existing) {
        List<String> faults = new ArrayList<>();
        existing.stream()
                .filter(room -> !rooms.containsKey(room))
                .forEach(room -> faults.add(room + ": a room that ARCHITECTURE.md does not draw"));
        rooms.keySet().stream()
                .filter(room -> !existing.contains(room))
                .forEach(room -> faults.add(room + ": drawn in ARCHITECTURE.md, but no class lives there"));
        return faults;
    }

    /** Doors used and not drawn, and doors drawn and not used. */
    List<String> wrongDoors(Map<String, Map<String, String>> used) {
        List<String> faults = new ArrayList<>();
        rooms.forEach((room, entered) -> {
            Map<String, String> steps = used.getOrDefault(room, Map.of());
            steps.forEach((to, example) -> {
                if (!entered.contains(to)) {
                    faults.add(room + " -> " + to + ": used, not drawn (" + example + ")");
                }
            });
            entered.stream()
                    .filter(to -> !steps.containsKey(to))
                    .sorted()
                    .forEach(to -> faults.add(room + " -> " + to + ": drawn, not used"));
        });
        return faults;
    }
}
