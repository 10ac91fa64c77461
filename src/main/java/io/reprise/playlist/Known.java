package io.reprise.playlist;

import java.util.List;

/** What authorities told of items, as far as rules ask for it; items by their canonical numbers. */
interface Known {
    /** Where nobody told anything. */
    Known NONE = new Known() {
        @Override
        public List<String> genres(int item) {
            return List.of();
        }

        @Override
        public String released(int item) {
            return "";
        }

        @Override
        public List<String> countries(int item) {
            return List.of();
        }
    };

    /** None where unknown. */
    List<String> genres(int item);

    /** A date as it was told: {@code 1999}, {@code 1999-05} or {@code 1999-05-01}; empty where unknown. */
    String released(int item);

    /** The year of that date, 0 where unknown. */
    default int year(int item) {
        String released = released(item);
        return released.matches("\\d{4}.*") ? Integer.parseInt(released.substring(0, 4)) : 0;
    }

    /** The countries of its creators. */
    List<String> countries(int item);
}
