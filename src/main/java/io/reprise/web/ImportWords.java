package io.reprise.web;

import io.reprise.imports.ImportRun;
import io.reprise.imports.Imports;
import io.reprise.imports.Tally;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words how imports stand. */
final class ImportWords {
    private static final int JOBS_MAX = 20;
    private static final int RUNS_MAX = 50;

    private final Rooms.Importing importing;
    private final ConnectionWords connections;

    ImportWords(Rooms.Importing importing) {
        this.importing = importing;
        this.connections = new ConnectionWords(importing);
    }

    List<ImportsView.Party> parties() {
        return connections.parties();
    }

    /** What is at work, and the latest runs. */
    ImportsView.Now now(Visit visit) {
        List<ImportsView.JobRow> jobs = importing.worker().latest(visit.user().id(), JOBS_MAX).stream()
                .filter(job -> !job.state().isFinal())
                .map(job -> job(visit.voice(), job))
                .toList();
        List<ImportsView.RunRow> runs = importing.imports().runs(visit.user().id(), RUNS_MAX).stream()
                .map(run -> row(visit, run))
                .toList();
        List<ImportsView.LookRow> looks = importing
                .imports()
                .waiting(visit.user().id())
                .stream()
                .map(waiting -> look(visit.voice(), waiting))
                .toList();
        return new ImportsView.Now(jobs, looks, connections.rows(visit), runs);
    }

    private static ImportsView.LookRow look(Voice voice, Imports.Waiting waiting) {
        Tally tally = waiting.preview().tally();
        return new ImportsView.LookRow(
                waiting.job().value(),
                waiting.preview().name(),
                voice.number(tally.fresh()) + " new · " + voice.number(tally.known()) + " known · "
                        + voice.number(tally.refused()) + " not readable");
    }

    private static ImportsView.JobRow job(Voice voice, Job job) {
        return switch (job.state()) {
            case JobState.Running running ->
                new ImportsView.JobRow(
                        job.id().value(), work(job, "Importing"), percent(running), note(voice, running));
            case JobState.Queued queued -> waiting(job, "It waits for its turn.");
            case JobState.Interrupted interrupted -> waiting(job, "It goes on when the server has started again.");
            case JobState.Paused paused -> waiting(job, "It is paused.");
            case JobState.Done done -> waiting(job, done.result());
            case JobState.Failed failed -> waiting(job, failed.reason());
            case JobState.Cancelled cancelled -> waiting(job, "It was stopped.");
        };
    }

    private static ImportsView.JobRow waiting(Job job, String note) {
        return new ImportsView.JobRow(job.id().value(), work(job, "Import"), "0", note);
    }

    private static String work(Job job, String importing) {
        return job.kind().equals("import") || job.kind().equals("pull") ? importing : JobsView.title(job.kind());
    }

    private static @Nullable String percent(JobState.Running running) {
        Long total = running.total();
        return total == null || total <= 0 ? null : Long.toString(Math.clamp(100 * running.done() / total, 0, 100));
    }

    private static String note(Voice voice, JobState.Running running) {
        String note = running.note().isEmpty() ? "It begins." : running.note();
        Long left = running.secondsLeft();
        return left == null ? note : note + " · about " + voice.span(Math.max(1, left)) + " left";
    }

    private static ImportsView.RunRow row(Visit visit, ImportRun run) {
        Voice voice = visit.voice();
        Tally tally = run.tally();
        List<String> counts = new ArrayList<>();
        counts.add(voice.number(tally.fresh()) + " new");
        counts.add(voice.number(tally.known()) + " known");
        if (tally.refused() > 0) {
            counts.add(voice.number(tally.refused()) + " not readable");
        }
        if (tally.leftOut() > 0) {
            counts.add(voice.number(tally.leftOut()) + " left out");
        }
        boolean bad = run.state() == ImportRun.State.FAILED;
        return new ImportsView.RunRow(
                run.number(),
                run.source(),
                run.standing() == ImportRun.Standing.COUNTED
                        ? run.state().word()
                        : run.standing().word(),
                day(visit, run.startedAt()),
                String.join(" · ", counts),
                bad);
    }

    private static String day(Visit visit, long second) {
        return visit.voice().day(localDay(visit, second));
    }

    private static LocalDate localDay(Visit visit, long second) {
        return LocalDate.ofEpochDay(visit.history().zones().dayAt(second));
    }

    /** The user's local date of this second. */
    static String date(Visit visit, long second) {
        return visit.voice().date(localDay(visit, second));
    }

    /** The user's local date and time of day of this second. */
    static String moment(Visit visit, long second) {
        int offset = visit.history().zones().offsetAt(second);
        return date(visit, second) + " " + visit.voice().clock(second, offset);
    }

    /** One run with all that it refused. */
    RunView run(Visit visit, ImportRun run) {
        Voice voice = visit.voice();
        Tally tally = run.tally();
        List<Figure> totals = List.of(
                new Figure(voice.number(tally.read()), "rows read"),
                new Figure(voice.number(tally.fresh()), "new"),
                new Figure(voice.number(tally.known()), "known already"),
                new Figure(voice.number(tally.refused()), "not readable"),
                new Figure(voice.number(tally.leftOut()), "left out"));
        return new RunView(
                run.source(),
                day(visit, run.startedAt()) + ", " + run.state().word(),
                sentence(visit, run),
                totals,
                turn(voice, run),
                importing.imports().refusals(visit.user().id(), run.number()));
    }

    /** Says what undoing or redoing would do, before it is done. */
    private static RunView.Turn turn(Voice voice, ImportRun run) {
        String path = "/imports/" + run.number();
        boolean isOne = run.tally().fresh() == 1;
        String scrobbles = "Its " + voice.count(run.tally().fresh(), "scrobble", "scrobbles");
        String undo = scrobbles + (isOne ? " stops" : " stop")
                + " counting; a play that another source told of as well counts from"
                + " there. Nothing is deleted, and it can be redone.";
        String redo = scrobbles + (isOne ? " counts" : " count") + " again, as if it had never been undone.";
        return switch (run.standing()) {
            case COUNTED ->
                new RunView.Turn(run.tally().fresh() == 0 ? null : path + "/undo", "Undo this import", undo, "");
            case UNDOING ->
                new RunView.Turn(
                        path + "/undo",
                        "Go on undoing",
                        undo,
                        "It is being undone, which the page Jobs tells of; stopped, it goes on from here.");
            case UNDONE ->
                new RunView.Turn(path + "/redo", "Redo this import", redo, "It was undone: nothing of it counts.");
            case REDOING ->
                new RunView.Turn(
                        path + "/redo",
                        "Go on redoing",
                        redo,
                        "It is being redone, which the page Jobs tells of; stopped, it goes on from here.");
        };
    }

    private static String sentence(Visit visit, ImportRun run) {
        String said = run.message().isEmpty() ? "Read as " + run.format() : run.message();
        return said + (said.endsWith(".") ? "" : ".") + span(visit, run.firstAt(), run.lastAt());
    }

    /** Which days a file tells of, as a sentence after another one; nothing where it tells of none. */
    static String span(Visit visit, @Nullable Long first, @Nullable Long last) {
        if (first == null || last == null) {
            return "";
        }
        String from = date(visit, first);
        String to = date(visit, last);
        return " It tells of " + (from.equals(to) ? from : from + " to " + to) + ".";
    }
}
