package io.reprise.imports;

import io.reprise.http.Answer;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.OutsideFailure;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Unreadable;

/**
 * Asks an outside party for JSON and turns each way to fail into a {@link JobFailure} that says what to do.
 * Thread-safe.
 */
public final class Questions {
    private static final String LATER = "It is tried again later; nothing is lost";

    private final String title;
    private final PoliteClient client;
    private final String whatToEnter;

    /** {@code whatToEnter} is what to do where the party does not let us read. */
    public Questions(String title, PoliteClient client, String whatToEnter) {
        this.title = title;
        this.client = client;
        this.whatToEnter = whatToEnter;
    }

    /** Reads an answer. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Answer answer) throws Unreadable;
    }

    public <T> T ask(Outgoing request, Reading<T> reading) throws JobFailure {
        try {
            return reading.read(client.send(request));
        } catch (OutsideFailure failure) {
            String reason = title + ": " + failure.getMessage();
            throw switch (failure) {
                case NotAllowed notAllowed -> new JobFailure(reason, whatToEnter);
                case TryLater later -> new JobFailure(reason, LATER);
                case GiveUp giveUp -> new JobFailure(reason, "Check the address and the user name");
            };
        } catch (Unreadable e) {
            throw new JobFailure(
                    title + " gave an answer that is none: " + e.getMessage(),
                    "Check the address; else it is tried again later");
        }
    }
}
