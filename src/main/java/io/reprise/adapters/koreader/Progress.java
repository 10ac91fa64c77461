package io.reprise.adapters.koreader;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;

/** Where a reader stands in a document that is known by its digest alone; the digest stands for the title. */
final class Progress {
    static final JsonFormat FORMAT = new JsonFormat(51, "koreader.progress", Progress::told);

    private static final double PERCENT = 100;

    private Progress() {}

    static Told told(JsonRow row) throws Unreadable {
        String document = document(row);
        Mention book = new Mention.Book(
                "KOReader document " + document, Credit.NONE, null, null, Claim.id("koreader:document", document));
        Position position = new Position(share(row) * PERCENT, PERCENT, "percent");
        return new Told(Verb.PROGRESS, book, Times.RECEIVED, null, position, null);
    }

    static String document(JsonRow row) throws Unreadable {
        String document = row.needText("document");
        if (document.length() > 200) {
            throw new Unreadable("document: expected a digest, got " + document.length() + " characters");
        }
        return document;
    }

    /** How much lies behind, from 0 to 1. */
    static double share(JsonRow row) throws Unreadable {
        Double share = row.number("percentage");
        if (share == null || share < 0 || share > 1) {
            throw new Unreadable("percentage: expected 0 to 1, got " + share);
        }
        return share;
    }
}
