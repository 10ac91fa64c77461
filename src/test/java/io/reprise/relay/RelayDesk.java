package io.reprise.relay;

import io.reprise.SettableClock;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.adapters.gotify.GotifyOutlet;
import io.reprise.adapters.lastfm.LastfmOutlet;
import io.reprise.adapters.listenbrainz.ListenBrainzOutlet;
import io.reprise.adapters.mail.MailOutlet;
import io.reprise.adapters.mail.MailSender;
import io.reprise.adapters.mail.MailServer;
import io.reprise.adapters.maloja.MalojaOutlet;
import io.reprise.adapters.ntfy.NtfyOutlet;
import io.reprise.adapters.reprise.NativeFormat;
import io.reprise.adapters.reprise.RepriseOutlet;
import io.reprise.adapters.webhook.WebhookOutlet;
import io.reprise.catalog.Finder;
import io.reprise.catalog.Ledger;
import io.reprise.http.PoliteClient;
import io.reprise.http.Politeness;
import io.reprise.imports.PullDesk;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.rating.Ratings;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The relay as the server wires it, over a real store, stepped by hand. */
final class RelayDesk implements AutoCloseable {
    static final UserId ADA = new UserId(1);
    static final Origin PHONE = new Origin("listenbrainz", "Pano Scrobbler", "");
    static final String TOKEN = "Zanzibarquokka0123456789";

    static final Optional<URI> HOME = Optional.of(URI.create("https://reprise.example/"));

    final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    final Database database;
    final ScrobbleLog log = new ScrobbleLog(new Formats(List.of(new NativeFormat())));
    final Ledger ledger = new Ledger(clock);
    final Aggregator aggregator;
    final Removal removal;
    final Intake intake;
    final Ratings ratings;
    final NowPlaying playing = new NowPlaying(clock);
    final PoliteClient client;
    final Targets targets;
    final Letters letters;
    final Introductions introductions;
    final Forwarder forwarder;
    final Sender sender;
    final Feed feed;

    RelayDesk(Dialect dialect) {
        this(Stores.fresh(dialect));
    }

    RelayDesk(Database database) {
        this(database, Optional.empty());
    }

    /** With a server that takes mails. */
    RelayDesk(Database database, Optional<MailServer> mail) {
        Duration answerMax = mail.isPresent() ? Duration.ofSeconds(3) : Duration.ofMillis(400);
        this.database = database;
        aggregator = new Aggregator(database, log, ledger, user -> ZoneHistory.UTC);
        removal = new Removal(database, log, ledger, aggregator);
        intake = new Intake(database, clock, user -> {});
        ratings = new Ratings(database, clock);
        client = new PoliteClient(
                new Politeness(
                        "Reprise/test",
                        Duration.ofSeconds(5),
                        answerMax,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofNanos(1_000),
                        Map.of(),
                        1L << 20),
                clock);
        Outlets outlets = new Outlets(List.of(
                LastfmOutlet.lastfm(client),
                LastfmOutlet.librefm(client),
                new ListenBrainzOutlet(client),
                new MalojaOutlet(client),
                new RepriseOutlet(client),
                new MailOutlet(mail.map(server -> new MailSender(server, clock, answerMax)), HOME),
                new NtfyOutlet(client, HOME),
                new GotifyOutlet(client, HOME),
                new WebhookOutlet(client, clock)));
        Seal seal = new Seal(ServerKey.ofHex(PullDesk.KEY), new SecureRandom());
        targets = new Targets(database, clock, new Targets.Locks(seal, new SecureRandom()), outlets, log);
        letters = new Letters(targets);
        introductions = new Introductions(targets);
        forwarder = new Forwarder(database, targets, clock);
        sender = new Sender(targets, clock);
        feed = new Feed(database, log);
    }

    Target target(String party, String address, Matter... matters) {
        Set<Matter> wanted = matters.length == 0 ? null : Set.of(matters);
        Keys keys = TargetOrder.keys("key", "secret", TOKEN);
        return targets.make(ADA, new TargetOrder(party, null, address, "ada", keys, wanted, true))
                .target();
    }

    Target now(Target target) {
        return targets.find(ADA, target.number()).orElseThrow();
    }

    static Submission submission(String json) {
        try {
            return Submission.read(new NativeFormat(), json.getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    static String song(String title, Instant at) {
        return "{\"kind\":\"song\",\"artist\":\"Björk & Co\",\"title\":\"%s\",\"release\":\"Post\",\"length\":200,"
                        .formatted(title)
                + "\"ids\":{\"mb:recording\":\"0b2b7a3c-30f5-4c3d-8c0a-2b4d2f0a1a11\"},\"started_at\":\"" + at + "\"}";
    }

    /** Tells of a song that began so many seconds ago; answers its number. */
    long plays(Origin origin, String title, long secondsAgo) {
        return tells(origin, song(title, clock.instant().minusSeconds(secondsAgo)));
    }

    long tells(Origin origin, String json) {
        Receipt receipt = intake.accept(ADA, origin, List.of(submission(json))).getFirst();
        follow();
        return switch (receipt) {
            case Receipt.Stored(long number) -> number;
            case Receipt.Known(long number) -> number;
            case Receipt.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    /** Stores a song as an import does. */
    void imports(Origin origin, String title, long secondsAgo) {
        BulkIntake bulk = intake.bulk(ADA, origin, 7);
        var chunk = bulk.prepare(List.of(submission(song(title, clock.instant().minusSeconds(secondsAgo)))));
        database.write(tx -> {
            aggregator.derive(tx, ADA, new Finder(ADA), bulk.append(tx, List.of(chunk)));
            return true;
        });
        follow();
    }

    void follow() {
        aggregator.catchUp(ADA);
        while (forwarder.step(ADA)) {
            // goes on
        }
    }

    /** Sends what is due, then goes on to the next due time, so often. */
    void sendAndWait(int times) {
        for (int i = 0; i < times; i++) {
            sender.runDue()
                    .ifPresent(next -> clock.advance(Duration.ofSeconds(
                            Math.max(0, next - clock.instant().getEpochSecond()))));
        }
        sender.runDue();
    }

    long waiting(Target target) {
        return targets.load(target).waiting();
    }

    List<String> counted() {
        return database.read(
                tx -> tx.handle().createQuery("""
                        select p.at || ' ' || i.title from play p join item i on i.user_id = p.user_id and i.number = p.item
                        where p.user_id = 1 and p.reason = 0 order by p.at, p.number""").mapTo(String.class).list());
    }

    @Override
    public void close() {
        sender.close();
        client.close();
        database.close();
    }
}
