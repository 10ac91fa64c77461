package io.reprise.adapters.immich;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.Signature;
import io.reprise.inlet.Taken;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Picture frames over Immich, which itself tells nobody what is looked at. */
public final class ImmichInlet implements InletParty {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ASSETS_MAX = 100;

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(ShownPicture.KIOSK, ShownPicture.FRAME);
    }

    @Override
    public String word() {
        return "immich";
    }

    @Override
    public String title() {
        return "Immich Kiosk, ImmichFrame";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(MediaKind.PICTURE, MediaKind.VIDEO);
    }

    @Override
    public Signing signing() {
        return Signing.POSSIBLE;
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step(
                        "Immich Kiosk: add to config.yaml. With a secret there, enter the same as Key below; without"
                                + " one, leave both empty.",
                        "webhooks:\n  - url: \"" + address + "\"\n    event: asset.new"),
                new Step("ImmichFrame: in its settings, under General.", "Webhook: '" + address + "'"));
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        byte[] body = matter(call);
        String key = call.context().key();
        if (key != null && !call.context().again() && !isSigned(call, key)) {
            return Signature.wrong();
        }
        JsonRow row = JsonRow.of(body);
        if (row.has("event")) {
            return kiosk(row, body);
        }
        String name = row.text("Name");
        if ("AssetRequestedNotification".equals(name)) {
            String client = row.text("ClientIdentifier");
            return Taken.Heard.all(client == null ? "" : client, List.of(Submission.read(ShownPicture.FRAME, body)));
        }
        if (name != null) {
            return Taken.LeftOut.because(name + " shows no picture");
        }
        throw new Unreadable("expected event (Immich Kiosk) or Name (ImmichFrame), got neither");
    }

    private static boolean isSigned(Call call, String key) {
        String signature = call.header("X-Kiosk-Signature-256").replaceFirst("^sha256=", "");
        return Signature.fits(key, call.body(), signature);
    }

    private static Taken kiosk(JsonRow row, byte[] body) throws Unreadable {
        String event = row.needText("event");
        if (event.equals("asset.prefetch") || event.startsWith("user.") || event.startsWith("cache.")) {
            return Taken.LeftOut.because(event + " shows no picture");
        }
        if (!event.equals("asset.new") && !event.startsWith("asset.history.") && !event.startsWith("asset.previous")) {
            throw new Unreadable("event: expected asset.new or asset.prefetch, got " + event);
        }
        String client = row.text("clientName");
        List<Submission> shown = new ArrayList<>();
        for (byte[] each : single(body)) {
            shown.add(Submission.read(ShownPicture.KIOSK, each));
        }
        if (shown.isEmpty()) {
            throw new Unreadable("assets: expected what was shown, got nothing");
        }
        return Taken.Heard.all(client == null ? "" : client, shown);
    }

    /** The same call for each of its assets alone; one with one asset stays as it came, to the byte. */
    private static List<byte[]> single(byte[] body) throws Unreadable {
        JsonNode tree = JSON.readTree(new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
        JsonNode assets = tree.path("assets");
        if (!(tree instanceof ObjectNode call) || !assets.isArray() || assets.size() == 1) {
            return List.of(body);
        }
        if (assets.size() > ASSETS_MAX) {
            throw new Unreadable("assets: expected at most " + ASSETS_MAX + ", got " + assets.size());
        }
        List<byte[]> all = new ArrayList<>();
        for (JsonNode asset : assets) {
            ObjectNode one = call.deepCopy();
            one.remove(List.of("config", "meta", "assets"));
            one.putArray("assets").add(asset);
            all.add(JSON.writeValueAsBytes(one));
        }
        return all;
    }
}
