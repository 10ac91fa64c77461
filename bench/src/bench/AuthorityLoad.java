package bench;

import io.reprise.adapters.musicbrainz.offline.IndexShelf;
import io.reprise.adapters.musicbrainz.offline.LoadWatch;
import io.reprise.adapters.musicbrainz.offline.LoadedIndex;
import java.nio.file.Path;
import java.time.InstantSource;

/** Loads one dump in a process of its own: {@code AuthorityLoad FOLDER DUMP}. */
final class AuthorityLoad {
    private AuthorityLoad() {}

    public static void main(String[] args) {
        long begun = System.nanoTime();
        LoadedIndex loaded = new IndexShelf(Path.of(args[0]), InstantSource.system())
                .load(Path.of(args[1]), LoadWatch.NOBODY)
                .getFirst();
        System.out.println("seconds " + (System.nanoTime() - begun) / 1e9);
        System.out.println("rows " + loaded.rows() + "\nbytes " + loaded.bytes() + "\nbad " + loaded.badLines());
        Resident.print();
    }
}
