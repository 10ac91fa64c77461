package io.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each guard of HouseTest, shown something that it must refuse. */
class HouseGuardsTest {
    private static final Drawing HOUSE = drawn("media\nstore\nscrobble -> media store");
    private static final Set<String> TABLES = Set.of("scrobble", "payload_row", "item");

    @Test
    void a_door_that_is_used_and_not_drawn_is_a_fault() {
        assertThat(HOUSE.wrongDoors(Map.of(
                        "scrobble", Map.of("media", "x", "store", "y"), "media", Map.of("store", "Mention uses Tx"))))
                .containsExactly("media -> store: used, not drawn (Mention uses Tx)");
    }

    @Test
    void a_door_that_is_drawn_and_not_used_is_a_fault() {
        assertThat(HOUSE.wrongDoors(Map.of("scrobble", Map.of("media", "x"))))
                .containsExactly("scrobble -> store: drawn, not used");
    }

    @Test
    void a_room_that_enters_one_drawn_below_is_a_fault() {
        assertThat(drawn("media -> store\nstore").upward()).hasSize(1);
        assertThat(HOUSE.upward()).isEmpty();
    }

    @Test
    void a_room_that_enters_one_that_is_not_there_is_a_fault() {
        assertThat(drawn("media -> cellar").upward()).hasSize(1);
    }

    @Test
    void two_adapters_that_meet_are_a_fault() {
        assertThat(drawn("adapters.spotify\nadapters.lastfm -> adapters.spotify")
                        .meetings())
                .hasSize(1);
    }

    @Test
    void a_room_without_drawing_and_a_drawing_without_room_are_faults() {
        assertThat(HOUSE.strangers(Set.of("media", "store", "attic"))).hasSize(2);
    }

    @Test
    void a_drawing_that_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> drawn("media\nmedia")).hasMessageContaining("each room once");
        assertThatThrownBy(() -> drawn("media store")).hasMessageContaining("found: media store");
        assertThatThrownBy(() -> Drawing.read("no block")).hasMessageContaining("fenced block");
    }

    @Test
    void a_constant_that_leaves_no_trace_in_the_bytecode_is_a_door_all_the_same() {
        Source source =
                source("scrobble/Intake", "import io.reprise.media.Limits;\nclass Intake { int x = Limits.MAX; }");
        assertThat(Rooms.doors(noClasses(), List.of(source)))
                .isEqualTo(Map.of("scrobble", Map.of("media", "Intake imports Limits")));
    }

    @Test
    void an_import_for_a_comment_alone_is_no_door() {
        Source source =
                source("scrobble/Intake", "import io.reprise.media.Limits;\n/** {@link Limits} */ class Intake {}");
        assertThat(Rooms.doors(noClasses(), List.of(source))).isEmpty();
    }

    @Test
    void an_empty_name_is_refused_and_a_word_that_holds_one_is_not() {
        assertThat(List.of("ImportManager", "UserData", "Utils", "BaseTable")).allMatch(HouseTest::isEmptyName);
        assertThat(List.of("Database", "Inform", "Baseline", "Message")).noneMatch(HouseTest::isEmptyName);
    }

    @Test
    void two_rooms_that_write_one_table_are_a_fault() {
        assertThat(Writes.writtenByTwoRooms(List.of(
                        write("catalog/ItemTable", "insert into item (a) values (?)"),
                        write("play/PlayTable", "update item set seconds = ?"))))
                .hasSize(1);
    }

    @Test
    void a_table_whose_name_is_joined_in_counts_as_written() {
        Source source = source("play/PlayTable", "class A { String a = \"item\"; String b = \"delete from \" + a; }");
        assertThat(Writes.in(source, List.of(source), TABLES))
                .extracting(Writes.Write::table)
                .containsExactly("item");
    }

    @Test
    void a_statement_outside_the_table_classes_is_a_fault() {
        assertThat(Writes.outsideTableClasses(List.of(write("play/Aggregator", "delete from item where user_id = ?"))))
                .hasSize(1);
        assertThat(Writes.outsideTableClasses(List.of(write("play/PlayTable", "delete from item where user_id = ?"))))
                .isEmpty();
    }

    @Test
    void a_change_of_the_scrobble_log_is_a_fault() {
        assertThat(Writes.changesOfTheBooks(List.of(
                        write("scrobble/ScrobbleTable", "update scrobble set zone = 0"),
                        write("scrobble/ScrobbleTable", "DELETE\nFROM scrobble"),
                        write("scrobble/ScrobbleTable", "insert or replace into scrobble (a)"))))
                .hasSize(3);
        assertThat(Writes.changesOfTheBooks(List.of(
                        write("scrobble/ScrobbleTable", "insert into scrobble (a)"),
                        write("scrobble/ErasureTable", "delete from scrobble where user_id = ?"),
                        write("scrobble/PayloadTable", "delete from payload_row where user_id = ?"))))
                .isEmpty();
    }

    @Test
    void text_in_comments_is_not_a_statement_and_text_blocks_are() {
        assertThat(Writes.in(source("play/A", "// \"update item set\"\nclass A {}"), List.of(), TABLES))
                .isEmpty();
        assertThat(Writes.in(
                        source("play/A", "class A { String s = \"\"\"\n update item\n set a = 1 \"\"\"; }"),
                        List.of(),
                        TABLES))
                .hasSize(1);
    }

    private static Drawing drawn(String block) {
        return Drawing.read("## Rooms and doors\n```\n" + block + "\n```\n");
    }

    private static Source source(String name, String text) {
        return Source.of(Path.of("src/main/java/io/reprise/" + name + ".java"), text);
    }

    private static Writes.Write write(String name, String sql) {
        Source source = source(name, "class A { String sql = \"\"\"\n" + sql + "\"\"\"; }");
        return Writes.in(source, List.of(source), TABLES).getFirst();
    }

    private static com.tngtech.archunit.core.domain.JavaClasses noClasses() {
        return new com.tngtech.archunit.core.importer.ClassFileImporter().importClasses();
    }
}
