package io.reprise.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever ended a request into the answer to it: the first form that fits, else a plain page, else JSON. */
final class ErrorAnswer {
    private static final Logger LOG = LoggerFactory.getLogger("reprise.http");

    private static final String JSON = "application/problem+json";

    private final JsonMapper mapper;
    private final List<ErrorForm> forms;

    ErrorAnswer(JsonMapper mapper, List<ErrorForm> forms) {
        this.mapper = mapper;
        this.forms = List.copyOf(forms);
    }

    void told(ProblemException failure, Context context) {
        write(context, failure.problem());
    }

    /** What Javalin itself refuses: no such path, a body too large, a method not offered. */
    void refused(HttpResponseException failure, Context context) {
        failure.getDetails().forEach((name, value) -> {
            if (name.equals("availableMethods")) {
                context.header("Allow", value);
            }
        });
        write(context, Refusals.problem(failure.getStatus(), failure.getMessage(), context));
    }

    void unexpected(Throwable failure, Context context) {
        if (failure instanceof EOFException || failure.getCause() instanceof EOFException) {
            LOG.debug("{} {}: the caller went away", context.method(), context.path());
            return;
        }
        LOG.error("{} {} failed", context.method(), context.path(), failure);
        write(context, ours());
    }

    /** The same for an error of the machine itself, after which only the bare response is left to write to. */
    void broken(HttpServletResponse response) {
        response.setStatus(500);
        response.setContentType(JSON);
        try {
            response.getOutputStream().write(mapper.writeValueAsBytes(members(ours())));
        } catch (IOException e) {
            LOG.debug("the caller went away", e);
        }
    }

    static Problem ours() {
        return Problem.of(
                500, "Something failed on our side; the server's log says what. Nothing of this request was kept.");
    }

    private void write(Context context, Problem problem) {
        context.status(problem.status());
        for (ErrorForm form : forms) {
            if (form.fits(context)) {
                form.write(context, problem);
                return;
            }
        }
        if (prefersHtml(context)) {
            context.html(page(problem));
            return;
        }
        context.contentType(JSON).result(mapper.writeValueAsBytes(members(problem)));
    }

    private static Map<String, Object> members(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        if (problem.expected() != null) {
            members.put("expected", problem.expected());
        }
        if (problem.got() != null) {
            members.put("got", problem.got());
        }
        if (problem.where() != null) {
            members.put("where", problem.where());
        }
        return members;
    }

    /** A browser names text/html before all else; programs name JSON, anything, or nothing. */
    static boolean prefersHtml(Context context) {
        String accept = context.header("Accept");
        if (accept == null) {
            return false;
        }
        String first = accept.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
        return first.startsWith("text/html") || first.startsWith("application/xhtml+xml");
    }

    private static String page(Problem problem) {
        return """
                <!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><h1>%1$s</h1><p>%2$s</p>
                """.formatted(escaped(problem.title()), escaped(problem.line()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
