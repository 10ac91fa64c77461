package io.reprise.http;

/** Where the server listens (port 0: any free one) and how many bytes of a body it reads into memory at once. */
public record WebSettings(String host, int port, long bodyBytesMax) {
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (bodyBytesMax < 1) {
            throw new IllegalArgumentException("a body may have at least one byte, not " + bodyBytesMax);
        }
    }
}
