package io.reprise.resolve;

/** What a title or an authority's comment says of the version. */
enum Mark {
    LIVE("live"),
    REMIX("a remix"),
    ACOUSTIC("acoustic"),
    ARRANGED("arranged for other instruments"),
    DEMO("a demo"),
    ALTERNATE("an alternate take"),
    EDIT("a radio or single edit"),
    EXTENDED("extended"),
    INSTRUMENTAL("instrumental"),
    KARAOKE("karaoke"),
    COVER("a tribute or cover"),
    A_CAPPELLA("a cappella"),
    RERECORDED("recorded anew"),
    SPEED("sped up or slowed"),
    VERSION("another version"),
    PIECE("an intro, outro, interlude or reprise"),
    CLEAN("censored"),
    MONO("mono"),
    REMASTER("remastered"),
    EXPLICIT("explicit"),
    STEREO("stereo");

    private final String words;

    Mark(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether a recording with this mark is another one than the same without it. */
    boolean tellsApart() {
        return this != REMASTER && this != EXPLICIT && this != STEREO;
    }
}
