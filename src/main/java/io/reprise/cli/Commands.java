package io.reprise.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** All commands, put together; a new one is added in {@link #NAMES} and {@link #command}. */
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

    /** In the order of the help. */
    static final List<String> NAMES = List.of(
            "serve",
            "demo",
            "scrobble",
            "history",
            "stats",
            "top",
            "report",
            "playlist",
            "import",
            "jobs",
            "duplicates",
            "resolve",
            "review",
            "ledger",
            "art",
            "credits",
            "rate",
            "tag",
            "note",
            "export",
            "user",
            "token",
            "link",
            "digest",
            "clients",
            "authority",
            "rebuild",
            "doctor",
            "backup");

    private Commands() {}

    /** Runs one command and answers what the process is to end with. */
    public static int run(Terminal terminal, String... arguments) {
        CommandLine line = line(terminal, arguments.length == 0 ? NAMES : meant(arguments[0]));
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ASKED_WRONGLY;
        }
        int code = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    /** A command is made only where it is asked for: making all of them takes a second on a small machine. */
    private static List<String> meant(String first) {
        return switch (first) {
            case "-V", "--version" -> List.of();
            default -> NAMES.contains(first) ? List.of(first) : NAMES;
        };
    }

    /** The line of all commands. */
    static CommandLine line(Terminal terminal) {
        return line(terminal, NAMES);
    }

    private static CommandLine line(Terminal terminal, List<String> names) {
        Target target = new Target(terminal);
        CommandLine line = new CommandLine(new Commands());
        for (String name : names) {
            line.addSubcommand(command(name, target, terminal));
        }
        // Rules of a playlist are given as @FILE, which is no file of arguments.
        return line.setExpandAtFiles(false)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Mistyped::told)
                .setExecutionExceptionHandler((failure, failed, parsed) -> Failures.told(failure, failed.getErr()));
    }

    private static CommandLine command(String name, Target target, Terminal terminal) {
        return switch (name) {
            case "serve" -> command(target, new ServeCommand(target, terminal));
            case "demo" -> command(target, new DemoCommand(target, terminal));
            case "scrobble" -> command(target, new ScrobbleCommand(target, terminal));
            case "history" -> command(target, new HistoryCommand(target, terminal));
            case "stats" -> command(target, new StatsCommand(target, terminal));
            case "top" -> command(target, new TopCommand(target, terminal));
            case "report" -> command(target, new ReportCommand(target, terminal));
            case "playlist" -> command(target, new PlaylistCommand(target, terminal));
            case "import" -> command(target, new ImportCommand(target, terminal));
            case "jobs" -> command(target, new JobsCommand(target, terminal));
            case "duplicates" -> command(target, new DuplicatesCommand(target, terminal));
            case "resolve" -> command(target, new ResolveCommand(target, terminal));
            case "review" -> command(target, new ReviewCommand(target, terminal));
            case "ledger" -> command(target, new LedgerCommand(target, terminal));
            case "art" -> art(target, terminal);
            case "credits" -> command(target, new CreditsCommand(target, terminal));
            case "rate" -> command(target, new RateCommand(target, terminal));
            case "tag" -> command(target, new TagCommand(target, terminal));
            case "note" -> command(target, new NoteCommand(target, terminal));
            case "export" -> command(target, new ExportCommand(target, terminal));
            case "user" -> users(target, terminal);
            case "token" -> tokens(target, terminal);
            case "link" -> command(target, new LinkCommand(target, terminal));
            case "digest" -> command(target, new DigestCommand(target, terminal));
            case "clients" -> command(target, new ClientsCommand(target, terminal));
            case "authority" -> authorities(target, terminal);
            case "rebuild" -> command(target, new RebuildCommand(target, terminal));
            case "doctor" -> command(target, new DoctorCommand(target, terminal));
            case "backup" -> command(target, new BackupCommand(target, terminal));
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
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

    /** The version that the archive was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"reprise " + (version == null ? "(built from source)" : version)};
        }
    }
}
