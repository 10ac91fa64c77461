package io.reprise.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line that cannot be read, and where its help is. Ends with 2. */
final class Mistyped {
    private Mistyped() {}

    static int told(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        String command = line.getCommandSpec().qualifiedName(" ");
        line.getErr()
                .println("reprise: " + sentence(failure, line, command) + " `" + command
                        + " --help` shows what there is.");
        return Commands.ASKED_WRONGLY;
    }

    private static String sentence(ParameterException failure, CommandLine line, String command) {
        List<String> below = List.copyOf(line.getSubcommands().keySet());
        if (below.isEmpty()) {
            return readable(String.valueOf(failure.getMessage())) + ".";
        }
        String wrong = failure instanceof UnmatchedArgumentException unknown
                ? "There is no `" + command + " " + String.join(" ", unknown.getUnmatched()) + "`."
                : "`" + command + "` alone does nothing.";
        return wrong + " Expected one of " + String.join(", ", below) + ".";
    }

    /** What picocli says, without the words of Java. */
    private static String readable(String message) {
        return message.replace("option option", "option")
                .replaceFirst(" is not an? (int|long)$", " is not a whole number")
                .replaceFirst("^Unmatched argument(s?) at index [0-9]+: ", "Nothing is known of the argument$1 ")
                .replaceFirst(
                        "cannot convert ('.*') to class java.time.ZoneId .*",
                        "$1 is no time zone such as Europe/Berlin")
                .replaceFirst("\\.$", "");
    }
}
