package io.reprise.web;

import io.reprise.art.Pictures;
import io.reprise.report.Named;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of a thing's picture, and the forms to change it: {@code path} takes them; {@code href} leads to
 * whose it is; {@code canFetch} says whether anybody can be asked.
 */
record Portrait(
        String path,
        String sentence,
        String credit,
        @Nullable String href,
        boolean isOwn,
        boolean canFetch) {
    static Portrait of(Visit visit, Named what, Rooms.Pictured rooms) {
        Pictures.Credit credit = rooms.pictures()
                .credit(visit.user().id(), visit.faces().gallery(), Faces.thing(what.subject(), what.number()))
                .orElse(null);
        boolean isOwn = credit != null && credit.isOwn();
        String sentence = credit == null ? "There is no picture of it yet." : isOwn ? "Your own picture." : "Picture: ";
        return new Portrait(
                Rows.href(what) + "/picture",
                sentence,
                credit == null ? "" : credit.text(),
                credit == null || credit.page().isEmpty() ? null : credit.page(),
                isOwn,
                !rooms.curator().sources().isEmpty());
    }
}
