package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.http.Pace;
import io.reprise.resolve.Authority;
import io.reprise.resolve.AuthorityName;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
            Map<String, AuthorityName> names = nobody.names().stream()
                    .collect(Collectors.toMap(AuthorityName::word, Function.identity(), (one, other) -> one));
            assertThat(names)
                    .containsKeys("musicbrainz", "tvmaze", "tmdb", "openlibrary", "wikidata", "webpage")
                    .containsValue(nobody.all().getFirst().name());
            assertThat(names.get("tvmaze").terms())
                    .isEqualTo(new Authority.Terms("CC-BY-SA-4.0", "Data from TVmaze.com, licensed CC BY-SA."));
            assertThat(names.get("tmdb").terms().attribution()).contains("not endorsed");
        }
    }
}
