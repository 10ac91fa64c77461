package io.reprise.api;

import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.imports.HistorySource;
import io.reprise.imports.OutsideAccount;
import io.reprise.scrobble.Origin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An outside party under whose every account one song was played, named after the account. */
record OneSong(String word) implements HistorySource {
    private static final long SECOND = 1_700_000_000;

    @Override
    public String title() {
        return word;
    }

    @Override
    public URI address() {
        return URI.create("https://example.org");
    }

    @Override
    public boolean needsApiKey() {
        return word.equals("lastfm");
    }

    @Override
    public Origin origin(OutsideAccount account) {
        return new Origin(word, word, account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) {
        String json = "{\"listened_at\":" + SECOND
                + ",\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"Song of " + account.userName() + "\"}}";
        Row row = new Row(new ListenFormat(), json.getBytes(StandardCharsets.UTF_8));
        return new Page(List.of(row), SECOND, true, null);
    }
}
