package io.reprise.cli;

import tools.jackson.databind.JsonNode;

/** Tells what became of an import: the tally, what is worth knowing, and the first rows that were refused. */
final class RunPrinter {
    private static final int REFUSALS_SHOWN_MAX = 5;

    private final Remote remote;
    private final Terminal terminal;

    RunPrinter(Remote remote, Terminal terminal) {
        this.remote = remote;
        this.terminal = terminal;
    }

    void print(ImportOfFile.Ended ended, boolean json) {
        if (json && ended.run().isObject()) {
            terminal.out().println(ended.run());
        } else if (ended.run().isObject()) {
            print(ended, ended.run());
        }
        if (ended.isBroken()) {
            terminal.err()
                    .println("reprise: " + ended.file() + ": "
                            + ended.job().path("state").asString("") + ": "
                            + ended.job().path("message").asString(""));
        }
    }

    private void print(ImportOfFile.Ended ended, JsonNode run) {
        terminal.out()
                .println(Style.of(terminal).bold(ended.file()) + " ("
                        + run.path("format").asString("") + "), run "
                        + run.path("number").asInt(0));
        terminal.out()
                .println("  " + Amounts.count(run.path("rows_read").asLong(0), "row", "rows") + " read: "
                        + count(run, "new") + " new, "
                        + count(run, "known") + " known, " + count(run, "refused") + " refused, "
                        + count(run, "left_out")
                        + " left out");
        span(run);
        String message = run.path("message").asString("");
        if (!message.isEmpty()) {
            terminal.out().println("  " + message);
        }
        if (run.path("rows_refused").asLong(0) > 0) {
            refusals(run);
        }
    }

    private void span(JsonNode run) {
        UserClock clock = UserClock.of(remote);
        String first = clock.day(run.path("first_at").asString(""));
        String last = clock.day(run.path("last_at").asString(""));
        if (!first.isEmpty() && !last.isEmpty()) {
            terminal.out().println("  plays from " + first + " to " + last);
        }
    }

    private void refusals(JsonNode run) {
        JsonNode refusals = remote.get(
                        Query.of("/api/imports/" + run.path("number").asInt(0) + "/refusals"))
                .json();
        int shown = Math.min(REFUSALS_SHOWN_MAX, refusals.size());
        terminal.out()
                .println("  refused" + (shown < run.path("rows_refused").asLong() ? ", the first of them:" : ":"));
        for (int i = 0; i < shown; i++) {
            JsonNode refusal = refusals.path(i);
            terminal.out()
                    .println("    " + refusal.path("place").asString("") + ": "
                            + refusal.path("reason").asString(""));
        }
    }

    private static String count(JsonNode run, String which) {
        return Amounts.count(run.path("rows_" + which).asLong(0));
    }
}
