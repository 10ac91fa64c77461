package io.reprise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One Java file as the guards read it: its text, its code with every comment and string blanked out (lines keep their
 * numbers), and its string literals joined where the code joins them with {@code +}.
 */
record Source(Path path, String text, String code, List<String> strings) {
    static final Path MAIN = Path.of("src/main/java");
    static final Path TESTS = Path.of("src/test/java");
    private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*");

    static List<Source> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Source::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source read(Path path) {
        try {
            return of(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source of(Path path, String text) {
        return new Scan(text).source(path);
    }

    String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - ".java".length());
    }

    /** The room this file stands in, {@code ""} for the root package. */
    String room() {
        for (Path folder : List.of(MAIN, TESTS)) {
            Path house = folder.resolve(Path.of("io", "reprise"));
            if (path.startsWith(house)) {
                String inside = house.relativize(path).toString();
                int end = inside.lastIndexOf('/');
                return end < 0 ? "" : Rooms.of(inside.substring(0, end).replace('/', '.'));
            }
        }
        return "";
    }

    /** The text with the lines of text blocks after the first emptied. */
    String withoutTextBlocks() {
        StringBuilder lines = new StringBuilder();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            int quotes = line.split("\"\"\"", -1).length - 1;
            lines.append(inside ? "" : line).append('\n');
            inside ^= quotes % 2 == 1;
        }
        return lines.toString();
    }

    boolean isPackageInfo() {
        return name().equals("package-info");
    }

    /** One pass over the characters; knows strings, text blocks, characters and both kinds of comment. */
    private static final class Scan {
        private final String text;
        private final StringBuilder code = new StringBuilder();
        private final List<String> strings = new ArrayList<>();
        private int at;
        private int endOfLast = -1;

        Scan(String text) {
            this.text = text;
        }

        Source source(Path path) {
            while (at < text.length()) {
                if (text.startsWith("//", at)) {
                    blank(end("\n", at));
                } else if (text.startsWith("/*", at)) {
                    blank(after("*/", at + 2));
                } else if (text.startsWith("\"\"\"", at)) {
                    literal(3, unescaped("\"\"\"", at + 3));
                } else if (text.charAt(at) == '"') {
                    literal(1, unescaped("\"", at + 1));
                } else if (text.charAt(at) == '\'') {
                    blank(unescaped("'", at + 1) + 1);
                } else {
                    code.append(text.charAt(at++));
                }
            }
            return new Source(path, text, code.toString(), List.copyOf(strings));
        }

        private void literal(int quotes, int end) {
            String content = text.substring(at + quotes, end);
            boolean joined =
                    endOfLast >= 0 && JOINED.matcher(code.substring(endOfLast)).matches();
            if (joined) {
                strings.add(strings.removeLast() + content);
            } else {
                strings.add(content);
            }
            blank(end + quotes);
            endOfLast = code.length();
        }

        private void blank(int end) {
            for (; at < Math.min(end, text.length()); at++) {
                code.append(text.charAt(at) == '\n' ? '\n' : ' ');
            }
        }

        private int end(String mark, int from) {
            int found = text.indexOf(mark, from);
            return found < 0 ? text.length() : found;
        }

        private int after(String mark, int from) {
            return Math.min(text.length(), end(mark, from) + mark.length());
        }

        private int unescaped(String mark, int from) {
            for (int i = from; i < text.length(); i++) {
                if (text.charAt(i) == '\\') {
                    i++;
                } else if (text.startsWith(mark, i)) {
                    return i;
                }
            }
            return text.length();
        }
    }
}
