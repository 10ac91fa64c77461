package io.reprise.demo;

import java.util.Map;

/** Something that can be played: its kind, and the members that name it in our JSON, in their order. */
record Thing(String kind, Map<String, Object> members) {
    static Thing song(Artist artist, Artist.Album album, Artist.Song song) {
        return new Thing("song", Members.of("title", song.title(), "artist", artist.name(), "release", album.title()));
    }
}
