package io.reprise.imports;

import io.reprise.account.Sealed;
import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a pull works on, as its job holds it: a connection, or an account that is fetched once, its secrets sealed. */
sealed interface PullOrder {
    JsonMapper JSON = JsonMapper.builder().build();

    String AGAIN = "again";

    String json();

    /** Whether everything is fetched once more, known or not. */
    boolean again();

    /** The history of a connection's account. */
    record Standing(int connection, boolean again) implements PullOrder {
        @Override
        public String json() {
            return JSON.createObjectNode()
                    .put("connection", connection)
                    .put(AGAIN, again)
                    .toString();
        }
    }

    /** The history of an account that is named here. */
    record Once(
            String source,
            String userName,
            URI address,
            @Nullable Sealed apiKey,
            @Nullable Sealed token,
            boolean again) implements PullOrder {
        static final String API_KEY = "pull, api_key";
        static final String TOKEN = "pull, token";

        @Override
        public String json() {
            ObjectNode node = JSON.createObjectNode()
                    .put("source", source)
                    .put("username", userName)
                    .put("base_url", address.toString())
                    .put(AGAIN, again);
            if (apiKey != null) {
                node.put("api_key", apiKey.text());
            }
            if (token != null) {
                node.put("token", token.text());
            }
            return node.toString();
        }

        OutsideAccount account(UserId user, Connections connections) throws JobFailure {
            return new OutsideAccount(
                    userName,
                    address,
                    connections.opened(user, API_KEY, apiKey),
                    connections.opened(user, TOKEN, token));
        }
    }

    static PullOrder of(Job job) {
        JsonNode node = JSON.readTree(job.argument());
        boolean again = node.path(AGAIN).asBoolean(false);
        if (node.has("connection")) {
            return new Standing(node.get("connection").asInt(), again);
        }
        return new Once(
                node.get("source").asString(),
                node.get("username").asString(),
                URI.create(node.get("base_url").asString()),
                sealed(node, "api_key"),
                sealed(node, "token"),
                again);
    }

    private static @Nullable Sealed sealed(JsonNode node, String name) {
        return node.has(name) ? Sealed.ofText(node.get(name).asString()) : null;
    }
}
