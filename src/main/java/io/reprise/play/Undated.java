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

    private final Duplicates rule;

    private Undated(List<List<Candidate>> groups, Duplicates rule) {
        this.rule = rule;
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
    static List<List<Candidate>> joined(List<List<Candidate>> groups, Duplicates rule) {
        return new Undated(groups, rule).joined();
    }

    static boolean isUndated(Candidate candidate) {
        return candidate.play().at() == Play.UNDATED;
    }

    private List<List<Candidate>> joined() {
        List<List<Candidate>> joined = new ArrayList<>();
        dated.forEach(group -> joined.add(new ArrayList<>(group)));
        List<List<Candidate>> left = new ArrayList<>();
        undated.forEach((origin, plays) -> {
            List<Integer> covering = covering(origin, plays.size(), joined);
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
    private List<Integer> covering(int origin, int count, List<List<Candidate>> joined) {
        Set<Integer> others = new TreeSet<>();
        dated.forEach(
                group -> group.forEach(candidate -> others.add(candidate.play().origin())));
        for (int other : others) {
            List<Integer> free = new ArrayList<>();
            for (int i = 0; i < dated.size() && free.size() < count; i++) {
                if (tells(other, dated.get(i)) && mayTell(origin, joined.get(i))) {
                    free.add(i);
                }
            }
            if (free.size() == count) {
                return free;
            }
        }
        return List.of();
    }

    /** Each play joins the first group that its origin may tell of and tells nothing of yet. */
    private List<List<Candidate>> sideBySide(List<List<Candidate>> origins) {
        List<List<Candidate>> groups = new ArrayList<>();
        for (List<Candidate> plays : origins) {
            for (Candidate play : plays) {
                groups.stream()
                        .filter(group -> mayTell(play.play().origin(), group))
                        .findFirst()
                        .ifPresentOrElse(group -> group.add(play), () -> groups.add(new ArrayList<>(List.of(play))));
            }
        }
        return groups;
    }

    private boolean mayTell(int origin, List<Candidate> group) {
        return group.stream()
                .noneMatch(candidate -> rule.isApart(origin, candidate.play().origin()));
    }

    private static boolean tells(int origin, List<Candidate> group) {
        return group.stream().anyMatch(candidate -> candidate.play().origin() == origin);
    }
}
