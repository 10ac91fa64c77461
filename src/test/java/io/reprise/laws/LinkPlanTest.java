package io.reprise.laws;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Identity;
import io.reprise.catalog.SubjectKind;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import io.reprise.store.Recorder;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the job of authorities asks for each song goes by an index that does not grow with the library. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinkPlanTest {
    @Test
    void what_an_outside_id_is_tied_to_is_found_by_the_id() throws SQLException {
        try (Recorder recorder = new Recorder(Dialect.SQLITE);
                Library library = new Library(recorder.open())) {
            library.database.read(
                    tx -> Identity.linked(tx, ADA, SubjectKind.ITEM, List.of(new ExternalId("isrc", "1"))));
            String sql = recorder.texts().stream()
                    .filter(text -> text.contains("cross join link where user_id = ? and scheme = ?"))
                    .findFirst()
                    .orElseThrow();
            assertThat(recorder.explained("explain query plan", sql).toString())
                    .contains("link_of (user_id=? AND scheme=? AND value=?");
        }
    }
}
