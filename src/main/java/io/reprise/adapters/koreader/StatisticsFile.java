package io.reprise.adapters.koreader;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code statistics.sqlite3} of KOReader: every page that was read, with its seconds. A database needs a file, so the
 * upload's part is copied to one beside it, read, and deleted.
 */
public final class StatisticsFile {
    private static final Format PAGE = new JsonFormat(100, "koreader.page", ReadPage::told);
    private static final byte[] NOTHING = {};

    private StatisticsFile() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("koreader.statistics", "KOReader reading statistics (statistics.sqlite3)"),
                new Origin("koreader", "KOReader statistics", ""),
                sample -> sample.begins("SQLite format 3\0")
                        && (sample.text().contains("page_stat_data")
                                || sample.name().endsWith("statistics.sqlite3")),
                StatisticsFile::read,
                List.of(PAGE));
    }

    private static void read(ImportFile file, Rows rows) {
        Path copy = null;
        try {
            copy = Files.createTempFile("reprise-koreader", ".sqlite3");
            try (InputStream in = file.open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Pages.each(
                    copy, (number, payload) -> rows.row(new Place(file.name(), Place.Unit.ROW, number), PAGE, payload));
        } catch (IOException e) {
            refuse(file, rows, "the file could not be read: " + e.getMessage());
        } catch (SQLException e) {
            refuse(file, rows, "the database could not be read: " + e.getMessage());
        } finally {
            delete(copy, file, rows);
        }
    }

    private static void delete(@Nullable Path copy, ImportFile file, Rows rows) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            refuse(file, rows, "the copy " + copy + " could not be deleted: " + e.getMessage());
        }
    }

    private static void refuse(ImportFile file, Rows rows, String reason) {
        rows.refuse(new Place(file.name(), Place.Unit.ROW, 1), NOTHING, reason);
    }
}
