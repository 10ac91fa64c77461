package io.reprise.cli;

import picocli.CommandLine.Command;

/** {@code reprise art ...} */
@Command(
        name = "art",
        description = "Fetches pictures of what you play, says who is asked for them, saves and restores your own.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ArtCommand {}
