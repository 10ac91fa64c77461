package io.reprise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of style that a machine can hold, each from files to faults; CONTRIBUTING.md says why. */
final class Tidy {
    static final int FILE_LINES_MAX = 400;
    static final int METHOD_LINES_MAX = 60;
    static final int LINE_CHARS_MAX = 120;

    private static final Pattern LATER = Pattern.compile("\\b(TO[D]O|FIX[M]E)\\b(?!.*#\\d+)");
    private static final Pattern CONSOLE =
            Pattern.compile("System\\s*\\.\\s*(out|err)\\b|\\.printStackTrace\\(\\s*\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("/(?:work|root|home/\\w+|Users/\\w+)/|/tmp/(?:wt|brief)\\b"
            + "|(?<![\\w./-])(?:\\.\\./)?shared/(?:spec|look|recordings|DESIGN)"
            + "|\\b(?:repo1?|registry|deb)\\.(?:maven|npmjs|yarnpkg|debian)\\.");

    private Tidy() {}

    static List<Fault> longFiles(Collection<Source> sources) {
        return sources.stream()
                .filter(source -> lines(source) > FILE_LINES_MAX)
                .map(source -> fault("long file", source, lines(source) + " lines, at most " + FILE_LINES_MAX))
                .toList();
    }

    static List<Fault> longMethods(Parsed parsed) {
        return parsed.methods().stream()
                .filter(method -> method.lines() > METHOD_LINES_MAX)
                .map(method -> new Fault(
                        "long method",
                        method.file().toString(),
                        method.name() + ": " + method.lines() + " lines, at most " + METHOD_LINES_MAX))
                .toList();
    }

    static List<Fault> silentTypes(Parsed parsed) {
        return parsed.types().stream()
                .filter(type -> type.isPublic() && !type.hasJavadoc())
                .map(type ->
                        new Fault("silent type", type.file().toString(), type.name() + " is public, say what it means"))
                .toList();
    }

    /** A line inside a text block is data (a recorded body, say) and may be as long as it came. */
    static List<Fault> longLines(Collection<Source> sources) {
        return inLines("long line", sources, Source::withoutTextBlocks, line -> line.length() > LINE_CHARS_MAX);
    }

    static List<Fault> unfiledWork(Collection<Source> sources) {
        return inLines(
                "work without an issue",
                sources,
                Source::text,
                line -> LATER.matcher(line).find());
    }

    static List<Fault> consoleOutside(String room, Collection<Source> sources) {
        List<Source> others =
                sources.stream().filter(source -> !source.room().equals(room)).toList();
        return inLines(
                "console outside " + room,
                others,
                Source::code,
                line -> CONSOLE.matcher(line).find());
    }

    /** Packages whose {@code package-info} is missing, silent, or not null-marked. */
    static List<Fault> unmarkedPackages(Collection<Source> sources) {
        List<Fault> faults = new ArrayList<>();
        Set<Path> marked = new HashSet<>();
        sources.stream()
                .filter(Source::isPackageInfo)
                .filter(source ->
                        source.code().contains("@NullMarked") && source.text().contains("/**"))
                .forEach(source -> marked.add(source.path().getParent()));
        sources.stream()
                .map(source -> source.path().getParent())
                .distinct()
                .filter(folder -> !marked.contains(folder))
                .forEach(folder -> faults.add(new Fault(
                        "unmarked package",
                        folder.toString(),
                        "wants a package-info.java with Javadoc and @NullMarked")));
        return faults;
    }

    /** Paths of one machine, design notes that do not travel with the sources, and hosts of package registries. */
    static List<Fault> referencesElsewhere(String file, String text) {
        List<Fault> faults = new ArrayList<>();
        ELSEWHERE
                .matcher(text)
                .results()
                .forEach(found ->
                        faults.add(new Fault("elsewhere", file, found.group() + " is not part of the project")));
        return faults;
    }

    static long lines(Source source) {
        return source.text().lines().count();
    }

    private interface View {
        String of(Source source);
    }

    private interface Wrong {
        boolean is(String line);
    }

    private static List<Fault> inLines(String rule, Collection<Source> sources, View view, Wrong wrong) {
        List<Fault> faults = new ArrayList<>();
        for (Source source : sources) {
            List<String> lines = view.of(source).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (wrong.is(lines.get(i))) {
                    faults.add(fault(
                            rule,
                            source,
                            "line " + (i + 1) + ": " + lines.get(i).strip()));
                }
            }
        }
        return faults;
    }

    private static Fault fault(String rule, Source source, String what) {
        return new Fault(rule, source.path().toString(), what);
    }
}
