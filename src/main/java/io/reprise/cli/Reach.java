package io.reprise.cli;

import io.reprise.account.Pass;
import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.app.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which history a command works on: the token's on a server, or a user's in the data folder of this machine. */
final class Reach {
    static final String SERVER_VARIABLE = "REPRISE_SERVER";
    static final String TOKEN_VARIABLE = "REPRISE_TOKEN";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server to speak to. Else: REPRISE_SERVER, or the data folder without a server.")
    private @Nullable String server;

    @Option(
            names = "--token",
            paramLabel = "T",
            description = "An API token of that server; better in REPRISE_TOKEN, where nobody else can read it.")
    private @Nullable String token;

    @Option(
            names = "--user",
            paramLabel = "U",
            description = "Whose history of the data folder. Else: the only user's.")
    private @Nullable String user;

    /** The API, within reach until this is closed; the app is there where the command itself answers. */
    record Reached(Remote remote, Optional<App> app) implements AutoCloseable {
        @Override
        public void close() {
            remote.close();
            app.ifPresent(App::close);
        }
    }

    Reached open(Target target, Terminal terminal) {
        Optional<String> address = server(target, terminal);
        if (address.isEmpty()) {
            return here(target);
        }
        if (isFolderTold(target)) {
            throw new Misuse("--server names a server, so --data, --database-url and --user have no place: the token"
                    + " says who you are.");
        }
        String proof = token(terminal).orElse("");
        if (!proof.matches("[!-~]+")) {
            throw new Misuse("A server wants to know who asks. Expected a token of it, in " + TOKEN_VARIABLE
                    + " or after --token.");
        }
        return new Reached(new Remote(checked(address.get()), proof), Optional.empty());
    }

    /** The server that the command line or the variable names; none where a folder is named instead. */
    Optional<String> server(Target target, Terminal terminal) {
        return Optional.ofNullable(server)
                .or(() -> isFolderTold(target) ? Optional.empty() : told(terminal, SERVER_VARIABLE));
    }

    /** The token that the command line or the variable names. */
    Optional<String> token(Terminal terminal) {
        return Optional.ofNullable(token).or(() -> told(terminal, TOKEN_VARIABLE));
    }

    private boolean isFolderTold(Target target) {
        return target.isTold(Setting.DATA) || target.isTold(Setting.DATABASE_URL) || user != null;
    }

    private Reached here(Target target) {
        if (token != null) {
            throw new Misuse("--token is for a server. Expected --server and its address as well.");
        }
        App app = target.open();
        try {
            Pass pass = app.pass(whose(app));
            return new Reached(new Remote(app.answer(pass), pass.text()), Optional.of(app));
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private User whose(App app) {
        if (user != null) {
            return KnownUser.named(app.accounts(), user);
        }
        List<User> all = app.accounts().all();
        if (all.size() == 1) {
            return all.getFirst();
        }
        throw new Misuse(
                all.isEmpty()
                        ? "There is no user here yet. `reprise user add NAME` makes one, and so does a first `serve`."
                        : "There are " + all.size() + " users here. Expected --user and the name of one of them;"
                                + " `reprise user list` shows them.");
    }

    private static Optional<String> told(Terminal terminal, String name) {
        return Optional.ofNullable(terminal.surroundings().variables().get(name))
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }

    static URI checked(String text) {
        try {
            URI address = new URI(text.strip().replaceAll("/+$", ""));
            String scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static Misuse wrong(String text) {
        return new Misuse("The server \"" + text + "\" is no address. Expected one such as http://127.0.0.1:4747");
    }
}
