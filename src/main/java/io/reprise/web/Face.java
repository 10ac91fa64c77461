package io.reprise.web;

import io.reprise.art.PictureSize;
import io.reprise.art.Placeholder;
import org.jspecify.annotations.Nullable;

/** A small picture of a thing: initials on a colour, with its picture over them where it has one. */
record Face(Placeholder drawn, @Nullable String picture) {
    /** People are round. */
    static Face person(String name) {
        return new Face(Placeholder.person(name), null);
    }

    /** Works are square. */
    static Face work(String title) {
        return work(title, "");
    }

    /** A song looks like its album. */
    static Face work(String title, String container) {
        return new Face(Placeholder.work(title, container), null);
    }

    Face with(@Nullable String address) {
        return new Face(drawn, address);
    }

    String initials() {
        return drawn.initials();
    }

    int hue() {
        return drawn.hue();
    }

    boolean round() {
        return drawn.round();
    }

    /** The address of the picture where one is asked for so large; null where there is none. */
    @Nullable
    String source(boolean large) {
        PictureSize size = large ? PictureSize.MEDIUM : PictureSize.SMALL;
        return picture == null ? null : picture + "&size=" + size.side();
    }
}
