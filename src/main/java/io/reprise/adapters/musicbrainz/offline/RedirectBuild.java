package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Makes the index of one redirect: from a recording to the canonical one, or from a release to its release group. One
 * thread.
 */
final class RedirectBuild implements DumpBuild {
    private static final int VALUE_BYTES = 24;

    private final String from;
    private final String to;
    private final KeyTableWriter table;

    RedirectBuild(DumpKind kind, Path folder) throws IOException {
        boolean isRecording = kind == DumpKind.RECORDING_REDIRECT;
        this.from = isRecording ? "recording_mbid" : "release_mbid";
        this.to = isRecording ? "canonical_recording_mbid" : "release_group_mbid";
        this.table = new KeyTableWriter(folder.resolve("redirects"), VALUE_BYTES);
    }

    @Override
    public long read(DumpFile.Member member, BadLines bad, Pace pace) throws IOException {
        CsvRows csv = new CsvRows(member.in(), bad);
        List<String> header = csv.header();
        int fromColumn = column(header, from);
        int toColumn = column(header, to);
        long count = 0;
        while (csv.next()) {
            UUID source = Uuids.at(csv.bytes(), csv.from(fromColumn), csv.to(fromColumn));
            UUID target = Uuids.at(csv.bytes(), csv.from(toColumn), csv.to(toColumn));
            if (source == null || target == null) {
                csv.refuse(from + " or " + to + " is no MBID");
            } else {
                table.add(
                        source.getMostSignificantBits(),
                        source.getLeastSignificantBits(),
                        target.getMostSignificantBits(),
                        target.getLeastSignificantBits());
                count++;
            }
            pace.row();
        }
        return count;
    }

    private static int column(List<String> header, String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new DumpFailure("The dump has no column " + name + " in its first line, only " + header + ".");
        }
        return column;
    }

    @Override
    public long write(IndexWriter index, Pace pace) throws IOException {
        index.section(table::writeTo);
        return table.count();
    }
}
