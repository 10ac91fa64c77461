package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job that undoes an import run as a whole, or redoes it (ADR 0015): one decision is appended to the ledger, then
 * the plays follow it step by step. Its unit is the scrobble. Running it again goes on: the decision is appended once.
 */
public final class UndoJob implements JobKind {
    static final String WORD = "undo";
    private static final Budget BUDGET = new Budget(1L << 40, Duration.ofHours(24));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ImportRooms rooms;
    private final Ledger ledger;
    private final Settling settling;

    public UndoJob(ImportRooms rooms, Ledger ledger) {
        this.rooms = rooms;
        this.ledger = ledger;
        this.settling = new Settling(rooms);
    }

    /** What such a job works on: which run, whether it is undone or redone, by whom and why. */
    record Argument(int run, boolean undo, Ledger.Author author) {
        String json() {
            return JSON.createObjectNode()
                    .put("run", run)
                    .put("undo", undo)
                    .put("by", author.by())
                    .put("because", author.because())
                    .toString();
        }

        static Argument of(Job job) {
            JsonNode node = JSON.readTree(job.argument());
            return new Argument(
                    node.get("run").asInt(),
                    node.get("undo").asBoolean(),
                    new Ledger.Author(
                            node.get("by").asString(), node.get("because").asString()));
        }
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }

    @Override
    public String run(Job job, Progress progress) throws JobFailure {
        Argument argument = Argument.of(job);
        UserId user = job.user();
        ImportRun run = rooms.database()
                .read(tx -> RunTable.find(tx, user, argument.run()))
                .orElseThrow(() -> new JobFailure("there is no import run " + argument.run(), "look at the imports"));
        decide(user, argument);
        long judged = settling.settle(user, run, progress);
        String scrobbles = String.format(Locale.ROOT, judged == 1 ? "%,d scrobble" : "%,d scrobbles", judged);
        return "import run " + run.number()
                + (argument.undo()
                        ? " was undone: " + scrobbles + (judged == 1 ? " does" : " do") + " not count"
                        : " was redone: " + scrobbles + (judged == 1 ? " was" : " were") + " judged again");
    }

    private void decide(UserId user, Argument argument) throws JobFailure {
        try {
            rooms.database().write(tx -> {
                boolean undone = ledger.retracted(tx, user).contains(argument.run());
                if (argument.undo() && !undone) {
                    ledger.retract(tx, user, argument.run(), argument.author());
                } else if (!argument.undo() && undone) {
                    ledger.restore(tx, user, argument.run(), argument.author());
                }
                RunTable.stand(tx, user, argument.run(), settling.standing(tx, user, argument.run(), false));
                return undone;
            });
        } catch (Refusal refusal) {
            throw new JobFailure(String.valueOf(refusal.getMessage()), "look at the imports");
        }
    }
}
