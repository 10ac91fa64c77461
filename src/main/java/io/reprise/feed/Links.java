package io.reprise.feed;

import io.reprise.account.UserId;
import io.reprise.report.Subject;
import io.reprise.store.Database;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of links. What a caller gives wrongly ends in an {@link IllegalArgumentException} that names the member,
 * what was expected and what came. Thread-safe.
 */
public final class Links {
    static final int LINKS_MAX = 100;
    private static final int SECRET_CHARS_MAX = 64;
    private static final long USE_SECONDS = 600;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;

    public Links(Database database, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** A link as made, and the path of its address, which is shown this once. Never prints the path. */
    public record Made(Link link, String path) {
        @Override
        public String toString() {
            return "Made[" + link + "]";
        }
    }

    public List<Link> of(UserId user) {
        return database.read(tx -> LinkTable.of(tx, user, LINKS_MAX));
    }

    /** Makes a link with an address of its own: a secret, or the public name that the order says. */
    public Made make(UserId user, LinkOrder order) {
        String publicName = order.publicName();
        LinkSecret secret = publicName == null ? LinkSecret.fresh(random) : new LinkSecret(publicName);
        byte[] sha256 = secret.sha256();
        Link made = database.write(tx -> {
            if (LinkTable.of(tx, user, LINKS_MAX).size() == LINKS_MAX) {
                throw new IllegalArgumentException("a user has at most " + LINKS_MAX + " links; delete one first");
            }
            if (LinkTable.bySecret(tx, sha256).isPresent()) {
                throw new IllegalArgumentException(
                        "public_name: expected one that nobody has on this server, got " + publicName);
            }
            Link fresh = new Link(
                    user,
                    LinkTable.nextNumber(tx, user),
                    order.show(),
                    text(order.name(), ""),
                    order.kinds(),
                    text(order.period(), "all"),
                    order.subject() == null ? Subject.CREATOR : order.subject(),
                    order.list(),
                    publicName,
                    new Link.Use(null, Link.mark(sha256)),
                    clock.instant().getEpochSecond());
            LinkTable.insert(tx, fresh, sha256);
            return fresh;
        });
        return new Made(made, "/x/" + secret.text());
    }

    /** Takes an address back: it is nobody's from then on. False where this user has none of this number. */
    public boolean revoke(UserId user, int number) {
        return database.write(tx -> LinkTable.delete(tx, user, number));
    }

    /** Whose address this is. */
    Optional<Link> bySecret(String text) {
        return text.length() > SECRET_CHARS_MAX
                ? Optional.empty()
                : database.read(tx -> LinkTable.bySecret(tx, new LinkSecret(text).sha256()));
    }

    /** Takes down that it was asked, where that was not done in the last ten minutes. */
    void used(Link link) {
        long now = clock.instant().getEpochSecond();
        Long last = link.use().lastUsedAt();
        if (last == null || last + USE_SECONDS <= now) {
            database.write(tx -> {
                LinkTable.used(tx, link, now);
                return true;
            });
        }
    }

    private static String text(@Nullable String told, String otherwise) {
        return told == null || told.isBlank() ? otherwise : told.strip();
    }
}
