package bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same 10,000 songs told in each language that players speak, by 32 clients at once, every tenth told twice; then
 * counts what the server has. The yardstick is our own API, measured first.
 */
final class DialectBench {
    private static final int SCROBBLES = 10_000;
    private static final int CLIENTS = 32;
    private static final int TWICE_EACH = 10;
    private static final long FIRST_SECOND = 1_700_000_000L;
    private static final int SETTLE_MILLIS_MAX = 60_000;

    private DialectBench() {}

    /** One language: where a song is told, as what, and what is answered when it was taken. */
    private enum Dialect {
        NATIVE("Reprise's own API", "/api/scrobbles", "application/json", "\"number\""),
        LISTENBRAINZ("ListenBrainz", "/1/submit-listens", "application/json", "\"ok\""),
        LASTFM("Last.fm 2.0", "/2.0/", "application/x-www-form-urlencoded", "accepted=\"1\""),
        AUDIOSCROBBLER(
                "AudioScrobbler 1.2.1",
                "/apis/audioscrobbler_legacy/submission",
                "application/x-www-form-urlencoded",
                "OK"),
        MALOJA("Maloja", "/apis/mlj_1/newscrobble", "application/json", "\"success\""),
        PYSCROBBLER("pyscrobbler", "/music/scrob", "application/json", "\"number\""),
        PLEX("Plex webhook", "", "multipart/form-data; boundary=cut", ""),
        JELLYFIN("Jellyfin webhook", "", "application/json", ""),
        EMBY("Emby webhook", "", "application/json", ""),
        KODI("Kodi webhook", "", "application/json", ""),
        FRESHRSS("FreshRSS webhook", "", "application/json", ""),
        IMMICH("ImmichFrame webhook", "", "application/json", ""),
        TRAKT("Trakt webhook", "", "application/json", "");

        private final String title;
        private final String path;
        private final String type;
        private final String taken;

        Dialect(String title, String path, String type, String taken) {
            this.title = title;
            this.path = path;
            this.type = type;
            this.taken = taken;
        }

        boolean isInlet() {
            return path.isEmpty();
        }

        String body(int n, String token) {
            long at = FIRST_SECOND + 400L * n;
            String artist = "Artist " + n % 90;
            String title = "Song " + n;
            return switch (this) {
                case NATIVE ->
                    "{\"kind\":\"song\",\"artist\":\"" + artist + "\",\"title\":\"" + title + "\",\"started_at\":\""
                            + Instant.ofEpochSecond(at) + "\"}";
                case LISTENBRAINZ ->
                    "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":" + at
                            + ",\"track_metadata\":{\"artist_name\":\"" + artist + "\",\"track_name\":\"" + title
                            + "\"}}]}";
                case LASTFM ->
                    "method=track.scrobble&api_key=bench&sk=" + token + "&artist%5B0%5D=" + form(artist)
                            + "&track%5B0%5D=" + form(title) + "&timestamp%5B0%5D=" + at;
                case AUDIOSCROBBLER ->
                    "s=" + token + "&a[0]=" + form(artist) + "&t[0]=" + form(title) + "&i[0]=" + at
                            + "&o[0]=P&r[0]=&l[0]=200&b[0]=&n[0]=&m[0]=";
                case MALOJA ->
                    "{\"artist\":\"" + artist + "\",\"title\":\"" + title + "\",\"time\":" + at + ",\"key\":\"" + token
                            + "\"}";
                case PYSCROBBLER ->
                    "{\"item_id\":\"" + n + "\",\"artist\":\"" + artist + "\",\"title\":\"" + title
                            + "\",\"state\":\"finished\",\"date\":\"" + Instant.ofEpochSecond(at) + "\"}";
                case PLEX ->
                    "--cut\r\nContent-Disposition: form-data; name=\"payload\"\r\n\r\n{\"event\":\"media.scrobble\","
                            + "\"Account\":{\"id\":1,\"title\":\"ann\"},\"Server\":{\"title\":\"home\"},\"Metadata\":{"
                            + "\"type\":\"movie\",\"title\":\"" + title + "\",\"year\":2001,\"ratingKey\":\"" + n
                            + "\",\"duration\":7200000}}\r\n--cut--\r\n";
                case EMBY ->
                    "{\"Event\":\"playback.stop\",\"User\":{\"Name\":\"ann\"},\"Item\":{\"Name\":\"" + title
                            + "\",\"Id\":\"" + n + "\",\"Type\":\"Movie\",\"RunTimeTicks\":72000000000,"
                            + "\"ProductionYear\":2001},\"PlaybackInfo\":{\"PositionTicks\":72000000000,"
                            + "\"PlayedToCompletion\":true}}";
                case KODI ->
                    "{\"jsonrpc\":\"2.0\",\"method\":\"Player.OnStop\",\"params\":{\"sender\":\"xbmc\",\"data\":{"
                            + "\"end\":true,\"item\":{\"id\":" + n + ",\"type\":\"movie\",\"title\":\"" + title
                            + "\",\"year\":2001}}}}";
                case FRESHRSS ->
                    "{\"event\":\"read\",\"title\":\"" + title + "\",\"url\":\"https://example.org/" + n
                            + "\",\"author\":\"Bo\"}";
                case IMMICH ->
                    "{\"Name\":\"AssetRequestedNotification\",\"ClientIdentifier\":\"kitchen\",\"DateTime\":\""
                            + Instant.ofEpochSecond(at) + "\",\"RequestedAssetId\":\"" + new java.util.UUID(7, n)
                            + "\"}";
                case JELLYFIN ->
                    "{\"NotificationType\":\"PlaybackStop\",\"ItemType\":\"Movie\",\"Name\":\"" + title
                            + "\",\"Year\":2001,\"ItemId\":\"" + n + "\",\"UserId\":\"u\",\"DeviceId\":\"d" + n
                            + "\",\"PlayedToCompletion\":true,\"RunTimeTicks\":72000000000,"
                            + "\"PlaybackPositionTicks\":72000000000}";
                case TRAKT ->
                    "{\"movie\":{\"title\":\"" + title + "\",\"year\":2001,\"ids\":{\"trakt\":" + (n + 1)
                            + "}},\"progress\":99.5}";
            };
        }

