package io.reprise.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plays of an unknown date (interpretation, ladder 6): they match no time, so one origin's undated plays of an item are
 * those of another only where that one knows the dates of at least as many. Of the undated ones that are left, two
 * origins tell of the same as far as their numbers go. Both counts know nothing of the order of arrival.
 */
final class Undated {
    private final List<List<Candidate>> dated = new ArrayList<>();
    private final Map<Integer, List<Candidate>> undated = new TreeMap<>();

    private Undated(List<List<Candidate>> groups) {
        for (List<Candidate> group : groups) {
            if (group.stream().allMatch(Undated::isUndated)) {
                group.forEach(
                        candidate -> undated.computeIfAbsent(candidate.play().origin(), origin -> new ArrayList<>())
                                .add(candidate));
            } else {
                dated.add(group);
            }
        }
        dated.sort(Comparator.comparing(List::getFirst, Duplicates.BEST_TOLD));
        undated.values().forEach(plays -> plays.sort(Duplicates.BEST_TOLD));
    }

    /** Joins undated plays to those of other origins; the groups given are of one item. */
    static List<List<Candidate>> joined(List<List<Candidate>> groups) {
        return new Undated(groups).joined();
    }

    static boolean isUndated(Candidate candidate) {
        return candidate.play().at() == Play.UNDATED;
    }

    private List<List<Candidate>> joined() {
        List<List<Candidate>> joined = new ArrayList<>();
        dated.forEach(group -> joined.add(new ArrayList<>(group)));
        List<List<Candidate>> left = new ArrayList<>();
        undated.forEach((origin, plays) -> {
            List<Integer> covering = covering(origin, plays.size());
            for (int i = 0; i < covering.size(); i++) {
                joined.get(covering.get(i)).add(plays.get(i));
            }
            if (covering.isEmpty()) {
                left.add(plays);
            }
        });
        joined.addAll(sideBySide(left));
        joined.forEach(group -> group.sort(Duplicates.BEST_TOLD));
        return joined;
    }

    /** So many dated groups that one other origin told and this one did not; none where no other tells of enough. */
    private List<Integer> covering(int origin, int count) {
        Set<Integer> others = new TreeSet<>();
        dated.forEach(
                group -> group.forEach(candidate -> others.add(candidate.play().origin())));
        for (int other : others) {
            List<Integer> free = new ArrayList<>();
            for (int i = 0; i < dated.size() && free.size() < count; i++) {
                if (tells(other, dated.get(i)) && !tells(origin, dated.get(i))) {
                    free.add(i);
                }
            }
            if (free.size() == count) {
                return free;
            }
        }
        return List.of();
    }

    private static List<List<Candidate>> sideBySide(List<List<Candidate>> origins) {
        List<List<Candidate>> groups = new ArrayList<>();
        for (List<Candidate> plays : origins) {
            for (int i = 0; i < plays.size(); i++) {
                if (i == groups.size()) {
                    groups.add(new ArrayList<>());
                }
                groups.get(i).add(plays.get(i));
            }
        }
        return groups;
    }

    private static boolean tells(int origin, List<Candidate> group) {
        return group.stream().anyMatch(candidate -> candidate.play().origin() == origin);
    }
}
