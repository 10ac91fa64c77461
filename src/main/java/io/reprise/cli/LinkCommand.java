package io.reprise.cli;

import picocli.CommandLine.Command;

/** {@code reprise link ...} */
@Command(
        name = "link",
        description = "Makes, lists and takes back links: addresses that show one thing of a history.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class LinkCommand {}
