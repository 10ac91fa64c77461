package io.reprise.playlist;

import io.reprise.history.Facts;
import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.List;

/** The facts of the reading room, as rules ask for them. */
final class ToldFacts implements Known {
    private final Names names;
    private final Facts facts;

    ToldFacts(Names names) {
        this.names = names;
        this.facts = names.facts();
    }

    @Override
    public List<String> genres(int item) {
        return facts.genreCount(item) == 0 ? List.of() : facts.genresOf(item);
    }

    @Override
    public String released(int item) {
        return facts.items().released(item);
    }

    @Override
    public int year(int item) {
        return facts.items().year(item);
    }

    @Override
    public List<String> countries(int item) {
        List<String> countries = new ArrayList<>();
        for (int i = 0; i < names.creditCount(item); i++) {
            String country = facts.creators().country(names.creator(item, i));
            if (!country.isEmpty()) {
                countries.add(country);
            }
        }
        return countries;
    }
}
