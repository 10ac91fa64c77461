package io.reprise.adapters.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/**
 * An SMTP server on a free port that keeps what it took. It fails once at each step that it is told to fail at: by a
 * status and a text, by cutting the line ({@link #CUT}), or by saying nothing ({@link #SILENT}). The steps are
 * GREETING, EHLO, AUTH, MAIL, RCPT, DATA and END (of the text).
 */
public final class FakeSmtp implements AutoCloseable {
    public static final String CUT = "cut";
    public static final String SILENT = "silent";

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public FakeSmtp() {
        this(ServerSocketFactory.getDefault());
    }

    public FakeSmtp(ServerSocketFactory sockets) {
        try {
            socket = sockets.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The next time it comes to this step it answers so instead. */
    public FakeSmtp failing(String step, String reply) {
        faults.put(step, reply);
        return this;
    }

    /** The mails that it answered for, as they came. */
    public List<String> taken() {
        return new ArrayList<>(taken);
    }

    /** Every command. */
    public List<String> heard() {
        return new ArrayList<>(heard);
    }

    private void accept() {
        try {
            while (true) {
                Socket line = socket.accept();
                open.add(line);
                threads.execute(() -> serve(line));
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket line) {
        try (line;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                Writer out = line.getOutputStream() == null
                        ? Writer.nullWriter()
                        : new java.io.OutputStreamWriter(line.getOutputStream(), StandardCharsets.UTF_8)) {
            boolean goesOn = reply(out, "GREETING", "220 fake.example ESMTP");
            while (goesOn) {
                String command = in.readLine();
                if (command == null) {
                    return;
                }
                heard.add(command);
                goesOn = answer(command, in, out);
            }
        } catch (IOException e) {
            // The client, or the end of the test, closed the line.
            heard.add("(" + e.getClass().getSimpleName() + ")");
        }
    }

    private boolean answer(String command, BufferedReader in, Writer out) throws IOException {
        String verb = command.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        return switch (verb) {
            case "EHLO" -> reply(out, "EHLO", "250-fake.example\r\n250-AUTH PLAIN\r\n250 8BITMIME");
            case "AUTH" -> reply(out, "AUTH", "235 2.7.0 welcome");
            case "MAIL" -> reply(out, "MAIL", "250 2.1.0 ok");
            case "RCPT" -> reply(out, "RCPT", "250 2.1.5 ok");
            case "DATA" ->
                faults.containsKey("DATA") ? reply(out, "DATA", "") : reply(out, "DATA", "354 go on") && text(in, out);
            case "QUIT" -> {
                reply(out, "QUIT", "221 bye");
                yield false;
            }
            default -> reply(out, verb, "250 ok");
        };
    }

    private boolean text(BufferedReader in, Writer out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        boolean isTaken = !faults.containsKey("END");
        if (isTaken) {
            taken.add(text.toString());
        }
        return reply(out, "END", "250 2.0.0 taken");
    }

    private boolean reply(Writer out, String step, String usual) throws IOException {
        String fault = faults.remove(step);
        if (CUT.equals(fault)) {
            return false;
        }
        if (SILENT.equals(fault)) {
            return true;
        }
        out.write((fault == null ? usual : fault) + "\r\n");
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket line : open) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.close();
    }
}
