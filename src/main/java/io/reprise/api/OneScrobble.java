package io.reprise.api;

import io.reprise.adapters.reprise.NativeJson;
import io.reprise.play.Play;
import io.reprise.play.Plays;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Told;
import io.reprise.store.Tx;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/** One scrobble, with all that is known of it: what was told, what it reads as, and what it amounts to. */
record OneScrobble(
        long number,
        @Nullable String receivedAt,
        int run,
        Shapes.@Nullable Source origin,
        String payload,
        @Nullable JsonNode readsAs,
        @Nullable String unreadable,
        @Nullable Amounts play) {
    /** The play made of it; {@code sentence} says why it counts or does not. */
    record Amounts(
            boolean counted,
            String reason,
            String sentence,
            @Nullable Long partOf,
            @Nullable String at,
            int item,
            int container,
            @Nullable Integer seconds) {
        static Amounts of(Play play) {
            return new Amounts(
                    play.reason().code() == 0,
                    play.reason().word(),
                    play.reason().sentence(),
                    play.partOf(),
                    Desk.time(play.at() == Play.UNDATED ? null : play.at()),
                    play.item(),
                    play.container(),
                    play.seconds());
        }
    }

    static OneScrobble of(Tx tx, ScrobbleLog.Entry entry, Map<Integer, Origin> origins, JsonMapper mapper)
            throws SQLException {
        Scrobble scrobble = entry.scrobble();
        Amounts play = Plays.of(tx, scrobble).map(Amounts::of).orElse(null);
        return new OneScrobble(
                scrobble.number(),
                Desk.time(scrobble.receivedAt()),
                scrobble.run(),
                Shapes.Source.orNull(origins.get(scrobble.origin())),
                new String(payload(entry), StandardCharsets.UTF_8),
                entry instanceof ScrobbleLog.Entry.Read(var fresh, var bytes)
                        ? tree(scrobble, fresh.told(), mapper)
                        : null,
                entry instanceof ScrobbleLog.Entry.Unread(var row, var bytes, var reason) ? reason : null,
                play);
    }

    private static byte[] payload(ScrobbleLog.Entry entry) {
        return switch (entry) {
            case ScrobbleLog.Entry.Read(var fresh, var payload) -> payload;
            case ScrobbleLog.Entry.Unread(var scrobble, var payload, var reason) -> payload;
        };
    }

    /** What a scrobble says in our own words, as a tree. */
    static JsonNode tree(Scrobble scrobble, Told told, JsonMapper mapper) {
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            JsonGenerator json = buffer;
            json.writeStartObject();
            NativeJson.members(json, scrobble, told);
            json.writeEndObject();
            return mapper.readTree(buffer.asParser(tools.jackson.core.ObjectReadContext.empty()));
        }
    }
}
