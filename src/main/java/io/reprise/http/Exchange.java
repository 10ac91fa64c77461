package io.reprise.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One attempt: sends, waits for the whole answer no longer than allowed, and says what the answer means. */
final class Exchange implements AutoCloseable {
    private static final int EXCERPT_CHARS_MAX = 300;

    private final Politeness politeness;
    private final InstantSource clock;
    private @Nullable HttpClient client;

    Exchange(Politeness politeness, InstantSource clock) {
        this.politeness = politeness;
        this.clock = clock;
    }

    /** Made at the first need, for it loads all there is for https, and most starts of the program ask nobody. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(politeness.connect())
                    .followRedirects(politeness.redirects() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                    .build();
            client = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        HttpClient made = client;
        if (made != null) {
            made.shutdownNow();
            made.close();
        }
    }

    Answer attempt(Outgoing request) throws InterruptedException {
        HttpResponse<byte[]> response = received(request);
        int status = response.statusCode();
        return switch (status) {
            case 401, 403 ->
                throw new NotAllowed(
                        said(request, response) + " Check the key or token that is used for "
                                + request.address().getHost() + ".",
                        text(response));
            case 408, 425, 429, 500, 502, 503, 504 -> throw busy(request, response);
            default -> {
                if (status >= 400) {
                    throw new GiveUp(said(request, response), status, text(response));
                }
                yield new Answer(status, response.headers().map(), response.body());
            }
        };
    }

    private HttpResponse<byte[]> received(Outgoing request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> coming = client().sendAsync(
                        http(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), politeness.bodyBytesMax()));
        try {
            return coming.get(politeness.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new Unanswered(
                    request + ": no answer within " + politeness.answer().toSeconds() + " s", e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw broken(request, e.getCause() == null ? e : e.getCause());
        }
    }

    private RuntimeException broken(Outgoing request, Throwable cause) {
        String message = request + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage());
        boolean tooLarge = cause instanceof IOException && message.contains("body exceeds");
        return tooLarge ? new GiveUp(message, cause) : new Unanswered(message, cause);
    }

    private HttpRequest http(Outgoing request) {
        byte[] body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address())
                .timeout(politeness.answer())
                .header("User-Agent", politeness.userAgent())
                .method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private RuntimeException busy(Outgoing request, HttpResponse<byte[]> response) {
        Optional<Duration> told = response.headers()
                .firstValue("Retry-After")
                .flatMap(text -> RetryAfter.read(text, clock.instant()))
                .or(() -> RateLimit.used(name -> response.headers().firstValue(name)));
        boolean undone = response.statusCode() == 429 || response.statusCode() == 503;
        return new Busy(said(request, response), told, undone, text(response));
    }

    private static String said(Outgoing request, HttpResponse<byte[]> response) {
        String body = text(response).strip().replaceAll("\\s+", " ");
        String excerpt = body.length() <= EXCERPT_CHARS_MAX ? body : body.substring(0, EXCERPT_CHARS_MAX) + "…";
        return request + " answered " + response.statusCode() + (excerpt.isEmpty() ? "." : ": " + excerpt);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** It answered that it cannot now; {@code undone} says that it certainly did nothing. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> told;
        private final boolean undone;
        private final String answer;

        Busy(String message, Optional<Duration> told, boolean undone, String answer) {
            super(message);
            this.told = told;
            this.undone = undone;
            this.answer = answer;
        }

        String answer() {
            return answer;
        }

        Optional<Duration> told() {
            return told;
        }

        boolean undone() {
            return undone;
        }
    }

    /** Nothing usable came back: the host is unknown, the connection broke, time ran out. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
