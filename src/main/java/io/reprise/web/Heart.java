package io.reprise.web;

/** The button that loves an item or takes that back: where it posts to, and whether it is loved. */
record Heart(String path, boolean loved, String name) {
    static Heart of(int item, boolean loved, String name) {
        return new Heart("/items/" + item + "/love", loved, name);
    }
}
