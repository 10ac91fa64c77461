package io.reprise.scrobble;

import io.reprise.account.UserId;

/**
 * What the scrobbles of one delivery share: whose they are, the origin's number, the import run (0 for live) and the
 * time of receipt.
 */
record Place(UserId user, int origin, int run, long receivedAt) {}
