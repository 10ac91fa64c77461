package io.reprise.adapters.koito;

import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.imports.EpochSeconds;
import io.reprise.imports.HistorySource;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.NewestFirst;
import io.reprise.imports.OutsideAccount;
import io.reprise.imports.Questions;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Histories at a Koito server: {@code GET /apis/web/v1/listens}, pages counted from the newest listen. Without a lower
 * bound Koito answers with the last day alone, so one is always given. A server with its login gate on wants an API
 * key, given as {@code api_key}.
 */
public final class KoitoHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("http://localhost:4110");
    /** Koito gives 100 where more than 500 are asked for. */
    private static final int PAGE_ROWS = 500;

    private final Questions questions;
    private final KoitoListenFormat format;
    private final int pageRows;

    public KoitoHistory(PoliteClient client, KoitoListenFormat format) {
        this(client, format, PAGE_ROWS);
    }

    KoitoHistory(PoliteClient client, KoitoListenFormat format, int pageRows) {
        this.questions = new Questions("Koito", client, "Enter an API key of this server");
        this.format = format;
        this.pageRows = pageRows;
    }

    @Override
    public String word() {
        return "koito";
    }

    @Override
    public String title() {
        return "Koito";
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public boolean needsApiKey() {
        return false;
    }

    @Override
    public Origin origin(OutsideAccount account) {
        return new Origin("koito", account.address().getHost(), account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        return new NewestFirst(pageRows, number -> Optional.of(answer(account, span, number))).oldest(span);
    }

    private NewestFirst.Answer answer(OutsideAccount account, Span span, long number) throws JobFailure {
        Outgoing request = Outgoing.get(URI.create(account.address() + "/apis/web/v1/listens?period=all_time&limit="
                + pageRows + "&page=" + number + "&from=" + Math.max(1, span.from()) + "&to=" + span.until()));
        String key = account.apiKey();
        return questions.ask(
                key == null ? request : request.with("Authorization", "Token " + key), answer -> read(answer.body()));
    }

    private NewestFirst.Answer read(byte[] body) throws Unreadable {
        JsonRow page = JsonRow.of(body);
        Long total = page.whole("total_record_count");
        Long pageRowsThere = page.whole("items_per_page");
        if (total == null || pageRowsThere == null || pageRowsThere != pageRows) {
            throw new Unreadable("expected total_record_count and items_per_page " + pageRows + ", got " + total
                    + " and " + pageRowsThere);
        }
        List<NewestFirst.Line> lines = new ArrayList<>();
        if (page.has("items")) {
            for (byte[] payload : JsonSlicer.elements(body, "items[]")) {
                lines.add(new NewestFirst.Line(new Row(format, payload), second(payload)));
            }
        }
        return new NewestFirst.Answer(lines, Math.ceilDiv(total, pageRows), total);
    }

    private static @Nullable Long second(byte[] payload) {
        try {
            return EpochSeconds.second("time", JsonRow.of(payload).needText("time"));
        } catch (Unreadable e) {
            // It is stored nowhere as a play: the format refuses it with its own reason.
            return null;
        }
    }
}
