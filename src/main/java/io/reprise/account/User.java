package io.reprise.account;

/** Somebody who keeps a history here. The name is as it was chosen; two names that differ only in case are one. */
public record User(UserId id, String name) {}
