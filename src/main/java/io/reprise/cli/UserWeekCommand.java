package io.reprise.cli;

import io.reprise.account.User;
import io.reprise.account.WeekStart;
import io.reprise.app.App;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprise user week NAME DAY} */
@Command(name = "week", description = "Says on which day a user's weeks begin: monday, sunday or saturday.")
final class UserWeekCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the user.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "DAY", description = "monday, sunday or saturday.")
    private String day = "";

    UserWeekCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WeekStart start = WeekStart.ofWord(day)
                .orElseThrow(
                        () -> new Misuse("DAY is one of " + String.join(", ", WeekStart.words()) + ", not " + day));
        try (App app = target.open()) {
            User user = KnownUser.named(app.accounts(), name);
            app.accounts().setWeekStart(user.id(), start);
            terminal.out().println("The weeks of " + user.name() + " begin on " + start.word() + ".");
        }
        return Commands.DONE;
    }
}
