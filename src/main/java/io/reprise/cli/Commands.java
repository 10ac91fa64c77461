package io.reprise.cli;

import io.reprise.adapters.musicbrainz.offline.DumpFailure;
import io.reprise.adapters.musicbrainz.offline.LoadStopped;
import io.reprise.app.BadSetting;
import io.reprise.http.NotListening;
import io.reprise.http.ProblemException;
import io.reprise.job.JobFailure;
import io.reprise.store.StoreFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** All commands, put together; a new one is added in {@link #commands}. */
@Command(
        name = "reprise",
        description = "Keeps the history of everything you play, watch, read and look at.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = "%nIn a clone, `./reprise check` builds and runs every test. All commands: docs/cli.md",
        versionProvider = Commands.Version.class)
public final class Commands {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int ASKED_WRONGLY = 2;

    private Commands() {}

    /** Runs one command and answers what the process is to end with. */
    public static int run(Terminal terminal, String... arguments) {
        CommandLine line = line(terminal, arguments);
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ASKED_WRONGLY;
        }
        int code = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    /** The line of all commands. */
    static CommandLine line(Terminal terminal) {
        return line(terminal, commands(terminal).values());
    }

    /** A command is made only where it is asked for: making all of them was a third of the time of a start. */
    private static CommandLine line(Terminal terminal, String[] arguments) {
        Map<String, Supplier<CommandLine>> commands = commands(terminal);
        Supplier<CommandLine> asked = arguments.length == 0 ? null : commands.get(arguments[0]);
        return line(terminal, asked == null ? commands.values() : List.of(asked));
    }

    private static CommandLine line(Terminal terminal, Collection<Supplier<CommandLine>> commands) {
        CommandLine line = new CommandLine(new Commands());
        commands.forEach(command -> line.addSubcommand(command.get()));
        return line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, failed, parsed) -> told(failure, failed.getErr()));
    }

    /** Each by the name that its annotation gives it, in the order of the help. */
    static Map<String, Supplier<CommandLine>> commands(Terminal terminal) {
        Target target = new Target(terminal);
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("serve", () -> command(target, new ServeCommand(target, terminal)));
        commands.put("demo", () -> command(target, new DemoCommand(target, terminal)));
        commands.put("scrobble", () -> command(target, new ScrobbleCommand(target, terminal)));
        commands.put("history", () -> command(target, new HistoryCommand(target, terminal)));
        commands.put("stats", () -> command(target, new StatsCommand(target, terminal)));
        commands.put("top", () -> command(target, new TopCommand(target, terminal)));
        commands.put("report", () -> command(target, new ReportCommand(target, terminal)));
        commands.put("playlist", () -> command(target, new PlaylistCommand(target, terminal)));
        commands.put("import", () -> command(target, new ImportCommand(target, terminal)));
        commands.put("jobs", () -> command(target, new JobsCommand(target, terminal)));
        commands.put("duplicates", () -> command(target, new DuplicatesCommand(target, terminal)));
        commands.put("resolve", () -> command(target, new ResolveCommand(target, terminal)));
        commands.put("review", () -> command(target, new ReviewCommand(target, terminal)));
        commands.put("ledger", () -> command(target, new LedgerCommand(target, terminal)));
        commands.put("art", () -> art(target, terminal));
        commands.put("credits", () -> command(target, new CreditsCommand(target, terminal)));
        commands.put("rate", () -> command(target, new RateCommand(target, terminal)));
        commands.put("tag", () -> command(target, new TagCommand(target, terminal)));
        commands.put("note", () -> command(target, new NoteCommand(target, terminal)));
        commands.put("export", () -> command(target, new ExportCommand(target, terminal)));
        commands.put("user", () -> users(target, terminal));
        commands.put("token", () -> tokens(target, terminal));
        commands.put("link", () -> command(target, new LinkCommand(target, terminal)));
        commands.put("digest", () -> command(target, new DigestCommand(target, terminal)));
        commands.put("clients", () -> command(target, new ClientsCommand(target, terminal)));
        commands.put("authority", () -> authorities(target, terminal));
        commands.put("rebuild", () -> command(target, new RebuildCommand(target, terminal)));
        commands.put("doctor", () -> command(target, new DoctorCommand(target, terminal)));
        commands.put("backup", () -> command(target, new BackupCommand(target, terminal)));
        return commands;
    }

    private static CommandLine art(Target target, Terminal terminal) {
        return new CommandLine(new ArtCommand())
                .addSubcommand(command(target, new ArtFetchCommand(target, terminal)))
                .addSubcommand(command(target, new ArtSourcesCommand(target, terminal)))
                .addSubcommand(command(target, new ArtSaveCommand(target, terminal)))
                .addSubcommand(command(target, new ArtRestoreCommand(target, terminal)));
    }

    private static CommandLine users(Target target, Terminal terminal) {
        return new CommandLine(new UserCommand())
                .addSubcommand(command(target, new UserAddCommand(target, terminal)))
                .addSubcommand(command(target, new UserListCommand(target, terminal)))
                .addSubcommand(command(target, new UserPasswordCommand(target, terminal)))
                .addSubcommand(command(target, new UserWeekCommand(target, terminal)))
                .addSubcommand(command(target, new UserRemoveCommand(target, terminal)));
    }

    private static CommandLine tokens(Target target, Terminal terminal) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(command(target, new TokenCreateCommand(target, terminal)))
                .addSubcommand(command(target, new TokenListCommand(target, terminal)))
                .addSubcommand(command(target, new TokenRevokeCommand(target, terminal)));
    }

    private static CommandLine authorities(Target target, Terminal terminal) {
        return new CommandLine(new AuthorityCommand())
                .addSubcommand(command(target, new AuthorityLoadCommand(target, terminal)))
                .addSubcommand(command(target, new AuthorityListCommand(target, terminal)))
                .addSubcommand(command(target, new AuthorityDropCommand(target, terminal)));
    }

    private static CommandLine command(Target target, Object command) {
        CommandLine line = new CommandLine(command);
        target.addTo(line.getCommandSpec()).mixinStandardHelpOptions(true);
        return line;
    }

    private static int told(Exception failure, PrintWriter err) {
        switch (failure) {
            case ProblemException problem ->
                err.println("reprise: " + problem.problem().line());
            case BadSetting bad -> {
                err.println("reprise: " + bad.getMessage());
                return ASKED_WRONGLY;
            }
            case JobFailure failed -> err.println("reprise: " + failed.reason() + ". " + failed.whatToDo());
            case Misuse misuse -> {
                err.println("reprise: " + misuse.getMessage());
                return ASKED_WRONGLY;
            }
            case DumpFailure dump -> err.println("reprise: " + dump.getMessage());
            case LoadStopped stopped -> err.println("reprise: " + stopped.getMessage());
            case NotListening taken -> err.println("reprise: " + taken.getMessage());
            case StoreFailure store -> err.println("reprise: " + store.getMessage());
            case UncheckedIOException disk -> err.println("reprise: " + disk.getMessage() + ": " + disk.getCause());
            default -> {
                err.println("reprise: this failed unexpectedly: " + failure);
                LoggerFactory.getLogger("reprise.cli").error("a command failed", failure);
            }
        }
        return FAILED;
    }

    /** The version that the archive was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"reprise " + (version == null ? "(built from source)" : version)};
        }
    }
}
