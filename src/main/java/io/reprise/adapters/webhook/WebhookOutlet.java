package io.reprise.adapters.webhook;

import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.relay.Event;
import io.reprise.relay.EventJson;
import io.reprise.relay.Matter;
import io.reprise.relay.Outlet;
import io.reprise.relay.Outlets;
import io.reprise.scrobble.Origin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Posts events to an address of the user's, one at a time, signed with HMAC-SHA256 over the second of sending, a dot
 * and the raw body. Any answer below 400 means that it was taken. Thread-safe.
 */
public final class WebhookOutlet implements Outlet {
    private static final String HMAC = "HmacSHA256";

    private final PoliteClient client;
    private final InstantSource clock;

    public WebhookOutlet(PoliteClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String word() {
        return Outlets.WEBHOOK;
    }

    @Override
    public String title() {
        return "Webhook";
    }

    @Override
    public @Nullable URI address() {
        return null;
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, true);
    }

    @Override
    public Set<Matter> carries() {
        return Set.of(Matter.PLAYS, Matter.RATINGS, Matter.NOW_PLAYING, Matter.JOBS, Matter.SYNC_FAILURES);
    }

    @Override
    public int playsMax() {
        return 1;
    }

    @Override
    public boolean takes(Event event) {
        return true;
    }

    @Override
    public boolean isThere(Origin origin, Account account) {
        return false;
    }

    @Override
    public Map<Long, String> send(Account account, List<Parcel> parcels) {
        post(account, parcels.getFirst());
        return Map.of();
    }

    private void post(Account account, Parcel parcel) {
        byte[] body = EventJson.of(parcel.event()).toString().getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond();
        String delivery = parcel.number() == 0
                ? parcel.target() + "-" + parcel.event().word() + "-" + clock.millis()
                : parcel.target() + "-" + parcel.number();
        client.send(Outgoing.post(account.address(), "application/json", body)
                .with("X-Reprise-Event", parcel.event().word())
                .with("X-Reprise-Delivery", delivery)
                .with("X-Reprise-Timestamp", Long.toString(now))
                .with(
                        "X-Reprise-Signature",
                        "sha256=" + signature(String.valueOf(account.keys().token()), now, body)));
    }

    private static String signature(String secret, long second, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((second + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    @Override
    public String greet(Account account) {
        post(account, new Parcel(0, 0, new Event.Test(clock.instant().getEpochSecond())));
        return "a test event was taken";
    }
}
