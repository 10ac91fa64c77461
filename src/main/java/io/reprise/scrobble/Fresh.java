package io.reprise.scrobble;

/** A scrobble stored a moment ago, with what its payload reads as and the 64-bit key of the item it mentions. */
public record Fresh(Scrobble scrobble, Told told, long itemKey) {}
