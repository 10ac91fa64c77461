package io.reprise.app;

import java.util.Set;

/** A value of a setting as it was told, and by what: {@code --port}, {@code REPRISE_PORT}, or a line of a file. */
record Told(Setting setting, String value, String source) {
    private static final Set<Setting> SECRET = Set.of(Setting.SECRET_KEY, Setting.SMTP_PASSWORD, Setting.TMDB_KEY);

    /** The value as it may be shown: without the password of an address, and no key at all. */
    String shown() {
        boolean isSecret = SECRET.contains(setting);
        return isSecret ? "***" : value.replaceAll("(://[^:/@]*):[^@]*@", "$1:***@");
    }
}
