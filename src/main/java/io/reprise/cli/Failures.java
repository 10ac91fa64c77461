package io.reprise.cli;

import io.reprise.adapters.musicbrainz.offline.DumpFailure;
import io.reprise.adapters.musicbrainz.offline.LoadStopped;
import io.reprise.app.BadSetting;
import io.reprise.http.NotListening;
import io.reprise.http.ProblemException;
import io.reprise.job.JobFailure;
import io.reprise.store.StoreFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** Says on standard error what went wrong and what to do about it. */
final class Failures {
    private Failures() {}

    /** Answers what the process is to end with. */
    static int told(Exception failure, PrintWriter err) {
        switch (failure) {
            case ProblemException problem ->
                err.println("reprise: " + problem.problem().line());
            case BadSetting bad -> {
                err.println("reprise: " + bad.getMessage());
                return Commands.ASKED_WRONGLY;
            }
            case JobFailure failed -> err.println("reprise: " + failed.reason() + ". " + sentence(failed.whatToDo()));
            case Misuse misuse -> {
                err.println("reprise: " + misuse.getMessage());
                return Commands.ASKED_WRONGLY;
            }
            case DumpFailure dump -> err.println("reprise: " + dump.getMessage());
            case LoadStopped stopped -> err.println("reprise: " + stopped.getMessage());
            case NotListening taken -> err.println("reprise: " + taken.getMessage());
            case StoreFailure store -> err.println("reprise: " + store.getMessage());
            case UncheckedIOException disk -> err.println("reprise: " + words(disk));
            default -> {
                err.println("reprise: this failed unexpectedly: " + failure);
                LoggerFactory.getLogger("reprise.cli").error("a command failed", failure);
            }
        }
        return Commands.FAILED;
    }

    private static String sentence(String words) {
        String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /** What was tried and why that failed, without the words of Java where the disk has its own. */
    private static String words(UncheckedIOException failure) {
        String tried = String.valueOf(failure.getMessage());
        IOException cause = failure.getCause();
        if (cause == null) {
            return tried;
        }
        return tried.equals(cause.toString()) ? reason(cause) : tried + ": " + reason(cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException absent -> "there is no " + absent.getFile();
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            case FileSystemException file -> file.getFile() + ": " + file.getReason();
            default -> cause.toString();
        };
    }
}
