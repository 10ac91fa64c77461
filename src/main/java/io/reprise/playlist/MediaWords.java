package io.reprise.playlist;

import io.reprise.media.MediaKind;
import java.util.Arrays;
import java.util.List;

/** The words of the kinds of media, for those who misspell one. */
final class MediaWords {
    static final List<String> ALL =
            Arrays.stream(MediaKind.values()).map(MediaKind::word).toList();

    private MediaWords() {}
}
