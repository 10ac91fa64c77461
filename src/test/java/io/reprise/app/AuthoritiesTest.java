package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.http.Pace;
import io.reprise.resolve.Authority;
import io.reprise.resolve.AuthorityName;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {
    @TempDir
    Path folder;

    @Test
    void what_an_authority_told_keeps_its_terms_when_it_is_asked_no_more() {
        try (Database database = Database.open(new DatabaseAddress.SqliteFile(folder.resolve("reprise.db")));
                Authorities nobody = Authorities.over(
                        new Authorities.Ground(
                                database, InstantSource.system(), AuthorityConfig.NONE, folder, "Reprise/1"),
                        new Pace())) {
            assertThat(nobody.all()).noneMatch(authority -> !authority.isLocal());
            assertThat(nobody.names())
                    .extracting(AuthorityName::word)
                    .contains("musicbrainz", "tvmaze", "tmdb", "openlibrary", "wikidata", "webpage");
            assertThat(terms(nobody, "tvmaze"))
                    .isEqualTo(new Authority.Terms("CC-BY-SA-4.0", "Data from TVmaze.com, licensed CC BY-SA."));
            assertThat(terms(nobody, "tmdb").attribution()).contains("not endorsed");
        }
    }

    private static Authority.Terms terms(Authorities all, String word) {
        return all.names().stream()
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow()
                .terms();
    }
}
