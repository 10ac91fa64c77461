package io.reprise.adapters.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReleaseChoiceTest {
    private static final Release.Group ALBUM = new Release.Group("album", "OK Computer", "Album", true);
    private static final Release.Group SINGLE = new Release.Group("single", "Paranoid Android", "Single", true);
    private static final Release.Group COLLECTION = new Release.Group("collection", "Best Of", "Album", false);

    private static Release of(Release.Group group, String id, String country, String date) {
        return new Release(id, group.title(), "Radiohead", date, country, group, false);
    }

    private static Release told(Release release) {
        return new Release(
                release.id(),
                release.title(),
                release.credit(),
                release.date(),
                release.country(),
                release.group(),
                true);
    }

    /** Whatever order they come in. */
    private static String chosen(Release... releases) {
        List<Release> given = Arrays.asList(releases);
        String chosen = ReleaseChoice.perGroup(given).getFirst().id();
        List<Release> turned = given.reversed();
        assertThat(ReleaseChoice.perGroup(turned).getFirst().id()).isEqualTo(chosen);
        return chosen;
    }

    @Test
    void each_group_has_one_candidate_in_the_order_of_the_groups() {
        assertThat(ReleaseChoice.perGroup(List.of(
                        of(SINGLE, "s1", "GB", "1997-05-26"),
                        of(ALBUM, "a1", "GB", "1997-06-16"),
                        of(SINGLE, "s2", "GB", "1997-05-27"),
                        of(ALBUM, "a2", "GB", "1998"))))
                .extracting(Release::id)
                .containsExactly("s1", "a1");
    }

    @Test
    void the_release_that_was_told_wins_over_every_other_rule() {
        assertThat(chosen(
                        of(ALBUM, "gb", "GB", "1997-06-16"),
                        of(ALBUM, "gb2", "GB", "1997-06-16"),
                        told(of(ALBUM, "jp", "JP", ""))))
                .isEqualTo("jp");
    }

    @Test
    void a_release_without_a_date_does_not_compete_and_a_group_of_such_has_no_candidate() {
        assertThat(chosen(of(ALBUM, "a", "GB", ""), of(ALBUM, "b", "US", "2017-06-23")))
                .isEqualTo("b");
        assertThat(ReleaseChoice.perGroup(List.of(of(ALBUM, "a", "GB", ""), of(ALBUM, "b", "", ""))))
                .isEmpty();
    }

    @Test
    void japan_the_world_europe_and_nowhere_are_the_last_resort_even_where_they_have_more_and_came_first() {
        for (String last : List.of("JP", "XW", "XE", "")) {
            assertThat(chosen(
                            of(ALBUM, "l1", last, "1997-05-21"),
                            of(ALBUM, "l2", last, "1997-05-21"),
                            of(ALBUM, "us", "US", "1997-07-01")))
                    .as(last)
                    .isEqualTo("us");
            assertThat(chosen(of(ALBUM, "l1", last, "1997-05-21"), of(ALBUM, "l2", last, "1999")))
                    .isEqualTo("l1");
        }
    }

    @Test
    void the_country_with_the_most_releases_wins_over_the_earliest_date() {
        assertThat(chosen(
                        of(ALBUM, "gb", "GB", "1997-06-16"),
                        of(ALBUM, "us1", "US", "1997-07-01"),
                        of(ALBUM, "us2", "US", "1998")))
                .isEqualTo("us1");
    }

    @Test
    void undated_releases_do_not_count_for_their_country() {
        assertThat(chosen(of(ALBUM, "gb", "GB", "1997-06-16"), of(ALBUM, "us1", "US", ""), of(ALBUM, "us2", "US", "")))
                .isEqualTo("gb");
    }

    @Test
    void of_countries_with_as_many_releases_that_with_more_full_dates_wins_and_then_the_first_by_code() {
        assertThat(chosen(of(ALBUM, "gb", "GB", "1996"), of(ALBUM, "us", "US", "1997-07-01")))
                .isEqualTo("us");
        assertThat(chosen(of(ALBUM, "us", "US", "1997-06-01"), of(ALBUM, "gb", "GB", "1997-06-16")))
                .isEqualTo("gb");
    }

    @Test
    void in_its_country_the_earliest_date_wins_where_an_incomplete_one_counts_as_its_end() {
        assertThat(chosen(of(ALBUM, "year", "GB", "1997"), of(ALBUM, "day", "GB", "1997-11-16")))
                .isEqualTo("day");
        assertThat(chosen(of(ALBUM, "month", "GB", "1997-06"), of(ALBUM, "day", "GB", "1997-06-30")))
                .isEqualTo("day");
        assertThat(chosen(of(ALBUM, "month", "GB", "1997-06"), of(ALBUM, "year", "GB", "1997")))
                .isEqualTo("month");
        assertThat(chosen(of(ALBUM, "before", "GB", "1996"), of(ALBUM, "day", "GB", "1997-01-01")))
                .isEqualTo("before");
    }

    private static String best(String title, Release... releases) {
        List<Release> turned = Arrays.asList(releases.clone());
        Collections.reverse(turned);
        String best = ReleaseChoice.best(List.of(releases), title).orElseThrow().id();
        assertThat(ReleaseChoice.best(turned, title).orElseThrow().id()).isEqualTo(best);
        return best;
    }

    @Test
    void of_several_groups_the_told_one_wins_then_the_one_of_the_told_title_then_the_plain_album() {
        Release album = of(ALBUM, "album", "GB", "1997-06-16");
        Release single = of(SINGLE, "single", "GB", "1997-05-26");
        Release collection = of(COLLECTION, "collection", "GB", "1990-06-02");
        assertThat(best("OK Computer", album, single, told(collection))).isEqualTo("collection");
        assertThat(best("paranoid  ANDROID", album, single, collection)).isEqualTo("single");
        assertThat(best("Best Of", album, single, collection)).isEqualTo("collection");
        assertThat(best("", album, single, collection)).isEqualTo("album");
        assertThat(best("Something Else", single, collection)).isEqualTo("single");
    }

    @Test
    void of_groups_alike_the_earliest_wins() {
        Release.Group later = new Release.Group("later", "Kid A", "Album", true);
        assertThat(best("", of(later, "later", "GB", "2000-10-02"), of(ALBUM, "earlier", "GB", "1997-06-16")))
                .isEqualTo("earlier");
    }

    @Test
    void a_release_of_the_group_may_have_the_told_title() {
        Release edition = new Release("edition", "OKNOTOK", "Radiohead", "2017-06-23", "GB", ALBUM, false);
        assertThat(best("OKNOTOK", of(SINGLE, "single", "GB", "1997-05-26"), edition))
                .isEqualTo("edition");
    }

    @Test
    void no_release_is_no_choice() {
        assertThat(ReleaseChoice.best(List.of(), "OK Computer")).isEmpty();
    }
}
