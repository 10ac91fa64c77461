package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Data folders with an imported history of the user "bench", made once and kept for the benches that read. */
final class Imported {
    private Imported() {}

    static Path folder(int listens) throws Exception {
        Path folder = Bench.WORK.resolve("history-" + listens);
        Path done = folder.resolve("done");
        if (!Files.exists(done)) {
            Bench.emptyFolder(folder.getFileName().toString());
            Map<String, String> said = Child.run(
                    ImportOnce.class, folder.toString(), Bench.listens(listens).toString());
            Files.writeString(done, said.toString());
        }
        return folder;
    }
}
