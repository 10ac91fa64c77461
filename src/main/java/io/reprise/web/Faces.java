package io.reprise.web;

import io.reprise.art.Gallery;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.report.Named;
import io.reprise.report.Subject;
import org.jspecify.annotations.Nullable;

/** Makes the faces of one user's things: with their pictures, as far as they are known now. */
final class Faces {
    private static final int HASH_CHARS = 16;

    private final Gallery gallery;

    Faces(Gallery gallery) {
        this.gallery = gallery;
    }

    Gallery gallery() {
        return gallery;
    }

    /** Of what stands in a chart or was found. */
    Face of(Named what) {
        return of(what, "");
    }

    /** The same, drawn in the colour of what it was played from where it has no picture. */
    Face of(Named what, String container) {
        Face drawn = what.subject() == Subject.CREATOR ? Face.person(what.name()) : Face.work(what.name(), container);
        return drawn.with(picture(thing(what.subject(), what.number())));
    }

    /** What shows the same picture has the same address, so that it is fetched once. */
    private @Nullable String picture(Thing thing) {
        Thing bearer = gallery.bearer(thing);
        String hash = gallery.hash(bearer);
        return hash == null
                ? null
                : "/art/" + bearer.kind().word() + "s/" + bearer.number() + "?v=" + hash.substring(0, HASH_CHARS);
    }

    static Thing thing(Subject subject, int number) {
        SubjectKind kind = switch (subject) {
            case ITEM -> SubjectKind.ITEM;
            case CREATOR -> SubjectKind.CREATOR;
            case CONTAINER -> SubjectKind.CONTAINER;
        };
        return new Thing(kind, number);
    }
}
