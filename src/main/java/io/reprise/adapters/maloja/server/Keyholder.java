package io.reprise.adapters.maloja.server;

import io.javalin.http.Context;
import io.reprise.account.Accounts;
import io.reprise.account.User;
import io.reprise.http.FormFields;
import io.reprise.http.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Who asks: the holder of the token in {@code key} or {@code apikey}, or in the header {@code Authorization}. */
final class Keyholder {
    private final Accounts accounts;

    Keyholder(Accounts accounts) {
        this.accounts = accounts;
    }

    Optional<User> find(Context context) {
        FormFields fields = FormFields.of(context);
        String key = fields.text("key").isEmpty() ? fields.text("apikey") : fields.text("key");
        return key.isEmpty() ? byHeader(context.header("Authorization")) : accounts.byToken(key);
    }

    /** The same, or the refusal that Maloja's clients know. */
    User require(Context context) {
        return find(context).orElseThrow(Keyholder::wrong);
    }

    /** The holder of the key in the body, else in the address or the header. */
    User require(Context context, ObjectNode body) {
        String key = body.path("key").asString("");
        String inBody = key.isEmpty() ? body.path("apikey").asString("") : key;
        return (inBody.isEmpty() ? find(context) : accounts.byToken(inBody.strip())).orElseThrow(Keyholder::wrong);
    }

    private static RuntimeException wrong() {
        return Problem.of(403, "Wrong API key").where("key").raised();
    }

    private Optional<User> byHeader(@Nullable String header) {
        String[] words = header == null ? new String[0] : header.strip().split("\\s+", 2);
        return words.length == 2 ? accounts.byToken(words[1].strip()) : Optional.empty();
    }
}
