package io.reprise.adapters.lastfm;

import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.OutsideFailure;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed call of the AudioScrobbler 2.0 API, whatever it answers turned into an answer or one of the three failures
 * (the error codes of Last.fm's page "API Error Codes" say which). Thread-safe.
 */
final class LastfmCall {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOT_APPROVED = 14;
    private static final String NO_OBJECT = " gave an answer that is no JSON object; check the address";
    private static final Duration LATER = Duration.ofMinutes(1);

    private final PoliteClient client;
    private final String title;

    /** {@code title} names the party in messages. */
    LastfmCall(PoliteClient client, String title) {
        this.client = client;
        this.title = title;
    }

    /** Posts these parameters, signed with this secret, and answers the JSON that came. */
    JsonNode post(URI address, Map<String, String> parameters, String secret) {
        TreeMap<String, String> signed = new TreeMap<>(parameters);
        signed.put("api_sig", signature(signed, secret));
        signed.put("format", "json");
        String form = signed.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        byte[] body;
        try {
            body = client.send(Outgoing.post(
                            address, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)))
                    .body();
        } catch (OutsideFailure failure) {
            RecentTracks.Fault fault = RecentTracks.fault(failure.answer().getBytes(StandardCharsets.UTF_8));
            throw fault == null ? failure : failure(fault);
        }
        RecentTracks.Fault fault = RecentTracks.fault(body);
        if (fault != null) {
            throw failure(fault);
        }
        return tree(body);
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            throw new TryLater(title + NO_OBJECT, LATER, e);
        }
        throw new TryLater(title + NO_OBJECT, LATER);
    }

    /** All names and values in the order of the names, then the secret (authentication specification, section 8). */
    static String signature(TreeMap<String, String> parameters, String secret) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> text.append(name).append(value));
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest(text.append(secret).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private OutsideFailure failure(RecentTracks.Fault fault) {
        String message = title + " answered error " + fault.code() + ": "
                + fault.message().replaceAll("\\p{Cntrl}", " ").strip();
        return switch (fault.code()) {
            case 8, 11, 16, 29 -> new TryLater(message, LATER);
            case NOT_APPROVED -> new TryLater(message + ". Allow access on the page of the link first", LATER);
            case 4, 9, 10, 13, 15, 17, 26 ->
                new NotAllowed(message + ". Check the API key and secret, or connect the account again");
            default -> new GiveUp(message, 0);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
