package io.reprise.app;

import io.reprise.account.UserId;
import io.reprise.digest.DigestRound;
import io.reprise.http.WebServer;
import io.reprise.imports.DropWatch;
import io.reprise.imports.Schedule;
import io.reprise.job.Follower;
import io.reprise.relay.Feed;
import io.reprise.resolve.ResolveRound;
import io.reprise.web.Pages;

/** What listens, follows and starts by itself while the server runs; closed in the order in which it depends. */
record Serving(WebServer server, Pages pages, Feed feed, Followers followers, Starts starts) implements AutoCloseable {
    @Override
    public void close() {
        starts.close();
        pages.close();
        feed.close();
        server.close();
        followers.close();
    }

    /** What starts by itself: pulls that are due, files that were dropped, digests, and askings of authorities. */
    record Starts(Schedule schedule, DropWatch drops, DigestRound digests, ResolveRound orders)
            implements AutoCloseable {
        void begin() {
            schedule.start();
            drops.start();
            digests.start();
            orders.start();
        }

        @Override
        public void close() {
            schedule.close();
            drops.close();
            digests.close();
            orders.close();
        }
    }

    /** What reads the log, and what then passes on. */
    record Followers(Follower aggregator, Follower relay) implements AutoCloseable {
        void wake(UserId user) {
            aggregator.wake(user);
            relay.wake(user);
        }

        @Override
        public void close() {
            aggregator.close();
            relay.close();
        }
    }
}
