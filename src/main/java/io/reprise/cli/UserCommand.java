package io.reprise.cli;

import picocli.CommandLine.Command;

/** {@code reprise user ...} */
@Command(
        name = "user",
        description = "Adds, lists and changes users.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class UserCommand {}
