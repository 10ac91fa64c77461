package io.reprise.rating;

import io.reprise.media.Fold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user thinks of one thing as it holds now: the last rating (null for none), love ({@link Loves#LOVED}, hated or
 * none), the tags and notes, oldest first; and all that was ever said of it, newest first.
 */
public record Held(
        @Nullable RatingEvent rating,
        int love,
        List<RatingEvent> tags,
        List<RatingEvent> notes,
        List<RatingEvent> history) {
    public Held {
        tags = List.copyOf(tags);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
    }

    /** From everything that was said of it, newest first. */
    static Held of(List<RatingEvent> history) {
        List<RatingEvent> holding =
                history.stream().filter(event -> !event.undone()).toList();
        Map<String, RatingEvent> tags = new LinkedHashMap<>();
        for (RatingEvent event : holding.reversed()) {
            if (event.opinion() instanceof Opinion.Tag(var text)) {
                tags.putIfAbsent(Fold.fold(text), event);
            }
        }
        return new Held(
                holding.stream().filter(Held::isRating).findFirst().orElse(null),
                holding.stream()
                        .filter(event -> Loves.score(event) != Loves.NONE)
                        .findFirst()
                        .map(Loves::score)
                        .orElse(Loves.NONE),
                List.copyOf(tags.values()),
                holding.reversed().stream()
                        .filter(event -> event.opinion() instanceof Opinion.Note)
                        .toList(),
                history);
    }

    /** The score of the rating that holds. */
    public Optional<Score> score() {
        return rating != null && rating.opinion() instanceof Opinion.Rate(var score)
                ? Optional.of(score)
                : Optional.empty();
    }

    private static boolean isRating(RatingEvent event) {
        return event.opinion() instanceof Opinion.Rate(var score) && !score.isLove();
    }
}
