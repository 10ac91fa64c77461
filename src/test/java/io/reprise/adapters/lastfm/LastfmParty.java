package io.reprise.adapters.lastfm;

import io.reprise.http.OtherParty;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Last.fm as far as {@code user.getRecentTracks} goes, over real HTTP, with faults and shifts as a test wants them. */
final class LastfmParty implements AutoCloseable {
    final List<Track> tracks = new ArrayList<>();
    final List<Track> loved = new ArrayList<>();
    final OtherParty party = OtherParty.by(this::answer);
    /** Asked before each answer with the number of the request from 1; null lets it be answered. */
    IntFunction<@Nullable Reply> fault = number -> null;

    boolean isPlaying;
    private int requests;

    record Track(long second, String title) {}

    void played(long second, String title) {
        tracks.add(new Track(second, title));
    }

    String address() {
        return party.at("/2.0").toString();
    }

    /** What stands in an error's body. */
    static Reply error(int status, int code, String message) {
        return Reply.of(status, "{\"error\":" + code + ",\"message\":\"" + message + "\"}");
    }

    synchronized Reply answer(Asked asked) {
        Reply instead = fault.apply(++requests);
        if (instead != null) {
            return instead;
        }
        Map<String, String> query = new HashMap<>();
        for (String pair : asked.address().getRawQuery().split("&")) {
            String[] both = pair.split("=", 2);
            query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        if ("user.getlovedtracks".equals(query.get("method"))) {
            return loved(Integer.parseInt(query.get("limit")), Integer.parseInt(query.get("page")));
        }
        long from = Long.parseLong(query.getOrDefault("from", "0"));
        long to = Long.parseLong(query.getOrDefault("to", "9999999999"));
        int limit = Integer.parseInt(query.get("limit"));
        int page = Integer.parseInt(query.get("page"));
        List<Track> found = tracks.stream()
                .filter(track -> track.second() >= from && track.second() <= to)
                .sorted(Comparator.comparingLong(Track::second).reversed())
                .toList();
        int pages = (found.size() + limit - 1) / limit;
        if (page > Math.max(1, pages)) {
            return error(404, 6, "no such page");
        }
        List<String> shown = found.stream()
                .skip((long) (page - 1) * limit)
                .limit(limit)
                .map(LastfmParty::json)
                .collect(Collectors.toCollection(ArrayList::new));
        if (isPlaying) {
            shown.addFirst("{\"artist\":{\"name\":\"Now\"},\"name\":\"Playing\",\"@attr\":{\"nowplaying\":\"true\"}}");
        }
        String list = shown.size() == 1 ? shown.getFirst() : "[" + String.join(", ", shown) + "]";
        return Reply.of(
                200,
                "{\"recenttracks\":{\"@attr\":{\"user\":\"anna\",\"page\":\"" + page + "\",\"perPage\":\"" + limit
                        + "\",\"totalPages\":\"" + pages + "\",\"total\":\"" + found.size() + "\"},\"track\":" + list
                        + "}}");
    }

    /** Newest first; one alone stands without its array. */
    private Reply loved(int limit, int page) {
        List<String> shown = loved.stream()
                .sorted(Comparator.comparingLong(Track::second).reversed())
                .skip((long) (page - 1) * limit)
                .limit(limit)
                .map(each -> "{\"name\":\"" + each.title() + "\",\"mbid\":\"\",\"date\":{\"uts\":\"" + each.second()
                        + "\",\"#text\":\"\"},\"artist\":{\"name\":\"Nils Frahm\",\"mbid\":\"\"}}")
                .toList();
        int pages = (loved.size() + limit - 1) / limit;
        String list = shown.size() == 1 ? shown.getFirst() : shown.toString();
        return Reply.of(
                200,
                "{\"lovedtracks\":{\"track\":" + list + ",\"@attr\":{\"page\":\"" + page + "\",\"totalPages\":\""
                        + pages + "\"}}}");
    }

    static String json(Track track) {
        return "{\"artist\": {\"name\": \"Nils Frahm\", \"mbid\": \"\"},"
                + " \"album\": {\"#text\": \"Spaces\", \"mbid\": \"\"}, \"name\": \"" + track.title()
                + "\", \"loved\": \"0\", \"date\": {\"uts\": \"" + track.second()
                + "\", \"#text\": \"09 Jun 2008, 17:16\"}}";
    }

    @Override
    public void close() {
        party.close();
    }
}
