package io.reprise.scrobble;

/**
 * What an origin says is being played. {@code since} is when it was first told, {@code until} when it is forgotten
 * unless told again; both epoch seconds (UTC).
 */
public record Playing(Origin origin, Submission submission, long since, long until) {
    public Playing {
        if (until <= since) {
            throw new IllegalArgumentException(
                    "what is playing ends after it was told; since " + since + ", until " + until);
        }
    }

    public Told told() {
        return submission.told();
    }

    boolean isSameItem(Told other) {
        return told().mention().identity().equals(other.mention().identity());
    }
}
