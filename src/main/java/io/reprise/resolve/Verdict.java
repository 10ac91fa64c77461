package io.reprise.resolve;

/** What is to be done about a finding: decide by itself, ask a person, or leave it alone. */
public enum Verdict {
    DECIDE,
    ASK,
    LEAVE
}
