package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.cli.Typist.Ended;
import io.reprise.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands on a data folder without a server, which they answer themselves. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ClientCommandsTest {
    @TempDir
    static Path made;

    static Path emptyStore;

    @TempDir
    Path home = Path.of("");

    private Typist typist;

    @BeforeAll
    static void makeStore() {
        emptyStore = Typist.emptyStore(made);
    }

    @BeforeEach
    void addAnn() {
        typist = new Typist(home).over(emptyStore);
        typist.user("ann");
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(home.resolve(name), content);
    }

    private static String song(String title, String artist, String at) {
        return "{\"kind\":\"song\",\"title\":\"" + title + "\",\"artist\":\"" + artist + "\",\"started_at\":\"" + at
                + "\",\"length\":200}\n";
    }

    @Test
    void a_scrobble_is_stored_once_and_told_in_the_users_zone() {
        String[] told = {
            "scrobble", "song", "Ferry", "--by", "The Otters", "--in", "Estuary", "--at", "2024-05-01 20:15"
        };

        Ended first = typist.run(told);
        assertThat(first).isEqualTo(new Ended(0, "Stored as scrobble 1, 2024-05-01 20:15: it counts.\n", ""));
        assertThat(typist.run(told).out()).isEqualTo("Known already, as scrobble 1, 2024-05-01 20:15: it counts.\n");
        assertThat(typist.run("history").out()).isEqualTo("1  2024-05-01 20:15  song  Ferry  The Otters  Estuary\n");
        assertThat(json(typist.run("history", "--json").out())
                        .path(0)
                        .path("timestamp")
                        .asString())
                .isEqualTo("2024-05-01T18:15:00Z");
    }

    @Test
    void every_kind_is_told_in_its_own_words() {
        typist.run("scrobble", "episode", "Pilot", "--in", "The Pier", "--season", "2", "--episode", "4");
        typist.run("scrobble", "film", "Quarry", "--by", "Edda Torenby", "--year", "1987", "--at", "2023-11");
        typist.run("scrobble", "article", "On Moths", "--in", "a.example", "--url", "https://a.example/moths");
        typist.run(
                "scrobble", "book", "Marrow", "--by", "A", "--by", "B", "--in", "Saga", "--id", "isbn=9780306406157");
        typist.run("scrobble", "podcast", "#1", "--in", "The Kettle Hour", "--by", "Benno");
        typist.run("scrobble", "video", "Tram", "--in", "Trams", "--duration", "90");
        typist.run("scrobble", "picture", "Sunset", "--in", "Summer");

        JsonNode plays = json(typist.run("history", "--json").out());
        assertThat(plays).hasSize(7);
        assertThat(plays).extracting(play -> play.path("kind").asString()).contains("episode", "film", "article");
        assertThat(plays)
                .extracting(play -> play.path("item").path("credit").asString())
                .contains("A, B", "Edda Torenby");
        assertThat(plays)
                .extracting(play -> play.path("container").path("name").asString(""))
                .contains("The Pier", "a.example", "Saga", "The Kettle Hour", "Trams", "Summer");
        assertThat(typist.run("history", "--kind", "book,film").out().lines()).hasSize(2);
    }

    @Test
    void a_piece_of_a_play_says_why_it_does_not_count() {
        Ended piece = typist.run(
                "scrobble",
                "book",
                "Marrow",
                "--verb",
                "stop",
                "--position",
                "12",
                "--total",
                "300",
                "--unit",
                "pages");

        assertThat(piece.code()).isZero();
        assertThat(piece.out()).contains("broken off before it counts");
    }

    @Test
    void a_word_that_says_nothing_of_the_kind_is_asked_wrongly() {
        assertThat(typist.run("scrobble", "song", "X", "--season", "1"))
                .isEqualTo(new Ended(
                        2, "", "reprise: song: --season and --episode cannot be told of this kind of media.\n"));
        assertThat(typist.run("scrobble", "tune", "X").err()).contains("\"tune\" is no kind", "song, episode");
        assertThat(typist.run("scrobble", "song", "X", "--at", "soon").err()).contains("\"soon\" cannot be read");
        assertThat(typist.run("scrobble", "song", "X", "--verb", "hum").err())
                .startsWith("reprise: A scrobble cannot be taken")
                .contains("played, start", "hum")
                .hasLineCount(1);
        assertThat(typist.run("top", "songs").code()).isEqualTo(2);
        assertThat(typist.run("history", "--limit", "0").code()).isEqualTo(2);
    }

    @Test
    void history_follows_the_cursors_to_the_limit_and_no_further() throws Exception {
        String lines = IntStream.range(0, 1300)
                .mapToObj(i ->
                        song("Song " + i, "The Otters", "2024-05-01T00:00:00Z").replace("00:00:00", clock(i)))
                .collect(Collectors.joining());
        assertThat(typist.run("import", file("old.ndjson", lines).toString()).code())
                .isZero();

        JsonNode plays = json(typist.run("history", "--limit", "1250", "--json").out());
        assertThat(plays).hasSize(1250);
        assertThat(plays.path(0).path("title").asString()).isEqualTo("Song 1299");
        assertThat(plays.path(1249).path("title").asString()).isEqualTo("Song 50");
        assertThat(typist.run("history", "--limit", "5000").out().lines()).hasSize(1300);
        assertThat(typist.run("history", "--range", "2023").out()).isEqualTo("Nothing was played there.\n");
    }

    private static String clock(int minute) {
        return "%02d:%02d:00".formatted(minute / 60, minute % 60);
    }

    @Test
    void a_chart_gives_the_same_rank_to_those_with_as_many_plays() throws Exception {
        String lines = song("A", "One", "2024-05-01T01:00:00Z")
                + song("B", "One", "2024-05-01T02:00:00Z")
                + song("C", "Two", "2024-05-01T03:00:00Z")
                + song("D", "Six", "2024-05-01T04:00:00Z");
        typist.run("import", file("few.ndjson", lines).toString());

        Ended top = typist.run("top", "creators");
        assertThat(top.out()).startsWith("3 creators, 4 plays, range: all\n1  One ");
        assertThat(top.out().lines().skip(2))
                .allMatch(line -> line.startsWith("2  ") && line.endsWith("1  ██████████"));
        assertThat(json(typist.run("top", "items", "--by", "seconds", "--limit", "2", "--json")
                                .out())
                        .path("rows"))
                .hasSize(2);
        assertThat(typist.run("stats").out())
                .contains("plays            4", "13 min", "4 items, 3 creators", "song  4 plays");
        assertThat(json(typist.run("stats", "--range", "2023", "--json").out())
                        .path("plays")
                        .asInt())
                .isZero();
    }

    @Test
    void an_import_counts_what_came_and_shows_what_was_refused() throws Exception {
        String lines = song("A", "One", "2024-05-01T01:00:00Z") + "{\"kind\":\"song\"}\n"
                + song("B", "Two", "2024-06-01T01:00:00Z");
        Path old = file("old.ndjson", lines);

        Ended first = typist.run("import", old.toString());
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("old.ndjson (reprise.export), run 1")
                .contains("3 rows read: 2 new, 0 known, 1 refused, 0 left out")
                .contains("plays from 2024-05-01 to 2024-06-01")
                .contains("line 2: ", "title");
        assertThat(typist.given(lines, "import", "-").out()).contains("0 new, 2 known, 1 refused");
        assertThat(json(typist.run("import", old.toString(), "--json").out())
                        .path("rows_known")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void an_import_of_nothing_readable_fails_and_one_among_others_does_not() throws Exception {
        Path odd = file("odd.bin", "neither this nor that");
        Path good = file("good.ndjson", song("A", "One", "2024-05-01T01:00:00Z"));

        Ended alone = typist.run("import", odd.toString());
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.err())
                .startsWith("reprise: ")
                .contains("These are understood", "Spotify")
                .hasLineCount(1);
        assertThat(typist.run("import", home.resolve("none.json").toString()).err())
                .contains("There is no file");
        Ended both = typist.run("import", odd.toString(), good.toString());
        assertThat(both.code()).isZero();
        assertThat(both.out()).contains("1 new");
        assertThat(both.err()).contains("odd.bin");
    }

    @Test
    void what_is_exported_comes_back_whole() throws Exception {
        typist.run("scrobble", "song", "Ferry", "--by", "The Otters", "--at", "2024-05-01 20:15");
        typist.run("scrobble", "film", "Quarry", "--year", "1987", "--at", "2023");
        typist.user("bob");
        Path file = home.resolve("all.ndjson");

        Ended written = typist.run("export", "--user", "ann", "--to", file.toString());
        assertThat(written.code()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(typist.run("import", file.toString(), "--user", "bob").code())
                .isZero();
        assertThat(typist.run("export", "--user", "bob").out()).isEqualTo(Files.readString(file));
        assertThat(typist.run("export", "--user", "bob", "--format", "csv").out())
                .contains("Ferry", "Quarry");
        assertThat(typist.run("export", "--user", "bob", "--format", "xml").err())
                .contains("json, ndjson, csv");
        assertThat(home).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whose_history_it_is_must_be_clear() {
        typist.user("bob");

        Ended unclear = typist.run("stats");
        assertThat(unclear.code()).isEqualTo(2);
        assertThat(unclear.err()).contains("There are 2 users here", "--user");
        assertThat(typist.run("stats", "--user", "carl").err()).contains("no user named carl");
        assertThat(new Typist(home.resolve("other")).run("stats").err()).contains("no user here yet");
    }

    @Test
    void what_lets_a_command_in_is_in_no_table_when_it_has_ended() {
        typist.run("scrobble", "song", "Ferry", "--by", "The Otters");

        try (App app = typist.open()) {
            User ann = app.accounts().find("ann").orElseThrow();
            assertThat(app.accounts().tokens(ann.id())).hasSize(1);
            long sessions = app.database()
                    .read(tx -> tx.handle()
                            .select("select count(*) from session")
                            .mapTo(Long.class)
                            .one());
            assertThat(sessions).isZero();
        }
    }

    @Test
    void a_link_is_made_listed_and_taken_back() {
        Ended made = typist.run("link", "create", "top", "--only", "song", "--span", "2026", "--public", "anns-music");
        assertThat(made).isEqualTo(new Ended(0, "/x/anns-music/top.svg\n", ""));
        assertThat(typist.run("link").out()).startsWith("1  top  ").contains("/x/anns-music");
        assertThat(typist.run("link", "create", "nothing").err()).contains("top");
        assertThat(typist.run("link", "revoke", "1").out()).isEqualTo("Took back link 1.\n");
        assertThat(typist.run("link").out()).startsWith("There are no links.");
        assertThat(typist.run("link", "forget").code()).isEqualTo(2);
    }

    @Test
    void a_link_shows_a_list_that_is_named() {
        assertThat(typist.run("playlist", "add", "playcount:10..", "--name", "much played")
                        .code())
                .isZero();
        assertThat(typist.run("link", "create", "playlist", "--list", "much played", "--public", "much")
                        .out())
                .contains("/x/much/list.m3u8\n");
        assertThat(typist.run("link", "create", "playlist", "--list", "nothing").err())
                .contains("There is no list called \"nothing\"");
    }

    @Test
    void a_digest_is_looked_at_and_ordered_only_to_a_target_there_is() {
        assertThat(typist.run("digest", "preview", "year").out())
                .startsWith("Your 20")
                .contains("Nothing was played.");
        assertThat(typist.run("digest", "preview", "year", "--json").out()).contains("\"every\":\"year\"");
        assertThat(typist.run("digest").out()).startsWith("No digest was ordered.");
        assertThat(typist.run("digest", "add", "week").code()).isEqualTo(2);
        assertThat(typist.run("digest", "add", "week", "--to", "7").err()).contains("got 7");
        assertThat(typist.run("digest", "send", "3").err()).contains("digest");
        assertThat(typist.run("digest", "tell", "3").code()).isEqualTo(2);
    }

    @Test
    void the_rules_of_a_list_are_read_from_a_file() throws Exception {
        String lines = "@" + file("rules.txt", "kind:song playcount:2.. limit:7");
        String json = "@" + file("rules.nsp", "{\"all\": [{\"gt\": {\"playcount\": 1}}], \"sort\": \"title\"}");

        assertThat(typist.run("playlist", "eval", lines).out()).startsWith("Songs where play count is at least 2");
        Ended added = typist.run("playlist", "add", json, "--name", "Old loves");
        assertThat(added.err()).isEmpty();
        assertThat(added.out()).startsWith("Kept as \"Old loves\": ");
        Ended absent = typist.run("playlist", "eval", "@" + home.resolve("absent.nsp"));
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.err()).startsWith("reprise: There is no file ").hasLineCount(1);
    }
}
