package io.reprise.web;

import io.reprise.imports.Connection;
import io.reprise.imports.HistorySource;
import io.reprise.job.Job;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Says in words how connections stand. */
final class ConnectionWords {
    private final Rooms.Importing importing;

    ConnectionWords(Rooms.Importing importing) {
        this.importing = importing;
    }

    List<ImportsView.Party> parties() {
        return importing.pulls().connections().sources().all().stream()
                .map(source -> new ImportsView.Party(source.word(), source.title()))
                .toList();
    }

    List<ImportsView.ConnectionRow> rows(Visit visit) {
        Map<Integer, Job> jobs = importing.pulls().underWay(visit.user().id());
        return importing.pulls().connections().of(visit.user().id()).stream()
                .map(connection -> row(visit, connection, jobs.containsKey(connection.number())))
                .toList();
    }

    private ImportsView.ConnectionRow row(Visit visit, Connection connection, boolean isRunning) {
        Connection.Standing standing = connection.standing();
        String error = standing.lastError();
        String result = standing.lastResult();
        String last = error != null ? error : result != null ? result : "Nothing fetched yet.";
        return new ImportsView.ConnectionRow(
                connection.number(),
                title(connection.source()) + ": " + connection.userName(),
                isRunning ? "at work" : connection.state(),
                last,
                next(visit, connection),
                error != null,
                connection.enabled() && !connection.isPaused());
    }

    private String title(String word) {
        return importing.pulls().connections().sources().all().stream()
                .filter(source -> source.word().equals(word))
                .map(HistorySource::title)
                .findFirst()
                .orElse(word);
    }

    private static String next(Visit visit, Connection connection) {
        Long due = connection.standing().nextDueAt();
        if (due == null) {
            return connection.isPaused() && connection.enabled()
                    ? "Paused after " + Connection.FAILURES_MAX + " failures in a row"
                    : "Off";
        }
        LocalDate day = LocalDate.ofEpochDay(visit.history().zones().dayAt(due));
        String time = visit.voice().clock(due, visit.history().zones().offsetAt(due));
        return "Next " + (day.isAfter(visit.today()) ? visit.voice().date(day) + ", " : "") + time;
    }
}
