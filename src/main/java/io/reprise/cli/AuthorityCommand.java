package io.reprise.cli;

import io.reprise.adapters.musicbrainz.offline.IndexShelf;
import io.reprise.app.Config;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;

/** {@code reprise authority ...} */
@Command(
        name = "authority",
        description = "Loads, lists and drops what MusicBrainz knows, so that it is asked without the network.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class AuthorityCommand {
    private static final String FOLDER = "authority";

    static IndexShelf shelf(Config config) {
        return new IndexShelf(folder(config.data()), InstantSource.system());
    }

    private static Path folder(Path data) {
        return data.resolve(FOLDER);
    }
}
