package io.reprise.cli;

import tools.jackson.databind.JsonNode;

/** Tells what a look at a file saw: what would come of it, and examples. */
final class PreviewPrinter {
    private final Remote remote;
    private final Terminal terminal;

    PreviewPrinter(Remote remote, Terminal terminal) {
        this.remote = remote;
        this.terminal = terminal;
    }

    void print(ImportOfFile.Ended ended, boolean json) {
        JsonNode job = ended.job();
        if (ended.isBroken()) {
            terminal.err()
                    .println("reprise: " + ended.file() + ": "
                            + job.path("state").asString("") + ": "
                            + job.path("message").asString(""));
            return;
        }
        Remote.Reply reply = remote.get(Query.of("/api/jobs/" + job.path("id").asString("") + "/preview"));
        if (json) {
            terminal.out().println(reply.text());
        } else {
            print(ended.file(), reply.json());
        }
    }

    private void print(String file, JsonNode seen) {
        terminal.out()
                .println(Style.of(terminal).bold(file) + " ("
                        + seen.path("format").asString("") + "), looked at; nothing is stored");
        terminal.out()
                .println("  " + count(seen, "rows_read") + " rows: " + count(seen, "rows_new") + " new ("
                        + count(seen, "likely_duplicates") + " of them told by another source already), "
                        + count(seen, "rows_known") + " known, " + count(seen, "rows_refused") + " refused, "
                        + count(seen, "rows_left_out") + " left out");
        UserClock clock = UserClock.of(remote);
        String first = clock.day(seen.path("first_at").asString(""));
        String last = clock.day(seen.path("last_at").asString(""));
        if (!first.isEmpty() && !last.isEmpty()) {
            terminal.out().println("  plays from " + first + " to " + last);
        }
        seen.path("columns")
                .forEachEntry((column, meaning) ->
                        terminal.out().println("  column " + column + ": " + meaning.asString("")));
        for (JsonNode remark : seen.path("remarks")) {
            terminal.out().println("  " + remark.asString(""));
        }
        rows("it begins:", seen.path("sample"));
        rows("told by another source already:", seen.path("duplicates"));
        for (JsonNode refusal : seen.path("refusals")) {
            terminal.out()
                    .println("  refused: " + refusal.path("place").asString("") + ": "
                            + refusal.path("reason").asString(""));
        }
    }

    private void rows(String title, JsonNode rows) {
        if (!rows.isEmpty()) {
            terminal.out().println("  " + title);
        }
        for (JsonNode row : rows) {
            String because = row.path("because").asString("");
            terminal.out()
                    .println("    " + row.path("at").asString("no date") + "  "
                            + row.path("title").asString("") + " - "
                            + row.path("credit").asString("") + "  "
                            + row.path("fate").asString("") + (because.isEmpty() ? "" : ": " + because));
        }
    }

    private static String count(JsonNode seen, String which) {
        return Amounts.count(seen.path(which).asLong(0));
    }
}
