package io.reprise.playlist;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.history.Unfinished;
import io.reprise.rating.RatingEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a definition gives, found the slow and obvious way: each value of each item is looked for in the whole history.
 */
final class SlowLists {
    private final History history;
    private final Names names;
    private final ZoneHistory zones;
    private final List<RatingEvent> events;
    private final Sight.Told told;
    private final long asOf;
    private final boolean isReplay;

    /** Ratings are about items by their numbers as keys. */
    SlowLists(Sight sight, List<RatingEvent> events, boolean isReplay) {
        this.history = sight.history();
        this.names = history.names();
        this.zones = history.zones();
        this.events = events;
        this.told = sight.told();
        this.asOf = sight.now();
        this.isReplay = isReplay;
    }

    List<Integer> items(Definition definition) {
        List<Integer> fitting = IntStream.rangeClosed(1, names.lastItem())
                .filter(item -> names.canonicalItem(item) == item && wasThere(item))
                .filter(item ->
                        definition.kinds().isEmpty() || definition.kinds().contains(names.kind(item)))
                .filter(item -> holds(definition, definition.rule(), item))
                .boxed()
                .toList();
        List<Integer> sorted = new ArrayList<>(fitting);
        sorted.sort(order(definition.order().keys()));
        Definition.PerGroup perGroup = definition.bounds().perGroup();
        List<Integer> grouped = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (int item : sorted) {
            List<Object> group = perGroup == null ? List.of() : grouping(perGroup.field(), item);
            if (perGroup == null
                    || group.isEmpty()
                    || taken.merge(group.getFirst().toString(), 1, Integer::sum) <= perGroup.max()) {
                grouped.add(item);
            }
        }
        Definition.Bounds bounds = definition.bounds();
        long limit = bounds.limit() > 0
                ? bounds.limit()
                : bounds.limitPercent() > 0
                        ? Math.max(1, fitting.size() * bounds.limitPercent() / 100)
                        : Long.MAX_VALUE;
        return grouped.stream().skip(bounds.offset()).limit(limit).toList();
    }

    private List<Object> grouping(Field field, int item) {
        if (field.measure() == Measure.CREATOR) {
            return names.creditCount(item) == 0 ? List.of() : List.of(names.creator(item, 0));
        }
        return field.measure() == Measure.CONTAINER ? containers(field.scope(), item) : values(field, item);
    }

    private boolean wasThere(int item) {
        List<Integer> all = plays(item, history.size());
        return !isReplay || all.isEmpty() || !plays(item, end()).isEmpty();
    }

    private int end() {
        return (int) IntStream.range(0, history.size())
                .filter(i -> !isReplay || history.at(i) <= asOf)
                .count();
    }

    private List<Integer> plays(int item, int end) {
        return IntStream.range(0, end)
                .filter(i -> history.item(i) == item)
                .boxed()
                .toList();
    }

    private Comparator<Integer> order(List<Definition.Key> keys) {
        Comparator<Integer> order = (one, other) -> 0;
        for (Definition.Key key : keys) {
            order = order.thenComparing((one, other) -> compare(key, one, other));
        }
        return order.thenComparing(Comparator.naturalOrder());
    }

    private int compare(Definition.Key key, int one, int other) {
        List<Object> a = sorted(key.field(), one);
        List<Object> b = sorted(key.field(), other);
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        int order = a.getFirst() instanceof String text
                ? text.toLowerCase(Locale.ROOT)
                        .compareTo(b.getFirst().toString().toLowerCase(Locale.ROOT))
                : Double.compare(((Number) a.getFirst()).doubleValue(), ((Number) b.getFirst()).doubleValue());
        return key.descending() ? -order : order;
    }

    private List<Object> sorted(Field field, int item) {
        List<Object> values = values(field, item);
        return values.isEmpty() && field.hasDefault()
                ? List.of(0.0)
                : values.stream().filter(value -> !value.equals("")).toList();
    }

    private boolean holds(Definition definition, Rule rule, int item) {
        return switch (rule) {
            case Rule.All(var rules) -> rules.stream().allMatch(each -> holds(definition, each, item));
            case Rule.Any(var rules) -> rules.stream().anyMatch(each -> holds(definition, each, item));
            case Rule.Not(var denied) -> !holds(definition, denied, item);
            case Rule.Member(var list, var isIn) ->
                told.lists().items(list).stream().flatMapToInt(IntStream::of).anyMatch(each -> each == item) == isIn;
            case Rule.Count count -> counted(definition, count, item);
            case Rule.Compare compare -> compared(compare, item);
        };
    }

    private boolean counted(Definition definition, Rule.Count count, int item) {
        Span within = count.within();
        long since = within == null ? Long.MIN_VALUE : within.startBefore(asOf, zones);
        boolean unknown = within == null || definition.bounds().countsUnknownDates();
        long times = switch (count.event()) {
            case PLAY, COMPLETE ->
                plays(item, end()).stream()
                        .filter(i -> history.at(i) == History.UNDATED ? unknown : time(i) >= since)
                        .count();
            case PARTIAL -> broken(item, false, since);
            case SKIP -> broken(item, true, since);
        };
        return count.bounds().stream().allMatch(bound -> fits(bound.operator(), bound.value(), times));
    }

