package bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One language: where a song is told, as what, and what is answered when it was taken. */
enum Dialect {
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
    MINIFLUX("Miniflux webhook", "", "application/json", ""),
    KOREADER("KOReader sync", "", "application/json", "\"document\""),
    TRAKT("Trakt webhook", "", "application/json", "");

    /** The secret that Miniflux signs with. */
    static final String SECRET = "a secret of Miniflux";

    private static final long FIRST_SECOND = 1_700_000_000L;

    final String title;
    final String path;
    final String type;
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
                "method=track.scrobble&api_key=bench&sk=" + token + "&artist%5B0%5D=" + form(artist) + "&track%5B0%5D="
                        + form(title) + "&timestamp%5B0%5D=" + at;
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
            case MINIFLUX ->
                "{\"event_type\":\"save_entry\",\"entry\":{\"id\":" + (n + 1)
                        + ",\"status\":\"read\",\"title\":\"" + title + "\",\"url\":\"https://example.org/" + n
                        + "\",\"changed_at\":\"" + Instant.ofEpochSecond(at)
                        + "\",\"author\":\"Bo\",\"feed\":{\"id\":3,\"title\":\"Example\"}}}";
            case KOREADER ->
                "{\"document\":\"" + "%032x".formatted(n)
                        + "\",\"progress\":\"/body/DocFragment[20]\",\"percentage\":0.99,\"device\":\"kobo\","
                        + "\"device_id\":\"k1\"}";
            case TRAKT ->
                "{\"movie\":{\"title\":\"" + title + "\",\"year\":2001,\"ids\":{\"trakt\":" + (n + 1)
                        + "}},\"progress\":99.5}";
        };
    }

    /** KOReader puts, all others post. */
    String method() {
        return this == KOREADER ? "PUT" : "POST";
    }

    /** What goes along with the call, each line ended. */
    String headers(String body) {
        return switch (this) {
            case MINIFLUX -> "X-Miniflux-Signature: " + signature(body) + "\r\n";
            case KOREADER -> "x-auth-user: ann\r\nx-auth-key: any\r\n";
            default -> "";
        };
    }

    /** Trakt answers 409 to what it was told a moment ago. */
    boolean took(Wire.Answer answer) {
        return answer.status() < 300 && answer.body().contains(taken) || this == TRAKT && answer.status() == 409;
    }

    /** What a call at the inlet's address is sent to. */
    String under(String inlet) {
        return switch (this) {
            case TRAKT -> inlet + "/scrobble/stop";
            case KOREADER -> inlet + "/syncs/progress";
            default -> inlet;
        };
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
