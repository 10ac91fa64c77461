package io.reprise.adapters.musicbrainz.offline;

import static io.reprise.adapters.musicbrainz.offline.Dumps.mbid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.reprise.http.GiveUp;
import io.reprise.resolve.Question;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndexShelfTest {
    private static final Question TANNERY =
            Question.song("Magpie & Harbour", "Painting the Tannery", "", null, List.of());

    @TempDir
    Path folder = Path.of("");

    private IndexShelf shelf() {
        return new IndexShelf(folder.resolve("authority"), () -> Instant.parse("2026-11-21T10:00:00Z"));
    }

    private Path dump(String name, byte[] bytes) {
        return Dumps.write(folder.resolve(name), bytes);
    }

    private Path songs() {
        return dump("musicbrainz-canonical-dump-20260717-080003.csv", Dumps.utf8(Dumps.SONGS));
    }

    private OfflineMusicBrainz authority() {
        return new OfflineMusicBrainz(folder.resolve("authority"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("authority"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_dump_is_known_by_its_content_whatever_packs_it() {
        byte[] csv = Dumps.utf8(Dumps.SONGS);
        for (byte[] bytes : List.of(
                csv,
                Dumps.packed(Dumps.ZSTD, csv),
                Dumps.packed(Dumps.GZIP, csv),
                Dumps.packed(Dumps.XZ, csv),
                Dumps.tar(Map.of("any", Dumps.SONGS)))) {
            assertThat(shelf().load(dump("some.bin", bytes), LoadWatch.NOBODY))
                    .extracting(LoadedIndex::name, LoadedIndex::rows)
                    .containsExactly(tuple("musicbrainz-canonical", 10L));
        }
    }

    @Test
    void broken_lines_are_counted_with_their_place_and_cost_themselves_only() {
        byte[] bytes = Dumps.utf8(Dumps.HEADER
                + Dumps.song(101, "A", 1, "One", 1)
                + "1,2,3\n"
                + Dumps.row("1", "1", "", "A", "", "R", "no mbid", "T", "", "1")
                + Dumps.song(102, "B\"x\"", 2, "Two,\nlines", 2)
                + Dumps.song(103, "C#", 3, "Three", 3)
                + Dumps.song(104, " ", 4, "Four", 4));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xFF;
        LoadedIndex loaded =
                shelf().load(dump("ugly.csv", bytes), LoadWatch.NOBODY).getFirst();
        assertThat(loaded.rows()).isEqualTo(2);
        assertThat(loaded.badLines()).isEqualTo(4);
        assertThat(loaded.firstBad())
                .containsExactly(
                        "ugly.csv, line 3: 10 columns were expected, not 3",
                        "ugly.csv, line 4: recording_mbid is no MBID",
                        "ugly.csv, line 8: a name is not UTF-8",
                        "ugly.csv, line 9: the artist or the title is blank");
        assertThat(authority().ask(Question.song("b x", "two lines", "", null, List.of())))
                .hasSize(1);
    }

    @Test
    void broken_json_costs_itself_only() {
        String lines = "{\"id\":\"" + mbid(1) + "\",\"name\":\"A\",\"sort-name\":\"A\",\"life-span\":{}}\n"
                + "{\"id\":\"" + mbid(2) + "\",\"name\":\"B\n"
                + "[]\n"
                + "{\"id\":\"x\",\"name\":\"C\"}\n"
                + "{\"id\":\"" + mbid(4) + "\"}\n"
                + "\n"
                + "{\"id\":\"" + mbid(5) + "\",\"name\":\"E\",\"aliases\":7,\"genres\":null,\"life-span\":[]}";
        LoadedIndex loaded = shelf().load(dump("artist", Dumps.utf8(lines)), LoadWatch.NOBODY)
                .getFirst();
        assertThat(loaded.name()).isEqualTo("musicbrainz-artist");
        assertThat(loaded.rows()).isEqualTo(2);
        assertThat(loaded.badLines()).isEqualTo(4);
        assertThat(loaded.firstBad().getFirst()).startsWith("artist, line 2: it is no JSON document");
    }

    @Test
    void a_dump_that_is_cut_off_is_refused_and_the_old_index_stays() throws IOException {
        shelf().load(songs(), LoadWatch.NOBODY);
        byte[] tar = Dumps.tar(Map.of("canonical_musicbrainz_data.csv", Dumps.SONGS.repeat(20)));
        for (Dumps.Packing packing : List.of(Dumps.ZSTD, Dumps.XZ, Dumps.GZIP, (Dumps.Packing) out -> out)) {
            byte[] whole = Dumps.packed(packing, tar);
            byte[] half = Arrays.copyOf(whole, whole.length / 2);
            assertThatThrownBy(() -> shelf().load(dump("half", half), LoadWatch.NOBODY))
                    .isInstanceOf(DumpFailure.class)
                    .hasMessageContaining("half is damaged or cut off")
                    .hasMessageContaining("Download it again");
        }
        assertThat(files()).containsExactly("building.lock", "musicbrainz-canonical.index");
        assertThat(authority().ask(TANNERY)).hasSize(1);
    }

    @Test
    void what_is_no_dump_is_refused_in_words() {
        assertThatThrownBy(() -> shelf().load(dump("notes.txt", Dumps.utf8("hello\nworld\n")), LoadWatch.NOBODY))
                .hasMessageContaining("notes.txt holds no dump that is understood");
        assertThatThrownBy(() ->
                        shelf().load(dump("release", Dumps.utf8("{\"id\":\"1\",\"media\":[]}")), LoadWatch.NOBODY))
                .hasMessageContaining("holds no dump that is understood");
        assertThatThrownBy(() -> shelf().load(dump("empty.csv", Dumps.utf8(Dumps.HEADER)), LoadWatch.NOBODY))
                .hasMessageContaining("has no row that could be read");
        assertThatThrownBy(() -> shelf().load(folder.resolve("nothing"), LoadWatch.NOBODY))
                .hasMessageContaining("There is no file");
    }

    @Test
    void a_load_that_is_stopped_leaves_the_old_index() throws IOException {
        shelf().load(songs(), LoadWatch.NOBODY);
        LoadWatch stopping = new LoadWatch() {
            @Override
            public void at(long bytes, long ofBytes, long rows) {}

            @Override
            public boolean isStopped() {
                return true;
            }
        };
        assertThatThrownBy(() -> shelf().load(songs(), stopping)).isInstanceOf(LoadStopped.class);
        assertThat(files()).containsExactly("building.lock", "musicbrainz-canonical.index");
        assertThat(authority().ask(TANNERY)).hasSize(1);
    }

    @Test
    void what_a_killed_load_left_behind_is_taken_away_by_the_next() throws IOException {
        Files.createDirectories(folder.resolve("authority/building/rows"));
        Files.writeString(folder.resolve("authority/building/rows/7"), "half");
        shelf().load(songs(), LoadWatch.NOBODY);
        assertThat(files()).containsExactly("building.lock", "musicbrainz-canonical.index");
    }

    @Test
    void an_index_is_listed_with_its_dump_and_dropped_by_its_name() {
        shelf().load(songs(), LoadWatch.NOBODY);
        LoadedIndex listed = shelf().list().getFirst();
        assertThat(listed.dump()).isEqualTo("musicbrainz-canonical-dump-20260717-080003.csv");
        assertThat(listed.dumpDate()).isEqualTo("2026-07-17");
        assertThat(listed.loadedAt()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(listed.bytes())
                .isEqualTo(folder.resolve("authority/musicbrainz-canonical.index")
                        .toFile()
                        .length());
        OfflineMusicBrainz authority = authority();
        assertThat(authority.ask(TANNERY)).hasSize(1);
        shelf().drop("musicbrainz-canonical");
        assertThat(authority.ask(TANNERY)).isEmpty();
        assertThatThrownBy(() -> shelf().drop("musicbrainz-canonical"))
                .hasMessage("There is no index musicbrainz-canonical; there is none at all.");
        assertThatThrownBy(() -> shelf().drop("../secret.key")).isInstanceOf(DumpFailure.class);
    }

    @Test
    void a_new_index_answers_when_it_is_next_asked() {
        OfflineMusicBrainz authority = authority();
        assertThat(authority.ask(TANNERY)).isEmpty();
        shelf().load(songs(), LoadWatch.NOBODY);
        assertThat(authority.ask(TANNERY)).hasSize(1);
        Path other = dump("other.csv", Dumps.utf8(Dumps.HEADER + Dumps.song(7, "Other", 1, "Song", 1)));
        shelf().load(other, LoadWatch.NOBODY);
        assertThat(authority.ask(TANNERY)).isEmpty();
        assertThat(authority.ask(Question.song("Other", "Song", "", null, List.of())))
                .hasSize(1);
    }

    @Test
    void many_ask_at_once_while_the_index_is_replaced() throws Exception {
        shelf().load(songs(), LoadWatch.NOBODY);
        OfflineMusicBrainz authority = authority();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Callable<Integer> many = () -> {
                    int wrong = 0;
                    while (!over.get()) {
                        wrong += authority.ask(TANNERY).size() == 1 ? 0 : 1;
                    }
                    return wrong;
                };
                asking.add(threads.submit(many));
            }
            for (int i = 0; i < 5; i++) {
                shelf().load(songs(), LoadWatch.NOBODY);
            }
            over.set(true);
            for (Future<Integer> each : asking) {
                assertThat(each.get()).isZero();
            }
        }
    }

    @Test
    void a_damaged_or_foreign_index_is_refused_in_words() throws IOException {
        Path index = folder.resolve("authority/musicbrainz-canonical.index");
        shelf().load(songs(), LoadWatch.NOBODY);
        byte[] whole = Files.readAllBytes(index);
        refused(index, Arrays.copyOf(whole, whole.length - 100), "bytes instead of");
        refused(index, Arrays.copyOf(whole, 50), "no index of Reprise");
        refused(index, Dumps.utf8("x".repeat(5000)), "no index of Reprise");
        byte[] flipped = whole.clone();
        flipped[40] ^= 1;
        refused(index, flipped, "first page is damaged");
        byte[] newer = whole.clone();
        newer[11] = 9;
        refused(index, newer, "has the form 9");
    }

    private void refused(Path index, byte[] bytes, String why) throws IOException {
        Files.write(index, bytes);
        assertThatThrownBy(() -> authority().ask(TANNERY))
                .isInstanceOf(GiveUp.class)
                .hasMessageContaining("musicbrainz-canonical.index cannot be used")
                .hasMessageContaining(why)
                .hasMessageContaining("reprise authority load");
        assertThat(shelf().list().getFirst().fault()).contains(why);
    }

    @Test
    void an_index_that_is_damaged_inside_never_answers_with_a_fault_of_the_program() throws IOException {
        Path index = folder.resolve("authority/musicbrainz-canonical.index");
        shelf().load(songs(), LoadWatch.NOBODY);
        byte[] whole = Files.readAllBytes(index);
        int refused = 0;
        for (int at = IndexHeader.BYTES; at + 8 <= whole.length; at += 4) {
            try (FileChannel file = FileChannel.open(index, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(whole), 0);
                file.write(ByteBuffer.allocate(4).putInt(0, 0x7FFF_FFF7), at);
            }
            try {
                authority().ask(TANNERY);
            } catch (GiveUp e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
