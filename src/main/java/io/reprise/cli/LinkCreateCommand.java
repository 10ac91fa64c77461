package io.reprise.cli;

import io.reprise.app.App;
import io.reprise.feed.LinkOrder;
import io.reprise.feed.Links;
import io.reprise.feed.Show;
import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprise link create USER SHOWS} */
@Command(name = "create", description = "Makes a link and prints the paths of its files, this once, each on a line.")
final class LinkCreateCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "USER", description = "The name of the user.")
    private String user = "";

    @Parameters(index = "1", paramLabel = "SHOWS", description = "What it shows, as plays, top or metrics.")
    private String shows = "";

    @Option(names = "--name", paramLabel = "N", description = "What stands over it.")
    private @Nullable String name;

    @Option(names = "--only", paramLabel = "KIND", description = "Only of this kind; may be given again.")
    private List<String> kinds = List.of();

    @Option(names = "--span", paramLabel = "RANGE", description = "Of which days, as 2026 or “last 30 days”.")
    private @Nullable String span;

    @Option(names = "--public", paramLabel = "NAME", description = "This name in the address, and no secret.")
    private @Nullable String publicName;

    LinkCreateCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Show show = Show.ofWord(shows)
                .orElseThrow(
                        () -> new Misuse("Expected one of " + String.join(", ", Show.words()) + ", got: " + shows));
        Set<MediaKind> only = kinds.stream().map(LinkCreateCommand::kind).collect(Collectors.toSet());
        try (App app = target.open()) {
            Links.Made made = app.library()
                    .outputs()
                    .links()
                    .make(
                            KnownUser.named(app.accounts(), user).id(),
                            new LinkOrder(show, name, only, span, null, publicName));
            made.link().show().files().forEach(file -> terminal.out().println(made.path() + "/" + file));
        } catch (IllegalArgumentException e) {
            throw new Misuse(String.valueOf(e.getMessage()));
        }
        return Commands.DONE;
    }

    private static MediaKind kind(String word) {
        return MediaKind.ofWord(word)
                .orElseThrow(() -> new Misuse("Expected a kind such as song or film after --only, got: " + word));
    }
}
