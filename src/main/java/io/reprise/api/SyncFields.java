package io.reprise.api;

import io.reprise.imports.ConnectionOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a body asks of a connection; an absent member is not said, a secret that is null is to be removed. */
final class SyncFields {
    private SyncFields() {}

    static ConnectionOrder order(Fields fields) {
        return Asked.read(
                "body",
                null,
                () -> new ConnectionOrder(
                        fields.text("source"),
                        fields.text("username"),
                        fields.text("base_url"),
                        new ConnectionOrder.Secrets(secret(fields, "api_key"), secret(fields, "token")),
                        minutes(fields),
                        enabled(fields)));
    }

    private static ConnectionOrder.Given secret(Fields fields, String name) {
        JsonNode child = fields.node().get(name);
        if (child == null) {
            return ConnectionOrder.Given.NOTHING;
        }
        if (!child.isNull() && !child.isString()) {
            // What came may be a secret, so it is not said back.
            throw new IllegalArgumentException(name + ": expected text or null, got something else");
        }
        return ConnectionOrder.Given.of(fields.text(name));
    }

    private static @Nullable Integer minutes(Fields fields) {
        return fields.has("sync_interval_minutes") ? (Integer) fields.needCount("sync_interval_minutes") : null;
    }

    private static @Nullable Boolean enabled(Fields fields) {
        return fields.has("enabled") ? (Boolean) fields.needFlag("enabled") : null;
    }

    /** Whether everything is to be fetched once more. */
    static boolean isAgain(Fields fields) {
        return fields.has("again") && fields.needFlag("again");
    }
}
