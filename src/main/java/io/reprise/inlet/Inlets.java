package io.reprise.inlet;

import io.reprise.account.Seal;
import io.reprise.account.Sealed;
import io.reprise.account.UserId;
import io.reprise.store.Database;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of inlets. What a caller gives wrongly ends in an {@link IllegalArgumentException} that names the member,
 * what was expected and what came. Thread-safe.
 */
public final class Inlets {
    static final int INLETS_MAX = 100;

    private final Database database;
    private final InstantSource clock;
    private final Seals seals;
    private final InletParties parties;

    /** What secrets are made of and kept by. */
    public record Seals(Seal seal, SecureRandom random) {}

    public Inlets(Database database, InstantSource clock, Seals seals, InletParties parties) {
        this.database = database;
        this.clock = clock;
        this.seals = seals;
        this.parties = parties;
    }

    /** The parties that inlets can be made for. */
    public InletParties parties() {
        return parties;
    }

    public List<Inlet> of(UserId user) {
        return database.read(tx -> InletTable.of(tx, user, INLETS_MAX));
    }

    public Optional<Inlet> find(UserId user, int number) {
        return database.read(tx -> InletTable.find(tx, user, number));
    }

    /** Makes an inlet for the party of this word, with an address of its own. */
    public Inlet make(UserId user, @Nullable String party, InletOrder order) {
        if (party == null) {
            throw new IllegalArgumentException("party: expected the word of a party that can call, got nothing");
        }
        InletParty known = parties.need(party);
        InletSecret secret = InletSecret.fresh(seals.random());
        return database.write(tx -> {
            if (InletTable.of(tx, user, INLETS_MAX).size() == INLETS_MAX) {
                throw new IllegalArgumentException("a user has at most " + INLETS_MAX + " inlets; delete one first");
            }
            int number = InletTable.nextNumber(tx, user);
            String name = order.name();
            Inlet made = new Inlet(
                    user,
                    number,
                    known.word(),
                    name == null || name.isBlank() ? known.title() : name,
                    blankToNull(order.account()),
                    order.enabled() == null || order.enabled(),
                    false,
                    new Inlet.Counts(0, 0, 0, 0),
                    null,
                    clock.instant().getEpochSecond());
            Sealed sealed = seals.seal().close(user, secretPurpose(number), secret.text());
            InletTable.insert(
                    tx, made, new InletTable.Secrets(secret.sha256(), sealed, sealedKey(user, number, order.key())));
            return InletTable.find(tx, user, number).orElseThrow();
        });
    }

    /** Changes what the order says; empty where this user has no inlet of this number. */
    public Optional<Inlet> change(UserId user, int number, InletOrder order) {
        return database.write(tx -> {
            Inlet known = InletTable.find(tx, user, number).orElse(null);
            if (known == null) {
                return Optional.empty();
            }
            String name = order.name();
            InletTable.store(
                    tx,
                    new Inlet(
                            user,
                            number,
                            known.party(),
                            name == null || name.isBlank() ? known.name() : name,
                            order.account() == null ? known.account() : blankToNull(order.account()),
                            order.enabled() == null ? known.enabled() : order.enabled(),
                            known.hasKey(),
                            known.counts(),
                            known.last(),
                            known.createdAt()));
            if (order.key() != null) {
                InletTable.storeKey(tx, known, sealedKey(user, number, order.key()));
            }
            return InletTable.find(tx, user, number);
        });
    }

    /** Gives the inlet another address; the old one is nobody's from then on. Empty where there is none. */
    public Optional<Inlet> renew(UserId user, int number) {
        InletSecret secret = InletSecret.fresh(seals.random());
        return database.write(tx -> {
            Optional<Inlet> known = InletTable.find(tx, user, number);
            Sealed sealed = seals.seal().close(user, secretPurpose(number), secret.text());
            known.ifPresent(inlet -> InletTable.storeSecret(tx, inlet, secret.sha256(), sealed));
            return known;
        });
    }

    /** Forgets an inlet with its address; what it brought stays. False where this user has none of this number. */
    public boolean delete(UserId user, int number) {
        return database.write(tx -> {
            NoteTable.deleteOf(tx, user, number);
            return InletTable.delete(tx, user, number);
        });
    }

    /**
     * The path of its address, {@code /in/PARTY/SECRET}; empty where the server's key is another one than when it was
     * made, and only a new secret helps.
     */
    public Optional<String> path(Inlet inlet) {
        return database.read(tx -> InletTable.sealed(tx, inlet, "secret"))
                .flatMap(kept -> seals.seal().open(inlet.user(), secretPurpose(inlet.number()), kept))
                .map(secret -> "/in/" + inlet.party() + "/" + secret);
    }

    /** Whose address this secret is. */
    Optional<Inlet> bySecret(String text) {
        return InletSecret.of(text).flatMap(secret -> database.read(tx -> InletTable.bySecret(tx, secret.sha256())));
    }

    /** The key that the party signs with; null where there is none. */
    @Nullable
    String key(Inlet inlet) {
        return database.read(tx -> InletTable.sealed(tx, inlet, "signing_key"))
                .flatMap(kept -> seals.seal().open(inlet.user(), keyPurpose(inlet.number()), kept))
                .orElse(null);
    }

    Optional<String> note(Inlet inlet, String name) {
        return database.read(tx -> NoteTable.find(tx, inlet, name));
    }

    private @Nullable Sealed sealedKey(UserId user, int number, @Nullable String key) {
        return key == null || key.isBlank() ? null : seals.seal().close(user, keyPurpose(number), key);
    }

    private static String secretPurpose(int number) {
        return "inlet " + number + ", secret";
    }

    private static String keyPurpose(int number) {
        return "inlet " + number + ", key";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
