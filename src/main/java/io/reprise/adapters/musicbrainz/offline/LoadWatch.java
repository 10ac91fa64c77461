package io.reprise.adapters.musicbrainz.offline;

/** Looks on while a dump is read; asked every few thousand rows, by the thread that reads. */
public interface LoadWatch {
    /** So many bytes of the file were read, of so many, which gave so many rows. */
    void at(long bytes, long ofBytes, long rows);

    /** Whether the load is to end now, leaving everything as it was. */
    boolean isStopped();

    /** Nobody looks on. */
    LoadWatch NOBODY = new LoadWatch() {
        @Override
        public void at(long bytes, long ofBytes, long rows) {}

        @Override
        public boolean isStopped() {
            return false;
        }
    };
}
