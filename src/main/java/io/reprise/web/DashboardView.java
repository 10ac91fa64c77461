package io.reprise.web;

import java.util.List;

/** The dashboard in words. */
record DashboardView(
        Greeting hello,
        RangeSwitch range,
        Sums sums,
        List<RankedCard> charts,
        List<PlayingCard> playing,
        CalendarCard calendar,
        List<DayOfLines> latest,
        RankedCard other,
        List<ComingUp> coming) {
    record Greeting(String date, String text, boolean isEmpty) {}

    /** What the range amounts to. */
    record Sums(String title, List<Figure> totals, List<KindShare> kinds, String moreHref) {}

    String date() {
        return hello.date();
    }

    String greeting() {
        return hello.text();
    }

    boolean isEmpty() {
        return hello.isEmpty();
    }

    String title() {
        return sums.title();
    }

    List<Figure> totals() {
        return sums.totals();
    }

    List<KindShare> kinds() {
        return sums.kinds();
    }

    String moreHref() {
        return sums.moreHref();
    }
}
