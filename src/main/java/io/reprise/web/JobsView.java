package io.reprise.web;

import io.reprise.job.Job;
import io.reprise.job.JobState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs in words. */
final class JobsView {
    private JobsView() {}

    /** A job; {@code percent} is null where it does not run or its length is unknown. */
    record Row(
            String id,
            String title,
            String state,
            @Nullable String percent,
            String note,
            boolean bad,
            List<Button> buttons) {}

    /** What can be done with it. */
    record Button(String action, String word) {}

    static Row row(Visit visit, Job job) {
        Voice voice = visit.voice();
        String percent = job.state() instanceof JobState.Running running ? percent(running) : null;
        return new Row(
                job.id().value(),
                title(job.kind()),
                job.state().word(),
                percent,
                note(voice, job.state()),
                job.state() instanceof JobState.Failed,
                buttons(job));
    }

    static String title(String kind) {
        return switch (kind) {
            case "import" -> "Import of a file";
            case "pull" -> "Fetching from elsewhere";
            case "preview" -> "Look at a file";
            case "undo" -> "Undo or redo of an import";
            case "rebuild" -> "Reading everything anew";
            case "pack" -> "Packing";
            case "rule" -> "Change of the rule for duplicates";
            case "rule-preview" -> "Look at another rule for duplicates";
            case "resolve" -> "Asking what is not known";
            case "art" -> "Fetching pictures";
            default -> kind;
        };
    }

    private static @Nullable String percent(JobState.Running running) {
        Long total = running.total();
        return total == null || total <= 0 ? null : Long.toString(Math.clamp(100 * running.done() / total, 0, 100));
    }

    private static String note(Voice voice, JobState state) {
        return switch (state) {
            case JobState.Queued queued -> "It waits for its turn.";
            case JobState.Running running -> {
                Long left = running.secondsLeft();
                yield left == null
                        ? running.note()
                        : running.note() + " · about " + voice.span(Math.max(1, left)) + " left";
            }
            case JobState.Interrupted interrupted -> "It goes on when the server has started again.";
            case JobState.Paused paused -> "It is paused, also when the server starts again.";
            case JobState.Done done -> done.result();
            case JobState.Failed failed -> failed.reason() + ". " + Words.capital(failed.whatToDo()) + ".";
            case JobState.Cancelled cancelled -> "It was stopped; what was done until then stays.";
        };
    }

    private static List<Button> buttons(Job job) {
        String path = "/jobs/" + job.id() + "/";
        List<Button> buttons = new ArrayList<>();
        if (job.state() instanceof JobState.Paused) {
            buttons.add(new Button(path + "again", "Resume"));
        } else if (!job.state().isFinal()) {
            buttons.add(new Button(path + "pause", "Pause"));
        }
        if (!job.state().isFinal()) {
            buttons.add(new Button(path + "cancel", "Stop"));
        }
        if (job.state() instanceof JobState.Failed || job.state() instanceof JobState.Cancelled) {
            buttons.add(new Button(path + "again", "Try again"));
        }
        return buttons;
    }
}
