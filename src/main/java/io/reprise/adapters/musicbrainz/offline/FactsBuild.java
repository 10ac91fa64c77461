package io.reprise.adapters.musicbrainz.offline;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Makes the index of a JSON dump: what is said of each MBID (what is said of it first, where a dump says it often), and
 * by which names or ISRCs it is found. One thread.
 */
final class FactsBuild implements DumpBuild {
    private static final int BUFFER_BYTES = 48 * 1024;
    private static final int UNIT = 8;

    private final DumpKind kind;
    private final Spill rows;
    private final KeyTableWriter mbids;
    private final KeyTableWriter names;
    private long bytes;
    private long kept;

    FactsBuild(DumpKind kind, Path folder) throws IOException {
        this.kind = kind;
        this.rows = new Spill(folder.resolve("facts"), BUFFER_BYTES);
        this.mbids = new KeyTableWriter(folder.resolve("mbids"), Integer.BYTES);
        this.names = new KeyTableWriter(folder.resolve("names"), Integer.BYTES);
    }

    @Override
    public long read(DumpFile.Member member, BadLines bad, Pace pace) throws IOException {
        JsonLines lines = new JsonLines(member.in(), bad);
        long count = 0;
        while (lines.next()) {
            try {
                for (Facts facts : FactsJson.read(lines.bytes(), lines.length(), kind == DumpKind.RELEASE)) {
                    rows.add(facts.mbid().getMostSignificantBits(), ByteBuffer.wrap(FactsForm.write(facts)));
                    count++;
                }
            } catch (JacksonException e) {
                lines.refuse("it is no JSON document: " + e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                lines.refuse(String.valueOf(e.getMessage()));
            }
            pace.row();
        }
        return count;
    }

    @Override
    public long write(IndexWriter index, Pace pace) throws IOException {
        index.section(out -> {
            for (int part = 0; part < Spill.PARTS; part++) {
                rows.take(part, all -> facts(all, out));
                pace.turn();
            }
        });
        index.section(mbids::writeTo);
        index.section(names::writeTo);
        return kept;
    }

    private void facts(ByteBuffer all, DataOutputStream out) throws IOException {
        Set<UUID> written = new HashSet<>();
        while (all.hasRemaining()) {
            int length = all.getInt(all.position());
            byte[] row = new byte[length];
            all.get(row);
            Facts facts = FactsForm.read(row);
            if (written.add(facts.mbid())) {
                fact(facts, row, out);
            }
        }
    }

    private void fact(Facts facts, byte[] row, DataOutputStream out) throws IOException {
        int place = (int) (bytes / UNIT);
        mbids.add(facts.mbid().getMostSignificantBits(), place);
        for (String name : keys(facts)) {
            names.add(LookupText.hash(name), place);
        }
        out.write(row);
        int padding = (UNIT - row.length % UNIT) % UNIT;
        out.write(new byte[padding]);
        bytes += row.length + padding;
        kept++;
    }

    private Set<String> keys(Facts facts) {
        Set<String> keys = new LinkedHashSet<>();
        if (kind == DumpKind.ARTIST) {
            Stream.concat(Stream.of(facts.name(), facts.sortName()), facts.aliases().stream())
                    .map(LookupText::fold)
                    .forEach(keys::add);
        } else if (kind == DumpKind.RECORDING || kind == DumpKind.RELEASE) {
            facts.isrcs().stream().map(LookupText::fold).forEach(keys::add);
        }
        keys.remove("");
        return keys;
    }
}
