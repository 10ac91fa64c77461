package io.reprise.adapters.lastfm.server;

/** The errors of Last.fm that are answered here, each with its number, its words and its HTTP status. */
enum FaultCode {
    METHOD(3, 400, "Invalid Method - No method with that name in this package"),
    AUTHENTICATION(4, 403, "Authentication Failed - You do not have permissions to access the service"),
    FORMAT(5, 400, "Invalid format - This service doesn't exist in that format"),
    PARAMETERS(6, 400, "Invalid parameters - Your request is missing a required parameter"),
    NOT_FOUND(6, 404, "Not found"),
    FAILED(8, 500, "Operation failed - Most likely the backend service failed. Please try again."),
    SESSION(9, 403, "Invalid session key - Please re-authenticate"),
    NOT_APPROVED(14, 403, "Unauthorized Token - This token has not been authorized"),
    EXPIRED(15, 403, "This token has expired"),
    UNAVAILABLE(16, 503, "The service is temporarily unavailable, please try again."),
    LOGIN(17, 403, "Login: User requires to be logged in"),
    RATE(29, 429, "Rate limit exceeded - Your IP has made too many requests in a short period");

    private final int code;
    private final int status;
    private final String words;

    FaultCode(int code, int status, String words) {
        this.code = code;
        this.status = status;
        this.words = words;
    }

    int code() {
        return code;
    }

    int status() {
        return status;
    }

    String words() {
        return words;
    }

    /** This error, thrown. */
    Fault raised() {
        return new Fault(this, words);
    }

    /** This error with more to say: what was expected, what came. */
    Fault raised(String more) {
        return new Fault(this, words + ": " + more);
    }
}
