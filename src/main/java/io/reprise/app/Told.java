package io.reprise.app;

/** A value of a setting as it was told, and by what: {@code --port}, {@code REPRISE_PORT}, or a line of a file. */
record Told(Setting setting, String value, String source) {
    /** The value as it may be shown: without the password of an address, and no key at all. */
    String shown() {
        boolean isSecret = setting == Setting.SECRET_KEY || setting == Setting.SMTP_PASSWORD;
        return isSecret ? "***" : value.replaceAll("(://[^:/@]*):[^@]*@", "$1:***@");
    }
}
