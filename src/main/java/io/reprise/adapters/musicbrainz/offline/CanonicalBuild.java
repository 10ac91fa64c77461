package io.reprise.adapters.musicbrainz.offline;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes the index of songs: rows are put down in 256 parts by the hash of their credit, then each part is sorted by
 * credit and title and written, so that all titles of a credit stand side by side. One thread.
 */
final class CanonicalBuild implements DumpBuild {
    /** More than this, and numbers of titles would no longer be ints. */
    private static final long ROWS_MAX = Integer.MAX_VALUE - 1;

    private static final int BUFFER_BYTES = 48 * 1024;
    private static final int FIXED_BYTES = 46;
    private static final int UNIT = 8;

    private final Spill rows;
    private final KeyTableWriter credits;
    private final KeyTableWriter recordings;
    private final KeyTableWriter artists;
    private final KeyTableWriter romanised;
    private final SideFile titles;
    private final SideFile names;
    private long scoreMax = 1;
    private long songBytes;
    private long nameBytes;
    private int title;
    private int credit = -1;
    private long creditHash;
    private int creditId;

    CanonicalBuild(Path folder) throws IOException {
        this.rows = new Spill(folder.resolve("rows"), BUFFER_BYTES);
        this.credits = new KeyTableWriter(folder.resolve("credits"), Long.BYTES);
        this.recordings = new KeyTableWriter(folder.resolve("recordings"), Integer.BYTES);
        this.artists = new KeyTableWriter(folder.resolve("artists"), Integer.BYTES);
        this.romanised = new KeyTableWriter(folder.resolve("romanised"), Integer.BYTES);
        this.titles = new SideFile(folder.resolve("titles"));
        this.names = new SideFile(folder.resolve("names"));
    }

    @Override
    public long read(DumpFile.Member member, BadLines bad, Pace pace) throws IOException {
        CsvRows csv = new CsvRows(member.in(), bad);
        CanonicalRow row = new CanonicalRow(csv, csv.header());
        long count = 0;
        while (csv.next()) {
            Optional<ByteBuffer> read = row.read();
            if (read.isPresent()) {
                ByteBuffer bytes = read.get();
                scoreMax = Math.max(scoreMax, bytes.getInt(CanonicalRow.SCORE_AT));
                rows.add(bytes.getLong(CanonicalRow.CREDIT_HASH_AT), bytes);
                count++;
            }
            pace.row();
        }
        if (count > ROWS_MAX) {
            throw new DumpFailure("The dump has more than " + ROWS_MAX + " rows; so large a dump was not foreseen.");
        }
        return count;
    }

    @Override
    public long write(IndexWriter index, Pace pace) throws IOException {
        index.section(out -> {
            for (int part = 0; part < Spill.PARTS; part++) {
                rows.take(part, all -> songs(all, out));
                pace.turn();
            }
        });
        index.section(titles::copyTo);
        index.section(names::copyTo);
        index.section(credits::writeTo);
        index.section(recordings::writeTo);
        index.section(artists::writeTo);
        index.section(romanised::writeTo);
        index.section(out -> out.writeLong(scoreMax));
        return title;
    }

    private void songs(ByteBuffer all, DataOutputStream out) throws IOException {
        int[] at = places(all);
        int[] order = IndexSort.sorted(at.length, (one, other) -> compare(all, at[one], at[other]));
        for (int each : order) {
            song(all.position(at[each]), out);
        }
    }

    private static int[] places(ByteBuffer all) {
        int[] at = new int[1024];
        int count = 0;
        while (all.hasRemaining()) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
            }
            at[count++] = all.position();
            all.position(CanonicalRow.end(all, all.position()));
        }
        return Arrays.copyOf(at, count);
    }

    private static int compare(ByteBuffer all, int one, int other) {
        int byHash = Long.compareUnsigned(all.getLong(one), all.getLong(other));
        if (byHash != 0) {
            return byHash;
        }
        int byCredit = Integer.compare(
                all.getInt(one + CanonicalRow.CREDIT_ID_AT), all.getInt(other + CanonicalRow.CREDIT_ID_AT));
        if (byCredit != 0) {
            return byCredit;
        }
        int byTitle = Integer.compareUnsigned(
                all.getInt(one + CanonicalRow.TITLE_HASH_AT), all.getInt(other + CanonicalRow.TITLE_HASH_AT));
        return byTitle != 0
                ? byTitle
                : Integer.compare(all.getInt(one + CanonicalRow.SCORE_AT), all.getInt(other + CanonicalRow.SCORE_AT));
    }

    private void song(ByteBuffer row, DataOutputStream out) throws IOException {
        long hash = row.getLong();
        int id = row.getInt();
        int titleHash = row.getInt();
        int score = row.getInt();
        long signature = row.getLong();
        long roman = row.getLong();
        short year = row.getShort();
        byte[] mbids = new byte[2 * Uuids.BYTES];
        row.get(mbids);
        byte[] by = new byte[Uuids.BYTES * (row.get() & 0xFF)];
        row.get(by);
        byte[] creditName = text(row);
        if (credit < 0 || hash != creditHash || id != creditId) {
            creditHash = hash;
            creditId = id;
            credit(by, creditName);
        }
        int place = (int) (songBytes / UNIT);
        titles.out().writeInt(titleHash);
        titles.out().writeLong(signature);
        titles.out().writeInt(place);
        title++;
        recordings.add(ByteBuffer.wrap(mbids).getLong(), place);
        if (roman != 0) {
            romanised.add(roman, place);
        }
        byte[] titleName = text(row);
        byte[] releaseName = text(row);
        out.write(mbids);
        out.writeInt(credit);
        out.writeInt(score);
        out.writeShort(year);
        out.writeShort(titleName.length);
        out.writeShort(releaseName.length);
        out.write(titleName);
        out.write(releaseName);
        songBytes += padded(out, FIXED_BYTES + titleName.length + releaseName.length);
    }

    private void credit(byte[] by, byte[] name) throws IOException {
        credit++;
        credits.add(creditHash, (long) title << 32 | nameBytes / UNIT);
        ByteBuffer artistIds = ByteBuffer.wrap(by);
        while (artistIds.hasRemaining()) {
            artists.add(artistIds.getLong(), credit);
            artistIds.getLong();
        }
        names.out().writeByte(by.length / Uuids.BYTES);
        names.out().writeShort(name.length);
        names.out().write(by);
        names.out().write(name);
        nameBytes += padded(names.out(), 3 + by.length + name.length);
    }

    private static long padded(DataOutputStream out, int length) throws IOException {
        int padding = (UNIT - length % UNIT) % UNIT;
        for (int i = 0; i < padding; i++) {
            out.writeByte(0);
        }
        return length + padding;
    }

    private static byte[] text(ByteBuffer row) {
        byte[] text = new byte[row.getChar()];
        row.get(text);
        return text;
    }
}
