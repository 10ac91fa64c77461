package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A file format told by its parts: what it is called, who tells its rows, how it is known, how it is cut, what its rows
 * are stored as, and what is guessed of its columns. Most formats are this and a reader of one row.
 */
public record FileShape(
        Named named,
        Origin origin,
        Predicate<Sample> known,
        BiConsumer<ImportFile, Rows> cut,
        List<Format> payloads,
        Function<Sample, Optional<ColumnMapping>> guess)
        implements FileFormat {
    /** The word of the API and the title that people read. */
    public record Named(String word, String title) {}

    public FileShape {
        payloads = List.copyOf(payloads);
    }

    /** One whose columns mean what they always mean. */
    public FileShape(
            Named named,
            Origin origin,
            Predicate<Sample> known,
            BiConsumer<ImportFile, Rows> cut,
            List<Format> payloads) {
        this(named, origin, known, cut, payloads, sample -> Optional.empty());
    }

    @Override
    public String word() {
        return named.word();
    }

    @Override
    public String title() {
        return named.title();
    }

    @Override
    public boolean recognises(Sample sample) {
        return known.test(sample);
    }

    @Override
    public Map<String, String> columns(Sample sample) {
        return guess.apply(sample).map(ColumnMapping::words).orElse(Map.of());
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        cut.accept(file, rows);
    }
}
