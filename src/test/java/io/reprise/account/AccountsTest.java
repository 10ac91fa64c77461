package io.reprise.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.SettableClock;
import io.reprise.http.ProblemException;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AccountsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String PASSWORD = "correct horse";
    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");

    private Accounts accounts(Database database) {
        return QuickAccounts.over(database, clock);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void users_are_numbered_from_one_and_found_by_name_in_any_case(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("Ann", PASSWORD, BERLIN);
            User bob = accounts.create("Böb.2", PASSWORD, BERLIN);

            assertThat(ann).isEqualTo(new User(new UserId(1), "Ann"));
            assertThat(accounts.find("aNN")).contains(ann);
            assertThat(accounts.find("BÖB.2")).contains(bob);
            assertThat(accounts.byId(bob.id())).contains(bob);
            assertThat(accounts.find("nobody")).isEmpty();
            assertThat(accounts.all()).containsExactly(ann, bob);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_name_is_taken_once(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            accounts.create("ann", PASSWORD, BERLIN);

            assertThatThrownBy(() -> accounts.create("ANN", PASSWORD, BERLIN))
                    .isInstanceOf(NameTaken.class)
                    .hasMessageContaining("Choose another name");
            assertThat(accounts.all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void names_and_passwords_that_do_not_do_are_refused_with_what_would(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            for (String name : List.of("", " ", "a/b", ".hidden", "a b", "x".repeat(65), "new\nline")) {
                assertThatThrownBy(() -> accounts.create(name, PASSWORD, BERLIN))
                        .as(name)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem().expected()).contains("letters"));
            }
            for (String password : List.of("", "seven77", "x".repeat(1_001))) {
                assertThatThrownBy(() -> accounts.create("ann", password, BERLIN))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("8 to 1000 characters");
            }
            assertThat(accounts.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void numbers_have_no_gaps_when_two_nodes_make_users_at_once(Dialect dialect) throws Exception {
        DatabaseAddress address = Stores.freshAddress(dialect);
        try (Database one = Database.open(address);
                Database two = Database.open(address)) {
            List<Accounts> nodes = List.of(accounts(one), accounts(two));
            List<Callable<User>> makers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Accounts node = nodes.get(i % 2);
                String name = "user" + i;
                makers.add(() -> node.create(name, PASSWORD, BERLIN));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (var made : threads.invokeAll(makers)) {
                    assertThat(made.get().id().value()).isBetween(1, 16);
                }
            }
            assertThat(nodes.getFirst().all())
                    .extracting(user -> user.id().value())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 16).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void only_the_right_password_signs_in(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("ann", PASSWORD, BERLIN);

            assertThat(accounts.login("Ann", PASSWORD)).contains(ann);
            assertThat(accounts.login("ann", "wrong horse")).isEmpty();
            assertThat(accounts.login("bob", PASSWORD)).isEmpty();

            accounts.setPassword(ann.id(), "a new password");
            assertThat(accounts.login("ann", PASSWORD)).isEmpty();
            assertThat(accounts.login("ann", "a new password")).contains(ann);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void neither_passwords_nor_tokens_nor_sessions_are_stored_in_a_form_that_can_be_read_back(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = new Accounts(database, clock, new SecureRandom());
            User ann = accounts.create("ann", PASSWORD, BERLIN);
            String token = accounts.createToken(ann.id(), "phone");
            accounts.startSession(ann.id());

            assertThat(stored(database, "select password_hash from account"))
                    .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                    .doesNotContain("horse");
            assertThat(stored(database, "select md5 from token"))
                    .isEqualTo(new SecretText(token).md5())
                    .doesNotContain(token);
        }
    }

    private static String stored(Database database, String sql) {
        return database.read(tx -> tx.handle().select(sql).mapTo(String.class).one());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_token_stands_for_its_user_until_it_is_taken_back(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("ann", PASSWORD, BERLIN);
            String phone = accounts.createToken(ann.id(), "phone");
            String player = accounts.createToken(ann.id(), "player");

            assertThat(UUID.fromString(phone).version()).isEqualTo(4);
            assertThat(accounts.byToken(phone)).contains(ann);
            assertThat(accounts.byToken(player)).contains(ann);
            assertThat(accounts.byToken(UUID.randomUUID().toString())).isEmpty();
            assertThat(accounts.byToken("")).isEmpty();
            assertThat(accounts.tokens(ann.id()))
                    .containsExactly(new Token(1, "phone", clock.instant()), new Token(2, "player", clock.instant()));

            assertThat(accounts.revoke(ann.id(), 1)).isTrue();
            assertThat(accounts.revoke(ann.id(), 1)).isFalse();
            assertThat(accounts.byToken(phone)).isEmpty();
            assertThat(accounts.byToken(player)).contains(ann);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_number_of_a_token_is_never_given_again(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("ann", PASSWORD, BERLIN);
            User bob = accounts.create("bob", PASSWORD, BERLIN);
            accounts.createToken(ann.id(), "phone");
            accounts.createToken(ann.id(), "lost");
            assertThat(accounts.revoke(ann.id(), 2)).isTrue();
            accounts.createToken(ann.id(), "found");
            accounts.revoke(ann.id(), 1);
            accounts.revoke(ann.id(), 3);
            accounts.createToken(ann.id(), "last");
            accounts.createToken(bob.id(), "first");

            assertThat(accounts.tokens(ann.id())).extracting(Token::number).containsExactly(4);
            assertThat(accounts.tokens(bob.id())).extracting(Token::number).containsExactly(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nobody_can_take_back_the_token_of_another(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("ann", PASSWORD, BERLIN);
            User bob = accounts.create("bob", PASSWORD, BERLIN);
            String token = accounts.createToken(ann.id(), "phone");

            assertThat(accounts.revoke(bob.id(), 1)).isFalse();
            assertThat(accounts.tokens(bob.id())).isEmpty();
            assertThat(accounts.byToken(token)).contains(ann);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_token_taken_back_on_another_node_is_refused_soon(Dialect dialect) {
        DatabaseAddress address = Stores.freshAddress(dialect);
        try (Database one = Database.open(address);
                Database two = Database.open(address)) {
            Accounts here = accounts(one);
            User ann = here.create("ann", PASSWORD, BERLIN);
            String token = here.createToken(ann.id(), "phone");
            assertThat(here.byToken(token)).contains(ann);

            accounts(two).revoke(ann.id(), 1);
            clock.advance(Duration.ofSeconds(Tokens.KEPT_SECONDS_MAX + 1));

            assertThat(here.byToken(token)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_session_lasts_ninety_days_from_its_last_use(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("ann", PASSWORD, BERLIN);
            String session = accounts.startSession(ann.id());

            clock.advance(Duration.ofDays(89));
            assertThat(accounts.bySession(session)).contains(ann);
            clock.advance(Duration.ofDays(89));
            assertThat(accounts.bySession(session)).contains(ann);
            clock.advance(Duration.ofDays(91));
            assertThat(accounts.bySession(session)).isEmpty();
            assertThat(accounts.bySession("made up")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void signing_out_and_a_new_password_end_sessions(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("ann", PASSWORD, BERLIN);
            String left = accounts.startSession(ann.id());
            String stolen = accounts.startSession(ann.id());

            accounts.endSession(left);
            assertThat(accounts.bySession(left)).isEmpty();
            assertThat(accounts.bySession(stolen)).contains(ann);

            accounts.setPassword(ann.id(), "a new password");
            assertThat(accounts.bySession(stolen)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void moving_house_does_not_rewrite_the_past(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = accounts(database);
            User ann = accounts.create("ann", PASSWORD, BERLIN);
            User bob = accounts.create("bob", PASSWORD, ZoneOffset.UTC);
            ZoneId tokyo = ZoneId.of("Asia/Tokyo");

            accounts.moveTo(ann.id(), ZoneId.of("America/Lima"), 1_700_000_000L);
            accounts.moveTo(ann.id(), tokyo, 1_700_000_000L);

            ZoneHistory zones = accounts.zones(ann.id());
            assertThat(zones.zoneAt(0)).isEqualTo(BERLIN);
            assertThat(zones.zoneAt(1_699_999_999L)).isEqualTo(BERLIN);
            assertThat(zones.zoneAt(1_700_000_000L)).isEqualTo(tokyo);
            assertThat(zones.periods()).hasSize(2);
            assertThat(accounts.zones(bob.id()).current()).isEqualTo(ZoneOffset.UTC);
        }
    }
}
