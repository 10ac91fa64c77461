package io.reprise.account;

/** The number of a user on this server; it leads the key of every row that belongs to that user. */
public record UserId(int value) {
    public UserId {
        if (value < 1) {
            throw new IllegalArgumentException("a user's number is 1 or more, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
