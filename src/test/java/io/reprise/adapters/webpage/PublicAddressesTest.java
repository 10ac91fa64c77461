package io.reprise.adapters.webpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PublicAddressesTest {
    private final PublicAddresses guard = new PublicAddresses(InetAddress::getAllByName, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.8.9.1:8080/",
                "http://2130706433/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://100.64.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://192.0.0.8/",
                "http://198.19.0.1/",
                "http://203.0.113.9/",
                "http://224.0.0.1/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[fd12::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "http://[2001::1]/",
                "http://[2002:7f00:1::]/",
                "http://localhost/",
                "ftp://93.184.216.34/",
                "file:///etc/passwd",
                "http://user:pass@93.184.216.34/",
                "mailto:a@example.org"
            })
    void what_is_not_on_the_public_network_is_not_asked(String address) {
        assertThat(guard.mayAsk(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "https://93.184.216.34:8443/a?b=c",
                "http://172.15.0.1/",
                "http://172.32.0.1/",
                "http://100.128.0.1/",
                "http://[2606:2800:220:1:248:1893:25c8:1946]/",
                "http://[2a00:1450:4001:800::200e]/"
            })
    void a_public_address_may_be_asked(String address) {
        assertThat(guard.mayAsk(URI.create(address))).isTrue();
    }

    @Test
    void one_private_address_among_many_is_enough_to_refuse_a_host() throws UnknownHostException {
        InetAddress open = InetAddress.getByName("93.184.216.34");
        InetAddress closed = InetAddress.getByName("10.0.0.1");
        URI page = URI.create("https://example.org/");
        assertThat(new PublicAddresses(host -> new InetAddress[] {open}, false).mayAsk(page))
                .isTrue();
        assertThat(new PublicAddresses(host -> new InetAddress[] {open, closed}, false).mayAsk(page))
                .isFalse();
        assertThat(new PublicAddresses(host -> new InetAddress[] {closed}, true).mayAsk(page))
                .isTrue();
        assertThat(new PublicAddresses(host -> new InetAddress[0], false).mayAsk(page))
                .isFalse();
    }

    @Test
    void a_host_that_nobody_knows_is_not_asked() {
        PublicAddresses lost = new PublicAddresses(
                host -> {
                    throw new UnknownHostException(host);
                },
                true);
        assertThat(lost.mayAsk(URI.create("https://gone.example/"))).isFalse();
    }
}
