package io.reprise.app;

import io.reprise.account.Seal;
import io.reprise.account.UserId;
import io.reprise.adapters.gotify.GotifyOutlet;
import io.reprise.adapters.lastfm.LastfmOutlet;
import io.reprise.adapters.listenbrainz.ListenBrainzOutlet;
import io.reprise.adapters.mail.MailOutlet;
import io.reprise.adapters.mail.MailSender;
import io.reprise.adapters.maloja.MalojaOutlet;
import io.reprise.adapters.ntfy.NtfyOutlet;
import io.reprise.adapters.reprise.RepriseOutlet;
import io.reprise.adapters.webhook.WebhookOutlet;
import io.reprise.http.Pace;
import io.reprise.http.PoliteClient;
import io.reprise.http.Politeness;
import io.reprise.job.Bell;
import io.reprise.relay.Feed;
import io.reprise.relay.Forwarder;
import io.reprise.relay.Introductions;
import io.reprise.relay.Letters;
import io.reprise.relay.Outlets;
import io.reprise.relay.Sender;
import io.reprise.relay.Targets;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What tells other parties and programs of what happens here, wired. {@code bell} is rung when any book has grown. */
record Relays(
        Bell bell,
        Targets targets,
        Letters letters,
        Introductions introductions,
        Forwarder forwarder,
        Sender sender,
        Feed feed,
        PoliteClient client)
        implements AutoCloseable {
    /** What the outlets stand on; {@code pace} is that of all who ask others. */
    record Ground(
            Database database, Seal seal, InstantSource clock, String userAgent, Pace pace, MessageConfig messages) {}

    static Relays over(Ground ground, ScrobbleLog log) {
        InstantSource clock = ground.clock();
        PoliteClient client =
                new PoliteClient(Politeness.once(ground.userAgent()).at(Readers.rates()), clock, ground.pace());
        Targets targets = new Targets(
                ground.database(),
                clock,
                new Targets.Locks(ground.seal(), new SecureRandom()),
                outlets(client, clock, ground.messages()),
                log);
        return new Relays(
                new Bell(),
                targets,
                new Letters(targets),
                new Introductions(targets),
                new Forwarder(ground.database(), targets, clock),
                new Sender(targets, clock),
                new Feed(ground.database(), log),
                client);
    }

    /** In the order in which people are shown them; a new one is one line here. */
    private static Outlets outlets(PoliteClient client, InstantSource clock, MessageConfig messages) {
        Optional<MailSender> mail = messages.mail().map(server -> new MailSender(server, clock));
        return new Outlets(List.of(
                LastfmOutlet.lastfm(client),
                new ListenBrainzOutlet(client),
                LastfmOutlet.librefm(client),
                new MalojaOutlet(client),
                new RepriseOutlet(client),
                new MailOutlet(mail, messages.home()),
                new NtfyOutlet(client, messages.home()),
                new GotifyOutlet(client, messages.home()),
                new WebhookOutlet(client, clock)));
    }

    /** What is done for a user whose books have grown; answers whether more waits. */
    boolean follow(UserId user) {
        feed.ring(user);
        return forwarder.step(user);
    }

    @Override
    public void close() {
        sender.close();
        client.close();
    }
}
