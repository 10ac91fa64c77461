package io.reprise.relay;

import io.reprise.imports.Connection;
import io.reprise.imports.SyncEnd;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event in words, for a person: a title in one line, a text of a few lines, and the page to look at (null where the
 * server's address is not known); {@code html} is the text again as a document, null where there is none. Immutable.
 */
public record Message(
        String title,
        String text,
        Tone tone,
        @Nullable URI link,
        @Nullable String html) {
    private static final int TITLE_CHARS_MAX = 200;

    /** How it is meant. */
    public enum Tone {
        /** Something a person should look at. */
        TROUBLE,
        /** It goes well again. */
        RELIEF,
        /** So that one knows. */
        NOTE
    }

    public Message {
        String line = title.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(TITLE_CHARS_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        title = line.strip();
    }

    Message(String title, String text, Tone tone, @Nullable URI link) {
        this(title, text, tone, link, null);
    }

    /** The message by which a person tries whether it arrives. */
    static Message test(Optional<URI> home) {
        return new Message(
                "A test from Reprise",
                "Somebody pressed Test on the page Relay. Messages arrive here.",
                Tone.NOTE,
                at(home, "/relay"));
    }

    /** What is said of this event; {@code home} is where people reach the server. */
    static Message of(Event event, Optional<URI> home) {
        return switch (event) {
            case Event.JobEnded ended -> {
                SyncEnd sync = ended.sync();
                yield sync != null && sync.isNews() ? of(sync, ended.job(), home) : of(ended.job(), home);
            }
            case Event.Digest digest -> {
                Post post = digest.post();
                yield new Message(post.title(), post.text(), Tone.NOTE, at(home, "/links"), post.html());
            }
            case Event.Test test -> test(home);
            case Event.Play play -> throw unspoken(event);
            case Event.Rating rating -> throw unspoken(event);
            case Event.NowPlaying playing -> throw unspoken(event);
        };
    }

    private static IllegalArgumentException unspoken(Event event) {
        return new IllegalArgumentException("no message is made of a " + event.word());
    }

    private static Message of(SyncEnd sync, Job job, Optional<URI> home) {
        String who = sync.title() + " (" + sync.userName() + ")";
        URI link = at(home, "/imports");
        return switch (sync.turn()) {
            case PAUSED ->
                new Message(
                        who + " is paused after " + sync.failures() + " failures",
                        "Fetching the history of " + sync.userName() + " from " + sync.title() + " failed "
                                + sync.failures() + " times in a row, so it is not tried again by itself.\n\n"
                                + came(job)
                                + "\n\nMend what is wrong, then turn the connection on again on the page Imports.",
                        Tone.TROUBLE,
                        link);
            case RECOVERED ->
                new Message(
                        who + " works again",
                        "Fetching the history of " + sync.userName() + " from " + sync.title() + " works again.\n\n"
                                + came(job),
                        Tone.RELIEF,
                        link);
            case FAILED, REPEATED, NONE ->
                new Message(
                        who + " cannot be fetched",
                        "Fetching the history of " + sync.userName() + " from " + sync.title() + " failed.\n\n"
                                + came(job)
                                + "\n\nIt is tried again by itself, less often each time. You hear of it again when it"
                                + " works, or when it is paused after " + Connection.FAILURES_MAX
                                + " failures in a row.",
                        Tone.TROUBLE,
                        link);
        };
    }

    private static Message of(Job job, Optional<URI> home) {
        boolean isFailed = job.state() instanceof JobState.Failed;
        String kind =
                job.kind().substring(0, 1).toUpperCase(Locale.ROOT) + job.kind().substring(1);
        return new Message(
                kind + ": " + job.state().word(), came(job), isFailed ? Tone.TROUBLE : Tone.NOTE, at(home, "/jobs"));
    }

    private static String came(Job job) {
        return switch (job.state()) {
            case JobState.Failed(String reason, String whatToDo) -> "Why: " + reason + "\nWhat to do: " + whatToDo;
            case JobState.Done(String result) -> result;
            case JobState.Cancelled cancelled -> "It was stopped; what it had done until then stays.";
            case JobState.Queued queued -> "";
            case JobState.Running running -> "";
            case JobState.Interrupted interrupted -> "";
            case JobState.Paused paused -> "";
        };
    }

    private static @Nullable URI at(Optional<URI> home, String path) {
        return home.map(uri -> URI.create(uri.toString().replaceFirst("/+$", "") + path))
                .orElse(null);
    }
}
