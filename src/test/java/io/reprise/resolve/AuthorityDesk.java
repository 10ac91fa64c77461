package io.reprise.resolve;

import io.reprise.SettableClock;
import io.reprise.http.OtherParty;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.PoliteClient;
import io.reprise.imports.PullDesk;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a test of an authority needs: an upstream that answers by address, a client without patience, a store. */
public final class AuthorityDesk implements AutoCloseable {
    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final PoliteClient client = PullDesk.quickClient(clock);
    private final Database database = Stores.fresh(Dialect.SQLITE);
    private final Answers answers = new Answers(database, clock);
    private final Map<String, Reply> replies = new LinkedHashMap<>();
    private final OtherParty party = OtherParty.by(this::reply);

    public SettableClock clock() {
        return clock;
    }

    public PoliteClient client() {
        return client;
    }

    public Answers answers() {
        return answers;
    }

    public URI address() {
        return party.at("");
    }

    public OtherParty party() {
        return party;
    }

    /** An address (decoded) that begins so is answered so; the longest beginning wins, all else is not found. */
    public AuthorityDesk answering(String beginning, String json) {
        return answering(beginning, Reply.of(200, json));
    }

    public AuthorityDesk answering(String beginning, Reply reply) {
        synchronized (replies) {
            replies.put(beginning, reply);
        }
        return this;
    }

    /** What was asked for until now, decoded. */
    public List<String> asked() {
        return party.asked().stream().map(AuthorityDesk::decoded).toList();
    }

    private static String decoded(Asked asked) {
        return URLDecoder.decode(asked.address().toString(), StandardCharsets.UTF_8);
    }

    private Reply reply(Asked asked) {
        String address = decoded(asked);
        synchronized (replies) {
            return replies.entrySet().stream()
                    .filter(reply -> address.startsWith(reply.getKey()))
                    .max((one, other) -> one.getKey().length() - other.getKey().length())
                    .map(Map.Entry::getValue)
                    .orElse(Reply.of(404, "{\"error\":\"Not Found\"}"));
        }
    }

    @Override
    public void close() {
        party.close();
        client.close();
        database.close();
    }
}
