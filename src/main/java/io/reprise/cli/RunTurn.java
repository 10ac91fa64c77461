package io.reprise.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Undoes or redoes an import run as a whole and follows the job to its end. */
final class RunTurn {
    private final Remote remote;
    private final JobWatch watch;
    private final Terminal terminal;

    RunTurn(Remote remote, JobWatch watch, Terminal terminal) {
        this.remote = remote;
        this.watch = watch;
        this.terminal = terminal;
    }

    /** Answers what the command is to end with. */
    int turn(int run, String verb, boolean json) {
        JsonNode begun = remote.post("/api/imports/" + run + "/" + verb, JsonNodeFactory.instance.objectNode())
                .json();
        JsonNode job = watch.follow(begun.path("job").path("id").asString(""));
        boolean isDone = job.path("state").asString("").equals("done");
        if (json) {
            terminal.out().println(job);
        } else if (isDone) {
            terminal.out().println(job.path("message").asString(""));
        }
        if (!isDone) {
            terminal.err()
                    .println("reprise: the " + verb + " of run " + run + ": "
                            + job.path("state").asString("") + ": "
                            + job.path("message").asString(""));
        }
        return isDone ? Commands.DONE : Commands.FAILED;
    }
}
