package io.reprise.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ProgramKeysTest {
    private final SettableClock clock = SettableClock.at("2026-11-21T02:00:00Z");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_session_key_holds_as_long_as_its_token(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = QuickAccounts.over(database, clock);
            User ann = accounts.create("Ann", "correct horse battery", ZoneOffset.UTC);
            String token = accounts.createToken(ann.id(), "phone");

            String key = accounts.programKeys().ofToken(token).orElseThrow().key();
            assertThat(accounts.byToken(key)).contains(ann);
            assertThat(accounts.programKeys().ofDigest("ann", new SecretText(token).md5()::equals))
                    .contains(new ProgramKeys.Granted(ann, key));
            assertThat(accounts.programKeys().ofDigest("ann", "no"::equals)).isEmpty();
            assertThat(accounts.programKeys().ofToken(key + "0")).isEmpty();

            assertThat(accounts.revoke(ann.id(), 1)).isTrue();
            assertThat(accounts.byToken(key)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_program_let_in_without_a_token_gets_one_of_its_name_once(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = QuickAccounts.over(database, clock);
            User ann = accounts.create("Ann", "correct horse battery", ZoneOffset.UTC);

            String key = accounts.programKeys().grant(ann, "Pano").key();

            assertThat(accounts.programKeys().grant(ann, "Pano").key()).isEqualTo(key);
            assertThat(accounts.tokens(ann.id())).extracting(Token::name).containsExactly("Pano");
            assertThat(accounts.byToken(key)).contains(ann);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_approval_is_taken_once_and_outlives_no_hour(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Accounts accounts = QuickAccounts.over(database, clock);
            User ann = accounts.create("Ann", "correct horse battery", ZoneOffset.UTC);
            Approvals approvals = accounts.approvals();
            String request = approvals.request();
            assertThat(approvals.take(request, "K")).isEqualTo(new Approvals.Standing.Open());

            approvals.approve(ann, request, "K", "Pano");
            approvals.approve(ann, request, "K", "Pano");

            assertThat(approvals.take(request, "K")).isEqualTo(new Approvals.Standing.Taken(ann, "Pano"));
            assertThat(approvals.take(request, "K")).isEqualTo(new Approvals.Standing.Unknown());
            clock.advance(Duration.ofSeconds(Approvals.LIFE_SECONDS + 1));
            assertThat(approvals.take(request, "K")).isEqualTo(new Approvals.Standing.Expired());
        }
    }
}
