package io.reprise.upkeep;

/** Everything that is looked at: its short name, what a fault of it is, and what mends it. */
enum Check {
    SCROBBLE_NUMBERS("scrobbles have a number without its scrobble, or above the head", Mend.BOOKS),
    PAYLOAD_MISSING("scrobbles have no payload", Mend.BOOKS),
    PAYLOAD_TWICE("scrobbles have more than one payload", Mend.BOOKS),
    PAYLOAD_BROKEN("payloads cannot be unpacked", Mend.BOOKS),
    PAYLOAD_UNREADABLE("payloads are not read by their format", Mend.FORMAT),
    DECISION_NUMBERS("decisions are missing, or numbered above the head", Mend.BOOKS),
    CATALOG_NUMBERS("items, creators or containers are missing, or numbered above the head", Mend.REBUILD),
    POINTERS("items, creators or containers do not point where the ledger says", Mend.REBUILD),
    CREDITS("credits name an item or a creator that is not there", Mend.REBUILD),
    CURSOR("scrobbles lie between the follower's cursor and the head", Mend.CURSOR),
    PLAYS("scrobbles have no play", Mend.REBUILD),
    PLAY_COUNTS("plays are too many or too few for the scrobbles that were read", Mend.REBUILD),
    PLAY_ITEM("plays are of an item that is not there", Mend.REBUILD),
    PLAY_CONTAINER("plays are in a container that is not there", Mend.REBUILD),
    DAILY_PLAYS("days whose daily plays are not the sum of their counted plays", Mend.REBUILD),
    PICTURE_GONE("things show a picture that the cache does not hold", Mend.FETCH),
    PICTURE_CUT_OFF("files of pictures are cut off", Mend.CUT_OFF),
    PICTURE_STRAY("files of pictures belong to nothing", Mend.STRAY),
    OWN_PICTURE_CUT_OFF("pictures that the user brought are cut off", Mend.OWN_PICTURE),
    OWN_PICTURE_OF_NOTHING("pictures that the user brought are of something that is not there", Mend.REBUILD),
    CHANGING("times the catalog changed while it was looked at", Mend.AGAIN);

    private final String fault;
    private final Mend mend;

    Check(String fault, Mend mend) {
        this.fault = fault;
        this.mend = mend;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String fault() {
        return fault;
    }

    Mend mend() {
        return mend;
    }

    /** What a person can do. {@code %s} stands for the user's name. */
    enum Mend {
        REBUILD("./reprise rebuild --user %s"),
        CURSOR("start the server, which reads on by itself; if it stays so: ./reprise rebuild --user %s"),
        BOOKS("what was told cannot be made anew: put a backup back, or import the source of user %s again"),
        FORMAT("they are kept: update Reprise, then ./reprise rebuild --user %s"),
        FETCH("./reprise art fetch, as user %s"),
        CUT_OFF("delete these files in the folder art of the data folder, then ./reprise art fetch, as user %s"),
        STRAY("they do no harm: delete them in the folder art of the data folder, or leave them until it is full"),
        OWN_PICTURE("bring them again as user %s, or put a backup back"),
        AGAIN("ask again in a while: ./reprise doctor --user %s");

        private final String sentence;

        Mend(String sentence) {
            this.sentence = sentence;
        }

        String of(String user) {
            return sentence.formatted(user);
        }
    }
}
