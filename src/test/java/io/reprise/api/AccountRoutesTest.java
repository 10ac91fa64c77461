package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AccountRoutesTest {
    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_token_is_shown_once_works_and_is_refused_once_revoked() {
        JsonNode made = server.post("/api/tokens", "{\"name\":\"phone\"}").json();
        String text = made.path("token").stringValue();

        assertThat(server.send(server.request("/api/me", text).GET())
                        .json()
                        .path("name")
                        .stringValue())
                .isEqualTo("Ann");
        assertThat(server.get("/api/tokens").body()).contains("phone").doesNotContain(text);
        assertThat(server.delete("/api/tokens/" + made.path("number").intValue())
                        .status())
                .isEqualTo(200);
        assertThat(server.send(server.request("/api/me", text).GET()).status()).isEqualTo(401);
        assertThat(server.delete("/api/tokens/99").status()).isEqualTo(404);
        assertThat(server.post("/api/tokens", "{}").status()).isEqualTo(400);
    }

    @Test
    void a_text_with_a_nul_which_not_every_store_can_hold_is_refused() {
        assertThat(server.post("/api/tokens", "{\"name\":\"a\\u0000b\"}").body())
                .contains("\"status\":400", "text without NUL characters");
        assertThat(server.get("/api/search?q=a%00b").body()).contains("\"status\":400", "text without NUL characters");
    }

    @Test
    void moving_house_changes_the_days_since_and_not_those_before() {
        server.tell(ApiServer.song("Abba", "Before", "23:30:00"));
        server.tell(
                "{\"kind\":\"song\",\"artist\":\"Abba\",\"title\":\"After\",\"started_at\":\"2026-05-20T23:30:00Z\"}");
        assertThat(server.get("/api/pulse?from=2026-05-21&to=2026-05-21")
                        .json()
                        .get(0)
                        .path("count")
                        .intValue())
                .isEqualTo(1);

        JsonNode me = server.post("/api/me/zone", "{\"zone\":\"America/New_York\",\"since\":\"2026-05-10\"}")
                .json();
        server.end(me.path("job"));

        assertThat(me.path("zone").stringValue()).isEqualTo("America/New_York");
        assertThat(me.path("zones")).hasSize(2);
        assertThat(server.get("/api/pulse?from=2026-05-20&to=2026-05-20")
                        .json()
                        .get(0)
                        .path("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(server.get("/api/pulse?from=2026-05-02&to=2026-05-02")
                        .json()
                        .get(0)
                        .path("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(server.post("/api/me/zone", "{\"zone\":\"Moon\"}").status()).isEqualTo(400);
        assertThat(server.post("/api/me/zone", "{\"zone\":\"UTC\",\"since\":\"soon\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void weeks_begin_on_the_day_that_the_user_chose() {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));
        String weeks = "/api/counts?by=week";
        assertThat(server.get("/api/me").json().path("week_start").asString("")).isEqualTo("monday");
        String iso = server.get(weeks).json().at("/buckets/0/label").asString("");
        assertThat(iso).contains("-W");

        assertThat(server.post("/api/me/week", "{\"start\":\"Sunday\"}")
                        .json()
                        .path("week_start")
                        .asString(""))
                .isEqualTo("sunday");

        LocalDate first =
                LocalDate.parse(server.get(weeks).json().at("/buckets/0/label").asString(""));
        assertThat(first.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(server.get("/api/reports/heatmap?format=tables")
                        .json()
                        .at("/tables/hours/0/weekday")
                        .asString(""))
                .isEqualTo("Sun");
        assertThat(server.post("/api/me/week", "{\"start\":\"friday\"}").status())
                .isEqualTo(400);
    }

    @Test
    void a_damaged_library_is_told_to_its_owner_and_a_rebuild_mends_it() {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));
        assertThat(server.get("/api/doctor").body()).isEqualTo("{\"user\":\"Ann\",\"healthy\":true,\"findings\":[]}");
        server.database.write(tx -> tx.handle().execute("delete from daily_plays"));

        JsonNode told = server.get("/api/doctor").json();

        assertThat(told.path("healthy").booleanValue()).isFalse();
        assertThat(told.path("findings").get(0).path("check").stringValue()).isEqualTo("daily-plays");
        assertThat(told.path("findings").get(0).path("mend").stringValue()).isEqualTo("./reprise rebuild --user Ann");
        ApiServer.Answer started = server.post("/api/rebuild", "");
        assertThat(started.status()).isEqualTo(202);
        assertThat(server.end(started.json().path("job"))).contains("\"state\":\"done\"", "1 scrobble was read anew");
        assertThat(server.get("/api/doctor").json().path("healthy").booleanValue())
                .isTrue();
    }

    @Test
    void a_user_who_wants_to_be_forgotten_gives_the_password_and_is() {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));
        assertThat(server.send(server.request("/api/me", server.annToken)
                                .method("DELETE", BodyPublishers.ofString("{\"password\":\"wrong one\"}")))
                        .status())
                .isEqualTo(403);
        assertThat(server.get("/api/me").json().path("scrobbles").intValue()).isEqualTo(1);

        assertThat(server.send(server.request("/api/me", server.annToken)
                                .method(
                                        "DELETE",
                                        BodyPublishers.ofString("{\"password\":\"" + ApiServer.PASSWORD + "\"}")))
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/api/me").status()).isEqualTo(401);
        assertThat(server.accounts.login("Ann", ApiServer.PASSWORD)).isEmpty();
    }

    @Test
    void a_password_is_changed_by_who_knows_it() {
        assertThat(server.post("/api/me/password", "{\"password\":\"wrong one\",\"new_password\":\"another one\"}")
                        .status())
                .isEqualTo(403);
        assertThat(server.post(
                                "/api/me/password",
                                "{\"password\":\"" + ApiServer.PASSWORD + "\",\"new_password\":\"another one\"}")
                        .status())
                .isEqualTo(200);
        assertThat(server.accounts.login("Ann", "another one")).contains(server.ann);
    }

    @Test
    void a_file_is_imported_by_a_job_that_can_be_watched() {
        String line = ApiServer.song("Abba", "SOS", "10:00:00");
        ApiServer.Answer started = server.send(server.request("/api/import", server.annToken)
                .header("Content-Type", "multipart/form-data; boundary=X")
                .POST(BodyPublishers.ofString(
                        "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"h.ndjson\"\r\n\r\n" + line
                                + "\n{\"kind\":\"song\"}\n\r\n--X--\r\n")));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        assertThat(started.json().path("success").booleanValue()).isTrue();
        String job = started.json().path("job").path("id").stringValue();

        String events = server.get("/api/jobs/" + job + "/events").body();

        assertThat(events).contains("event: job").contains("\"state\":\"done\"");
        JsonNode run = server.get("/api/imports").json().get(0);
        assertThat(run.path("rows_new").intValue()).isEqualTo(1);
        assertThat(run.path("rows_refused").intValue()).isEqualTo(1);
        assertThat(run.path("source").stringValue()).isEqualTo("h.ndjson");
        assertThat(server.get("/api/imports/1/refusals")
                        .json()
                        .get(0)
                        .path("reason")
                        .stringValue())
                .contains("title");
        assertThat(server.get("/api/quarantine").body()).contains("title");
        assertThat(server.get("/api/jobs").json()).hasSize(1);
        assertThat(server.delete("/api/jobs/" + job).status()).isEqualTo(409);
        assertThat(server.get("/api/jobs/nothing").status()).isEqualTo(404);
    }

    @Test
    void what_is_no_history_starts_no_job() {
        assertThat(server.post("/api/import?name=x.txt", "hello there").status())
                .isEqualTo(422);
        assertThat(server.post("/api/import?name=x.txt", "").status()).isEqualTo(400);
        ApiServer.Answer ordered = server.send(server.request("/api/import", server.annToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"source\":\"lastfm\",\"username\":\"ann\"}")));
        assertThat(ordered.status()).isEqualTo(400);
        assertThat(server.get("/api/jobs").json()).isEmpty();
    }
}
