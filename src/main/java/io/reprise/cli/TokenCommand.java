package io.reprise.cli;

import picocli.CommandLine.Command;

/** {@code reprise token ...} */
@Command(
        name = "token",
        description = "Makes, lists and takes back the tokens that programs send.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TokenCommand {}
