package io.reprise.adapters.netflix;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.DateOrder;
import io.reprise.imports.DateOrders;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.Glance;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.imports.TimeText;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.List;

/**
 * {@code NetflixViewingHistory.csv}: title and day, whose order of day and month is the account's. The whole file is
 * looked at to find that order, and the format that a row is stored as holds it.
 */
public final class NetflixHistory {
    private static final CsvSheet SHEET = CsvSheet.with("title", "date");
    private static final Format MONTH_FIRST =
            new CsvFormat(80, "netflix.day.month-first", row -> told(row, DateOrder.MONTH_FIRST));
    private static final Format DAY_FIRST =
            new CsvFormat(81, "netflix.day.day-first", row -> told(row, DateOrder.DAY_FIRST));

    private NetflixHistory() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("netflix.history", "Netflix viewing history (CSV: Title, Date)"),
                new Origin("netflix", "Netflix viewing history", ""),
                NetflixHistory::isOurs,
                NetflixHistory::read,
                List.of(MONTH_FIRST, DAY_FIRST));
    }

    private static boolean isOurs(Sample sample) {
        return sample.header().equals(List.of("title", "date"));
    }

    private static void read(ImportFile file, Rows rows) {
        DateOrders orders = new DateOrders();
        SHEET.each(file, new Glance(), (place, payload) -> look(payload, orders));
        Format day = orders.order() == DateOrder.DAY_FIRST ? DAY_FIRST : MONTH_FIRST;
        SHEET.each(file, rows, (place, payload) -> rows.row(place, day, payload));
    }

    private static void look(byte[] payload, DateOrders orders) {
        try {
            String date = CsvRow.of(payload, ',').text("date");
            orders.see(date == null ? "" : date);
        } catch (Unreadable e) {
            // The reading itself refuses the row.
            return;
        }
    }

    private static Told told(CsvRow row, DateOrder order) throws Unreadable {
        return Told.played(
                NetflixTitle.mention(row.needText("title")),
                TimeText.of("date", row.needText("date"), order).started());
    }
}
