package io.reprise.adapters.playlistfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extended M3U in UTF-8: {@code #EXTINF:SECONDS,Artist - Title} and a path or address below it. */
final class M3uFile {
    private static final Pattern INFO = Pattern.compile("#EXTINF:\\s*(-?\\d{1,9})[^,]*,(.*)");
    private static final String BETWEEN = " - ";

    private M3uFile() {}

    /** Lines that lie nowhere known are left out, for a player could not find them. */
    static String write(Sheet sheet) {
        StringBuilder file = new StringBuilder("#EXTM3U\n");
        if (!sheet.title().isEmpty()) {
            file.append("#PLAYLIST:").append(inLine(sheet.title())).append('\n');
        }
        for (Sheet.Line line : sheet.lines()) {
            if (!line.location().isEmpty()) {
                String name = line.credit().isEmpty() ? line.title() : line.credit() + BETWEEN + line.title();
                file.append("#EXTINF:")
                        .append(line.seconds() == 0 ? -1 : line.seconds())
                        .append(',')
                        .append(inLine(name))
                        .append('\n')
                        .append(Locations.path(line.location()))
                        .append('\n');
            }
        }
        return file.toString();
    }

    private static String inLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    static Sheet read(String text) {
        List<Sheet.Line> lines = new ArrayList<>();
        String title = "";
        String info = "";
        int seconds = 0;
        for (String each : text.replace("\uFEFF", "").split("\\R")) {
            String line = each.strip();
            Matcher matcher = INFO.matcher(line);
            if (matcher.matches()) {
                seconds = Math.max(0, Integer.parseInt(matcher.group(1)));
                info = matcher.group(2).strip();
            } else if (line.startsWith("#PLAYLIST:")) {
                title = line.substring("#PLAYLIST:".length()).strip();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(line(info.isEmpty() ? name(line) : info, seconds, line));
                info = "";
                seconds = 0;
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "this is no playlist: an M3U file has a path or an address in a line of its own, XSPF is XML with"
                            + " an element playlist, JSPF is JSON with a member playlist");
        }
        return new Sheet(title, "", "", lines);
    }

    /** The name of a file without its folders and its ending. */
    private static String name(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int point = last.lastIndexOf('.');
        return point > 0 ? last.substring(0, point) : last;
    }

    private static Sheet.Line line(String name, int seconds, String location) {
        int between = name.indexOf(BETWEEN);
        return new Sheet.Line(
                between < 0 ? name : name.substring(between + BETWEEN.length()).strip(),
                between < 0 ? "" : name.substring(0, between).strip(),
                "",
                seconds,
                List.of(),
                location);
    }
}
