package io.reprise.app;

/** Addresses as a person can open them. */
final class Addresses {
    private Addresses() {}

    /** Where the server listens on all addresses, this machine's own is one of them; IPv6 stands in brackets. */
    static String shown(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
