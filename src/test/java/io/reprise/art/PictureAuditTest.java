package io.reprise.art;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.laws.Library;
import io.reprise.store.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of pictures where rows and files do not fit. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PictureAuditTest {
    private static final Thing ALBUM = new Thing(SubjectKind.CONTAINER, 1);
    private static final Thing ARTIST = new Thing(SubjectKind.CREATOR, 1);

    @TempDir
    Path folder = Path.of("");

    /** An artist with a picture of the user's own, an album with one that was found. */
    private Pictures pictures(Library library) {
        library.live(ADA, "phone", "title=Says;artist=Nils Frahm;album=Spaces;at=2026-01-01T10:00:00Z");
        Pictures pictures =
                new Pictures(library.database, library.clock, new Pictures.Store(folder.resolve("art"), 64L << 20));
        pictures.bring(ADA, ARTIST, Drawn.jpeg(300, 0xff1010));
        Prints found = pictures.printer().print(Drawn.jpeg(300, 0x1010ff));
        pictures.files().keep(found);
        library.database.write(tx -> {
            ShownTable.put(tx, ADA, new ShownTable.Shown(ALBUM, found.hash(), "", ""));
            ShownTable.changed(tx, ADA);
            return true;
        });
        return pictures;
    }

    private static List<String> faults(Library library, Pictures pictures) {
        TreeSet<String> faults = new TreeSet<>();
        PictureAudit audit = new PictureAudit(library.database, pictures);
        audit.ofUser(ADA, (fault, where) -> faults.add(fault + " " + where));
        audit.ofCache((fault, where) -> faults.add(fault + " " + where));
        audit.ofUser(BEN, (fault, where) -> faults.add("BEN " + fault + " " + where));
        return List.copyOf(faults);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("art"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void pictures_that_were_only_used_are_healthy(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            Pictures pictures = pictures(library);
            pictures.bring(ADA, ARTIST, Drawn.jpeg(300, 0x10ff10));
            pictures.bring(ADA, ALBUM, Drawn.jpeg(300, 0xffff10));
            pictures.takeBack(ADA, ALBUM);
            library.clock.advance(Duration.ofDays(2));
            assertThat(faults(library, pictures)).isEmpty();
            assertThat(files()).as("two pictures in two sizes and whole").hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_fault_is_named_and_nothing_is_changed(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            Pictures pictures = pictures(library);
            List<Path> files = files();
            String album = library.database.read(
                    tx -> ShownTable.find(tx, ADA, ALBUM).orElseThrow().hash());
            Path whole = files.stream()
                    .filter(file -> file.toString().endsWith(album + "-1000.jpg"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(whole);

            Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(faults(library, pictures))
                    .singleElement()
                    .asString()
                    .startsWith("CUT_OFF ")
                    .endsWith(album + "-1000.jpg");
            Files.delete(whole);
            assertThat(faults(library, pictures)).containsExactly("GONE container 1");
            Files.write(whole, bytes);
            Files.setLastModifiedTime(whole, FileTime.from(library.clock.instant()));

            library.database.write(tx -> ShownTable.delete(tx, ADA, ALBUM));
            assertThat(faults(library, pictures))
                    .as("it may be about to belong")
                    .isEmpty();
            library.clock.advance(Duration.ofDays(2));
            assertThat(faults(library, pictures)).containsExactly("STRAY " + album);

            library.database.write(tx -> tx.handle()
                    .createUpdate("update art_upload set bytes = :bytes")
                    .bind("bytes", new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3})
                    .execute());
            library.database.write(
                    tx -> tx.handle().createUpdate("delete from creator").execute());
            assertThat(faults(library, pictures))
                    .containsExactly("OWN_CUT_OFF creator 1", "OWN_OF_NOTHING creator 1", "STRAY " + album);
        }
    }
}
