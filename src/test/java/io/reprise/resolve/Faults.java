package io.reprise.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.GiveUp;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.TryLater;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;

/** How every authority has to take it when its upstream is away, busy, cut off or says something else. */
public final class Faults {
    private final BiFunction<URI, AuthorityDesk, Authority> making;
    private final Question question;

    /** How to make the authority for an address, and a question that it needs the network for. */
    public Faults(BiFunction<URI, AuthorityDesk, Authority> making, Question question) {
        this.making = making;
        this.question = question;
    }

    public void areTold() {
        whatIsNotThereIsNotKnownAndRemembered();
        everyStatusSaysWhenToComeAgain();
        whatIsNoJsonIsGivenUp("{\"id\":");
        whatIsNoJsonIsGivenUp("<html>Sign in to the network</html>");
        whatIsNoJsonIsGivenUp("");
        whatIsNoJsonIsGivenUp("17");
        anAnswerCutOffIsTriedLater();
    }

    private void whatIsNotThereIsNotKnownAndRemembered() {
        try (AuthorityDesk desk = new AuthorityDesk()) {
            Authority authority = making.apply(desk.address(), desk);
            assertThat(authority.ask(question)).isEmpty();
            int once = desk.asked().size();
            assertThat(once).isPositive();
            assertThat(authority.ask(question)).isEmpty();
            assertThat(desk.asked()).hasSize(once);
            desk.clock().advance(Answers.NOTHING_LASTS.plusSeconds(1));
            assertThat(authority.ask(question)).isEmpty();
            assertThat(desk.asked()).hasSize(2 * once);
        }
    }

    private void everyStatusSaysWhenToComeAgain() {
        for (int status : new int[] {429, 500, 503}) {
            try (AuthorityDesk desk = new AuthorityDesk()) {
                desk.answering("/", Reply.of(status, "busy").with("Retry-After", "7"));
                assertThatThrownBy(() -> making.apply(desk.address(), desk).ask(question))
                        .isInstanceOfSatisfying(
                                TryLater.class,
                                later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(7)))
                        .hasMessageContaining("answered " + status);
                assertNothingIsRemembered(desk);
            }
        }
    }

    private void whatIsNoJsonIsGivenUp(String body) {
        try (AuthorityDesk desk = new AuthorityDesk()) {
            desk.answering("/", body);
            assertThatThrownBy(() -> making.apply(desk.address(), desk).ask(question))
                    .isInstanceOf(GiveUp.class)
                    .hasMessageContaining("something else than expected");
            assertNothingIsRemembered(desk);
        }
    }

    private void assertNothingIsRemembered(AuthorityDesk desk) {
        int before = desk.asked().size();
        desk.answering("/", Reply.of(404, "{}"));
        assertThat(making.apply(desk.address(), desk).ask(question)).isEmpty();
        assertThat(desk.asked().size()).isGreaterThan(before);
    }

    private void anAnswerCutOffIsTriedLater() {
        try (AuthorityDesk desk = new AuthorityDesk();
                ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> cut(server));
            URI address = URI.create("http://localhost:" + server.getLocalPort());
            assertThatThrownBy(() -> making.apply(address, desk).ask(question)).isInstanceOf(TryLater.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                int tail = 0;
                while (tail != 0x0d0a0d0a) {
                    tail = tail << 8 | socket.getInputStream().read();
                }
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\":\"cut"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            } catch (IOException closed) {
                // The test is over, or the client has gone: either way the next one is waited for, or none.
                continue;
            }
        }
    }
}
