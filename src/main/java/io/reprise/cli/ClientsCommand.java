package io.reprise.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code reprise clients [PROGRAM]}: the page docs/clients.md with the address and a token filled in. */
@Command(name = "clients", description = "Prints how to point each program at this server: address, credential, where.")
final class ClientsCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Parameters(arity = "0..1", paramLabel = "PROGRAM", description = "Only what is said of this program.")
    private String program = "";

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "The address that programs reach the server by. Else: --server, or host and port as set.")
    private @Nullable String address;

    @Option(names = "--new-token", paramLabel = "NAME", description = "Make a token of this name and fill it in.")
    private @Nullable String newToken;

    ClientsCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ClientsGuide guide = ClientsGuide.read();
        List<String> lines = guide.about(program);
        if (lines.isEmpty()) {
            throw new Misuse(
                    "Nothing is known of a program \"" + program + "\". `reprise clients` prints all that is.");
        }
        Optional<String> token = newToken == null ? reach.token(terminal) : Optional.of(made(newToken));
        lines.forEach(line -> terminal.out().println(ClientsGuide.filled(line, shownAddress(), token)));
        if (token.isEmpty()) {
            terminal.out()
                    .println("\nA token is shown only when it is made: --new-token NAME makes one and fills it in.");
        }
        return Commands.DONE;
    }

    private String shownAddress() {
        return Optional.ofNullable(address)
                .or(() -> reach.server(target, terminal))
                .map(Reach::checked)
                .map(Object::toString)
                .orElseGet(() -> target.config().web().address());
    }

    private String made(String name) {
        try (Reach.Reached reached = reach.open(target, terminal)) {
            return reached.remote()
                    .post("/api/tokens", JsonNodeFactory.instance.objectNode().put("name", name))
                    .json()
                    .path("token")
                    .asString();
        }
    }
}
