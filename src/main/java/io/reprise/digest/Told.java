package io.reprise.digest;

import io.reprise.relay.Post;
import io.reprise.report.Chart;
import io.reprise.report.Novelty;
import io.reprise.report.Subject;
import io.reprise.report.Totals;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A digest in plain text, as HTML and as JSON. */
public final class Told {
    private static final String STYLE = "font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;"
            + "max-width:560px;margin:24px auto;padding:0 16px";
    private static final String APART = "\u2068";
    private static final String TOGETHER = "\u2069";

    private final Digest digest;

    public Told(Digest digest) {
        this.digest = digest;
    }

    /** All three. */
    public Post post() {
        return new Post(digest.title(), text(), html(), json().toString());
    }

    /** A heading with its lines; the first has none. */
    public record Part(String heading, List<String> lines) {}

    /** What it says, part by part. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("", numbers()));
        for (Digest.Top top : digest.tops()) {
            if (!top.rows().isEmpty()) {
                parts.add(new Part(
                        heading(top.subject()),
                        top.rows().stream().map(Told::line).toList()));
            }
        }
        if (!digest.discoveries().isEmpty()) {
            parts.add(new Part(
                    "New to you",
                    digest.discoveries().stream()
                            .map(met -> line(met.artist()) + ", " + count(met.totalPlays(), "play", "plays"))
                            .toList()));
        }
        return parts;
    }

    private List<String> numbers() {
        Totals now = digest.now();
        List<String> lines = new ArrayList<>();
        lines.add(digest.first() + " to " + digest.last());
        if (now.plays() == 0) {
            lines.add("Nothing was played.");
            return lines;
        }
        lines.add(count(now.plays(), "play", "plays") + " on "
                + count(now.days().active(), "day", "days") + ", " + span(now.seconds()) + " known" + change());
        now.kinds()
                .forEach(kind -> lines.add(
                        count(kind.plays(), kind.kind().word(), kind.kind().plural())
                                + (kind.seconds() > 0 ? ", " + span(kind.seconds()) : "")));
        lines.add(count(now.firstMet().creators(), "new creator", "new creators") + ", "
                + count(now.firstMet().items(), "new title", "new titles"));
        if (digest.streak() > 1) {
            lines.add(count(digest.streak(), "day", "days") + " in a row with something played");
        }
        return lines;
    }

    private String change() {
        long before = digest.before().plays();
        if (before == 0) {
            return "";
        }
        long percent = Math.round(100.0 * (digest.now().plays() - before) / before);
        String sign = percent > 0 ? "+" : "";
        return " (" + sign + percent + " % against the " + digest.every().word() + " before)";
    }

    private static String heading(Subject subject) {
        return switch (subject) {
            case CREATOR -> "Most played creators";
            case ITEM -> "Most played titles";
            case CONTAINER -> "Most played albums, shows and series";
        };
    }

    private static String line(Chart.Row row) {
        String credit =
                row.what().credit().isEmpty() ? "" : " – " + line(row.what().credit());
        return row.rank() + ". " + line(row.what().name()) + credit + ", " + count(row.plays(), "play", "plays");
    }

    /** In one line, and held apart from the words around it where it is written from the right. */
    private static String line(String text) {
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.codePoints().anyMatch(Told::isFromTheRight) ? APART + plain + TOGETHER : plain;
    }

    private static boolean isFromTheRight(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static String count(long number, String one, String many) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number) + " " + (number == 1 ? one : many);
    }

    private static String span(long seconds) {
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + " min" : count(Math.round(minutes / 60.0), "h", "h");
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts()) {
            text.append(text.isEmpty() ? "" : "\n");
            if (!part.heading().isEmpty()) {
                text.append(part.heading()).append('\n');
            }
            part.lines().forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    String html() {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><title>" + escaped(digest.title())
                + "</title></head>\n<body style=\"" + STYLE + "\">\n<h1 style=\"font-family:Georgia,serif\">"
                + escaped(digest.title()) + "</h1>\n");
        for (Part part : parts()) {
            if (!part.heading().isEmpty()) {
                html.append("<h2 style=\"font-size:15px;margin:24px 0 4px\">")
                        .append(escaped(part.heading()))
                        .append("</h2>\n");
            }
            part.lines()
                    .forEach(line -> html.append("<p style=\"margin:2px 0\">")
                            .append(escaped(line))
                            .append("</p>\n"));
        }
        return html.append("</body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** For programs; docs/outputs.md describes it. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("every", digest.every().word());
        json.put("from", digest.first().toString());
        json.put("to", digest.last().toString());
        totals(json.putObject("now"), digest.now());
        totals(json.putObject("before"), digest.before());
        json.put("streak_days", digest.streak());
        for (Digest.Top top : digest.tops()) {
            ArrayNode rows = json.putArray("top_" + top.subject().word() + "s");
            for (Chart.Row row : top.rows()) {
                ObjectNode place = rows.addObject();
                place.put("rank", row.rank());
                place.put("name", row.what().name());
                place.put("credit", row.what().credit());
                place.put("kind", row.what().kind());
                place.put("plays", row.plays());
                place.put("seconds", row.seconds());
            }
        }
        ArrayNode met = json.putArray("discoveries");
        for (Novelty.Discovery discovery : digest.discoveries()) {
            ObjectNode each = met.addObject();
            each.put("name", discovery.artist());
            each.put("plays", discovery.totalPlays());
        }
        return json;
    }

    private static void totals(ObjectNode json, Totals totals) {
        json.put("plays", totals.plays());
        json.put("seconds", totals.seconds());
        json.put("active_days", totals.days().active());
        json.put("items", totals.played().items());
        json.put("new_creators", totals.firstMet().creators());
        json.put("new_items", totals.firstMet().items());
        ArrayNode kinds = json.putArray("kinds");
        for (Totals.OfKind kind : totals.kinds()) {
            ObjectNode each = kinds.addObject();
            each.put("kind", kind.kind().word());
            each.put("plays", kind.plays());
            each.put("seconds", kind.seconds());
            each.put("items", kind.items());
        }
    }
}
