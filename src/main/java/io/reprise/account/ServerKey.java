package io.reprise.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The 32 bytes under which this server seals secrets. They come from a setting, or from a file that is made at the
 * first need and that only its owner may read. Whoever loses them enters the keys of connections again. Thread-safe.
 */
public final class ServerKey {
    private static final int KEY_BYTES = 32;
    private static final String OWNER_ALONE = "rw-------";

    private final @Nullable Path file;
    private final SecureRandom random;
    private byte @Nullable [] bytes;

    private ServerKey(@Nullable Path file, SecureRandom random, byte @Nullable [] bytes) {
        this.file = file;
        this.random = random;
        this.bytes = bytes;
    }

    /** A key of 64 hexadecimal digits; throws {@link IllegalArgumentException} where it is none. */
    public static ServerKey ofHex(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a server's key has " + 2 * KEY_BYTES + " hexadecimal digits");
        }
        return new ServerKey(null, new SecureRandom(), bytes);
    }

    /** The key in this file, made when it is first asked for. */
    public static ServerKey inFile(Path file, SecureRandom random) {
        return new ServerKey(file, random, null);
    }

    synchronized byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            if (file == null) {
                throw new IllegalStateException("a server's key is in a file or was given");
            }
            known = readOrMake(file);
            bytes = known;
        }
        return known;
    }

    private byte[] readOrMake(Path from) {
        try {
            if (!Files.exists(from)) {
                make(from);
            }
            byte[] read = Files.readAllBytes(from);
            if (read.length != KEY_BYTES) {
                throw new IllegalStateException("the server's key in " + from + " has " + read.length + " bytes, not "
                        + KEY_BYTES + "; bring the right file back, or delete it and enter the keys of all"
                        + " connections again");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("the server's key in " + from + " can be neither read nor made", e);
        }
    }

    /** Another process may make it in the same moment; then its key is the one. */
    private void make(Path at) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        boolean posix = at.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))
                }
                : new FileAttribute<?>[0];
        Path whole = Files.createTempFile(at.toAbsolutePath().getParent(), "secret", ".part", attributes);
        try {
            Files.write(whole, fresh, StandardOpenOption.SYNC);
            Files.createLink(at, whole);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.copy(whole, at);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    @Override
    public String toString() {
        return "ServerKey";
    }
}
