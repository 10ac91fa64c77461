package io.reprise.web;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.resolve.Evidence;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Match;
import io.reprise.resolve.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says proposals in words. */
final class ReviewWords {
    private ReviewWords() {}

    static List<ReviewView.Row> rows(Visit visit, List<Proposal> proposals) {
        Set<Integer> items = proposals.stream().map(Proposal::item).collect(Collectors.toSet());
        Map<Integer, String> containers = containers(visit.history(), items);
        return proposals.stream()
                .map(proposal -> new ReviewView.Row(
                        proposal.number(),
                        told(visit, proposal.item(), containers.getOrDefault(proposal.item(), "")),
                        Words.capital(proposal.rule().words()) + ".",
                        IntStream.range(0, proposal.matches().size())
                                .mapToObj(choice -> may(
                                        visit.voice(),
                                        choice,
                                        proposal.matches().get(choice)))
                                .toList(),
                        proposal.state() == Proposal.State.WAITING,
                        proposal.state() == Proposal.State.REJECTED))
                .toList();
    }

    /** What each of these items was played from last; one pass over the history. */
    private static Map<Integer, String> containers(History history, Set<Integer> items) {
        Map<Integer, String> containers = new HashMap<>();
        for (int i = 0; i < history.size() && !items.isEmpty(); i++) {
            boolean isTold = history.container(i) != 0
                    && (items.contains(history.item(i)) || items.contains(history.originalItem(i)));
            if (isTold) {
                String title = history.names().containerTitle(history.container(i));
                containers.put(history.item(i), title);
                containers.put(history.originalItem(i), title);
            }
        }
        return containers;
    }

    private static ReviewView.Told told(Visit visit, int item, String container) {
        Names names = visit.history().names();
        int length = names.length(item);
        return new ReviewView.Told(
                names.title(item),
                "/items/" + names.canonicalItem(item),
                names.creditText(item),
                names.kind(item).word(),
                container,
                length == 0 ? "" : visit.voice().length(length));
    }

    private static ReviewView.May may(Voice voice, int choice, Match match) {
        Finding finding = match.finding();
        List<String> more = new ArrayList<>();
        finding.container().map(Finding.Container::title).ifPresent(more::add);
        Integer seconds = finding.seconds();
        more.add(finding.released());
        more.add(seconds == null ? "" : voice.length(seconds));
        more.add(finding.comment());
        return new ReviewView.May(
                choice,
                Integer.toString(choice + 1),
                Piece.link(Ids.text(finding.id()), Ids.href(finding.id())),
                finding.title(),
                finding.credit(),
                more.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")),
                String.format(Locale.ROOT, "%.2f", match.score()),
                match.rule().words(),
                match.evidence().stream().map(ReviewWords::witness).toList());
    }

    private static ReviewView.Witness witness(Evidence evidence) {
        String sign = switch (evidence.speaks()) {
            case FOR -> "✓";
            case AGAINST -> "✗";
            case NEITHER -> "–";
        };
        String speaks = switch (evidence.speaks()) {
            case FOR -> "for";
            case AGAINST -> "against";
            case NEITHER -> "neither";
        };
        return new ReviewView.Witness(
                evidence.aspect(),
                dash(evidence.told()),
                dash(evidence.found()),
                sign,
                speaks,
                "speaks-" + speaks,
                evidence.words());
    }

    private static String dash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
