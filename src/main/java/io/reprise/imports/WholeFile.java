package io.reprise.imports;

import io.reprise.job.JobFailure;
import io.reprise.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Knows a file by all of its bytes, and by the program that reads it: another build may read rows that this one
 * refuses. Two files of one mark hold the same rows (ADR 0026).
 */
final class WholeFile {
    private static final int READ_BYTES = 1 << 18;

    private WholeFile() {}

    /** SHA-256 of the build and of the file, in hex. */
    static String mark(String build, Path file, Progress progress) throws JobFailure {
        MessageDigest digest = sha256();
        digest.update(build.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        byte[] bytes = new byte[READ_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                progress.check();
                digest.update(bytes, 0, read);
            }
        } catch (IOException e) {
            throw new JobFailure("the upload could not be read: " + e.getMessage(), "upload it again");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
