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

    /** Of several words that nobody knows the first is told alone: a token may stand among the others. */
    private static String sentence(ParameterException failure, CommandLine line, String command) {
        List<String> below = List.copyOf(line.getSubcommands().keySet());
        String unknown = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().getFirst()
                : null;
        if (below.isEmpty()) {
            return unknown == null
                    ? readable(String.valueOf(failure.getMessage())) + "."
                    : (unknown.startsWith("-") ? "Unknown option: '" : "Nothing is known of the argument '") + unknown
                            + "'.";
        }
        String wrong = unknown == null
                ? "`" + command + "` alone does nothing."
                : "There is no `" + command + " " + unknown + "`.";
        return wrong + " Expected one of " + String.join(", ", below) + ".";
    }

    /** What picocli says, without the words of Java. */
    private static String readable(String message) {
        return message.replace("option option", "option")
                .replaceFirst(" is not an? (int|long)$", " is not a whole number")
                .replaceFirst(
                        "cannot convert ('.*') to class java.time.ZoneId .*",
                        "$1 is no time zone such as Europe/Berlin")
                .replaceFirst("\\.$", "");
    }
}
