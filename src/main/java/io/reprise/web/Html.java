package io.reprise.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a template as the answer, with the headers that every page has. */
final class Html {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Tags go out as the templates have them. */
    private static final HtmlInterceptor AS_WRITTEN = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    };

    private Html() {}

    /** A generated template with its parameters. */
    @FunctionalInterface
    interface Template {
        void render(HtmlTemplateOutput output, HtmlInterceptor tags);
    }

    /** Renders and sends; a page of a signed-in user is never kept by caches. */
    static void send(Context context, Template template) {
        context.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .contentType("text/html; charset=utf-8")
                .result(bytes(template));
    }

    /** After a page was sent: its form may lead on to this origin, such as {@code https://host}. */
    static void allowFormTo(Context context, String origin) {
        context.header("Content-Security-Policy", POLICY.replace("form-action 'self'", "form-action 'self' " + origin));
    }

    /** A part of a page as one line of text, as an event stream wants it. */
    static String line(Template template) {
        return new String(bytes(template), StandardCharsets.UTF_8).replaceAll("\\R+", " ");
    }

    private static byte[] bytes(Template template) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        template.render(new OwaspHtmlTemplateOutput(output), AS_WRITTEN);
        return output.toByteArray();
    }
}
