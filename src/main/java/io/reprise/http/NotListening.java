package io.reprise.http;

/** The server cannot listen where it was told to: the port is taken, or the host is not this machine's. */
public final class NotListening extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotListening(WebSettings settings, Throwable cause) {
        super(
                "cannot listen on " + settings.host() + " port " + settings.port() + ": " + innermost(cause)
                        + ". Stop what uses this port, or choose another one with --port.",
                cause);
    }

    private static String innermost(Throwable cause) {
        Throwable last = cause;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }
}
