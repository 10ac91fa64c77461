package io.reprise.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code openapi.yaml} as a page to read. It knows the form that this document is written in, not YAML: paths are
 * indented by two spaces, methods by four, their members by six.
 */
final class DocumentPage {
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|post|put|patch|delete):");
    private static final Pattern MEMBER = Pattern.compile("      (\\w+): (.*)");
    private static final Pattern PARAMETER = Pattern.compile("#/components/parameters/(\\w+)");

    private DocumentPage() {}

    /** One operation of the document. */
    record Operation(String method, String path, Map<String, String> members) {
        String member(String name) {
            String text = members.getOrDefault(name, "");
            boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
            return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
        }

        String tag() {
            return member("tags").replaceAll("[\\[\\]]", "");
        }

        /** The names of its parameters, as the document calls them. */
        List<String> parameters() {
            Matcher matcher = PARAMETER.matcher(member("parameters"));
            List<String> names = new ArrayList<>();
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            return names;
        }

        boolean isOpen() {
            return member("security").equals("[]");
        }
    }

    static List<Operation> operations(String document) {
        List<Operation> operations = new ArrayList<>();
        String path = "";
        for (String line : document.lines().toList()) {
            Matcher matcher = PATH.matcher(line);
            if (matcher.matches()) {
                path = matcher.group(1);
                continue;
            }
            matcher = METHOD.matcher(line);
            if (matcher.matches()) {
                operations.add(new Operation(matcher.group(1).toUpperCase(Locale.ROOT), path, new LinkedHashMap<>()));
                continue;
            }
            matcher = MEMBER.matcher(line);
            if (matcher.matches() && !operations.isEmpty()) {
                operations.getLast().members().putIfAbsent(matcher.group(1), matcher.group(2));
            }
            if (line.startsWith("components:")) {
                break;
            }
        }
        return operations;
    }

    static String html(String document) {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        for (Operation operation : operations(document)) {
            byTag.computeIfAbsent(operation.tag(), tag -> new ArrayList<>()).add(operation);
        }
        StringBuilder page = new StringBuilder(HEAD);
        byTag.forEach((tag, operations) -> {
            page.append("<h2>").append(escaped(tag)).append("</h2>\n");
            operations.forEach(operation -> page.append(section(operation)));
        });
        return page.append("</main></body></html>\n").toString();
    }

    private static String section(Operation operation) {
        String parameters = String.join(", ", operation.parameters());
        return "<section><h3><code class=\"" + operation.method().toLowerCase(Locale.ROOT) + "\">" + operation.method()
                + "</code> <code>" + escaped(operation.path()) + "</code></h3><p>"
                + escaped(operation.member("summary"))
                + (operation.isOpen() ? " <em>Needs no token.</em>" : "") + "</p>"
                + (operation.member("description").isEmpty()
                        ? ""
                        : "<p>" + escaped(operation.member("description")) + "</p>")
                + (parameters.isEmpty() ? "" : "<p class=\"with\">With " + escaped(parameters) + "</p>")
                + "</section>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Reprise: the API</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
            main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem; }
            h2 { margin-top: 2.5rem; text-transform: capitalize; border-bottom: 1px solid; }
            h3 { margin: 1.5rem 0 0; font-size: 1rem; overflow-wrap: anywhere; }
            section p { margin: .25rem 0; }
            code { font: 600 .95em ui-monospace, monospace; }
            .with { opacity: .7; font-size: .9em; }
            .post { color: light-dark(#0a6b2e, #7ad99b); } .delete { color: light-dark(#a3241d, #ff9d96); }
            </style></head><body><main>
            <h1>Reprise: the API</h1>
            <p>Send a token with every request: <code>Authorization: Token TOKEN</code>. The whole description, with every
            member of every body, is <a href="/api/openapi.yaml">openapi.yaml</a> (OpenAPI 3.1).</p>
            """;
}
