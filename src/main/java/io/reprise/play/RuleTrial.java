package io.reprise.play;

import io.reprise.scrobble.Fresh;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a history by another rule, part by part, without writing, and sums up what would be different. Used by one
 * thread at a time.
 */
final class RuleTrial {
    private static final Comparator<RuleEffect.Share> GREATEST = Comparator.comparingLong(
                    (RuleEffect.Share share) -> -(share.folded() + share.apart()))
            .thenComparingInt(share -> share.year() == null ? Integer.MIN_VALUE : share.year())
            .thenComparingInt(RuleEffect.Share::origin)
            .thenComparingInt(RuleEffect.Share::otherOrigin);

    private final DuplicateRule rule;
    private final Map<Where, Sum> sums = new HashMap<>();
    private final List<RuleEffect.Sample> foldedSample = new ArrayList<>();
    private final List<RuleEffect.Sample> apartSample = new ArrayList<>();
    private long playsNow;
    private long playsThen;

    RuleTrial(DuplicateRule rule) {
        this.rule = rule;
    }

    private record Where(
            int origin, int otherOrigin, @Nullable Integer year) {}

    private static final class Sum {
        private long folded;
        private long apart;
    }

    /** Judges what these scrobbles amount to; each scrobble of the history is given once. */
    void step(OpenBooks books, List<Fresh> known) throws SQLException {
        boolean coarse = PlayHeadTable.isCoarse(books.tx(), books.user());
        Neighbourhood neighbourhood = new Neighbourhood(books.tx(), books.user(), books.log(), coarse);
        List<Telling> tellings = neighbourhood.stored(known);
        Set<Long> ours = new HashSet<>();
        tellings.forEach(telling -> ours.add(telling.number()));
        Duplicates now = books.rule();
        Duplicates then = books.by(rule);
        for (List<Telling> group : neighbourhood.of(tellings)) {
            Map<Long, Telling> byNumber = new HashMap<>();
            group.forEach(telling -> byNumber.put(telling.number(), telling));
            Group judged = new Group(byNumber, now, then);
            for (Play after : Verdicts.judge(group, books.decided(byNumber.keySet(), then))
                    .values()) {
                Play before = neighbourhood.stored().get(after.number());
                if (before != null && ours.contains(after.number())) {
                    compare(judged, before, after);
                }
            }
        }
    }

    private record Group(Map<Long, Telling> tellings, Duplicates now, Duplicates then) {}

    private void compare(Group group, Play before, Play after) {
        playsNow += before.isCounted() ? 1 : 0;
        playsThen += after.isCounted() ? 1 : 0;
        Long stood = before.reason() == Reason.DUPLICATE ? before.partOf() : null;
        Long stands = after.reason() == Reason.DUPLICATE ? after.partOf() : null;
        if (Objects.equals(stood, stands)) {
            return;
        }
        if (stood != null) {
            apart(group, before, stood);
        }
        if (stands != null) {
            folded(group, after, stands);
        }
    }

    private void apart(Group group, Play folded, long stood) {
        Telling one = telling(group, folded.number());
        Telling other = telling(group, stood);
        sum(one, other).apart++;
        if (apartSample.size() < RuleEffect.SAMPLES_MAX) {
            Candidate first = Candidate.ofPlayed(one);
            Candidate second = Candidate.ofPlayed(other);
            String why = group.now().likeness(first, second).sentence() + "; "
                    + group.then().unlikeness(first, second);
            apartSample.add(RuleEffect.Sample.of(folded, second.play(), why));
        }
    }

    private void folded(Group group, Play folded, long stands) {
        Telling one = telling(group, folded.number());
        Telling other = telling(group, stands);
        sum(one, other).folded++;
        if (foldedSample.size() < RuleEffect.SAMPLES_MAX) {
            Candidate second = Candidate.ofPlayed(other);
            String why = group.then().likeness(Candidate.ofPlayed(one), second).sentence();
            foldedSample.add(RuleEffect.Sample.of(folded, second.play(), why));
        }
    }

    private static Telling telling(Group group, long number) {
        Telling telling = group.tellings().get(number);
        if (telling == null) {
            throw new IllegalStateException("play " + number + " lies out of the reach of its duplicate; run doctor");
        }
        return telling;
    }

    private Sum sum(Telling one, Telling other) {
        Integer year = one.day() == Play.NO_DAY
                ? null
                : (Integer) LocalDate.ofEpochDay(one.day()).getYear();
        Where where = new Where(Math.min(one.origin(), other.origin()), Math.max(one.origin(), other.origin()), year);
        return sums.computeIfAbsent(where, none -> new Sum());
    }

    RuleEffect effect() {
        List<RuleEffect.Share> shares = new ArrayList<>();
        sums.forEach((where, sum) -> shares.add(
                new RuleEffect.Share(where.origin(), where.otherOrigin(), where.year(), sum.folded, sum.apart)));
        shares.sort(GREATEST);
        int listed = Math.min(RuleEffect.SHARES_MAX, shares.size());
        return new RuleEffect(
                playsNow,
                playsThen,
                shares.stream().mapToLong(RuleEffect.Share::folded).sum(),
                shares.stream().mapToLong(RuleEffect.Share::apart).sum(),
                shares.subList(0, listed),
                shares.size() - listed,
                foldedSample,
                apartSample);
    }
}
