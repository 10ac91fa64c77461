package io.reprise.resolve;

import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The labelled cases, as the README beside them says they are written. */
final class Cases {
    static final Path FOLDER = Path.of("src/test/resources/io/reprise/resolve/cases");
    private static final Set<String> FACTS = Set.of(
            "comment", "released", "alias", "sort", "role", "year", "season", "number", "country", "begun", "asked");

    private Cases() {}

    /** {@code right} is the letter of the finding that is right, or "none"; {@code number} counts from 1. */
    record Case(int number, String name, Question question, List<Finding> findings, String right) {
        boolean isHeldOut() {
            return number % 2 == 0;
        }

        boolean hasAnswer() {
            return !right.equals("none");
        }

        @Override
        public String toString() {
            return number + " " + name;
        }
    }

    static List<Case> all() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                for (String block : Files.readString(file).strip().split("\n\n+")) {
                    cases.add(read(cases.size() + 1, file, block.lines().toList()));
                }
            }
        }
        return cases;
    }

    private static Case read(int number, Path file, List<String> lines) {
        String place = file.getFileName() + ": " + lines.getFirst();
        if (lines.size() < 4
                || !lines.getFirst().startsWith("# ")
                || !lines.getLast().startsWith("= ")) {
            throw new IllegalArgumentException("a case is # name, ? question, findings, = answer; see " + place);
        }
        Question question = question(lines.get(1));
        List<Finding> findings = lines.subList(2, lines.size() - 1).stream()
                .map(line -> finding(question.kind(), line))
                .toList();
        String right = lines.getLast().substring(2).strip();
        boolean known = right.equals("none")
                || findings.stream().anyMatch(finding -> finding.id().value().equals(right));
        if (!known) {
            throw new IllegalArgumentException("the answer " + right + " is no finding of " + place);
        }
        return new Case(number, lines.getFirst().substring(2), question, findings, right);
    }

    static Question question(String line) {
        int gap = line.indexOf(' ');
        String word = line.substring(1, gap);
        MediaKind kind =
                word.isEmpty() ? MediaKind.SONG : MediaKind.ofWord(word).orElseThrow();
        Fields fields = Fields.read(line.substring(gap));
        String credit = fields.at(0);
        return new Question(
                kind,
                fields.at(1),
                credit,
                credit.isEmpty() ? List.of() : List.of(credit),
                fields.at(2),
                fields.seconds(),
                fields.number("season"),
                fields.number("number"),
                fields.number("year"),
                fields.ids());
    }

    static Finding finding(MediaKind kind, String line) {
        Fields fields = Fields.read(line.substring(1));
        ExternalId id = new ExternalId(scheme(kind), line.substring(0, 1));
        String asked = fields.text("asked");
        return new Finding(
                id,
                asked.isEmpty() ? null : new ExternalId(scheme(kind), asked),
                kind,
                fields.at(1),
                fields.creators(),
                fields.container(kind),
                fields.number("season"),
                fields.number("number"),
                fields.seconds(),
                fields.text("released"),
                fields.text("comment"),
                fields.ids(),
                List.of(),
                fields.texts("alias"),
                0);
    }

    private static String scheme(MediaKind kind) {
        return kind == MediaKind.SONG ? SongRules.RECORDING : "case:" + kind.word();
    }

    private record Fields(List<String> columns, List<String> facts) {
        static Fields read(String line) {
            List<String> columns =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (columns.size() < 4 || columns.size() > 5) {
                throw new IllegalArgumentException("artist | title | release | length | further, not: " + line);
            }
            String facts = columns.size() < 5 ? "" : columns.get(4);
            return new Fields(columns, facts.isEmpty() ? List.of() : List.of(facts.split(";")));
        }

        String at(int column) {
            return columns.get(column);
        }

        @Nullable
        Integer seconds() {
            if (at(3).isEmpty()) {
                return null;
            }
            int seconds = 0;
            for (String part : at(3).split(":")) {
                seconds = seconds * 60 + Integer.parseInt(part);
            }
            return seconds;
        }

        List<String> texts(String key) {
            return facts.stream()
                    .filter(fact -> fact.startsWith(key + "="))
                    .map(fact -> fact.substring(key.length() + 1))
                    .toList();
        }

        String text(String key) {
            return texts(key).stream().findFirst().orElse("");
        }

        @Nullable
        Integer number(String key) {
            return text(key).isEmpty() ? null : Integer.valueOf(text(key));
        }

        List<ExternalId> ids() {
            return facts.stream()
                    .filter(fact -> !FACTS.contains(fact.substring(0, fact.indexOf('='))))
                    .map(fact -> ExternalId.parse(fact.startsWith("mb=") ? "mb:recording" + fact.substring(2) : fact))
                    .toList();
        }

        List<Finding.Creator> creators() {
            List<Finding.Creator> creators = new ArrayList<>();
            String[] parts = at(0).split("[<>]");
            for (int i = 0; i < parts.length && !at(0).isEmpty(); i += 2) {
                String join = i + 1 < parts.length ? parts[i + 1] : "";
                String sort = i == 0 ? text("sort") : "";
                creators.add(new Finding.Creator(null, parts[i], sort, parts[i], join, i == 0 ? text("role") : ""));
            }
            return creators;
        }

        Optional<Finding.Container> container(MediaKind kind) {
            ContainerKind box = switch (kind) {
                case SONG, PICTURE -> ContainerKind.RELEASE;
                case EPISODE, FILM -> ContainerKind.SHOW;
                case BOOK -> ContainerKind.SERIES;
                case ARTICLE, PODCAST -> ContainerKind.FEED;
                case VIDEO -> ContainerKind.CHANNEL;
            };
            return at(2).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Finding.Container(
                            box,
                            new ExternalId("case:box", at(2)),
                            at(2),
                            "",
                            text("begun"),
                            text("country"),
                            List.of()));
        }
    }
}
