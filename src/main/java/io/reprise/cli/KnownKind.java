package io.reprise.cli;

import io.reprise.media.MediaKind;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The kind of media that a command names. */
final class KnownKind {
    private KnownKind() {}

    static MediaKind named(String word) {
        return MediaKind.ofWord(word)
                .orElseThrow(() -> new Misuse("\"" + word + "\" is no kind of media. Expected one of "
                        + Arrays.stream(MediaKind.values()).map(MediaKind::word).collect(Collectors.joining(", "))
                        + "."));
    }
}
