package io.reprise.http;

import java.time.Duration;

/** How fast a party lets itself be asked: at most one request to this host in each {@code between}. */
public record HostRate(String host, Duration between) {
    public HostRate {
        if (host.isEmpty() || between.isNegative()) {
            throw new IllegalArgumentException("a rate has a host and a time between two requests");
        }
    }

    /** So many requests in such a time, spread evenly. */
    public static HostRate of(String host, int requests, Duration within) {
        return new HostRate(host, Duration.ofNanos(within.toNanos() / requests));
    }
}
