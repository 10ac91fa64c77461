package io.reprise.web;

import io.reprise.rating.Held;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinion;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Scale;
import io.reprise.rating.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of a thing, in words, on the scale that they chose. */
final class Feelings {
    private static final int HISTORY_SHOWN_MAX = 50;
    private static final int STEPS_MAX = 10;

    private Feelings() {}

    static OpinionView view(Visit visit, String path, Held held, Scale scale) {
        Score score = held.score().orElse(null);
        return new OpinionView(
                path,
                held.love(),
                score == null ? null : stand(score, scale),
                asking(score, scale),
                held.tags().stream().map(event -> said(visit, event)).toList(),
                held.notes().stream().map(event -> said(visit, event)).toList(),
                history(visit, held, scale));
    }

    /** The rating on the chosen scale, and as it was given where that says something else. */
    private static String stand(Score score, Scale scale) {
        String shown = scale.text(score);
        String told = Scale.number(score.told()) + "/" + Scale.number(score.most());
        return shown.equals(told) ? shown : shown + " (given as " + told + ")";
    }

    private static OpinionView.Asking asking(@Nullable Score score, Scale scale) {
        if (scale.least() < 0) {
            return new OpinionView.Asking(List.of(), "", null);
        }
        double now = score == null ? 0 : scale.of(score);
        if (scale.most() / scale.step() > STEPS_MAX) {
            OpinionView.Number number = new OpinionView.Number(
                    score == null ? "" : Scale.number(now), Scale.number(scale.most()), Scale.number(scale.step()));
            return new OpinionView.Asking(List.of(), "", number);
        }
        String css = scale.equals(Scale.HALF_STARS) ? "stars halves" : scale.equals(Scale.STARS) ? "stars" : "marks";
        List<OpinionView.Step> steps = new ArrayList<>();
        for (double step = scale.least(); step <= scale.most(); step += scale.step()) {
            String word = Scale.number(step);
            steps.add(new OpinionView.Step(
                    word, word + " of " + Scale.number(scale.most()), css.equals("marks") ? word : "★", step <= now));
        }
        return new OpinionView.Asking(steps, css, null);
    }

    private static OpinionView.Said said(Visit visit, RatingEvent event) {
        String when = moment(visit, event);
        return switch (event.opinion()) {
            case Opinion.Tag(var tag) -> new OpinionView.Said(event.number(), tag, when, TagsPage.of(tag));
            case Opinion.Note(var note) -> new OpinionView.Said(event.number(), note, when, null);
            case Opinion.Rate rate -> new OpinionView.Said(event.number(), "", when, null);
            case Opinion.Undo undo -> new OpinionView.Said(event.number(), "", when, null);
        };
    }

    private static String moment(Visit visit, RatingEvent event) {
        return event.at() == 0 ? "at some time" : ImportWords.moment(visit, event.at());
    }

    private static List<OpinionView.Past> history(Visit visit, Held held, Scale scale) {
        Map<Long, RatingEvent> events = new HashMap<>();
        held.history().forEach(event -> events.put(event.number(), event));
        return held.history().stream()
                .limit(HISTORY_SHOWN_MAX)
                .map(event -> new OpinionView.Past(
                        event.number(),
                        moment(visit, event),
                        what(event, scale, events),
                        !event.undone(),
                        !event.undone() && !(event.opinion() instanceof Opinion.Undo)))
                .toList();
    }

    private static String what(RatingEvent event, Scale scale, Map<Long, RatingEvent> events) {
        return switch (event.opinion()) {
            case Opinion.Rate(Score score) ->
                score.isLove() ? score.told() >= Loves.LOVED ? "loved" : "hated" : "rated " + stand(score, scale);
            case Opinion.Tag(String tag) -> "tagged " + tag;
            case Opinion.Note(String note) -> "noted: " + note;
            case Opinion.Undo(long undone) -> {
                RatingEvent before = events.get(undone);
                yield before != null && !(before.opinion() instanceof Opinion.Undo)
                        ? "took back: " + what(before, scale, events)
                        : "took something back";
            }
        };
    }
}