    private long broken(int item, boolean skipped, long since) {
        Unfinished plays = told.unfinished();
        return IntStream.range(0, plays.size())
                .filter(i -> names.canonicalItem(plays.item(i)) == item && plays.skipped(i) == skipped)
                .filter(i -> plays.at(i) >= since && plays.at(i) <= asOf)
                .count();
    }

    private static boolean fits(Operator operator, double bound, double value) {
        return switch (operator) {
            case GT -> value > bound;
            case GTE -> value >= bound;
            case LT -> value < bound;
            case LTE -> value <= bound;
            case IS -> value == bound;
            default -> value != bound;
        };
    }

    private boolean compared(Rule.Compare rule, int item) {
        List<Object> values = values(rule.field(), item);
        if (rule.operator() == Operator.IS_PRESENT || rule.operator() == Operator.IS_MISSING) {
            boolean wanted = rule.operands().getFirst().equals(new Operand.Truth(true));
            boolean isNone = rule.field().measure() == Measure.PLAYED
                    ? plays(item, end()).isEmpty()
                    : values.isEmpty();
            return (isNone == (rule.operator() == Operator.IS_MISSING)) == wanted;
        }
        List<Object> all = values.isEmpty() && rule.field().hasDefault() ? List.of(0.0) : values;
        Predicate<Object> fits = value -> value instanceof String text
                ? text(rule, text)
                : rule.field().type() == Measure.Type.DATE
                        ? date(rule, ((Number) value).longValue())
                        : number(rule, ((Number) value).doubleValue());
        return all.stream().anyMatch(fits) != rule.operator().isDenial();
    }

    private static boolean text(Rule.Compare rule, String value) {
        String told = value.toLowerCase(Locale.ROOT).strip();
        List<String> sought = rule.operands().stream()
                .map(each -> DefinitionWriter.text(each).toLowerCase(Locale.ROOT))
                .toList();
        String one = sought.getFirst();
        return switch (rule.operator()) {
            case CONTAINS, NOT_CONTAINS -> told.contains(one);
            case STARTS_WITH -> told.startsWith(one);
            case ENDS_WITH -> told.endsWith(one);
            case GT, AFTER -> told.compareTo(one) > 0;
            case GTE -> told.compareTo(one) >= 0;
            case LT, BEFORE -> told.compareTo(one) < 0;
            case LTE -> told.compareTo(one) <= 0;
            case MATCHES ->
                java.util.regex.Pattern.compile(
                                DefinitionWriter.text(rule.operands().getFirst()))
                        .matcher(value)
                        .find();
            default -> sought.contains(told);
        };
    }

    private static boolean number(Rule.Compare rule, double value) {
        List<Double> sought = rule.operands().stream()
                .map(each -> each instanceof Operand.Truth(boolean truth)
                        ? (truth ? 1.0 : 0.0)
                        : Double.parseDouble(DefinitionWriter.text(each)))
                .toList();
        return switch (rule.operator()) {
            case GT, AFTER -> value > sought.getFirst();
            case GTE -> value >= sought.getFirst();
            case LT, BEFORE -> value < sought.getFirst();
            case LTE -> value <= sought.getFirst();
            case IN_THE_RANGE -> value >= sought.getFirst() && value <= sought.getLast();
            case CONTAINS, NOT_CONTAINS -> Numbers.text(value).contains(Numbers.text(sought.getFirst()));
            case STARTS_WITH -> Numbers.text(value).startsWith(Numbers.text(sought.getFirst()));
            case ENDS_WITH -> Numbers.text(value).endsWith(Numbers.text(sought.getFirst()));
            default -> sought.contains(value);
        };
    }

    private boolean date(Rule.Compare rule, long at) {
        ZonedDateTime local = Instant.ofEpochSecond(at).atZone(zones.zoneAt(at));
        ZonedDateTime now = Instant.ofEpochSecond(asOf).atZone(zones.zoneAt(asOf));
        Operand one = rule.operands().getFirst();
        return switch (rule.operator()) {
            case WEEKDAY -> rule.operands().contains(new Operand.Weekday(local.getDayOfWeek()));
            case HOUR -> rule.operands().stream().anyMatch(each -> ((Operand.Hours) each).holds(local.getHour()));
            case ON_THIS_DAY ->
                one.equals(new Operand.Truth(
                        local.getMonth() == now.getMonth() && local.getDayOfMonth() == now.getDayOfMonth()));
            case IN_THE_LAST, NOT_IN_THE_LAST ->
                at >= ((Operand.Ago) one).span().startBefore(asOf, zones);
            case GT, AFTER -> at > begin(one);
            case GTE -> at >= begin(one);
            case LT, BEFORE -> at < begin(one);
            case LTE -> at < end(one);
            case IN_THE_RANGE -> at >= begin(one) && at < end(rule.operands().getLast());
            default -> rule.operands().stream().anyMatch(each -> at >= begin(each) && at < end(each));
        };
    }

