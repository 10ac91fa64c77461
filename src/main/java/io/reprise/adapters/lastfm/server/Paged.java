package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;

/** A page of a list, from 1; one beyond the last is empty. */
record Paged(int page, int limit) {
    private static final int LIMIT_OTHERWISE = 50;
    private static final int LIMIT_MAX = 1000;
    private static final int PAGE_MAX = 1_000_000;

    static Paged of(Call call) {
        return new Paged(call.number("page", 1, PAGE_MAX), call.number("limit", LIMIT_OTHERWISE, LIMIT_MAX));
    }

    /** How many stand before this page. */
    int offset() {
        return (page - 1) * limit;
    }

    /** What every list says of itself. */
    Element about(Element list, User user, long total) {
        return list.attribute("user", user.name())
                .attribute("page", Integer.toString(page))
                .attribute("perPage", Integer.toString(limit))
                .attribute("totalPages", Long.toString((total + limit - 1) / limit))
                .attribute("total", Long.toString(total));
    }
}
