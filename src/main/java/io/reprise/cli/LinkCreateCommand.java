package io.reprise.cli;

import io.reprise.account.UserId;
import io.reprise.app.App;
import io.reprise.feed.LinkOrder;
import io.reprise.feed.Links;
import io.reprise.feed.Show;
import io.reprise.media.MediaKind;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Playlists;
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

    @Option(names = "--list", paramLabel = "LIST", description = "playlist: the id or the name of the list.")
    private @Nullable String list;

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
            UserId owner = KnownUser.named(app.accounts(), user).id();
            Playlist shown = list == null ? null : list(app, owner, list);
            String title = name == null && shown != null ? shown.words().title() : name;
            LinkOrder order =
                    new LinkOrder(show, title, only, span, null, shown == null ? null : shown.id(), publicName);
            Links.Made made = app.library().outputs().links().make(owner, order);
            made.link().show().files().forEach(file -> terminal.out().println(made.path() + "/" + file));
        } catch (IllegalArgumentException e) {
            throw new Misuse(String.valueOf(e.getMessage()));
        }
        return Commands.DONE;
    }

    private static Playlist list(App app, UserId user, String told) {
        List<Playlist> meant = app.library().playlists().list(user, "", Playlists.PLAYLISTS_MAX, 0).playlists().stream()
                .filter(each -> each.id().toString().equals(told)
                        || each.words().title().equalsIgnoreCase(told))
                .toList();
        if (meant.size() != 1) {
            throw new Misuse("Expected the id or the name of one list after --list, got: " + told + ", which "
                    + meant.size() + " lists have.");
        }
        return meant.getFirst();
    }

    private static MediaKind kind(String word) {
        return MediaKind.ofWord(word)
                .orElseThrow(() -> new Misuse("Expected a kind such as song or film after --only, got: " + word));
    }
}
