package io.reprise.catalog;

import io.reprise.media.ContainerMention;
import io.reprise.media.CreditedName;
import io.reprise.media.Fingerprint;

/** The 64-bit keys by which creators and containers are found again. */
final class CatalogKeys {
    private CatalogKeys() {}

    static long creator(String name) {
        return Fingerprint.of(CreditedName.identity(name)).key();
    }

    static long container(ContainerMention mention) {
        return Fingerprint.of(mention.identity()).key();
    }
}
