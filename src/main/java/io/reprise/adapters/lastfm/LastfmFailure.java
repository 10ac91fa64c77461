package io.reprise.adapters.lastfm;

import io.reprise.job.JobFailure;

/** Says in words of ours what Last.fm's error codes mean (its page "Error codes"), and what a person can do. */
final class LastfmFailure {
    static final int INVALID_PARAMETERS = 6;
    /** What Libre.fm answers to a page that is not there. */
    static final int INVALID_RESOURCE = 7;

    private static final String LATER = "It is tried again later; nothing is lost";

    private LastfmFailure() {}

    static JobFailure of(String title, RecentTracks.Fault fault, String userName) {
        return switch (fault.code()) {
            case INVALID_PARAMETERS, INVALID_RESOURCE ->
                new JobFailure(
                        title + " knows no user " + userName + " who played anything",
                        "Check the user name" + said(fault));
            case 4, 10, 26 ->
                new JobFailure(
                        title + " does not take this API key",
                        "Enter another one; Last.fm gives them out under API accounts" + said(fault));
            case 17 ->
                new JobFailure(
                        "the history of " + userName + " at " + title + " is private",
                        "Turn off \"Hide recent listening information\" in its privacy settings, or import an export");
            case 29 -> new JobFailure(title + " was asked too often with this key (rate limit)", LATER);
            case 8, 11, 16 -> new JobFailure(title + " cannot answer at the moment" + said(fault), LATER);
            default -> new JobFailure(title + " refused with error " + fault.code() + said(fault), LATER);
        };
    }

    private static String said(RecentTracks.Fault fault) {
        String text = fault.message().replaceAll("\\p{Cntrl}", " ").strip();
        return text.isEmpty() ? "" : " (it says: " + (text.length() > 200 ? text.substring(0, 200) : text) + ")";
    }
}
