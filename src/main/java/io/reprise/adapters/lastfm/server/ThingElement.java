package io.reprise.adapters.lastfm.server;

import io.reprise.history.History;
import io.reprise.report.Chart;
import io.reprise.report.Named;
import io.reprise.report.Subject;

/** Artists, albums and tracks as the rows of a chart. */
final class ThingElement {
    private ThingElement() {}

    static String address(String server, Subject subject, int number) {
        return server + "/" + subject.word() + "s/" + number;
    }

    /** A row of {@code user.getTop...}. */
    static Element ranked(History history, Chart.Row row, String server) {
        Named what = row.what();
        Element element = Element.of(ChartMethods.word(what.subject()))
                .attribute("rank", Integer.toString(row.rank()))
                .with("name", what.name())
                .with("playcount", Long.toString(row.plays()))
                .with("mbid", "")
                .with("url", address(server, what.subject(), what.number()));
        switch (what.subject()) {
            case CREATOR -> element.with("streamable", "0");
            case CONTAINER -> element.with(artist(what.credit()));
            case ITEM ->
                element.with("duration", Integer.toString(history.names().length(what.number())))
                        .with(Element.text("streamable", "0").attribute("fulltrack", "0"))
                        .with(artist(what.credit()));
        }
        return element.list("image", Element.noPictures());
    }

    static Element artist(String name) {
        return Element.of("artist").with("name", name).with("mbid", "").with("url", "");
    }

    /** A row of {@code user.getWeekly...Chart}. */
    static Element weekly(Chart.Row row, String server) {
        Named what = row.what();
        Element element = Element.of(ChartMethods.word(what.subject())).attribute("rank", Integer.toString(row.rank()));
        if (what.subject() != Subject.CREATOR) {
            element.with(Element.text("artist", what.credit()).attribute("mbid", ""));
        }
        element.with("mbid", "")
                .with("name", what.name())
                .with("playcount", Long.toString(row.plays()))
                .with("url", address(server, what.subject(), what.number()));
        return what.subject() == Subject.ITEM ? element.list("image", Element.noPictures()) : element;
    }
}
