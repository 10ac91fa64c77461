package io.reprise.rating;

/** One event: its number with its user, when (epoch seconds, UTC), about what, and what it says. */
public record RatingEvent(long number, long at, Rated about, Opinion opinion, boolean undone) {}
