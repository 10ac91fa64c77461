package io.reprise.account;

import java.time.Instant;

/** A key that a program holds to act for a user; its text is shown once, when it is made, and never kept. */
public record Token(int number, String name, Instant createdAt) {}
