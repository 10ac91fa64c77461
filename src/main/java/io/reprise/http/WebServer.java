package io.reprise.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.Key;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens and hands each request to the door that opened its path, on a virtual thread of its own. Doubled slashes and
 * a slash at the end are passed over without a redirect; errors look as {@link ErrorForm} says; {@link #close} lets
 * running requests end first, for at most {@value #STOP_MILLIS_MAX} milliseconds. Thread-safe.
 */
public final class WebServer implements AutoCloseable {
    static final Key<Long> BODY_BYTES_MAX = new Key<>("reprise-body-bytes-max");
    private static final int STOP_MILLIS_MAX = 10_000;

    /** Names hold slashes and percent signs, and clients double slashes; dots that climb up stay refused. */
    private static final Set<UriCompliance.Violation> LENIENT = Set.of(
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    private static final Logger LOG = LoggerFactory.getLogger("reprise.http");

    private final WebSettings settings;
    private final Javalin javalin;

    public WebServer(WebSettings settings, JsonMapper mapper, List<Door> doors) {
        this.settings = settings;
        this.javalin = Javalin.create(config -> {
            limits(config, settings);
            paths(config);
            errors(config, new ErrorAnswer(mapper, forms(doors)));
            config.jsonMapper(new JacksonForJavalin(mapper));
            config.routes.before(new OtherOrigins(origins(doors))::allow);
            config.routes.before(context -> context.header("X-Content-Type-Options", "nosniff"));
            doors.forEach(door -> door.open(config.routes));
        });
    }

    private static void limits(JavalinConfig config, WebSettings settings) {
        config.appData(BODY_BYTES_MAX, settings.bodyBytesMax());
        config.http.maxRequestSize = settings.bodyBytesMax();
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS_MAX);
            server.setErrorHandler(new BareErrors());
            server.insertHandler(new GracefulHandler());
        });
    }

    private static void paths(JavalinConfig config) {
        config.router.ignoreTrailingSlashes = true;
        config.router.treatMultipleSlashesAsSingleSlash = true;
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setUriCompliance(UriCompliance.from(LENIENT));
        });
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
    }

    private static void errors(JavalinConfig config, ErrorAnswer answer) {
        config.routes.exception(ProblemException.class, answer::told);
        config.routes.exception(HttpResponseException.class, answer::refused);
        config.routes.exception(Exception.class, answer::unexpected);
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("a request failed", error);
            answer.broken(response);
        });
    }

    private static List<String> origins(List<Door> doors) {
        return doors.stream()
                .flatMap(door -> door.openToOtherOrigins().stream())
                .toList();
    }

    private static List<ErrorForm> forms(List<Door> doors) {
        return doors.stream().flatMap(door -> door.errorForms().stream()).toList();
    }

    /** Starts to listen; returns when requests are answered. An address that is taken is a {@link NotListening}. */
    public WebServer start() {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            throw new NotListening(settings, e);
        }
        return this;
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Every route that is open, as {@code GET /path/{name}}, in the order in which doors opened them. */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("some requests did not end within {} ms and were cut off", STOP_MILLIS_MAX);
        }
    }
}
