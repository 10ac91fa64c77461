package io.reprise.feed;

import java.util.Locale;

/**
 * A picture of fixed width as SVG, in the colours of the look; light and dark by what the reader prefers, or as asked.
 * No scripts, no fonts and no pictures from elsewhere; every text is escaped and cut to its room. For one thread.
 */
final class Svg {
    static final String CONTENT_TYPE = "image/svg+xml; charset=utf-8";
    static final int WIDTH = 480;
    static final int EDGE = 22;

    private static final String LIGHT = "--card:#fff;--line:#e6e1d8;--ink:#1f1c18;--soft:#6b645a;--accent:#c2410c;"
            + "--song:#c2410c;--episode:#4f5bd5;--film:#8b3fb8;--article:#0f766e;--book:#a16207;--picture:#be3a6e;"
            + "--podcast:#3f7d2a;--video:#2472b8;"
            + "--heat-0:#eee9df;--heat-1:#f7cdb2;--heat-2:#ee9a66;--heat-3:#d8622a;--heat-4:#9a3209";
    private static final String DARK = "--card:#1c1916;--line:#2e2a24;--ink:#f1ece3;--soft:#a9a094;--accent:#f58a4b;"
            + "--song:#f58a4b;--episode:#8f9bff;--film:#c78bf0;--article:#4cc3b5;--book:#e0b04a;--picture:#f087b0;"
            + "--podcast:#8fce72;--video:#6db5f2;"
            + "--heat-0:#24211c;--heat-1:#4a2a17;--heat-2:#83401a;--heat-3:#c2602a;--heat-4:#f79a5f";
    private static final String SHAPES =
            "text{font:14px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:var(--ink);"
                    + "font-variant-numeric:tabular-nums}.soft{fill:var(--soft);font-size:13px}.head{font-size:13px;"
                    + "font-weight:600;fill:var(--soft)}.name{font-weight:600}.big{font-family:ui-serif,"
                    + "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,'Noto Serif',serif;font-weight:600;"
                    + "font-size:26px}.title{font-family:ui-serif,'Iowan Old Style','Palatino Linotype',"
                    + "Palatino,Georgia,'Noto Serif',serif;font-weight:600;font-size:19px}.end{text-anchor:end}"
                    + ".back{fill:var(--card);stroke:var(--line)}";

    /** Which colours. */
    enum Theme {
        AUTO,
        LIGHT,
        DARK
    }

    private final StringBuilder body = new StringBuilder();
    private final Theme theme;
    private final String label;

    /** {@code label} says what it shows to who cannot see it. */
    Svg(Theme theme, String label) {
        this.theme = theme;
        this.label = label;
    }

    /** Text that ends before {@code room} units are used up, by an estimate of its width. */
    Svg text(String css, double x, double y, Cut text) {
        body.append("<text class=\"")
                .append(css)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(Escapes.xml(text.shown()))
                .append("</text>\n");
        return this;
    }

    /** A text and the room it has, in units, at so many units a letter height. */
    record Cut(String text, double room, double size) {
        private static final double WIDE = 1.0;
        private static final double USUAL = 0.56;
        private static final double NARROW = 0.32;

        String shown() {
            String line = Escapes.line(text);
            double width = 0;
            int kept = 0;
            for (int i = 0; i < line.length(); ) {
                int c = line.codePointAt(i);
                width += width(c) * size;
                if (width > room) {
                    return line.substring(0, kept).strip() + "…";
                }
                i += Character.charCount(c);
                kept = width <= room - size ? i : kept;
            }
            return line;
        }

        private static double width(int c) {
            if (c >= 0x1100 && Character.isIdeographic(c) || c >= 0x3000 && c <= 0xD7FF || c >= 0x1F000) {
                return WIDE;
            }
            return "iljtfI.,:;'|!()[] ".indexOf(c) >= 0
                    ? NARROW
                    : Character.isUpperCase(c) || c == 'm' || c == 'w' ? USUAL * 1.25 : USUAL;
        }
    }

    /** A rectangle filled with a token of the look, rounded by {@code round}. */
    Svg box(String token, Place place, double round) {
        body.append("<rect fill=\"var(--")
                .append(token)
                .append(")\" x=\"")
                .append(number(place.x()))
                .append("\" y=\"")
                .append(number(place.y()))
                .append("\" width=\"")
                .append(number(place.width()))
                .append("\" height=\"")
                .append(number(place.height()))
                .append("\" rx=\"")
                .append(number(round))
                .append("\"/>\n");
        return this;
    }

    record Place(double x, double y, double width, double height) {}

    Svg dot(String token, double x, double y) {
        body.append("<circle fill=\"var(--")
                .append(token)
                .append(")\" cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"4\"/>\n");
        return this;
    }

    String done(int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" aria-label=\"" + Escapes.xml(label)
                + "\">\n<title>" + Escapes.xml(label) + "</title>\n<style>" + style() + "</style>\n"
                + "<rect class=\"back\" x=\".5\" y=\".5\" width=\"" + (WIDTH - 1) + "\" height=\"" + (height - 1)
                + "\" rx=\"10\"/>\n" + body + "</svg>\n";
    }

    private String style() {
        String first = theme == Theme.DARK ? DARK : LIGHT;
        String other = theme == Theme.AUTO ? "@media(prefers-color-scheme:dark){svg{" + DARK + "}}" : "";
        return "svg{" + first + "}" + other + SHAPES;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
