package io.reprise.adapters.koreader;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.Reply;
import io.reprise.inlet.Taken;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The server side of KOReader's progress sync. Its address is the credential, so every name and password will do. */
public final class KoreaderInlet implements InletParty {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROGRESS = "syncs/progress";
    /** From here on a book is finished; to open it again is not to finish it again. */
    private static final double FINISHED = 0.98;

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(Progress.FORMAT);
    }

    @Override
    public String word() {
        return "koreader";
    }

    @Override
    public String title() {
        return "KOReader";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(MediaKind.BOOK);
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step(
                        "In KOReader, with a book open: Tools, Progress sync, Custom sync server. Enter this address.",
                        address),
                new Step(
                        "Then Register / Login with any name and any password: the address itself is the secret. Use"
                                + " the same name on all your devices.",
                        ""),
                new Step("Turn on Automatically keep documents in sync.", ""));
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        String path = call.path();
        String user = call.header("x-auth-user");
        if (path.equals("users/create")) {
            String name = JsonRow.of(call.body()).text("username");
            return asked(201, Map.of("username", name == null ? "" : name));
        }
        if (path.equals("users/auth")) {
            return asked(200, Map.of("authorized", "OK"));
        }
        if (path.equals("healthcheck")) {
            return asked(200, Map.of("state", "OK"));
        }
        if (path.equals(PROGRESS)) {
            return told(call, user);
        }
        if (path.startsWith(PROGRESS + "/")) {
            return where(call, user, decoded(path.substring(PROGRESS.length() + 1)));
        }
        return new Taken.Turned(
                "there is no " + path + " in this protocol", Reply.json(404, "{\"message\":\"Not found\"}"));
    }

    private static Taken told(Call call, String user) throws Unreadable {
        JsonRow row = JsonRow.of(call.body());
        String document = Progress.document(row);
        Submission submission = Submission.read(Progress.FORMAT, call.body());
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("document", document);
        place.put("progress", row.raw("progress"));
        place.put("percentage", Progress.share(row));
        place.put("device", row.raw("device"));
        place.put("device_id", row.raw("device_id"));
        place.put("timestamp", call.context().at());
        Reply reply = Reply.json(
                200,
                JSON.writeValueAsString(
                        Map.of("document", document, "timestamp", call.context().at())));
        Taken.Note note = new Taken.Note(note(user, document), JSON.writeValueAsString(place));
        boolean finished = Progress.share(row) >= FINISHED && before(call, user, document) >= FINISHED;
        Taken.Heard heard = finished ? Taken.Heard.all(user, List.of()) : Taken.Heard.of(user, submission);
        return heard.with(note).with(reply);
    }

    private static double before(Call call, String user, String document) throws Unreadable {
        Optional<String> place = call.context().notes().apply(note(user, document));
        return place.isEmpty() ? 0 : Progress.share(JsonRow.of(place.get().getBytes(StandardCharsets.UTF_8)));
    }

    private static Taken where(Call call, String user, String document) {
        String place = call.context().notes().apply(note(user, document)).orElse("{}");
        return new Taken.Asked(Reply.json(200, place));
    }

    private static String note(String user, String document) {
        return "at " + user + "/" + document;
    }

    private static Taken asked(int status, Map<String, String> answer) {
        return new Taken.Asked(Reply.json(status, JSON.writeValueAsString(answer)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
