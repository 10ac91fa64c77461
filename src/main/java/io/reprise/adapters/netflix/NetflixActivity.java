package io.reprise.adapters.netflix;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.TimeText;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ViewingActivity.csv} of the privacy export: each sitting with its start (UTC), the time watched and the
 * bookmark. How long the item is stands nowhere, so a sitting alone completes nothing. Each profile is an account of
 * its own.
 */
public final class NetflixActivity {
    private static final CsvSheet SHEET = CsvSheet.with("start time", "duration", "title", "profile name")
            .keeping(Set.of(
                    "profile name",
                    "start time",
                    "duration",
                    "attributes",
                    "title",
                    "supplemental video type",
                    "device type",
                    "bookmark",
                    "latest bookmark"));
    private static final Format SITTING = new CsvFormat(82, "netflix.sitting", NetflixActivity::told);
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2}):(\\d{2})");
    private static final Pattern NO_ITEM = Pattern.compile(".*(_hook_|\\bTrailer\\b|\\(Clip\\)|_TRAILER_).*");

    private NetflixActivity() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("netflix.activity", "Netflix viewing activity of the privacy export (zip or CSV)"),
                new Origin("netflix", "Netflix viewing activity", ""),
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> row(place, payload, rows)),
                List.of(SITTING));
    }

    private static void row(Place place, byte[] payload, Rows rows) {
        try {
            CsvRow row = CsvRow.of(payload, ',');
            String attributes = row.text("attributes");
            String title = row.text("title");
            if (row.text("supplemental video type") != null
                    || (title != null && NO_ITEM.matcher(title).matches())) {
                rows.leaveOut(place, "a trailer or another extra");
            } else if (attributes != null && attributes.contains("Autoplayed: user action: None")) {
                rows.leaveOut(place, "was played by Netflix on its own");
            } else {
                String profile = row.text("profile name");
                Origin origin = new Origin("netflix", "Netflix viewing activity", profile == null ? "" : profile);
                rows.row(place, SITTING, payload, origin);
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }

    private static Told told(CsvRow row) throws Unreadable {
        Integer bookmark = seconds(row.text("bookmark"));
        Integer watched = seconds(row.needText("duration"));
        if (watched == null) {
            throw new Unreadable("duration: expected hours:minutes:seconds, got " + row.needText("duration"));
        }
        return new Told(
                Verb.STOP,
                NetflixTitle.mention(row.needText("title")),
                TimeText.of("start time", row.needText("start time")).started(),
                watched,
                bookmark == null ? null : new Position(bookmark, null, "seconds"),
                null);
    }

    /** Null where there is no clock in it, as in "Not latest view". */
    private static @Nullable Integer seconds(@Nullable String text) {
        Matcher clock = CLOCK.matcher(text == null ? "" : text.strip());
        return clock.matches()
                ? (Integer) (Integer.parseInt(clock.group(1)) * 3600
                        + Integer.parseInt(clock.group(2)) * 60
                        + Integer.parseInt(clock.group(3)))
                : null;
    }
}
