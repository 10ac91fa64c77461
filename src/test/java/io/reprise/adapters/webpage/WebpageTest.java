package io.reprise.adapters.webpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.OtherParty.Reply;
import io.reprise.http.Politeness;
import io.reprise.http.TryLater;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Answers;
import io.reprise.resolve.AuthorityDesk;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WebpageTest {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <!-- <title>not this</title> <link rel="canonical" href="https://wrong.example/"> -->
            <script>var a = "<title>nor this</title>";</script><style>a > b { color: red }</style>
            <title>Why  databases &amp; people
              wait | Example</title>
            <link rel="alternate" href="/feed"><LINK href='/articles/wait?id=1&amp;page=2' rel="canonical nofollow">
            <meta property="og:title" content="Why databases wait">
            <meta property=og:site_name content="The Example"><meta name="author" content="Not believed">
            <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
              {"@type": "WebSite", "name": "Example"},
              {"@type": ["NewsArticle"], "headline": "Why databases wait &amp; wait",
               "datePublished": "2026-05-30T08:00:00+02:00",
               "author": [{"@type": "Person", "name": "Ada Lovelace"}, {"@type": "Person", "name": "Grace Hopper"}],
               "publisher": {"@type": "Organization", "name": "Example Ltd"}}]}</script>
            </head><body><h1>Why databases wait</h1><svg><title>icon</title></svg></body></html>""";

    private final AuthorityDesk desk = new AuthorityDesk();
    private final Webpage authority = page(new PublicAddresses(InetAddress::getAllByName, true));

    private Webpage page(PublicAddresses guard) {
        Politeness quick = new Politeness(
                "Reprise/test",
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                2,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofNanos(1_000),
                Map.of(),
                1L << 24);
        return new Webpage(quick, desk.clock(), desk.answers(), guard);
    }

    @AfterEach
    void close() {
        authority.close();
        desk.close();
    }

    private Question told(String path) {
        return told(new ExternalId("url", desk.address() + path));
    }

    private static Question told(ExternalId id) {
        return new Question(MediaKind.ARTICLE, "?", "", List.of(), "", null, null, null, null, List.of(id));
    }

    private void serves(String path, String html) {
        desk.answering(path, Reply.of(200, html).with("Content-Type", "text/html; charset=UTF-8"));
    }

    private Finding found(String path) {
        return authority.ask(told(path)).getFirst();
    }

    @Test
    void a_page_tells_its_own_address_title_authors_site_and_day() {
        serves("/p", PAGE);
        assertThat(authority.ask(told("/p#comments")))
                .containsExactly(new Finding(
                        new ExternalId("url", desk.address() + "/articles/wait?id=1&page=2"),
                        new ExternalId("url", desk.address() + "/p"),
                        MediaKind.ARTICLE,
                        "Why databases wait & wait",
                        List.of(
                                new Finding.Creator(null, "Ada Lovelace", "", "Ada Lovelace", ", ", "author"),
                                new Finding.Creator(null, "Grace Hopper", "", "Grace Hopper", "", "author")),
                        Optional.of(new Finding.Container(
                                ContainerKind.FEED,
                                new ExternalId("site", "localhost"),
                                "The Example",
                                "",
                                "",
                                "",
                                List.of())),
                        null,
                        null,
                        null,
                        "2026-05-30",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        1));
        authority.ask(told("/p"));
        assertThat(desk.asked()).containsExactly("/p");
    }

    @Test
    void without_json_ld_open_graph_is_believed_and_without_that_the_title() {
        serves("/og", """
                <head><title>Plain</title><meta property="og:title" content="Graph">
                <meta name="author" content="https://example.org/me"><meta property="article:published_time"
                content="2025-01-02"></head>""");
        assertThat(found("/og").title()).isEqualTo("Graph");
        assertThat(found("/og").creators()).isEmpty();
        assertThat(found("/og").released()).isEqualTo("2025-01-02");
        serves("/plain", "<title>L&#8217;&eacute;t&#xe9; &bogus; &#0;</title><meta name=AUTHOR content='A B'>");
        assertThat(found("/plain").title()).isEqualTo("L’été &bogus; &#0;");
        assertThat(found("/plain").credit()).isEqualTo("A B");
        assertThat(found("/plain").asked()).isNull();
    }

    @Test
    void an_own_address_that_is_the_front_page_or_no_web_address_is_not_believed() {
        for (String own : List.of("/", "javascript:alert(1)", "ftp://example.org/x", "http://[bad")) {
            String path = "/a" + own.length();
            serves(path, "<title>T</title><link rel=canonical href=\"" + own + "\">");
            assertThat(found(path).id().value()).isEqualTo(desk.address() + path);
        }
    }

    @Test
    void a_page_in_an_old_encoding_is_read_as_it_says() {
        desk.answering(
                "/latin",
                Reply.of(200, "<meta charset='iso-8859-1'><title>Ã¼</title>").with("Content-Type", "text/html"));
        assertThat(found("/latin").title()).isEqualTo("Ã\u0083Â¼");
        serves("/unknown", "<meta charset='none-such'><title>ü</title>");
        assertThat(found("/unknown").title()).isEqualTo("ü");
    }

    @Test
    void redirects_are_followed_to_an_end_and_no_further_than_allowed() {
        serves("/end", "<title>End</title>");
        desk.answering("/from", Reply.of(301, "").with("Location", "/via"))
                .answering("/via", Reply.of(302, "").with("Location", desk.address() + "/end"))
                .answering("/ever", Reply.of(302, "").with("Location", "/ever"))
                .answering("/nowhere", Reply.of(302, ""));
        assertThat(found("/from").id().value()).isEqualTo(desk.address() + "/end");
        assertThat(authority.ask(told("/ever"))).isEmpty();
        assertThat(authority.ask(told("/nowhere"))).isEmpty();
        assertThat(desk.asked().stream().filter("/ever"::equals)).hasSize(Fetching.REDIRECTS_MAX + 1);
    }

    @Test
    void a_redirect_to_the_own_network_is_refused_before_it_is_asked() {
        InetAddress open = InetAddress.ofLiteral("93.184.216.34");
        PublicAddresses guard = new PublicAddresses(
                host -> host.equals("localhost") ? new InetAddress[] {open} : InetAddress.getAllByName(host), false);
        String inside = desk.address().toString().replace("localhost", "127.0.0.1");
        serves("/secret", "<title>Secret</title>");
        desk.answering("/lure", Reply.of(302, "").with("Location", inside + "/secret"));
        try (Webpage guarded = page(guard)) {
            assertThat(guarded.ask(told("/lure"))).isEmpty();
            assertThat(guarded.ask(told(new ExternalId("url", inside + "/secret"))))
                    .isEmpty();
            assertThat(desk.asked()).containsExactly("/lure");
            assertThat(guarded.ask(told("/secret"))).hasSize(1);
        }
    }

    @Test
    void an_answer_of_a_host_that_turned_private_meanwhile_is_dropped() {
        AtomicInteger lookups = new AtomicInteger();
        PublicAddresses turning = new PublicAddresses(
                host -> new InetAddress[] {
                    InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "93.184.216.34" : "10.0.0.1")
                },
                false);
        serves("/turned", "<title>Secret</title>");
        try (Webpage guarded = page(turning)) {
            assertThat(guarded.ask(told("/turned"))).isEmpty();
        }
        assertThat(desk.asked()).hasSize(1);
    }

    @Test
    void what_is_not_there_kept_from_us_or_no_page_is_not_known_and_that_is_believed_for_a_week() {
        for (int status : new int[] {401, 403, 404, 410, 451}) {
            desk.answering("/s" + status, Reply.of(status, "no"));
            assertThat(authority.ask(told("/s" + status))).isEmpty();
        }
        desk.answering("/pdf", Reply.of(200, "%PDF").with("Content-Type", "application/pdf"));
        assertThat(authority.ask(told("/pdf"))).isEmpty();
        serves("/large", "<title>Large</title>" + "x".repeat(Webpage.BODY_BYTES_MAX));
        assertThat(authority.ask(told("/large"))).isEmpty();
        int asked = desk.asked().size();
        serves("/s404", "<title>Back</title>");
        assertThat(authority.ask(told("/s404"))).isEmpty();
        assertThat(desk.asked()).hasSize(asked);
        desk.clock().advance(Answers.NOTHING_LASTS.plusSeconds(1));
        assertThat(found("/s404").title()).isEqualTo("Back");
    }

    @Test
    void a_server_that_is_away_or_busy_is_asked_later_and_that_is_not_remembered() {
        for (int status : new int[] {429, 500, 503}) {
            desk.answering("/busy", Reply.of(status, "").with("Retry-After", "7"));
            assertThatThrownBy(() -> authority.ask(told("/busy")))
                    .isInstanceOfSatisfying(
                            TryLater.class, later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(7)));
        }
        serves("/busy", "<title>Here</title>");
        assertThat(found("/busy").title()).isEqualTo("Here");
    }

    @Test
    @Timeout(20)
    void a_hostile_page_is_read_in_bounded_time_and_breaks_nothing() {
        for (String html : List.of(
                "",
                "<",
                "<title",
                "<title>open",
                "<title".repeat(200_000),
                "<script><".repeat(100_000),
                "<!--".repeat(200_000),
                "<meta",
                "<!--",
                "<script type=application/ld+json>",
                "<meta " + "a=\"".repeat(50_000),
                "<".repeat(200_000),
                "<meta x=".repeat(100_000),
                "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>",
                "<script type='application/ld+json'>{\"@type\": \"Article\", \"author\": 7, \"headline\": []}</script>",
                "İ".repeat(1_000) + "<title",
                "\0<title>\0</title>")) {
            String path = "/h" + Integer.toHexString(html.hashCode());
            serves(path, html);
            assertThat(authority.ask(told(path))).isEmpty();
        }
        serves("/turkish", "İİİİ<title>İstanbul</title><meta name=author content=X>");
        assertThat(found("/turkish").credit()).isEqualTo("X");
    }

    @Test
    void what_is_no_address_and_other_kinds_are_not_asked_for() {
        for (String url : List.of("no address", "mailto:a@b.c", "file:///etc/passwd", "http://", "http://a b/%%")) {
            assertThat(authority.ask(told(new ExternalId("url", url)))).isEmpty();
        }
        assertThat(authority.ask(Question.song("a", "b", "", 1, List.of()))).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }
}
