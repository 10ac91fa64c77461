package io.reprise.adapters.reprise;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.Fact;
import io.reprise.catalog.LedgerCopy;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.ToldEpisode;
import io.reprise.media.ExternalId;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Score;
import io.reprise.resolve.CreditRule;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes decisions, facts, lists of episodes, rules and opinions as lines of our export, which
 * {@link RepriseExportFile} reads back. What they are about is named by its content, since numbers are each library's
 * own; {@code docs/export.md} lists the members. Thread-safe.
 */
public final class LedgerJson {
    private final ScrobbleLog log;

    public LedgerJson(ScrobbleLog log) {
        this.log = log;
    }

    /** Whose library is read, and the step in which it is. */
    public record Library(Tx tx, UserId user) {}

    /** Writes the members of one decision into the object that is open. */
    public void decision(JsonGenerator json, Library library, Decision decision) throws SQLException {
        json.writeNumberProperty("decision", decision.number());
        json.writeStringProperty("type", decision.kind().word());
        json.writeStringProperty("at", time(decision.decidedAt()));
        json.writeStringProperty("by", decision.by());
        json.writeStringProperty("because", decision.because());
        if (!decision.evidence().isEmpty()) {
            json.writeStringProperty("evidence", decision.evidence());
        }
        switch (decision.kind()) {
            case MERGE -> {
                json.writeStringProperty("of", decision.subjectKind().word());
                named(json, library, "from", decision.subjectKind(), decision.subject());
                named(json, library, "into", decision.subjectKind(), decision.object());
            }
            case UNDO -> json.writeNumberProperty("undoes", decision.subject());
            case REMOVE_PLAY, KEEP_PLAY -> play(json, library, decision.subject());
            case DUPLICATE_RULE -> json.writeStringProperty("rule", decision.content());
            case RETRACT_RUN -> json.writeNumberProperty("run", decision.subject());
            case LINK, UNLINK, RENAME, RECREDIT, MOVE, IGNORE, SPLIT -> {
                json.writeStringProperty("of", decision.subjectKind().word());
                named(json, library, "thing", decision.subjectKind(), decision.subject());
                json.writeNumberProperty("confidence", decision.confidence());
                LedgerCopy.ruling(decision).ifPresent(ruling -> RulingJson.write(json, ruling));
            }
        }
    }

    private static void named(
            JsonGenerator json, Library library, String member, SubjectKind kind, @Nullable Long number)
            throws SQLException {
        var found = number == null
                ? java.util.Optional.<LedgerCopy.Named>empty()
                : LedgerCopy.named(library.tx(), library.user(), kind, number);
        if (found.isPresent()) {
            json.writeObjectPropertyStart(member);
            json.writeStringProperty("key", key(found.get().key()));
            json.writeStringProperty("name", found.get().name());
            json.writeEndObject();
        }
    }

    /** Names a play by when it was, its item, and who told of it. */
    private void play(JsonGenerator json, Library library, long number) throws SQLException {
        ScrobbleLog.Entry entry = log.find(library.tx(), library.user(), number).orElse(null);
        if (!(entry instanceof ScrobbleLog.Entry.Read(var fresh, var payload))) {
            return;
        }
        json.writeObjectPropertyStart("play");
        Long at = fresh.scrobble().at();
        if (at != null) {
            json.writeStringProperty("at", time(at));
        }
        json.writeStringProperty("item", key(fresh.itemKey()));
        json.writeStringProperty("title", fresh.told().mention().title());
        Map<Integer, Origin> origins = log.origins(library.tx(), library.user());
        Origin origin = origins.get(fresh.scrobble().origin());
        if (origin != null) {
            json.writeObjectPropertyStart("origin");
            json.writeStringProperty("protocol", origin.protocol());
            json.writeStringProperty("client", origin.client());
            json.writeStringProperty("account", origin.account());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes the members of one fact into the object that is open; what was not told is left out. */
    public void fact(JsonGenerator json, Fact fact) {
        json.writeStringProperty("fact", fact.id().toString());
        json.writeStringProperty("source", fact.source());
        json.writeStringProperty("at", time(fact.toldAt()));
        told(json, "name", fact.name());
        told(json, "sort_name", fact.sortName());
        if (fact.seconds() != null) {
            json.writeNumberProperty("seconds", fact.seconds().intValue());
        }
        told(json, "released", fact.released());
        told(json, "country", fact.country());
        told(json, "genres", fact.genres());
        told(json, "aliases", fact.aliases());
    }

    /** Writes the members of one rule for names into the object that is open. */
    public void rule(JsonGenerator json, CreditRule rule) {
        json.writeStringProperty("name_rule", rule.kind().word());
        json.writeStringProperty("name", rule.name());
        told(json, "into", rule.into());
    }

    /** Writes the members of one list of episodes into the object that is open. */
    public void episodes(JsonGenerator json, EpisodeList list) {
        json.writeStringProperty("episodes", list.show().toString());
        json.writeStringProperty("at", time(list.toldAt()));
        json.writeBooleanProperty("ended", list.ended());
        json.writeArrayPropertyStart("list");
        for (ToldEpisode episode : list.episodes()) {
            json.writeStartObject();
            json.writeStringProperty("id", episode.id().toString());
            json.writeStringProperty("place", episode.place().toString());
            told(json, "title", episode.title());
            LocalDate day = episode.airing().day();
            Long at = episode.airing().at();
            Integer seconds = episode.seconds();
            told(json, "day", day == null ? "" : day.toString());
            told(json, "at", at == null ? "" : time(at));
            if (seconds != null) {
                json.writeNumberProperty("seconds", seconds.intValue());
            }
            told(
                    json,
                    "elsewhere",
                    episode.elsewhere().stream()
                            .map(ToldEpisode.Place::toString)
                            .toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void told(JsonGenerator json, String member, String text) {
        if (!text.isEmpty()) {
            json.writeStringProperty(member, text);
        }
    }

    private static void told(JsonGenerator json, String member, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeArrayPropertyStart(member);
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    /** Writes the members of one rating, tag or undo into the object that is open. */
    public void opinion(JsonGenerator json, Library library, RatingEvent event) throws SQLException {
        json.writeNumberProperty("opinion", event.number());
        json.writeStringProperty("type", event.opinion().word());
        json.writeStringProperty("at", time(event.at()));
        if (event.about().sort() != Rated.Sort.ITEM) {
            json.writeStringProperty("of", event.about().sort().word());
        }
        json.writeStringProperty("kind", event.about().kind().word());
        json.writeStringProperty("item", key(event.about().itemKey()));
        json.writeStringProperty("title", event.about().title());
        if (!event.about().credit().isEmpty()) {
            json.writeStringProperty("credit", event.about().credit());
        }
        ExternalId id = event.about().id();
        if (id != null) {
            json.writeStringProperty("id", id.toString());
        }
        Double position = event.about().position();
        if (position != null) {
            json.writeNumberProperty("position", position.doubleValue());
        }
        switch (event.opinion()) {
            case Opinion.Rate(Score score) -> {
                json.writeNumberProperty("rating", score.told());
                json.writeNumberProperty("least", score.least());
                json.writeNumberProperty("scale", score.most());
            }
            case Opinion.Tag(String text) -> json.writeStringProperty("tag", text);
            case Opinion.Note(String text) -> json.writeStringProperty("note", text);
            case Opinion.Undo(long undone) -> json.writeNumberProperty("undoes", undone);
        }
        if (event.about().scrobble() > 0) {
            play(json, library, event.about().scrobble());
        }
    }

    private static String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }

    private static String key(long key) {
        return HexFormat.of().toHexDigits(key);
    }
}
