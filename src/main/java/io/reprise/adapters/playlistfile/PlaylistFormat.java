package io.reprise.adapters.playlistfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that playlists are written in, by the endings of their files. */
public enum PlaylistFormat {
    JSPF("application/jspf+json"),
    XSPF("application/xspf+xml"),
    M3U8("audio/mpegurl; charset=utf-8");

    private final String mediaType;

    PlaylistFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<PlaylistFormat> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(ending.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The whole file. */
    public String write(Sheet sheet) {
        return switch (this) {
            case JSPF -> JspfFile.write(sheet);
            case XSPF -> XspfFile.write(sheet);
            case M3U8 -> M3uFile.write(sheet);
        };
    }

    /** Reads a file of any of these formats; what is none is an {@link IllegalArgumentException} that says so. */
    public static Sheet read(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("this is no playlist: expected JSPF, XSPF or M3U8, which are text");
        }
        String begin = text.stripLeading();
        if (begin.startsWith("<")) {
            return XspfFile.read(text);
        }
        return begin.startsWith("{") ? JspfFile.read(text) : M3uFile.read(text);
    }
}
