package io.reprise.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables up to date. A cheap look at the migrations' own table comes first, so that a start with nothing to
 * do does not load Flyway at all (half a second, ADR 0003).
 */
final class Migrations {
    /** The newest script under {@code db/}; a test holds it against the files. */
    static final String NEWEST = "001";

    private Migrations() {}

    static void bringUpToDate(Connections connections) {
        if (isUpToDate(connections)) {
            return;
        }
        Flyway.configure()
                .dataSource(connections.migrating())
                .locations("classpath:db/" + connections.dialect().word())
                .load()
                .migrate();
    }

    private static boolean isUpToDate(Connections connections) {
        try (Connection connection = connections.migrating().getConnection();
                Statement statement = connection.createStatement()) {
            if (!hasHistory(connection)) {
                return false;
            }
            try (ResultSet row =
                    statement.executeQuery("select max(version) from flyway_schema_history where success")) {
                String version = row.next() ? row.getString(1) : null;
                refuseNewer(version);
                return NEWEST.equals(version);
            }
        } catch (SQLException e) {
            throw new StoreFailure("the store could not be opened: " + e.getMessage(), e);
        }
    }

    /** Versions have three digits each, so that they sort as text. */
    private static void refuseNewer(@Nullable String version) {
        if (version != null && version.compareTo(NEWEST) > 0) {
            throw new StoreFailure("the store was written by a newer Reprise: its tables are of version " + version
                    + ", and this program knows them up to " + NEWEST + ". Start the newer program, or put back a"
                    + " backup from before it.");
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            return tables.next();
        }
    }
}
