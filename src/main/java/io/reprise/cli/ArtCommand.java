package io.reprise.cli;

import picocli.CommandLine.Command;

/** {@code reprise art ...} */
@Command(
        name = "art",
        description = "Fetches pictures of what you play, and says who is asked for them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ArtCommand {}
