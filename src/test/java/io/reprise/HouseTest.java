package io.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house is as ARCHITECTURE.md draws it. HouseGuardsTest shows that each of these can fail. */
class HouseTest {
    /** Words that name nothing: a class called so does not say what it is for. */
    static final Set<String> EMPTY_NAMES = Set.of(
            "Manager",
            "Service",
            "Helper",
            "Util",
            "Utils",
            "Impl",
            "Data",
            "Info",
            "Processor",
            "Base",
            "Abstract",
            "Common",
            "Misc");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes", "io", "reprise"));
    private static final List<Source> SOURCES = Source.under(Source.MAIN);
    private static final List<Writes.Write> WRITES = new ArrayList<>();

    @BeforeAll
    static void read_the_statements() throws IOException {
        Set<String> tables = Writes.tables(migrations());
        Map<String, List<Source>> rooms = SOURCES.stream().collect(Collectors.groupingBy(Source::room));
        SOURCES.forEach(
                source -> WRITES.addAll(Writes.in(source, rooms.getOrDefault(source.room(), List.of()), tables)));
    }

    @Test
    void every_class_lives_in_a_drawn_room_and_every_drawn_room_is_lived_in() throws IOException {
        assertThat(drawing().strangers(Rooms.in(CLASSES))).isEmpty();
    }

    @Test
    void a_room_enters_only_rooms_drawn_above_it() throws IOException {
        assertThat(drawing().upward()).isEmpty();
    }

    @Test
    void the_doors_drawn_are_the_doors_used() throws IOException {
        assertThat(drawing().wrongDoors(Rooms.doors(CLASSES, SOURCES))).isEmpty();
    }

    @Test
    void adapters_never_meet() throws IOException {
        assertThat(drawing().meetings()).isEmpty();
    }

    @Test
    void main_is_alone_at_the_root_and_enters_the_command_line_only() {
        assertThat(SOURCES.stream().filter(source -> source.room().isEmpty()).map(Source::name))
                .isSubsetOf("Main", "package-info");
        var doors = Rooms.doors(CLASSES, SOURCES).get("");
        if (doors != null) {
            assertThat(doors.keySet()).containsOnly("cli");
        }
    }

    @Test
    void a_name_says_something() {
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName).filter(HouseTest::isEmptyName))
                .isEmpty();
        assertThat(Rooms.in(CLASSES).stream().map(HouseTest::capitalised).filter(HouseTest::isEmptyName))
                .isEmpty();
    }

    @Test
    void a_table_is_written_by_one_room() {
        assertThat(WRITES).as("no SQL was found at all: has it moved?").isNotEmpty();
        assertThat(Writes.writtenByTwoRooms(WRITES)).isEmpty();
    }

    @Test
    void rows_are_changed_in_table_classes_only() {
        assertThat(Writes.outsideTableClasses(WRITES)).isEmpty();
    }

    @Test
    void the_scrobble_log_and_the_ledger_are_append_only() {
        assertThat(Writes.changesOfTheBooks(WRITES)).isEmpty();
    }

    static boolean isEmptyName(String simpleName) {
        return Arrays.stream(simpleName.split("(?<=[a-z0-9])(?=[A-Z])")).anyMatch(EMPTY_NAMES::contains);
    }

    private static String capitalised(String room) {
        String word = room.substring(room.lastIndexOf('.') + 1);
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private static Drawing drawing() throws IOException {
        return Drawing.read(Files.readString(Path.of("ARCHITECTURE.md")));
    }

    private static List<String> migrations() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
