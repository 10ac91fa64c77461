package io.reprise.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code reprise rebuild}: all that is derived, made anew from what was told. */
@Command(name = "rebuild", description = "Reads the whole log again and makes everything derived from it anew.")
final class RebuildCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the job as it ended, as the API tells it.")
    private boolean json;

    RebuildCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.stop().heedSignals();
        try (Reach.Reached reached = reach.open(target, terminal)) {
            JsonNode begun = reached.remote()
                    .post("/api/rebuild", JsonNodeFactory.instance.objectNode())
                    .json();
            ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
            JsonNode job = new JobWatch(reached.remote(), terminal.stop(), bar)
                    .follow(begun.path("job").path("id").asString(""));
            boolean done = job.path("state").asString("").equals("done");
            if (json) {
                terminal.out().println(job);
            } else if (done) {
                terminal.out().println("Rebuilt: " + job.path("message").asString(""));
            } else {
                terminal.err()
                        .println("reprise: not rebuilt: " + job.path("message").asString(""));
            }
            return done ? Commands.DONE : Commands.FAILED;
        } finally {
            terminal.stop().end();
        }
    }
}
