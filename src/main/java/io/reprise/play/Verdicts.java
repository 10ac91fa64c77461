package io.reprise.play;

import io.reprise.catalog.Decision;
import io.reprise.catalog.DecisionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the tellings of one item that lie together in time: sittings first, then duplicates across origins, then what
 * the user decided. What an import that was undone brought is as though it had never been told. The answer depends on
 * the set alone, never on the order of arrival.
 */
final class Verdicts {
    private Verdicts() {}

    /**
     * What the user decided: about single plays, by number, which import runs were undone, and by which rule to fold.
     */
    record Decided(Map<Long, Decision> plays, Set<Integer> retractedRuns, Duplicates rule) {
        boolean isRetracted(Telling telling) {
            return retractedRuns.contains(telling.run());
        }
    }

    static Map<Long, Play> judge(List<Telling> all, Decided decided) {
        List<Telling> tellings =
                all.stream().filter(telling -> !decided.isRetracted(telling)).toList();
        Map<Long, Decision> about = new HashMap<>(decided.plays());
        about.keySet().retainAll(tellings.stream().map(Telling::number).toList());
        Map<Long, Play> plays = judge(tellings, about, decided.rule());
        all.stream()
                .filter(decided::isRetracted)
                .forEach(telling -> plays.put(telling.number(), telling.judged(Reason.RETRACTED, null)));
        return plays;
    }

    private static Map<Long, Play> judge(List<Telling> tellings, Map<Long, Decision> decided, Duplicates rule) {
        Map<Long, Play> plays = new HashMap<>();
        Map<Integer, List<Telling>> pieces = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Telling telling : tellings) {
            if (telling.verb().isPiece()) {
                pieces.computeIfAbsent(telling.origin(), origin -> new ArrayList<>())
                        .add(telling);
            } else {
                candidates.add(Candidate.ofPlayed(telling));
                plays.put(telling.number(), telling.judged(Reason.COUNTED, null));
            }
        }
        pieces.values().forEach(ofOrigin -> candidates.addAll(Sittings.judge(ofOrigin, plays)));
        candidates.removeIf(candidate -> isDecided(decided, candidate.play(), DecisionKind.KEEP_PLAY));
        rule.groups(candidates).forEach(group -> settle(group, decided, plays));
        decided.forEach((number, decision) -> plays.computeIfPresent(
                number,
                (same, play) -> decision.kind() == DecisionKind.KEEP_PLAY
                        ? play.judged(Reason.COUNTED, null, play.seconds())
                        : removed(play)));
        return plays;
    }

    /** The first of a group counts, the others are duplicates of it; where the user removed one, none counts. */
    private static void settle(List<Candidate> group, Map<Long, Decision> decided, Map<Long, Play> plays) {
        Play stands = group.stream()
                .map(Candidate::play)
                .filter(play -> isDecided(decided, play, DecisionKind.REMOVE_PLAY))
                .findFirst()
                .orElse(group.getFirst().play());
        for (Candidate candidate : group) {
            Play play = candidate.play();
            if (play.number() != stands.number()) {
                plays.put(play.number(), play.judged(Reason.DUPLICATE, stands.number(), play.seconds()));
            }
        }
    }

    private static Play removed(Play play) {
        return play.isCounted() || play.reason() == Reason.DUPLICATE
                ? play.judged(Reason.REMOVED, null, play.seconds())
                : play;
    }

    private static boolean isDecided(Map<Long, Decision> decided, Play play, DecisionKind kind) {
        Decision decision = decided.get(play.number());
        return decision != null && decision.kind() == kind;
    }
}
