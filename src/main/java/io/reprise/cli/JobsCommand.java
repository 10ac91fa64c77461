package io.reprise.cli;

import io.reprise.media.OneLine;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code reprise jobs [VERB ID]}: work in the background, listed, cancelled, paused, resumed and tried again. */
@Command(name = "jobs", description = "Lists work in the background, or cancels, pauses, resumes or retries one job.")
final class JobsCommand implements Callable<Integer> {
    private static final Set<String> VERBS = Set.of("cancel", "pause", "resume", "retry");
    private static final Set<String> STARTS = Set.of("resume", "retry");
    private static final int ID_CHARS_SHOWN = 36;
    private static final int REASON_CHARS_MAX = 2_000;
    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..2",
            paramLabel = "VERB ID",
            description = "cancel, pause, resume or retry, and the id of the job; none lists the latest.")
    private List<String> words = List.of();

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    JobsCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean isTurn = words.size() == 2
                && VERBS.contains(words.getFirst())
                && words.getLast().matches("[0-9A-Za-z-]{1,64}");
        if (!words.isEmpty() && !isTurn) {
            throw new Misuse("Expected nothing, or one of cancel, pause, resume and retry with the id of a job, got: "
                    + String.join(" ", words));
        }
        boolean isStart = isTurn && STARTS.contains(words.getFirst());
        if (isStart) {
            terminal.stop().heedSignals();
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            Remote.Reply reply = isTurn
                    ? remote.post(
                            "/api/jobs/" + words.getLast() + "/" + words.getFirst(),
                            JsonNodeFactory.instance.objectNode())
                    : remote.get(Query.of("/api/jobs"));
            // Without a server the job lives only as long as this command, so it is followed to its end.
            if (isStart && reached.app().isPresent()) {
                return ended(remote);
            }
            if (json) {
                terminal.out().println(reply.text());
            } else {
                print(reply.json());
            }
            return Commands.DONE;
        } finally {
            terminal.stop().end();
        }
    }

    private int ended(Remote remote) {
        ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
        JsonNode job = new JobWatch(remote, terminal.stop(), bar).follow(words.getLast());
        if (json) {
            terminal.out().println(job.toString());
        } else {
            print(job);
        }
        return job.path("state").asString("").equals("done") ? Commands.DONE : Commands.FAILED;
    }

    private void print(JsonNode answer) {
        Table table = new Table(Set.of(2));
        Iterable<JsonNode> jobs = answer.isArray() ? answer : List.of(answer);
        for (JsonNode job : jobs) {
            table.add(List.of(
                    job.path("kind").asString(""),
                    job.path("state").asString(""),
                    share(job),
                    isFailed(job) ? "" : job.path("message").asString("")));
        }
        List<String> lines = table.lines();
        int at = 0;
        for (JsonNode job : jobs) {
            String id = job.path("id").asString("");
            terminal.out().println(String.format("%-" + ID_CHARS_SHOWN + "s  ", id) + lines.get(at++));
            if (isFailed(job)) {
                terminal.out().println("    " + OneLine.of(job.path("message").asString(""), REASON_CHARS_MAX));
            }
        }
        if (at == 0) {
            terminal.out().println("There are no jobs.");
        }
    }

    /** Why a job failed, and what to do, is told whole below its line. */
    private static boolean isFailed(JsonNode job) {
        return job.path("state").asString("").equals("failed");
    }

    private static String share(JsonNode job) {
        long total = job.path("total").asLong(0);
        return total <= 0 ? "" : Math.clamp(100 * job.path("done").asLong(0) / total, 0, 100) + " %";
    }
}
