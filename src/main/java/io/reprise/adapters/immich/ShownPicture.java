package io.reprise.adapters.immich;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One picture that was shown: what Kiosk tells of one asset, or ImmichFrame's request for one. The asset's number in
 * Immich is what it is known by, so both tell of the same picture.
 */
final class ShownPicture {
    static final JsonFormat KIOSK = new JsonFormat(39, "immich.kiosk", ShownPicture::kiosk);
    static final JsonFormat FRAME = new JsonFormat(50, "immich.frame", ShownPicture::frame);

    private static final int MINUTE_SECONDS = 60;

    private ShownPicture() {}

    private static Told kiosk(JsonRow row) throws Unreadable {
        List<JsonRow> assets = row.objects("assets");
        if (assets.size() != 1) {
            throw new Unreadable("assets: expected one, got " + assets.size());
        }
        JsonRow asset = assets.getFirst();
        String id = asset.needText("id");
        String name = asset.text("originalFileName");
        String title = name == null ? "Picture " + id : name;
        List<ExternalId> ids = new ArrayList<>(Claim.id("uuid", id.toLowerCase(Locale.ROOT)));
        ids.addAll(Claim.id("sha1", asset.text("checksum")));
        boolean moves = "VIDEO".equals(asset.text("type"));
        Mention mention = moves
                ? new Mention.Video(title, null, null, null, ids)
                : new Mention.Picture(title, null, Credit.NONE, ids);
        return Told.played(mention, times("timestamp", row.text("timestamp")));
    }

    private static Told frame(JsonRow row) throws Unreadable {
        String id = row.needText("RequestedAssetId");
        Mention mention =
                new Mention.Picture("Picture " + id, null, Credit.NONE, Claim.id("uuid", id.toLowerCase(Locale.ROOT)));
        return Told.played(mention, times("DateTime", row.text("DateTime")));
    }

    private static Times times(String field, @Nullable String text) throws Unreadable {
        if (text == null) {
            return Times.RECEIVED;
        }
        OffsetDateTime shown = EpochSeconds.parse(field, text);
        return new Times(
                shown.toEpochSecond(),
                null,
                Precision.INSTANT,
                shown.getOffset().getTotalSeconds() / MINUTE_SECONDS);
    }
}
