package io.reprise.imports;

import io.reprise.job.JobFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list that is numbered from its newest row, oldest rows first. Such pages shift with every row that comes
 * while they are read, and some parties do not take a span; so the page on which the span begins is looked for, and
 * what is given out begins before the span or with the very last page. Whatever the page size and the shifts, no row is
 * missed. Used by one thread, for one span.
 */
public final class NewestFirst {
    private static final int QUESTIONS_MAX = 64;

    private final int pageRows;
    private final Question question;
    private final Map<Long, Answer> answers = new HashMap<>();
    private int asked;

    /** A row with its second (epoch, UTC), null where none can be read. */
    public record Line(HistorySource.Row row, @Nullable Long second) {}

    /** A page: its lines, newest first, and how many pages, and rows if told, the same answer counts. */
    public record Answer(
            List<Line> lines, long pages, @Nullable Long total) {
        public Answer {
            lines = List.copyOf(lines);
        }

        private List<@Nullable Long> seconds() {
            List<@Nullable Long> seconds = new ArrayList<>();
            lines.forEach(line -> seconds.add(line.second()));
            return seconds;
        }

        private boolean reaches(long second) {
            return lines.stream().map(Line::second).anyMatch(each -> each != null && each < second);
        }

        private boolean holds(long second) {
            return lines.stream().map(Line::second).anyMatch(each -> each != null && each >= second);
        }
    }

    /** Asks the party for the page of this number, counted from 1; empty where there is none. */
    @FunctionalInterface
    public interface Question {
        Optional<Answer> page(long number) throws JobFailure;
    }

    public NewestFirst(int pageRows, Question question) {
        this.pageRows = pageRows;
        this.question = question;
    }

    /** The oldest rows of the span, oldest first. */
    public HistorySource.Page oldest(HistorySource.Span span) throws JobFailure {
        Long rows = span.rows();
        long guess = rows == null ? 1 : Math.max(1, (rows + pageRows - 1) / pageRows);
        while (true) {
            answers.clear();
            Long begin = begin(span.from(), guess);
            if (begin == null) {
                return new HistorySource.Page(List.of(), span.from(), true, 0L);
            }
            HistorySource.Page page = from(begin, span);
            if (page != null) {
                return page;
            }
            guess = 1;
        }
    }

    /** The page on which the span begins; null where there is nothing. */
    private @Nullable Long begin(long from, long guess) throws JobFailure {
        // Pages up to `tooNew` hold nothing older than the span; from `old` on they do, or nothing at all follows.
        long tooNew = 0;
        long old = Long.MAX_VALUE;
        boolean isOldSeen = false;
        long next = guess;
        while (tooNew + 1 < old) {
            Answer answer = ask(next);
            if (answer == null || answer.lines().isEmpty()) {
                if (next == 1) {
                    return null;
                }
                old = next;
                isOldSeen = true;
            } else if (next >= answer.pages() || answer.reaches(from)) {
                if (next == 1 || answer.holds(from)) {
                    return next;
                }
                old = next;
                isOldSeen = true;
            } else {
                tooNew = next;
                old = isOldSeen ? old : answer.pages() + 1;
            }
            next = next(tooNew, old, answer);
        }
        return old == Long.MAX_VALUE ? null : endOf(old);
    }

    /** The last page first, for a party that takes spans begins there; else the middle. */
    private static long next(long tooNew, long old, @Nullable Answer answer) {
        if (answer != null && old == answer.pages() + 1) {
            return Math.max(tooNew + 1, answer.pages());
        }
        return Math.max(1, tooNew + (old - tooNew) / 2);
    }

    private long endOf(long old) {
        Answer answer = answers.get(old);
        if (answer != null && !answer.lines().isEmpty()) {
            return old;
        }
        // Nothing lies there, so the page before is the last one; it may have been asked before rows went.
        answers.remove(old - 1);
        return old - 1;
    }

    /** This page and newer ones until they come further than the span's first second; null where pages shifted. */
    private HistorySource.@Nullable Page from(long begin, HistorySource.Span span) throws JobFailure {
        List<HistorySource.Row> rows = new ArrayList<>();
        Answer first = ask(begin);
        if (first == null || !first.reaches(span.from()) && begin < first.pages() && isThere(begin + 1)) {
            return null;
        }
        long through = span.from();
        long page = begin;
        Answer answer = first;
        while (true) {
            for (Line line : answer.lines().reversed()) {
                Long second = line.second();
                if (second == null || second >= span.from()) {
                    rows.add(line.row());
                }
                through = second == null ? through : Math.max(through, second);
            }
            if (page == 1 || through > span.from()) {
                return page == begin || isStill(begin, first)
                        ? new HistorySource.Page(rows, through, page == 1, (page - 1) * pageRows + 1)
                        : null;
            }
            page--;
            answer = ask(page);
            if (answer == null || answer.pages() != first.pages() || !Objects.equals(answer.total(), first.total())) {
                return null;
            }
        }
    }

    /** Where a page was found empty there may be rows by now. */
    private boolean isThere(long page) throws JobFailure {
        answers.remove(page);
        Answer answer = ask(page);
        return answer != null && !answer.lines().isEmpty();
    }

    /** A row that came meanwhile moved others to a page that was read before; totals show it, else the page itself. */
    private boolean isStill(long page, Answer before) throws JobFailure {
        if (before.total() != null) {
            return true;
        }
        answers.remove(page);
        Answer again = ask(page);
        return again != null && again.seconds().equals(before.seconds()) && again.pages() == before.pages();
    }

    private @Nullable Answer ask(long page) throws JobFailure {
        Answer known = answers.get(page);
        if (known != null) {
            return known;
        }
        if (++asked > QUESTIONS_MAX) {
            throw new JobFailure(
                    "the pages shifted " + QUESTIONS_MAX + " times while the oldest one was asked for",
                    "It is tried again later; nothing is lost");
        }
        Answer answer = question.page(page).orElse(null);
        if (answer != null) {
            answers.put(page, answer);
        }
        return answer;
    }
}
