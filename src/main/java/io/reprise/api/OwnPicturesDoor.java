package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.art.PictureCopy;
import io.reprise.art.Pictures;
import io.reprise.art.UnusablePicture;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/art/own}: all pictures that the caller brought, as a zip file of JPEGs, and the same file taken back into
 * another library. One picture is held at a time. It stands beside the export of the history, whose lines are held in
 * memory until the whole file is read.
 */
final class OwnPicturesDoor implements Door {
    private static final Map<String, SubjectKind> KINDS =
            Map.of("item", SubjectKind.ITEM, "creator", SubjectKind.CREATOR, "container", SubjectKind.CONTAINER);
    private static final Pattern NAME =
            Pattern.compile("(?:.{0,500}/)?(item|creator|container)/([0-9a-f]{16})(?: [^/]{0,500})?\\.jpe?g");
    private static final int HEX = 16;
    private static final int REFUSALS_SHOWN_MAX = 100;
    private static final int ENTRIES_MAX = 2 * Pictures.UPLOADS_MAX;
    /** Of what is no picture; a zip file may become a thousand times as large as it came. */
    private static final long PASSED_BYTES_MAX = 64L << 20;

    /** How a zip file begins in which there is nothing: what one is saved as who has no pictures of their own. */
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private final Desk desk;

    OwnPicturesDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/art/own", this::save);
        routes.post("/api/art/own", this::bring);
    }

    record Refused(String name, String reason) {}

    /** How many were taken, how many were here already, how many were refused, and the first of those. */
    record Brought(int brought, int known, int refused, List<Refused> refusals) {}

    private PictureCopy copy() {
        return new PictureCopy(
                desk.rooms().books().read().database(), desk.rooms().pictured().pictures());
    }

    private void save(Context context) {
        UserId user = desk.user(context);
        context.contentType("application/zip");
        context.header("Content-Disposition", "attachment; filename=\"reprise_pictures.zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(context.outputStream())) {
            // A JPEG does not get smaller.
            zip.setLevel(Deflater.NO_COMPRESSION);
            Thing last = null;
            for (List<PictureCopy.Placed> some = copy().after(user, last);
                    !some.isEmpty();
                    some = copy().after(user, last)) {
                for (PictureCopy.Placed placed : some) {
                    write(zip, placed.own());
                }
                last = some.getLast().thing();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ZipOutputStream zip, PictureCopy.Own own) throws IOException {
        if (own.name().isEmpty()) {
            return;
        }
        ZipEntry entry =
                new ZipEntry("%s/%016x %s.jpg".formatted(own.kind().word(), own.key(), FileName.of(own.name())));
        entry.setLastModifiedTime(FileTime.from(java.time.Instant.ofEpochSecond(own.uploadedAt())));
        zip.putNextEntry(entry);
        zip.write(own.jpeg());
        zip.closeEntry();
    }

    private void bring(Context context) {
        UserId user = desk.user(context);
        desk.readWhatIsNew(user);
        Taken taken = new Taken(user);
        PushbackInputStream body = new PushbackInputStream(context.bodyInputStream(), EMPTY_ZIP.length);
        boolean isEmptyZip;
        try (ZipInputStream zip = new ZipInputStream(body)) {
            byte[] begin = body.readNBytes(EMPTY_ZIP.length);
            isEmptyZip = Arrays.equals(begin, EMPTY_ZIP);
            body.unread(begin);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (taken.entries++ >= ENTRIES_MAX) {
                    throw broken("it holds more than " + ENTRIES_MAX + " files");
                }
                if (!entry.isDirectory()) {
                    taken.take(entry, zip);
                }
                taken.passOver(zip);
            }
        } catch (ZipException e) {
            throw broken(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw broken("it did not come whole: " + e.getMessage());
        }
        if (taken.entries == 0 && !isEmptyZip) {
            throw broken("there is no file in it");
        }
        desk.answer(context, taken.brought());
    }

    private static RuntimeException broken(String what) {
        return Problem.badRequest("This is no file of pictures.")
                .expected("a zip file as GET /api/art/own gives it")
                .got(what)
                .where("body; what was taken before stays, and sending it again changes nothing of that")
                .raised();
    }

    /** What came of one file; used by the thread of one request. */
    private final class Taken {
        private final UserId user;
        private final List<Refused> refusals = new ArrayList<>();
        private int entries;
        private int brought;
        private int known;
        private int refused;
        private long passed;

        Taken(UserId user) {
            this.user = user;
        }

        void take(ZipEntry entry, ZipInputStream zip) throws IOException {
            Matcher matcher = NAME.matcher(entry.getName());
            SubjectKind kind = matcher.matches() ? KINDS.get(matcher.group(1)) : null;
            if (kind == null) {
                refuse(entry, "expected a name such as container/4481e9db5db8d07d Abba.jpg");
                return;
            }
            byte[] bytes = zip.readNBytes(Pictures.UPLOAD_BYTES_MAX + 1);
            long key = Long.parseUnsignedLong(matcher.group(2), HEX);
            try {
                switch (copy().bring(user, new PictureCopy.Own(kind, key, "", second(entry), bytes))) {
                    case BROUGHT -> brought++;
                    case KNOWN -> known++;
                    case ABSENT -> refuse(entry, "there is no " + kind.word() + " here like the one that it names");
                    case FULL -> refuse(entry, "a user keeps at most " + Pictures.UPLOADS_MAX + " own pictures");
                }
            } catch (UnusablePicture e) {
                refuse(entry, String.valueOf(e.getMessage()));
            }
        }

        /** Whatever of this file was not read, for the next one comes after it. */
        void passOver(ZipInputStream zip) throws IOException {
            passed += zip.skip(PASSED_BYTES_MAX + 1 - passed);
            if (passed > PASSED_BYTES_MAX) {
                throw broken(
                        "more than " + (PASSED_BYTES_MAX >> 20) + " MB of what is no picture, or a larger one than "
                                + (Pictures.UPLOAD_BYTES_MAX >> 20) + " MB");
            }
        }

        private void refuse(ZipEntry entry, String reason) {
            refused++;
            if (refusals.size() < REFUSALS_SHOWN_MAX) {
                refusals.add(new Refused(entry.getName(), reason));
            }
        }

        Brought brought() {
            return new Brought(brought, known, refused, List.copyOf(refusals));
        }
    }

    private static long second(ZipEntry entry) {
        @Nullable FileTime at = entry.getLastModifiedTime();
        return Optional.ofNullable(at)
                .map(time -> time.toInstant().getEpochSecond())
                .orElse(0L);
    }
}
