package io.reprise.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DownloadTest {
    private final PictureParty party = new PictureParty().has("/cover", Drawn.jpeg(20, 0));
    private final PoliteClient client = ArtHouse.client();
    private final Download download = new Download(client);

    @AfterEach
    void close() {
        client.close();
        party.close();
    }

    @Test
    void redirects_are_followed_five_times_and_no_further() {
        for (int i = 0; i < 7; i++) {
            party.sendsOn(
                    "/" + i,
                    i % 2 == 0 ? "/" + (i + 1) : party.at("/" + (i + 1)).toString());
        }
        party.sendsOn("/7", "/cover");
        assertThat(download.bytes(party.at("/3"), Set.of())).isPresent();
        assertThat(download.bytes(party.at("/2"), Set.of())).isEmpty();
        party.sendsOn("/round", "/round");
        assertThat(download.bytes(party.at("/round"), Set.of())).isEmpty();
    }

    @Test
    void a_redirect_leads_to_the_same_host_or_to_one_that_the_source_names() {
        String elsewhere = party.at("/cover").toString().replace("localhost", "127.0.0.1");
        party.sendsOn("/away", elsewhere);
        assertThat(download.bytes(party.at("/away"), Set.of())).isEmpty();
        assertThat(download.bytes(party.at("/away"), Set.of("example.org"))).isEmpty();
        assertThat(party.asked).doesNotContain("/cover");
        assertThat(download.bytes(party.at("/away"), Set.of("127.0.0.1"))).isPresent();
        for (String bad : new String[] {"file:///etc/passwd", "ftp://localhost/x", "http://a@localhost/", "::", "//"}) {
            assertThat(download.bytes(party.sendsOn("/bad", bad).at("/bad"), Set.of()))
                    .as(bad)
                    .isEmpty();
        }
    }

    @Test
    void what_is_not_there_or_not_for_us_or_too_large_is_no_picture() {
        assertThat(download.bytes(party.at("/nothing"), Set.of())).isEmpty();
        assertThat(download.bytes(party.says("/no", 403).at("/no"), Set.of())).isEmpty();
        assertThat(download.bytes(party.says("/gone", 410).at("/gone"), Set.of()))
                .isEmpty();
        assertThat(download.bytes(party.says("/unchanged", 304).at("/unchanged"), Set.of()))
                .isEmpty();
        byte[] large = new byte[(int) Download.BYTES_MAX + 1];
        assertThat(download.bytes(party.has("/large", large).at("/large"), Set.of()))
                .isEmpty();
    }

    @Test
    void a_server_that_is_away_slow_or_breaks_off_is_asked_again_later() {
        assertThatThrownBy(() -> download.bytes(party.says("/down", 500).at("/down"), Set.of()))
                .isInstanceOf(TryLater.class);
        assertThatThrownBy(() -> download.bytes(party.says("/busy", 429).at("/busy"), Set.of()))
                .isInstanceOf(TryLater.class);
        assertThatThrownBy(() -> download.bytes(party.isSilent("/silent").at("/silent"), Set.of()))
                .isInstanceOf(TryLater.class);
        assertThatThrownBy(() ->
                        download.bytes(party.cutsOff("/cut", Drawn.jpeg(50, 0)).at("/cut"), Set.of()))
                .isInstanceOf(TryLater.class);
    }
}
