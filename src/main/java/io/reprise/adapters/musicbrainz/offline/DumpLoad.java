package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One load: makes an index of each dump that a file holds, in a folder beside the ones in use. One thread. */
final class DumpLoad {
    private final Path building;
    private final DumpFile dump;
    private final Pace pace;
    private final Instant now;
    private final Map<DumpKind, Made> made = new EnumMap<>(DumpKind.class);

    DumpLoad(Path building, DumpFile dump, LoadWatch watch, Instant now) {
        this.building = building;
        this.dump = dump;
        this.pace = new Pace(dump, watch);
        this.now = now;
    }

    /** An index that is whole, and where it lies; {@code bad} are the lines that it is without. */
    record Made(Path file, IndexHeader header, BadLines bad) {}

    Map<DumpKind, Made> run() throws IOException {
        dump.each(member -> {
            Optional<DumpKind> kind = Recognised.in(member.start());
            if (kind.isPresent()) {
                made.put(kind.get(), one(kind.get(), member));
            }
        });
        if (made.isEmpty()) {
            throw new DumpFailure(dump.name() + " holds no dump that is understood. Expected MetaBrainz's canonical"
                    + " data (a .tar.zst, or one of its CSV files), or MusicBrainz's JSON dump of artist,"
                    + " release, release-group or recording (a .tar.xz, or the file in it)."
                    + " docs/authority.md says where they are.");
        }
        return made;
    }

    private Made one(DumpKind kind, DumpFile.Member member) throws IOException {
        Path folder = Files.createDirectories(building.resolve(kind.title()));
        BadLines bad = new BadLines(member.name());
        DumpBuild build = build(kind, folder);
        long rows = build.read(member, bad, pace);
        if (rows == 0) {
            throw new DumpFailure(member.name() + " has no row that could be read"
                    + bad.first().stream()
                            .findFirst()
                            .map(first -> ": " + first)
                            .orElse("") + ".");
        }
        Path file = building.resolve(kind.fileName());
        try (IndexWriter index = new IndexWriter(file)) {
            long kept = build.write(index, pace);
            IndexHeader.Made from = new IndexHeader.Made(dump.name(), dump.date(), now);
            return new Made(file, index.finish(kind, from, kept, bad.count()), bad);
        }
    }

    private static DumpBuild build(DumpKind kind, Path folder) throws IOException {
        return switch (kind) {
            case CANONICAL -> new CanonicalBuild(folder);
            case RECORDING_REDIRECT, RELEASE_REDIRECT -> new RedirectBuild(kind, folder);
            case RECORDING, ARTIST, RELEASE_GROUP, RELEASE -> new FactsBuild(kind, folder);
        };
    }
}
