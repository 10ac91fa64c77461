package io.reprise.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The words for what the HTTP library refuses before a door sees it. */
final class Refusals {
    private Refusals() {}

    static Problem problem(int status, @Nullable String message, Context context) {
        String asked = context.method().name() + " " + context.path();
        return switch (status) {
            case 404 -> Problem.notFound("There is nothing at " + asked + ".").where("path");
            case 405 ->
                Problem.of(
                                405,
                                "This path is there, but not for "
                                        + context.method().name() + ".")
                        .got(asked)
                        .where("method");
            case 413 ->
                Problem.of(413, "The body is larger than this server reads at once; send it in smaller parts.")
                        .expected("at most " + bodyMebibytesMax(context) + " MiB")
                        .got(
                                context.contentLength() < 0
                                        ? "a body of untold length"
                                        : context.contentLength() + " bytes")
                        .where("body");
            default ->
                Problem.of(
                        status < 400 || status > 599 ? 500 : status,
                        message == null || message.isBlank() ? "The request was refused." : message);
        };
    }

    private static long bodyMebibytesMax(Context context) {
        return context.appData(WebServer.BODY_BYTES_MAX) / (1024 * 1024);
    }
}
