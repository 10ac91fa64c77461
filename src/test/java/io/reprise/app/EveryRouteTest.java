package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 6: nobody sees or changes a row of somebody else, on any route of the running server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EveryRouteTest {
    /** Her name as questions spell it: the same to the server, and not what an answer out of her rows would say. */
    private static final String ASKED = "ZANZIBARquokka";

    private static final int NUMBERS_MAX = 3;
    private static final int ROUTES_THAT_SHOW_MIN = 40;

    private final RouteBook book = new RouteBook();

    @TempDir
    Path folder = Path.of("");

    private TwoPeople people;

    /** One request, with whether the page asks for a part of itself. */
    private record Ask(RouteBook.Entry entry, String path, String argument, boolean isPart) {}

    private record Got(int status, String location, String body) {}

    @BeforeEach
    void two_people_fill_their_libraries() {
        people = new TwoPeople(folder);
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void every_route_is_asked_and_every_line_is_a_route() {
        List<String> routes = people.routes();

        assertThat(routes)
                .as("routes without a line in routes.txt")
                .allMatch(route -> book.of(route).isPresent());
        assertThat(routes).as("lines without a route").containsAll(book.named());
        assertThat(new HashSet<>(routes)).hasSameSizeAs(routes);
    }

    @Test
    void the_questions_reach_her_things_when_she_asks_them() {
        Set<String> showing = new LinkedHashSet<>();
        for (Ask ask : asks()) {
            if (ask.entry().method().equals("GET")
                    && send(ask, people.herToken).body().contains(TwoPeople.MARK)) {
                showing.add(ask.entry().path());
            }
        }
        assertThat(showing).hasSizeGreaterThan(ROUTES_THAT_SHOW_MIN);
    }

    @Test
    void another_user_sees_and_changes_nothing_of_hers() {
        Map<String, List<String>> before = people.herRows();
        assertThat(before.values()).filteredOn(rows -> !rows.isEmpty()).hasSizeGreaterThan(20);
        String playing = send(playing(), people.herToken).body();
        for (Ask ask : asks()) {
            Got got = send(ask, people.hisToken);
            assertThat(got.body()).as(ask + " " + got).doesNotContain(TwoPeople.MARK);
            assertThat(got.location()).as(ask + " " + got).doesNotContain(TwoPeople.MARK);
            boolean wasGuess = ask.argument().contains("guessed");
            assertThat(got.status()).as(ask + " " + got).isLessThan(500);
            assertThat(got.status() == 401).as(ask + " " + got).isEqualTo(wasGuess);
        }
        assertThat(people.herRows()).isEqualTo(before);
        assertThat(send(playing(), people.herToken).body())
                .contains(TwoPeople.MARK)
                .isEqualTo(playing);
    }

    @Test
    void who_proves_nothing_sees_only_what_is_public() {
        Map<String, List<String>> before = people.herRows();
        for (Ask ask : asks()) {
            Got got = send(ask, null);
            assertThat(got.body()).as(ask + " " + got).doesNotContain(TwoPeople.MARK);
            if (!ask.entry().isPublic()) {
                assertThat(isRefusal(ask, got)).as(ask + " " + got).isTrue();
            }
        }
        assertThat(people.herRows()).isEqualTo(before);
    }

    /** 401; a page shows where to sign in, a part of it says so to the page, and a stream ends. */
    private static boolean isRefusal(Ask ask, Got got) {
        return switch (got.status()) {
            case 401 -> true;
            case 204 -> got.body().isEmpty() && (ask.isPart() || ask.entry().isStream());
            case 303 -> got.body().equals("Redirected") && got.location().startsWith("/signin");
            default -> false;
        };
    }

    private Ask playing() {
        return new Ask(book.of("GET /api/now-playing").orElseThrow(), "/api/now-playing", "", false);
    }

    /** Every route with every number and name of hers, whole and as a part of a page. */
    private List<Ask> asks() {
        List<Ask> asks = new ArrayList<>();
        for (String route : people.routes()) {
            RouteBook.Entry entry = book.of(route).orElseThrow(() -> new AssertionError("no arguments for " + route));
            for (String argument : entry.arguments()) {
                for (String path : paths(entry.path())) {
                    asks.add(new Ask(entry, path, argument, false));
                    asks.add(new Ask(entry, path, argument, true));
                }
            }
        }
        return asks;
    }

    private Set<String> paths(String route) {
        Set<String> paths = new LinkedHashSet<>();
        for (int number = 1; number <= NUMBERS_MAX; number++) {
            String path = filled((route.contains("/playlist/") ? route.replace("{id}", people.herPlaylist) : route)
                    .replace("{number}", Integer.toString(number))
                    .replace("{run}", Integer.toString(number))
                    .replace("{tag}", "{name}")
                    .replace(
                            "{subject}",
                            List.of("items", "creators", "containers").get(number - 1))
                    .replace("{word}", List.of("activity", "streaks", "novelty").get(number - 1))
                    .replace("{type}", List.of("alltime", "2026", "streaks").get(number - 1)));
            assertThat(path)
                    .as("a name in a path that this test knows no value of")
                    .doesNotContain("{");
            paths.add(path);
        }
        return paths;
    }

    private String filled(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("{id}", people.herJob);
        values.put("{letter}", "1");
        values.put("{kind}", "song");
        values.put("{year}", "2026");
        values.put("{period}", "2026");
        values.put("{artist}", ASKED);
        values.put("{album}", ASKED + "%20Album");
        values.put("{track}", ASKED + "%20One");
        values.put("{user}", ASKED);
        values.put("{other}", ASKED);
        values.put("{name}", ASKED);
        values.put("{password}", TwoPeople.PASSWORD);
        values.put("{second}", "1777629600");
        values.put("{msid}", people.herMsid);
        values.put("{mbid}", people.herMsid);
        values.put("{offset}", "0");
        values.put("{party}", "plex");
        values.put("{secret}", "nobodyknowsthisaddress");
        values.put("{file}", "plays.atom");
        values.put("<rest>", "syncs/progress");
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private Got send(Ask ask, @Nullable String token) {
        String argument = filled(ask.argument());
        String query = argument.startsWith("?") ? argument.split(" ", 2)[0] : "";
        String body = argument.substring(query.length()).strip();
        HttpRequest.Builder request = people.request(ask.path() + query, token);
        if (ask.isPart()) {
            request.header("HX-Request", "true");
        }
        if (body.startsWith("form:")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            body = body.substring("form:".length()).replace(" ", "+");
        } else if (body.startsWith("file:")) {
            request.header("Content-Type", "multipart/form-data; boundary=edge");
            body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"own\"\r\n\r\n"
                    + body.substring("file:".length()) + "\r\n--edge--\r\n";
        }
        request.method(ask.entry().method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<InputStream> answer = people.send(request, BodyHandlers.ofInputStream());
        String location = answer.headers().firstValue("Location").orElse("");
        return new Got(answer.statusCode(), location, body(ask, answer));
    }

    /** The whole body; of what never ends the first words, up to those of the last thing that it tells at once. */
    private static String body(Ask ask, HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            if (!ask.entry().isStream() || answer.statusCode() != 200) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            int events = ask.path().equals("/live") ? 2 : 1;
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                text.append(line).append('\n');
                events -= line.isEmpty() ? 1 : 0;
                if (events == 0) {
                    break;
                }
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
