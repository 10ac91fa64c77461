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
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** All commands, put together; a new one is added in {@link #line}. */
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
        CommandLine line = line(terminal);
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ASKED_WRONGLY;
        }
        int code = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    static CommandLine line(Terminal terminal) {
        Target target = new Target(terminal);
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(command(target, new ServeCommand(target, terminal)))
                .addSubcommand(command(target, new DemoCommand(target, terminal)))
                .addSubcommand(command(target, new ScrobbleCommand(target, terminal)))
                .addSubcommand(command(target, new HistoryCommand(target, terminal)))
                .addSubcommand(command(target, new StatsCommand(target, terminal)))
                .addSubcommand(command(target, new TopCommand(target, terminal)))
                .addSubcommand(command(target, new ReportCommand(target, terminal)))
                .addSubcommand(command(target, new PlaylistCommand(target, terminal)))
                .addSubcommand(command(target, new ImportCommand(target, terminal)))
                .addSubcommand(command(target, new JobsCommand(target, terminal)))
                .addSubcommand(command(target, new DuplicatesCommand(target, terminal)))
                .addSubcommand(command(target, new ResolveCommand(target, terminal)))
                .addSubcommand(command(target, new ReviewCommand(target, terminal)))
                .addSubcommand(command(target, new LedgerCommand(target, terminal)))
                .addSubcommand(art(target, terminal))
                .addSubcommand(command(target, new CreditsCommand(target, terminal)))
                .addSubcommand(command(target, new RateCommand(target, terminal)))
                .addSubcommand(command(target, new TagCommand(target, terminal)))
                .addSubcommand(command(target, new NoteCommand(target, terminal)))
                .addSubcommand(command(target, new ExportCommand(target, terminal)))
                .addSubcommand(users(target, terminal))
                .addSubcommand(tokens(target, terminal))
                .addSubcommand(links(target, terminal))
                .addSubcommand(command(target, new ClientsCommand(target, terminal)))
                .addSubcommand(authorities(target, terminal))
                .addSubcommand(command(target, new RebuildCommand(target, terminal)))
                .addSubcommand(command(target, new DoctorCommand(target, terminal)))
                .addSubcommand(command(target, new BackupCommand(target, terminal)));
        return line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, failed, parsed) -> told(failure, failed.getErr()));
    }

    private static CommandLine art(Target target, Terminal terminal) {
        return new CommandLine(new ArtCommand())
                .addSubcommand(command(target, new ArtFetchCommand(target, terminal)))
                .addSubcommand(command(target, new ArtSourcesCommand(target, terminal)));
    }

    private static CommandLine users(Target target, Terminal terminal) {
        return new CommandLine(new UserCommand())
                .addSubcommand(command(target, new UserAddCommand(target, terminal)))
                .addSubcommand(command(target, new UserListCommand(target, terminal)))
                .addSubcommand(command(target, new UserPasswordCommand(target, terminal)))
                .addSubcommand(command(target, new UserRemoveCommand(target, terminal)));
    }

    private static CommandLine tokens(Target target, Terminal terminal) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(command(target, new TokenCreateCommand(target, terminal)))
                .addSubcommand(command(target, new TokenListCommand(target, terminal)))
                .addSubcommand(command(target, new TokenRevokeCommand(target, terminal)));
    }

    private static CommandLine links(Target target, Terminal terminal) {
        return new CommandLine(new LinkCommand())
                .addSubcommand(command(target, new LinkCreateCommand(target, terminal)))
                .addSubcommand(command(target, new LinkListCommand(target, terminal)))
                .addSubcommand(command(target, new LinkRevokeCommand(target, terminal)));
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