        private static String form(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** All of them, or our own API and those whose title holds a word. */
    static void run(String word) throws Exception {
        Path folder = Bench.emptyFolder("dialects");
        List<String> tokens = SubmitBench.tokens(folder, List.of());
        try (Server server = Server.start(folder, List.of())) {
            // The server is still being compiled while it answers the first thousands.
            told(server, Dialect.NATIVE, tokens.getLast());
            Bench.say("| language | scrobbles/s | of our own API's rate | p50 ms | p99 ms | plays | lost | twice |");
            Bench.say("|---|---|---|---|---|---|---|---|");
            double own = 0;
            for (Dialect dialect : Dialect.values()) {
                if (dialect != Dialect.NATIVE && !dialect.title.contains(word)) {
                    continue;
                }
                String token = tokens.get(dialect.ordinal());
                Rate rate = told(server, dialect, token);
                own = dialect == Dialect.NATIVE ? rate.perSecond() : own;
                long plays = settled(server, token);
                Bench.say(
                        "| %s | %.0f | %.2f | %.1f | %.1f | %d | %d | %d |",
                        dialect.title,
                        rate.perSecond(),
                        rate.perSecond() / own,
                        rate.p50(),
                        rate.p99(),
                        plays,
                        Math.max(0, SCROBBLES - plays),
                        Math.max(0, plays - SCROBBLES));
            }
        }
    }

    private record Rate(double perSecond, double p50, double p99) {}

    private static Rate told(Server server, Dialect dialect, String token) throws Exception {
        String path = dialect.isInlet() ? inlet(server, dialect, token) : dialect.path;
        AtomicInteger next = new AtomicInteger();
        List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
        List<Double> took = Collections.synchronizedList(new ArrayList<>());
        List<Thread> clients = new ArrayList<>();
        long begun = System.nanoTime();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Thread.ofPlatform().start(() -> {
                try (Wire wire = new Wire(server.port())) {
                    for (int n = next.getAndIncrement(); n < SCROBBLES; n = next.getAndIncrement()) {
                        took.add(tell(wire, dialect, path, dialect.body(n, token), token));
                        if (n % TWICE_EACH == 0) {
                            took.add(tell(wire, dialect, path, dialect.body(n, token), token));
                        }
                    }
                } catch (Exception | AssertionError e) {
                    faults.add(e);
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(dialect.title + ": a client failed", faults.getFirst());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double[] all = took.stream().mapToDouble(Double::doubleValue).toArray();
        return new Rate(all.length / seconds, Bench.quantile(all, 0.5), Bench.quantile(all, 0.99));
    }

    private static double tell(Wire wire, Dialect dialect, String path, String body, String token) throws Exception {
        long sent = System.nanoTime();
        Wire.Answer answer = wire.send("POST", path, token, dialect.type, body.getBytes(StandardCharsets.UTF_8));
        double millis = (System.nanoTime() - sent) / 1e6;
        // Trakt answers 409 to what it was told a moment ago.
        boolean taken = answer.status() < 300 && answer.body().contains(dialect.taken)
                || dialect == Dialect.TRAKT && answer.status() == 409;
        if (!taken) {
            throw new IllegalStateException(body + " was answered: " + answer);
        }
        return millis;
    }

    private static String inlet(Server server, Dialect dialect, String token) throws Exception {
        String party = dialect.name().toLowerCase(java.util.Locale.ROOT);
        try (Wire wire = new Wire(server.port())) {
            String made = wire.post("/api/inlets", token, "{\"party\":\"" + party + "\"}")
                    .body();
            String path = made.replaceAll("(?s).*?(/in/[a-z]+/[A-Za-z0-9_-]{22}).*", "$1");
            return dialect == Dialect.TRAKT ? path + "/scrobble/stop" : path;
        }
    }

    /** How many plays count, once the follower has read everything. */
    private static long settled(Server server, String token) throws Exception {
        long deadline = System.nanoTime() + SETTLE_MILLIS_MAX * 1_000_000L;
        long before = -1;
        try (Wire wire = new Wire(server.port())) {
            while (System.nanoTime() < deadline) {
                String totals = wire.get("/api/totals", token).body();
                long plays = Long.parseLong(totals.replaceAll("(?s).*?\"plays\"\\s*:\\s*(\\d+).*", "$1"));
                if (plays == before) {
                    return plays;
                }
                before = plays;
                Thread.sleep(1_000);
            }
        }
        return before;
    }
}
