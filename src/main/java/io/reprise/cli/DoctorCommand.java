package io.reprise.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code reprise doctor}: whether a library is sound; changes nothing. */
@Command(name = "doctor", description = "Checks a history from end to end and says what to do about what it finds.")
final class DoctorCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    DoctorCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote.Reply reply = reached.remote().get(Query.of("/api/doctor"));
            if (json) {
                terminal.out().println(reply.text());
            } else {
                print(reply.json());
            }
            boolean healthy = reply.json().path("healthy").asBoolean(false)
                    && reply.json().path("findings").isEmpty();
            return healthy ? Commands.DONE : Commands.FAILED;
        }
    }

    private void print(JsonNode report) {
        String user = report.path("user").asString("");
        JsonNode findings = report.path("findings");
        if (findings.isEmpty()) {
            terminal.out().println("The history of " + user + " is healthy.");
            return;
        }
        Style style = Style.of(terminal);
        terminal.out()
                .println(style.bold(findings.size() + (findings.size() == 1 ? " finding" : " findings")
                        + " in the history of " + user));
        for (JsonNode finding : findings) {
            terminal.out()
                    .println(finding.path("check").asString("") + ": "
                            + finding.path("found").asString(""));
            terminal.out().println("  to mend it: " + finding.path("mend").asString(""));
        }
    }
}
