package io.reprise.catalog;

import io.reprise.media.ContainerMention;
import io.reprise.media.Fingerprint;
import io.reprise.media.Fold;

/** The 64-bit keys by which creators and containers are found again. */
final class CatalogKeys {
    private CatalogKeys() {}

    static long creator(String name) {
        return Fingerprint.of("creator\u001f" + Fold.fold(name)).key();
    }

    static long container(ContainerMention mention) {
        return Fingerprint.of(mention.identity()).key();
    }
}
