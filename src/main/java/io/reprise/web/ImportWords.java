package io.reprise.web;

import io.reprise.imports.ImportRun;
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
        return new ImportsView.Now(jobs, connections.rows(visit), runs);
    }

    private static ImportsView.JobRow job(Voice voice, Job job) {
        return switch (job.state()) {
            case JobState.Running running ->
                new ImportsView.JobRow(
                        job.id().value(), work(job, "Importing"), percent(running), note(voice, running));
            case JobState.Queued queued -> waiting(job, "It waits for its turn.");
            case JobState.Interrupted interrupted -> waiting(job, "It goes on when the server has started again.");
            case JobState.Done done -> waiting(job, done.result());
            case JobState.Failed failed -> waiting(job, failed.reason());
            case JobState.Cancelled cancelled -> waiting(job, "It was stopped.");
        };
    }

    private static ImportsView.JobRow waiting(Job job, String note) {
        return new ImportsView.JobRow(job.id().value(), work(job, "Import"), "0", note);
    }

    private static String work(Job job, String importing) {
        return switch (job.kind()) {
            case "rebuild" -> "Reading everything anew";
            case "pack" -> "Packing";
            default -> importing;
        };
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
                run.state().word(),
                day(visit, run.startedAt()),
                String.join(" · ", counts),
                bad);
    }

    private static String day(Visit visit, long second) {
        return visit.voice().day(date(visit, second));
    }

    private static LocalDate date(Visit visit, long second) {
        return LocalDate.ofEpochDay(visit.history().zones().dayAt(second));
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
                importing.imports().refusals(visit.user().id(), run.number()));
    }

    private static String sentence(Visit visit, ImportRun run) {
        Long first = run.firstAt();
        Long last = run.lastAt();
        String span = first == null || last == null
                ? ""
                : " It tells of " + visit.voice().date(date(visit, first)) + " to "
                        + visit.voice().date(date(visit, last)) + ".";
        return (run.message().isEmpty() ? "Read as " + run.format() + "." : run.message()) + span;
    }
}
