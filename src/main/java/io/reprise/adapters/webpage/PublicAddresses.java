package io.reprise.adapters.webpage;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps us from asking the own machine or network for what a stranger's link names: only http and https, no user name
 * in the address, and every address that the host has must be public. Pure but for the look-up of names.
 */
final class PublicAddresses {
    /** What IANA keeps for other purposes than the public network; in IPv6 only 2000::/3 is public at all. */
    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("3fff::", 20));

    private static final Block GLOBAL = Block.of("2000::", 3);
    private static final int OLD_BYTES = 4;

    private final Names names;
    private final boolean allAllowed;

    /** How a host name is looked up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    PublicAddresses(Names names, boolean allAllowed) {
        this.names = names;
        this.allAllowed = allAllowed;
    }

    /** Whether this may be asked for; false also where its host is not known. */
    boolean mayAsk(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null || !("http".equals(scheme) || "https".equals(scheme))) {
            return false;
        }
        try {
            InetAddress[] all = names.of(host);
            return all.length > 0 && (allAllowed || Arrays.stream(all).allMatch(PublicAddresses::isPublic));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length > OLD_BYTES && !GLOBAL.holds(bytes)) {
            return false;
        }
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    /** The addresses that begin with these bits. */
    private record Block(byte[] prefix, int bits) {
        private static final int BYTE_BITS = 8;
        private static final int FIRST_BIT = 0x80;

        static Block of(String address, int bits) {
            try {
                return new Block(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not a literal address: " + address, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = FIRST_BIT >> bit % BYTE_BITS;
                if (((address[bit / BYTE_BITS] ^ prefix[bit / BYTE_BITS]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
