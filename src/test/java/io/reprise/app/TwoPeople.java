package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.art.Drawn;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Evidence;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Match;
import io.reprise.resolve.Rule;
import io.reprise.resolve.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The whole server on a free port, with two people who fill their libraries in the same way. */
final class TwoPeople implements AutoCloseable {
    /** Stands in everything of hers, so that nothing can be overlooked; questions spell it in another way. */
    static final String MARK = "Zanzibarquokka";

    static final String PASSWORD = "correct horse battery";
    private static final String PLAYLIST = "{\"playlist\":{\"title\":\"%s\",\"extension\":"
            + "{\"https://musicbrainz.org/doc/jspf#playlist\":{\"public\":true}},\"track\":[{\"identifier\":"
            + "\"https://musicbrainz.org/recording/%s\"}]}}";
    private static final String OWN = "Bensownthing";
    private static final long BODY_BYTES_MAX = 1L << 20;
    private static final int SPARE_TOKENS = 4;
    private static final int PROPOSALS = 3;

    final App app;
    final User she;
    final User he;
    final String herToken;
    /** Its number is higher than those of the tokens that a walk revokes. */
    final String hisToken;
    /** Of something that is on her list of jobs. */
    final String herJob;
    /** Of her first song, where ListenBrainz is spoken. */
    final String herMsid;
    /** A playlist of hers, where ListenBrainz is spoken. */
    final String herPlaylist;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    TwoPeople(Path folder) {
        Map<Setting, String> flags =
                Map.of(Setting.DATA, folder.toString(), Setting.PORT, "0", Setting.AUTHORITIES, "none");
        Config config = Config.read(flags, new Config.Surroundings(Map.of(), folder));
        app = App.open(config, SettableClock.at("2026-06-01T12:00:00Z"));
        she = app.accounts().create(MARK, PASSWORD, ZoneId.of("Europe/Berlin"));
        he = app.accounts().create("Ben", PASSWORD, ZoneId.of("Europe/Berlin"));
        address = URI.create(app.serve("nobody").address());
        herToken = app.accounts().createToken(she.id(), MARK);
        herJob = fill(herToken, MARK);
        for (int i = 0; i < SPARE_TOKENS; i++) {
            app.accounts().createToken(he.id(), "spare");
        }
        hisToken = app.accounts().createToken(he.id(), "walk");
        fill(hisToken, OWN);
        bringPictures(she.id());
        bringPictures(he.id());
        propose(she.id(), MARK);
        propose(he.id(), OWN);
        app.accounts().startSession(she.id());
        Matcher msid = Pattern.compile("\"recording_msid\":\"([0-9a-f-]{36})\"")
                .matcher(need(herToken, "GET", "/1/user/" + MARK + "/listens", ""));
        assertThat(msid.find()).isTrue();
        herMsid = msid.group(1);
        need(
                herToken,
                "POST",
                "/1/feedback/recording-feedback",
                "{\"recording_msid\":\"" + herMsid + "\",\"score\":1}");
        need(herToken, "POST", "/1/pin", "{\"recording_msid\":\"" + herMsid + "\",\"blurb_content\":\"" + MARK + "\"}");
        Matcher list = Pattern.compile("\"playlist_mbid\":\"([^\"]+)\"")
                .matcher(need(herToken, "POST", "/1/playlist/create", PLAYLIST.formatted(MARK, herMsid)));
        assertThat(list.find()).isTrue();
        herPlaylist = list.group(1);
    }

