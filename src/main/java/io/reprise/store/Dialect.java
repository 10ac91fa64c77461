package io.reprise.store;

/** Where the two databases differ; everything else is one set of SQL. */
public enum Dialect {
    SQLITE("sqlite", ""),
    POSTGRESQL("postgresql", " for update");

    private final String word;
    private final String lock;

    Dialect(String word, String lock) {
        this.word = word;
        this.lock = lock;
    }

    /** The folder of this dialect's migrations. */
    String word() {
        return word;
    }

    /**
     * What a {@code select} ends in to hold its rows until the end of the transaction. SQLite needs nothing: its one
     * writer holds the whole file.
     */
    public String lock() {
        return lock;
    }
}
