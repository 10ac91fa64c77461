package io.reprise.cli;

import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Types commands on a data folder of their own, and keeps what they print. */
final class Typist {
    private final Path home;
    private final Map<String, String> variables = new HashMap<>();

    Typist(Path home) {
        this.home = home;
        variables.put("REPRISE_DATA", data().toString());
        variables.put("REPRISE_LOG_LEVEL", "error");
    }

    record Ended(int code, String out, String err) {}

    /** An empty store, made once and then copied, since making the tables takes longer than most tests. */
    static Path emptyStore(Path folder) {
        Typist typist = new Typist(folder);
        typist.open().close();
        return typist.data();
    }

    /** Begins with a copy of such a store. */
    Typist over(Path store) {
        try {
            Files.createDirectories(data());
            Files.copy(store.resolve("reprise.db"), data().resolve("reprise.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a user who lives in Berlin, and answers with a token. */
    String user(String name) {
        try (App app = open()) {
            var user = app.accounts().create(name, "correct horse", ZoneId.of("Europe/Berlin"));
            return app.accounts().createToken(user.id(), "test");
        }
    }

    Typist with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Path data() {
        return home.resolve("kept");
    }

    Path home() {
        return home;
    }

    App open() {
        return App.open(config(), InstantSource.system());
    }

    Config config() {
        return Config.read(Map.of(Setting.PORT, "0"), new Config.Surroundings(variables, home));
    }

    Ended run(String... arguments) {
        return given("", arguments);
    }

    /** With this on standard input. */
    Ended given(String standardInput, String... arguments) {
        return until(new Stop(), standardInput, arguments);
    }

    /** With a stop that somebody else may ask for. */
    Ended until(Stop stop, String standardInput, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        int code = Commands.run(terminal(in, out, err, stop), arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Terminal terminal(InputStream in, ByteArrayOutputStream out, ByteArrayOutputStream err, Stop stop) {
        return new Terminal(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Config.Surroundings(variables, home),
                "ann",
                stop);
    }
}
