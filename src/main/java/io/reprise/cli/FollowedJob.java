package io.reprise.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Begins a job of the API, shows how it goes, and says at its end what came of it. */
record FollowedJob(Target target, Terminal terminal, Reach reach) {
    /** Answers what the process is to end with. */
    int run(String path, ObjectNode asked, boolean json) {
        terminal.stop().heedSignals();
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            String id = remote.post(path, asked).json().path("job").path("id").asString("");
            ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
            JsonNode job = new JobWatch(remote, terminal.stop(), bar).follow(id);
            if (!job.path("state").asString("").equals("done")) {
                terminal.err().println("reprise: " + job.path("message").asString(""));
                return Commands.FAILED;
            }
            terminal.out().println(json ? job.toString() : job.path("message").asString(""));
            return Commands.DONE;
        } finally {
            terminal.stop().end();
        }
    }
}
