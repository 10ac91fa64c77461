package io.reprise.inlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.SettableClock;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.UserId;
import io.reprise.adapters.plex.PlexInlet;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InletsTest {
    private static final UserId ANN = new UserId(1);
    private static final UserId BEN = new UserId(2);
    private static final InletOrder NOTHING = new InletOrder(null, null, null, null);

    private final SettableClock clock = SettableClock.at("2026-01-01T20:00:00Z");

    private Inlets over(Database database, String key) {
        Seal seal = new Seal(ServerKey.ofHex(key.repeat(32)), new SecureRandom());
        return new Inlets(
                database,
                clock,
                new Inlets.Seals(seal, new SecureRandom()),
                new InletParties(List.of(new PlexInlet())));
    }

    private static String secret(Inlets inlets, Inlet inlet) {
        return inlets.path(inlet).orElseThrow().replace("/in/plex/", "");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_inlet_is_found_by_its_secret_alone_and_its_owner_sees_the_address_again(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Inlets inlets = over(database, "0f");
            Inlet ann = inlets.make(ANN, "plex", new InletOrder("Home", "anna", "k", null));
            Inlet ben = inlets.make(BEN, "plex", NOTHING);
            assertThat(secret(inlets, ann)).hasSize(22).isNotEqualTo(secret(inlets, ben));
            assertThat(inlets.bySecret(secret(inlets, ann))).contains(ann);
            assertThat(inlets.bySecret("x".repeat(22))).isEmpty();
            assertThat(inlets.bySecret("")).isEmpty();
            assertThat(inlets.of(ANN)).containsExactly(ann);
            assertThat(ann.name()).isEqualTo("Home");
            assertThat(ben.name()).isEqualTo("Plex");
            assertThat(inlets.key(ann)).isEqualTo("k");
            assertThat(inlets.key(ben)).isNull();
            assertThat(over(database, "0e").path(ann)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_new_secret_ends_the_old_one_and_a_deleted_inlet_is_nobodys(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Inlets inlets = over(database, "0f");
            Inlet made = inlets.make(ANN, "plex", NOTHING);
            String before = secret(inlets, made);
            inlets.renew(ANN, made.number());
            assertThat(inlets.bySecret(before)).isEmpty();
            assertThat(inlets.bySecret(secret(inlets, made))).contains(made);
            assertThat(inlets.renew(BEN, made.number())).isEmpty();
            assertThat(inlets.delete(BEN, made.number())).isFalse();
            String last = secret(inlets, made);
            assertThat(inlets.delete(ANN, made.number())).isTrue();
            assertThat(inlets.bySecret(last)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_order_changes_what_it_says_and_nothing_else(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Inlets inlets = over(database, "0f");
            inlets.make(ANN, "plex", new InletOrder("Home", "anna", "k", null));
            Inlet off = inlets.change(ANN, 1, InletOrder.turn(false)).orElseThrow();
            assertThat(off.enabled()).isFalse();
            assertThat(off.account()).isEqualTo("anna");
            assertThat(off.hasKey()).isTrue();
            Inlet all =
                    inlets.change(ANN, 1, new InletOrder(null, "", "", null)).orElseThrow();
            assertThat(all.account()).isNull();
            assertThat(all.hasKey()).isFalse();
            assertThat(all.enabled()).isFalse();
            assertThatThrownBy(() -> inlets.make(ANN, "vcr", NOTHING))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected one of plex, got vcr");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_inlet_remembers_its_latest_things(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Inlets inlets = over(database, "0f");
            Inlet made = inlets.make(ANN, "plex", NOTHING);
            Inlet other = inlets.make(BEN, "plex", NOTHING);
            database.write(tx -> {
                NoteTable.put(tx, made, new Taken.Note("here", "1"), 5);
                NoteTable.put(tx, made, new Taken.Note("here", "2"), 6);
                for (int i = 0; i < NoteTable.NOTES_MAX; i++) {
                    NoteTable.put(tx, other, new Taken.Note("n" + i, "x"), i);
                }
                NoteTable.put(tx, other, new Taken.Note("late", "y"), NoteTable.NOTES_MAX);
                return true;
            });
            assertThat(inlets.note(made, "here")).contains("2");
            assertThat(inlets.note(other, "here")).isEmpty();
            assertThat(inlets.note(other, "n0")).isEmpty();
            assertThat(inlets.note(other, "n1")).contains("x");
            assertThat(inlets.note(other, "late")).contains("y");
        }
    }
}