    private long begin(Operand operand) {
        return zones.startOf(((Operand.Days) operand).first());
    }

    private long end(Operand operand) {
        return zones.startOf(((Operand.Days) operand).last().plusDays(1));
    }

    private long time(int index) {
        return history.hasTime(index) ? history.at(index) : zones.startOf(LocalDate.ofEpochDay(history.day(index)));
    }

    /** The creator or the containers that stand for this scope of an item. */
    private List<Object> containers(Scope scope, int item) {
        int last = 0;
        for (int i = 0; i < end(); i++) {
            last = history.item(i) == item && history.container(i) != 0 ? history.container(i) : last;
        }
        return last == 0 || !scope.holds(names.containerKind(last)) ? List.of() : List.of(last);
    }

    /** The plays that count for a field in its scope; none where the item has nothing in that scope. */
    private List<Integer> plays(Field field, int item) {
        if (field.scope() == Scope.ITEM) {
            return plays(item, end());
        }
        if (field.scope() == Scope.CREATOR) {
            return names.creditCount(item) == 0
                    ? List.of()
                    : IntStream.range(0, end())
                            .filter(i -> names.creditCount(history.item(i)) > 0
                                    && names.creator(history.item(i), 0) == names.creator(item, 0))
                            .boxed()
                            .toList();
        }
        return containers(field.scope(), item).stream()
                .flatMap(container -> IntStream.range(0, end())
                        .filter(i -> container.equals(history.container(i)))
                        .boxed())
                .toList();
    }

    private List<Object> values(Field field, int item) {
        List<Integer> plays = plays(field, item);
        List<Object> times = new ArrayList<>();
        plays.stream().filter(i -> history.at(i) != History.UNDATED).forEach(i -> times.add((double) time(i)));
        long brokenOff = broken(item, false, Long.MIN_VALUE);
        long skipped = broken(item, true, Long.MIN_VALUE);
        return switch (field.measure()) {
            case KIND -> List.of(names.kind(item).word(), names.kind(item).plural());
            case TITLE -> List.of(names.title(item));
            case CREATOR -> creators(item);
            case CONTAINER ->
                containers(field.scope(), item).stream()
                        .map(each -> (Object) names.containerTitle((int) each))
                        .toList();
            case CONTAINER_CREDIT ->
                containers(field.scope(), item).stream()
                        .map(each -> (Object) names.containerCredit((int) each))
                        .filter(each -> !each.equals(""))
                        .toList();
            case GENRE -> List.copyOf(told.facts().genres(item));
            case SOURCE ->
                plays.stream()
                        .map(i -> Objects.requireNonNull(history.origins().get(history.origin(i))))
                        .map(origin -> (Object) origin.label())
                        .toList();
            case TAG -> SlowOpinions.tags(standing(field, item));
            case YEAR ->
                released(item).stream()
                        .map(text -> (Object) Double.valueOf(text.substring(0, 4)))
                        .toList();
            case PLAYS, COMPLETED -> plays.isEmpty() ? List.of() : List.of((double) plays.size());
            case LISTENED ->
                plays.isEmpty()
                        ? List.of()
                        : List.of(1000.0
                                * plays.stream().mapToLong(history::seconds).sum());
            case PARTIAL -> plays.isEmpty() && brokenOff == 0 ? List.of() : List.of((double) brokenOff);
            case SKIPS -> plays.isEmpty() && skipped == 0 ? List.of() : List.of((double) skipped);
            case FIRST_PLAYED -> times.isEmpty() ? List.of() : List.of(times.getFirst());
            case LAST_PLAYED -> times.isEmpty() ? List.of() : List.of(times.getLast());
            case PLAYED -> times;
            case SCORE, RATING, RATED_AT, LOVED, LOVED_AT ->
                SlowOpinions.opinion(field.measure(), standing(field, item));
            default -> List.of();
        };
    }

    private List<String> released(int item) {
        String text = told.facts().released(item);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private List<Object> creators(int item) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < names.creditCount(item); i++) {
            all.add(names.creatorName(names.creator(item, i)));
        }
        if (all.size() > 1) {
            all.add(names.creditText(item));
        }
        return all;
    }

    /** What was said in the scope of a field of what the item has in that scope, and not taken back. */
    private List<RatingEvent> standing(Field field, int item) {
        List<Object> about = switch (field.scope()) {
            case ITEM -> List.of(item);
            case CREATOR -> names.creditCount(item) == 0 ? List.of() : List.of(names.creator(item, 0));
            case CONTAINER, ALBUM, SERIES, FEED -> containers(field.scope(), item);
        };
        return new SlowOpinions(events, names, asOf).standing(field.scope().sort(), about);
    }
}
