package io.reprise.imports;

import java.util.List;
import java.util.stream.Collectors;

/** Every outside party that histories can be fetched from. Immutable and thread-safe. */
public final class HistorySources {
    private final List<HistorySource> sources;

    public HistorySources(List<? extends HistorySource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** All of them, in the order in which people are shown them. */
    public List<HistorySource> all() {
        return sources;
    }

    /** The name for people of the one of this word; the word itself where there is none. */
    String titleOf(String word) {
        return sources.stream()
                .filter(source -> source.word().equals(word))
                .findFirst()
                .map(HistorySource::title)
                .orElse(word);
    }

    /** The one of this word; an {@link IllegalArgumentException} that names all where there is none. */
    public HistorySource ofWord(String word) {
        return sources.stream()
                .filter(source -> source.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("source: expected one of "
                        + sources.stream().map(HistorySource::word).collect(Collectors.joining(", ")) + ", got "
                        + Shown.of(word)));
    }
}
