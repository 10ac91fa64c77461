package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;

/** Makes an index of one kind of dump: first all is read, then the index is written. Used by one thread. */
sealed interface DumpBuild permits CanonicalBuild, RedirectBuild, FactsBuild {
    /** Reads a file of the dump; answers how many rows were good. */
    long read(DumpFile.Member member, BadLines bad, Pace pace) throws IOException;

    /** Answers how many rows the index has. */
    long write(IndexWriter index, Pace pace) throws IOException;
}
