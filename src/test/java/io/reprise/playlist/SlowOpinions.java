package io.reprise.playlist;

import io.reprise.history.Names;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import java.util.ArrayList;
import java.util.List;

/** What holds of things, looked for in all that was ever said; things are named by their numbers as keys. */
record SlowOpinions(List<RatingEvent> events, Names names, long asOf) {
    /** What was said by then of one of these canonical things, and not taken back by then. */
    List<RatingEvent> standing(Rated.Sort sort, List<Object> about) {
        return events.stream()
                .filter(event ->
                        event.at() <= asOf && event.about().sort() == sort && about.contains(canonical(event.about())))
                .filter(event -> events.stream()
                        .noneMatch(other -> other.at() <= asOf
                                && other.opinion() instanceof Opinion.Undo(long undone)
                                && undone == event.number()))
                .toList();
    }

    private int canonical(Rated about) {
        int number = (int) about.itemKey();
        return switch (about.sort()) {
            case ITEM -> number > names.lastItem() ? 0 : names.canonicalItem(number);
            case CREATOR -> number > names.lastCreator() ? 0 : names.canonicalCreator(number);
            case CONTAINER -> number > names.lastContainer() ? 0 : names.canonicalContainer(number);
        };
    }

    static List<Object> tags(List<RatingEvent> standing) {
        List<Object> tags = new ArrayList<>();
        standing.forEach(event -> {
            if (event.opinion() instanceof Opinion.Tag(String text)) {
                tags.add(text);
            }
        });
        return tags;
    }

    static List<Object> opinion(Measure measure, List<RatingEvent> standing) {
        boolean ofLove = measure == Measure.LOVED || measure == Measure.LOVED_AT;
        List<RatingEvent> given = standing.stream()
                .filter(event ->
                        event.opinion() instanceof Opinion.Rate && (Loves.score(event) != Loves.NONE) == ofLove)
                .toList();
        if (given.isEmpty()) {
            return List.of();
        }
        RatingEvent last = given.getLast();
        int value = ((Opinion.Rate) last.opinion()).score().value();
        return switch (measure) {
            case SCORE -> List.of((double) value);
            case RATING -> List.of(value == 0 ? 0.0 : Math.max(1.0, Math.floor(value / 20.0 + 0.5)));
            case LOVED -> List.of(Loves.score(last) == Loves.LOVED ? 1.0 : 0.0);
            case LOVED_AT -> Loves.score(last) == Loves.LOVED ? List.of((double) last.at()) : List.of();
            default -> List.of((double) last.at());
        };
    }
}
