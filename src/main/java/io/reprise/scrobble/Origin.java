package io.reprise.scrobble;

/**
 * Who reported: the protocol spoken, the client program, and the account there. Two origins may report the same play;
 * that is decided later. The same origin reporting the same thing twice is one scrobble.
 */
public record Origin(String protocol, String client, String account) {
    private static final int CHARS_MAX = 200;

    public Origin {
        protocol = shortened(protocol);
        client = shortened(client);
        account = shortened(account);
        if (protocol.isEmpty()) {
            throw new IllegalArgumentException("an origin names its protocol");
        }
    }

    private static String shortened(String text) {
        String stripped = text.replace('\0', ' ').strip();
        return stripped.length() <= CHARS_MAX ? stripped : stripped.substring(0, CHARS_MAX);
    }

    /** How people see it: the client if known, else the protocol. */
    public String label() {
        return client.isEmpty() ? protocol : client;
    }
}
