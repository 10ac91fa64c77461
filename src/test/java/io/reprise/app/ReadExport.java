package io.reprise.app;

import io.reprise.imports.Afterword;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileFormats;
import io.reprise.imports.GivenRating;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An export file read by the server's own formats, each of its rows on one line, for tests. */
final class ReadExport implements Rows {
    static final Path FOLDER = Path.of("src/test/resources/io/reprise/adapters");
    private static final FileFormats FORMATS = Readers.files();

    final List<String> lines = new ArrayList<>();
    final List<byte[]> payloads = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    /** Every fixture in a folder {@code exports} of a party. */
    static List<Path> fixtures() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> Files.isRegularFile(file) && file.getNameCount() == FOLDER.getNameCount() + 3)
                    .filter(file ->
                            file.getName(FOLDER.getNameCount() + 1).toString().equals("exports"))
                    .filter(file -> !file.toString().endsWith(".told"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Path fixture) {
        try {
            return Files.readAllBytes(fixture);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static FileFormat format(Path fixture, byte[] bytes) {
        return FORMATS.recognise(Sample.of(fixture.getFileName().toString(), bytes))
                .orElseThrow(() -> new AssertionError(fixture + " is of no format"));
    }

    static ReadExport of(Path fixture) {
        return of(fixture, format(fixture, bytes(fixture)), bytes(fixture));
    }

    static ReadExport of(Path fixture, FileFormat format, byte[] bytes) {
        ReadExport read = new ReadExport();
        format.read(new Fixture(fixture, bytes), read);
        return read;
    }

    private record Fixture(Path path, byte[] bytes) implements ImportFile {
        @Override
        public String name() {
            return path.getFileName().toString();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** What can be used of the file, without what is refused or left out. */
    List<String> good() {
        return good(places.size());
    }

    /** The same without the last row, which may be cut; a row can tell several things. */
    List<String> goodButTheLastRow() {
        return good(places.isEmpty() ? 0 : places.indexOf(places.getLast()));
    }

    private List<String> good(int count) {
        return lines.subList(0, count).stream()
                .filter(line -> !line.startsWith("refused") && !line.startsWith("left out") && !line.startsWith("bad"))
                .toList();
    }

    private void add(Place place, String line) {
        places.add(place);
        lines.add(line);
    }

    @Override
    public void row(Place place, Format format, byte[] payload) {
        payloads.add(payload);
        try {
            add(place, line(format.decode(payload)));
        } catch (Unreadable e) {
            add(place, "bad: " + e.getMessage());
        }
    }

    @Override
    public void row(Place place, Format format, byte[] payload, Origin origin) {
        row(place, format, payload);
        lines.set(lines.size() - 1, lines.getLast() + " by " + origin.label() + " " + origin.account());
    }

    @Override
    public void refuse(Place place, byte[] bytes, String reason) {
        payloads.add(bytes);
        add(place, "refused: " + reason);
    }

    @Override
    public void afterwards(Place place, byte[] bytes, Afterword afterword) {
        GivenRating rating = (GivenRating) afterword;
        add(
                place,
                "rating " + mention(rating.about()) + ": " + rating.score().told() + " of "
                        + rating.score().least() + " to " + rating.score().most() + " at " + rating.at());
    }

    @Override
    public void leaveOut(Place place, String reason) {
        add(place, "left out: " + reason);
    }

    private static String mention(Mention mention) {
        String container =
                mention.container().map(part -> " (" + part.title() + ")").orElse("");
        String ids = mention.ids().isEmpty()
                ? ""
                : mention.ids().stream().map(String::valueOf).collect(Collectors.joining(" ", " [", "]"));
        String year = mention instanceof Mention.Film film ? " " + film.year() : "";
        String length = mention.length() == null ? "" : " " + mention.length() + " s";
        return mention.kind().word() + " " + mention.credit().text() + " - " + mention.title() + year + container
                + length + ids;
    }

    private static String line(Told told) {
        List<String> parts = new ArrayList<>();
        parts.add(told.verb().word() + " " + mention(told.mention()));
        parts.add("from " + told.times().start() + " to " + told.times().end() + " "
                + told.times().precision().word());
        Optional.ofNullable(told.times().offsetMinutes()).ifPresent(offset -> parts.add("offset " + offset));
        Optional.ofNullable(told.activeSeconds()).ifPresent(seconds -> parts.add("for " + seconds));
        Optional.ofNullable(told.position())
                .ifPresent(at -> parts.add("at " + at.at() + " of " + at.total() + " " + at.unit()));
        Optional.ofNullable(told.eventId()).ifPresent(id -> parts.add("as " + id));
        return String.join(", ", parts);
    }
}
