package io.reprise.job;

import io.reprise.account.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rung when a user's book has grown; wakes every {@link Follower} that hangs on it. Ringing is cheap, never waits and
 * never fails; rings that come while a follower works make one more step, not many. Thread-safe.
 */
public final class Bell {
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    /** Something of this user's is new. */
    public void ring(UserId user) {
        for (Follower follower : followers) {
            follower.wake(user);
        }
    }

    void hang(Follower follower) {
        followers.add(follower);
    }

    void takeDown(Follower follower) {
        followers.remove(follower);
    }
}