    /** Tells of three songs and a film, decides, rates, imports; the answer is the job of the import. */
    private String fill(String token, String mark) {
        String song = "{\"kind\":\"song\",\"artist\":\"%s\",\"title\":\"%s %s\",\"release\":\"%s Album\","
                + "\"length\":200,\"started_at\":\"2026-05-01T1%d:00:00Z\"}";
        need(token, "POST", "/api/scrobbles", song.formatted(mark, mark, "One", mark, 0));
        need(token, "POST", "/api/scrobbles", song.formatted(mark + " Two", mark, "Two", mark, 1));
        need(token, "POST", "/api/scrobbles", song.formatted(mark, mark, "Three", mark + " Other", 2));
        need(token, "POST", "/api/scrobbles", song.formatted(mark, mark, "Four", mark, 3));
        need(
                token,
                "POST",
                "/api/merge",
                "{\"kind\":\"creator\",\"from" + "\":2,\"into\":1,\"because\":\"" + mark + "\"}");
        need(token, "DELETE", "/api/scrobbles/4", "");
        need(token, "POST", "/1/latest-import", "{\"ts\":777}");
        need(token, "POST", "/music/scrob", "{\"item_id\":\"" + mark + "\",\"state\":\"started\"}");
        need(token, "POST", "/music/rate", "{\"rating\":7}");
        need(token, "POST", "/music/tag", "{\"tag\":\"" + mark + "\"}");
        need(token, "POST", "/api/now-playing", song.formatted(mark, mark, "Now", mark, 4));
        String connection = "{\"source\":\"listenbrainz\",\"username\":\"%s\",\"token\":\"%s\","
                + "\"base_url\":\"http://127.0.0.1:1\",\"enabled\":false}";
        need(token, "POST", "/api/sync/config", connection.formatted(mark, mark));
        String relay = "{\"party\":\"maloja\",\"label\":\"%s\",\"username\":\"%s\",\"token\":\"%s\","
                + "\"address\":\"http://127.0.0.1:1\",\"enabled\":false}";
        need(token, "POST", "/api/relay", relay.formatted(mark, mark, mark));
        String webhook = "{\"label\":\"%s\",\"address\":\"http://127.0.0.1:1/%s\",\"enabled\":false}";
        need(token, "POST", "/api/webhooks", webhook.formatted(mark, mark));
        need(token, "POST", "/api/links", "{\"shows\":\"plays\",\"name\":\"" + mark + "\"}");
        need(token, "POST", "/api/digests", "{\"every\":\"week\",\"target\":2}");
        need(token, "POST", "/api/inlets", "{\"party\":\"plex\",\"name\":\"" + mark + "\"}");
        String imported = need(
                token,
                "POST",
                "/api/import?name=" + mark,
                song.formatted(mark, mark, "Five", mark, 5) + "\n{\"kind\":\"son" + "g\",\"artist\":\"" + mark + "\"}");
        Matcher job = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(imported);
        assertThat(job.find()).as(imported).isTrue();
        assertThat(need(token, "GET", "/api/jobs/" + job.group(1) + "/events", ""))
                .contains("\"state\":\"done\"");
        return job.group(1);
    }

    /** A picture of one's own for a song, an artist and an album. */
    private void bringPictures(UserId user) {
        byte[] picture = Drawn.jpeg(20, 0x203040);
        for (SubjectKind kind : SubjectKind.THINGS) {
            app.library().art().pictures().bring(user, new Thing(kind, 1), picture);
        }
    }

    /** Three songs wait for an answer, as the resolver would have left them. */
    private void propose(UserId user, String mark) {
        Finding finding = new Finding(
                new ExternalId("mb:recording", "b1a9c0e9-d987-4042-ae91-78d6a3267d69"),
                null,
                MediaKind.SONG,
                mark + " Found",
                List.of(),
                Optional.empty(),
                null,
                null,
                200,
                "2016",
                mark,
                List.of(),
                List.of(),
                List.of(),
                0);
        Evidence title = new Evidence("title", Evidence.Speaks.AGAINST, mark, mark + " Found", "a word more");
        String matches = JsonMapper.builder()
                .build()
                .writeValueAsString(List.of(new Match(finding, 0.8, Rule.NEAR_NAMES, List.of(title), Verdict.ASK)));
        app.database().write(tx -> {
            for (int number = 1; number <= PROPOSALS; number++) {
                tx.handle()
                        .createUpdate("""
                                insert into proposal
                                    (user_id, number, item, credit, created_at, source, rule, score, matches, state)
                                values (:user, :number, :number, :mark, 1777629600, 'musicbrainz', 'NEAR_NAMES', 0.8,
                                    :matches, :state)""")
                        .bind("user", user.value())
                        .bind("number", number)
                        .bind("mark", mark)
                        .bind("matches", matches)
                        .bind("state", number == PROPOSALS ? 2 : 0)
                        .execute();
            }
            return PROPOSALS;
        });
    }

    private String need(String token, String method, String path, String body) {
        HttpResponse<String> answer = send(
                request(path, token)
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isLessThan(300);
        return answer.body();
    }

    List<String> routes() {
        return app.routes();
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).header("User-Agent", "curl/8.5");
        return token == null ? request : request.header("Authorization", "Token " + token);
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every row of hers in every table that has a user, as text. */
    Map<String, List<String>> herRows() {
        Map<String, List<String>> rows = new TreeMap<>();
        app.database().read(tx -> {
            List<String> tables =
                    tx.handle().createQuery("""
                            select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'user_id'
                            where m.type = 'table'""").mapTo(String.class).list();
            for (String table : tables) {
                rows.put(
                        table,
                        tx.handle()
                                .createQuery("select * from " + table + " where user_id = :user")
                                .bind("user", she.id().value())
                                .mapToMap()
                                .map(TwoPeople::text)
                                .list());
            }
            return tables;
        });
        return rows;
    }

    private static String text(Map<String, Object> row) {
        row.replaceAll((name, value) ->
                value instanceof byte[] bytes ? List.of(HexFormat.of().formatHex(bytes)) : value);
        return new TreeMap<>(row).toString();
    }

    @Override
    public void close() {
        client.shutdownNow();
        app.close();
    }
}
