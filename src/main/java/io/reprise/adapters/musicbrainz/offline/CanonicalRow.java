package io.reprise.adapters.musicbrainz.offline;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code canonical_musicbrainz_data}, as it is put down to be sorted. The columns are found by their names
 * in the header, for dumps of different years have different ones.
 */
final class CanonicalRow {
    /** Where the numbers lie by which rows are sorted. */
    static final int CREDIT_HASH_AT = 0;

    static final int CREDIT_ID_AT = 8;
    static final int TITLE_HASH_AT = 12;
    static final int SCORE_AT = 16;
    private static final int ARTISTS_AT = 70;
    private static final int TEXTS = 3;
    private static final int ARTISTS_MAX = 100;
    private static final int ROW_BYTES_MAX = 128 * 1024;
    private static final int YEAR_MAX = 9999;

    private final CsvRows csv;
    private final int[] columns;
    private final int lookup;
    private final int score;
    private final int year;
    private final ByteBuffer row = ByteBuffer.allocate(ROW_BYTES_MAX);

    CanonicalRow(CsvRows csv, List<String> header) {
        this.csv = csv;
        this.columns = List.of(
                        "artist_credit_id",
                        "artist_mbids",
                        "artist_credit_name",
                        "release_mbid",
                        "release_name",
                        "recording_mbid",
                        "recording_name")
                .stream()
                .mapToInt(name -> needed(header, name))
                .toArray();
        this.lookup = header.indexOf("combined_lookup");
        this.score = header.indexOf("score");
        this.year = header.indexOf("year");
    }

    private static int needed(List<String> header, String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new DumpFailure("The dump has no column " + name + " in its first line, only " + header + ".");
        }
        return column;
    }

    /** Where the row that begins here ends. */
    static int end(ByteBuffer all, int from) {
        int at = from + ARTISTS_AT;
        at += 1 + Uuids.BYTES * (all.get(at) & 0xFF);
        for (int i = 0; i < TEXTS; i++) {
            at += Character.BYTES + all.getChar(at);
        }
        return at;
    }

    /** The row that the reader stands on, or empty (and refused) where it is broken. */
    Optional<ByteBuffer> read() {
        UUID recording = Uuids.at(csv.bytes(), csv.from(columns[5]), csv.to(columns[5]));
        if (recording == null) {
            csv.refuse("recording_mbid is no MBID");
            return Optional.empty();
        }
        String credit = csv.text(columns[2]);
        String title = csv.text(columns[6]);
        String release = csv.text(columns[4]);
        if (!csv.isUtf8(columns[2], credit) || !csv.isUtf8(columns[6], title) || !csv.isUtf8(columns[4], release)) {
            csv.refuse("a name is not UTF-8");
            return Optional.empty();
        }
        String foldedCredit = LookupText.fold(credit);
        String foldedTitle = LookupText.fold(title);
        if (foldedCredit.isEmpty() || foldedTitle.isEmpty()) {
            csv.refuse("the artist or the title is blank");
            return Optional.empty();
        }
        long creditId = number(columns[0]);
        List<UUID> artists = Uuids.all(csv.text(columns[1]), ARTISTS_MAX);
        row.clear();
        row.putLong(LookupText.hash(foldedCredit));
        row.putInt(creditId < 0 ? LookupText.fold(credit).hashCode() ^ artists.hashCode() : (int) creditId);
        row.putInt((int) LookupText.hash(foldedTitle)).putInt((int) Math.clamp(number(score), 0, Integer.MAX_VALUE));
        row.putLong(TitleSignature.of(foldedTitle)).putLong(romanised(foldedCredit, foldedTitle));
        row.putShort((short) Math.clamp(number(year), 0, YEAR_MAX));
        put(recording);
        put(Uuids.at(csv.bytes(), csv.from(columns[3]), csv.to(columns[3])));
        row.put((byte) artists.size());
        artists.forEach(this::put);
        text(columns[2]);
        text(columns[6]);
        text(columns[4]);
        return Optional.of(row.flip());
    }

    private void put(@Nullable UUID uuid) {
        UUID known = uuid == null ? Uuids.NONE : uuid;
        row.putLong(known.getMostSignificantBits()).putLong(known.getLeastSignificantBits());
    }

    private void text(int column) {
        int length = csv.to(column) - csv.from(column);
        row.putChar((char) length).put(csv.bytes(), csv.from(column), length);
    }

    /** The hash of the dump's own spelling in Latin letters, 0 where the names are in Latin letters themselves. */
    private long romanised(String credit, String title) {
        if (lookup < 0 || LookupText.isLatin(credit) && LookupText.isLatin(title)) {
            return 0;
        }
        String folded = LookupText.fold(csv.text(lookup));
        return folded.isEmpty() ? 0 : LookupText.hash(folded);
    }

    /** The whole number in a column, -1 where there is none. */
    private long number(int column) {
        if (column < 0 || csv.to(column) == csv.from(column) || csv.to(column) - csv.from(column) > 18) {
            return -1;
        }
        long number = 0;
        for (int i = csv.from(column); i < csv.to(column); i++) {
            int digit = csv.bytes()[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
