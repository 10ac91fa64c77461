package io.reprise;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A request that a real client sent, out of {@code src/test/resources/recordings}, and its replay over a socket. The
 * head is request line and header lines as they were sent; the body is text in UTF-8.
 */
public record Recording(String name, List<String> head, String body, int stubStatus) {
    private static final String ANSWER_MARK = "\r\n\r\n### stub answered: ";
    private static final int READ_MILLIS_MAX = 30_000;

    /** What the server answered to a replay: the status, the head in lower case, the body. */
    public record Answered(int status, String head, String body) {}

    /** Every recording of a folder, in the order of their names. */
    public static List<Recording> all(String folder) {
        URL place = Objects.requireNonNull(Recording.class.getResource("/recordings/" + folder), folder);
        try (Stream<Path> files = Files.list(Path.of(new URI(place.toString())))) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recording read(Path file) {
        try {
            String text = Files.readString(file);
            int answer = text.indexOf(ANSWER_MARK);
            String request = text.substring(0, answer);
            int headEnd = request.indexOf("\r\n\r\n");
            String head = headEnd < 0 ? request : request.substring(0, headEnd);
            String body = headEnd < 0 ? "" : request.substring(headEnd + 4);
            String status = text.substring(answer + ANSWER_MARK.length()).substring(0, 3);
            String name = Objects.requireNonNull(file.getFileName()).toString();
            return new Recording(name, head.strip().lines().toList(), body, Integer.parseInt(status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String method() {
        return head.getFirst().split(" ", 3)[0];
    }

    public String path() {
        return head.getFirst().split(" ", 3)[1];
    }

    /** The same request with every line of its head and its body changed. */
    public Recording changed(UnaryOperator<String> change) {
        return new Recording(name, head.stream().map(change).toList(), change.apply(body), stubStatus);
    }

    public Recording withBody(String newBody) {
        return new Recording(name, head, newBody, stubStatus);
    }

    /** Sends it to this port of the local machine and reads the whole answer. */
    public Answered replay(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(READ_MILLIS_MAX);
            OutputStream out = socket.getOutputStream();
            out.write(bytes(port));
            out.flush();
            return answered(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(int port) {
        StringBuilder text = new StringBuilder(head.getFirst()).append("\r\n");
        for (String line : head.subList(1, head.size())) {
            if (!line.toLowerCase(java.util.Locale.ROOT).matches("(host|content-length|connection):.*")) {
                text.append(line).append("\r\n");
            }
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
        if (length > 0 || method().equals("POST")) {
            text.append("Content-Length: ").append(length).append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Answered answered(String text) {
        int headEnd = text.indexOf("\r\n\r\n");
        String head = text.substring(0, headEnd).toLowerCase(java.util.Locale.ROOT);
        if (head.contains("transfer-encoding")) {
            throw new IllegalStateException("this reader takes plain bodies only, not: " + head);
        }
        return new Answered(Integer.parseInt(head.split(" ", 3)[1]), head, text.substring(headEnd + 4));
    }

    @Override
    public String toString() {
        return name;
    }
}
