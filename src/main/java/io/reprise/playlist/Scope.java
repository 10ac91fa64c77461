package io.reprise.playlist;

import io.reprise.media.ContainerKind;
import io.reprise.rating.Rated;

/** Of what a field tells: of the item itself, of the container that it was last played from, of its creators. */
enum Scope {
    ITEM,
    CONTAINER,
    ALBUM,
    SERIES,
    FEED,
    CREATOR;

    boolean isContainer() {
        return this != ITEM && this != CREATOR;
    }

    /** What an opinion in this scope is about. */
    Rated.Sort sort() {
        return switch (this) {
            case ITEM -> Rated.Sort.ITEM;
            case CREATOR -> Rated.Sort.CREATOR;
            case CONTAINER, ALBUM, SERIES, FEED -> Rated.Sort.CONTAINER;
        };
    }

    /** Whether a container of this kind is meant. */
    boolean holds(ContainerKind kind) {
        return switch (kind) {
            case RELEASE, PICTURE_ALBUM -> this == CONTAINER || this == ALBUM;
            case SHOW, SERIES -> this == CONTAINER || this == SERIES;
            case FEED, CHANNEL -> this == CONTAINER || this == FEED;
        };
    }
}
