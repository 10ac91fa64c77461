package io.reprise.adapters.musicbrainz;

/** Answers in the shapes in which MusicBrainz gives them, shortened to what differs. */
final class Shapes {
    static final String RECORDING_MBID = "6a7c3cf6-0b5e-4a4f-8c5b-8a1b9c0e5f11";
    static final String MERGED_MBID = "00000000-0b5e-4a4f-8c5b-8a1b9c0e5f11";
    static final String TRACK_MBID = "7b1e2a00-1111-4a4f-8c5b-8a1b9c0e5f11";
    static final String RELEASE_MBID = "b1e2a000-2222-4a4f-8c5b-8a1b9c0e5f11";
    static final String OTHER_RELEASE_MBID = "b1e2a000-3333-4a4f-8c5b-8a1b9c0e5f11";
    static final String GROUP_MBID = "c1e2a000-4444-4a4f-8c5b-8a1b9c0e5f11";
    static final String ARTIST_MBID = "d1e2a000-5555-4a4f-8c5b-8a1b9c0e5f11";
    static final String GUEST_MBID = "d1e2a000-6666-4a4f-8c5b-8a1b9c0e5f11";

    private Shapes() {}

    static final String CREDIT = """
            "artist-credit": [
              {"name": "Massive Attack", "joinphrase": " feat. ", "artist": {
                "id": "d1e2a000-5555-4a4f-8c5b-8a1b9c0e5f11", "name": "Massive Attack", "sort-name": "Massive Attack",
                "disambiguation": "Bristol", "type": "Group", "country": "GB",
                "aliases": [{"name": "Massive", "sort-name": "Massive", "locale": null, "primary": null}]}},
              {"name": "Liz Fraser", "joinphrase": "", "artist": {
                "id": "d1e2a000-6666-4a4f-8c5b-8a1b9c0e5f11", "name": "Elizabeth Fraser",
                "sort-name": "Fraser, Elizabeth", "disambiguation": "", "aliases": []}}
            ]""";

    private static final String RELEASES = """
            "releases": [
              {"id": "b1e2a000-2222-4a4f-8c5b-8a1b9c0e5f11", "title": "Mezzanine", "status": "Official",
               "date": "1998-04-20", "country": "GB", "barcode": "724384559922",
               "artist-credit": [{"name": "Massive Attack", "joinphrase": "",
                 "artist": {"id": "d1e2a000-5555-4a4f-8c5b-8a1b9c0e5f11", "name": "Massive Attack"}}],
               "release-group": {"id": "c1e2a000-4444-4a4f-8c5b-8a1b9c0e5f11", "title": "Mezzanine",
                 "primary-type": "Album", "secondary-types": [], "first-release-date": "1998-04-20"},
               "media": [{"position": 1, "format": "CD", "track-count": 11, "track-offset": 5,
                 "tracks": [{"id": "7b1e2a00-0000-4a4f-8c5b-8a1b9c0e5f11", "position": 6, "number": "6"}]}]},
              {"id": "b1e2a000-3333-4a4f-8c5b-8a1b9c0e5f11", "title": "Mezzanine (remastered)",
               "date": "2019-08-23", "country": "XW",
               "release-group": {"id": "c1e2a000-4444-4a4f-8c5b-8a1b9c0e5f11", "title": "Mezzanine",
                 "primary-type": "Album", "secondary-types": []},
               "media": [{"position": 1, "format": "Digital Media",
                 "TRACKS": [{"id": "7b1e2a00-1111-4a4f-8c5b-8a1b9c0e5f11", "number": "6"}]}]}
            ]""";

    /** As a lookup answers it. */
    static final String RECORDING = """
            {"id": "6a7c3cf6-0b5e-4a4f-8c5b-8a1b9c0e5f11", "title": "Teardrop", "length": 330506,
             "disambiguation": "album version", "video": false, "first-release-date": "1998-04-20",
             "isrcs": ["GBAAA9800322"],
             "genres": [{"id": "g1", "name": "downtempo", "count": 3}, {"id": "g2", "name": "trip hop", "count": 21},
                        {"id": "g3", "name": "ambient", "count": 3}],
             "aliases": [{"name": "Teardrops", "sort-name": "Teardrops", "locale": null}],
            """ + CREDIT + "," + RELEASES.replace("TRACKS", "tracks") + "}";

    /** As a search answers it: scores, tags in the place of genres, {@code track} for {@code tracks}. */
    static final String SEARCH = """
            {"created": "2026-06-01T11:59:00.000Z", "count": 2, "offset": 0, "recordings": [
              {"id": "6a7c3cf6-0b5e-4a4f-8c5b-8a1b9c0e5f11", "score": 100, "title": "Teardrop", "length": 330506,
               "video": null, "first-release-date": "1998-04-20", "isrcs": ["GBAAA9800322"],
               "tags": [{"count": 4, "name": "seen live"}],
            """ + CREDIT + "," + RELEASES.replace("TRACKS", "track") + """
              },
              {"id": "6a7c3cf6-9999-4a4f-8c5b-8a1b9c0e5f11", "score": 61, "title": "Teardrop (live)",
               "artist-credit": [{"name": "Massive Attack", "artist": {"name": "Massive Attack"}}]},
              {"score": 60, "title": "without an id"},
              {"id": "6a7c3cf6-8888-4a4f-8c5b-8a1b9c0e5f11", "score": 59, "length": 1}
            ]}""";

    static final String NOTHING = "{\"created\": \"2026-06-01T11:59:00.000Z\", \"count\": 0, \"recordings\": []}";

    private static final String IN_GROUP = """
            "id": "c1e2a000-4444-4a4f-8c5b-8a1b9c0e5f11", "title": "Mezzanine", "primary-type": "Album",
            "secondary-types": [], "first-release-date": "1998-04-20",
            "genres": [{"name": "downtempo", "count": 3}, {"name": "trip hop", "count": 21}],
            "aliases": [{"name": "Mezzanine XXI", "sort-name": "Mezzanine XXI"}]""";

    private static final String BY = """
            "artist-credit": [{"name": "Massive Attack", "joinphrase": "",
              "artist": {"id": "d1e2a000-5555-4a4f-8c5b-8a1b9c0e5f11", "name": "Massive Attack"}}]""";

    /** All pressings of an album. */
    static final String GROUP = "{" + IN_GROUP + "," + BY + "}";

    /** One pressing, whose genres stand at the group. */
    static final String RELEASE = """
            {"id": "b1e2a000-3333-4a4f-8c5b-8a1b9c0e5f11", "title": "Mezzanine (remastered)", "date": "2019-08-23",
             "country": "XW", "genres": [], "aliases": [], """ + BY + ", \"release-group\": {" + IN_GROUP + "}}";

    static final String ARTIST = """
            {"id": "d1e2a000-5555-4a4f-8c5b-8a1b9c0e5f11", "name": "Пётр Ильич Чайковский",
             "sort-name": "Tchaikovsky, Pyotr Ilyich", "disambiguation": "Russian romantic composer",
             "type": "Person", "country": "RU",
             "aliases": [{"name": "Tchaikovsky", "sort-name": "Tchaikovsky"}, {"name": "Tchaikovsky"},
                         {"name": "Tschaikowsky"}, {"name": " "}],
             "genres": [{"name": "classical", "count": 12}]}""";
}
