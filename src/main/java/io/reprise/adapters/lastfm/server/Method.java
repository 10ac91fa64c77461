package io.reprise.adapters.lastfm.server;

/** One method of the API. */
@FunctionalInterface
interface Method {
    /** The answer; a {@link Fault} where there is none. */
    Element answer(Call call);
}
