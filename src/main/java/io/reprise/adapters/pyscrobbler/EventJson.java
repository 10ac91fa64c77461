package io.reprise.adapters.pyscrobbler;

import io.reprise.rating.Opinion;
import io.reprise.rating.RatingEvent;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events as JSON, in pyscrobbler's members. */
final class EventJson {
    private static final String DATE = "date";

    private EventJson() {}

    static Map<String, @Nullable Object> of(RatingEvent event) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", event.opinion().word());
        json.put("number", event.number());
        json.put("title", event.about().title());
        json.put("kind", event.about().kind().word());
        json.put(
                "scrobble",
                event.about().scrobble() == 0 ? null : (Long) event.about().scrobble());
        json.put("position", event.about().position());
        json.put(DATE, time(event.at()));
        switch (event.opinion()) {
            case Opinion.Rate(var score) -> {
                json.put("rating", score.told());
                json.put("scale", score.most());
                json.put("value", score.value());
            }
            case Opinion.Tag(var text) -> json.put("tag", text);
            case Opinion.Note(var text) -> json.put("note", text);
            case Opinion.Undo(var undone) -> json.put("undone", undone);
        }
        return json;
    }

    static List<Map<String, @Nullable Object>> events(List<RatingEvent> events, int limit) {
        return events.stream().limit(limit).map(EventJson::of).toList();
    }

    static List<Map<String, @Nullable Object>> scrobs(List<Fresh> scrobbles) {
        return scrobbles.stream().map(EventJson::scrob).toList();
    }

    private static Map<String, @Nullable Object> scrob(Fresh fresh) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Long at = fresh.scrobble().at();
        json.put("type", "scrob");
        json.put("number", fresh.scrobble().number());
        json.put("item_id", Recent.itemId(fresh));
        json.put("artist", fresh.told().mention().credit().text());
        json.put("title", fresh.told().mention().title());
        json.put("kind", fresh.told().mention().kind().word());
        json.put("state", state(fresh.told().verb()));
        json.put("duration", fresh.told().activeSeconds());
        json.put("item_duration", fresh.told().mention().length());
        json.put(DATE, at == null ? null : time(at));
        return json;
    }

    private static String state(Verb verb) {
        return switch (verb) {
            case PLAYED, FINISH, STOP -> "finished";
            case START -> "started";
            case PROGRESS -> "progress";
            case SKIP -> "skipped";
        };
    }

    /** Both sorts in one list, newest first. */
    static List<Map<String, @Nullable Object>> all(
            List<Map<String, @Nullable Object>> scrobs, List<RatingEvent> events, int limit) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(scrobs);
        all.addAll(events(events, limit));
        Function<Map<String, @Nullable Object>, String> date = json -> String.valueOf(json.get(DATE));
        all.sort(Comparator.comparing(date).reversed());
        return all.stream().limit(limit).toList();
    }

    private static String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}
