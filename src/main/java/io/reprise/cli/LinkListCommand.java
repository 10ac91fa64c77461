package io.reprise.cli;

import io.reprise.app.App;
import io.reprise.feed.Link;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprise link list USER} */
@Command(name = "list", description = "Lists the links of a user, without their secrets.")
final class LinkListCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "USER", description = "The name of the user.")
    private String user = "";

    LinkListCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Table table = new Table(Set.of(0));
        try (App app = target.open()) {
            List<Link> links = app.library()
                    .outputs()
                    .links()
                    .of(KnownUser.named(app.accounts(), user).id());
            for (Link link : links) {
                String publicName = link.publicName();
                table.add(List.of(
                        Integer.toString(link.number()),
                        link.show().word(),
                        link.title(),
                        publicName == null ? "secret" : "/x/" + publicName,
                        Instant.ofEpochSecond(link.createdAt()).toString()));
            }
        }
        table.lines().forEach(terminal.out()::println);
        return Commands.DONE;
    }
}
