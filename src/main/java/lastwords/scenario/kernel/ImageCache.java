package lastwords.scenario.kernel;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.ImageReader;
import lastwords.kernelc.ImageWriter;

/**
 * Cache of compiled kernels, one file each, together with all their inputs: a file is valid only
 * for those. A file appears atomically, so any number of processes can share the folder; a damaged
 * or foreign file counts as missing and is written again. Sources with errors are compiled each
 * time. If the folder cannot be written, everything is.
 */
final class ImageCache {
  /**
   * Of about 130 KB each; if there are more, the older half is deleted. All shipped scenarios
   * together need about six hundred.
   */
  static final int MOST_FILES = 1024;

  private static final int MAGIC = 0x4c57494d; // LWIM
  private static final int MOST_BYTES = 256 << 20; // unpacked
  private static final String SUFFIX = ".image";
  private static final AtomicLong WRITTEN = new AtomicLong(); // by this process

  private final Path folder;

  ImageCache(Path folder) {
    this.folder = folder;
  }

  /** The compilation of everything in the key: from its file, if there is one. */
  Compilation get(ImageKey key, Supplier<Compilation> compiler) {
    Path file = folder.resolve(key.name() + SUFFIX);
    return read(file, key).orElseGet(() -> made(file, key, compiler.get()));
  }

  private static Optional<Compilation> read(Path file, ImageKey key) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(Files.newInputStream(file)))) {
      boolean ours = in.readInt() == MAGIC && Arrays.equals(block(in), key.bytes());
      return ours ? Optional.of(ImageReader.compilation(block(in))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] block(DataInputStream in) throws IOException {
    int size = in.readInt();
    int sum = in.readInt();
    byte[] block = size >= 0 && size <= MOST_BYTES ? in.readNBytes(size) : new byte[0];
    if (block.length != size || sum(block) != sum) {
      throw new IOException("damaged");
    }
    return block;
  }

  private static int sum(byte[] block) {
    CRC32C sum = new CRC32C();
    sum.update(block, 0, block.length);
    return (int) sum.getValue();
  }

  private Compilation made(Path file, ImageKey key, Compilation compilation) {
    if (compilation.image().isPresent()) {
      try {
        write(file, content(key, ImageWriter.bytes(compilation)));
      } catch (IOException | UncheckedIOException e) {
        return compilation; // not cached: the disk is full, or not ours to write
      }
    }
    return compilation;
  }

  private static byte[] content(ImageKey key, byte[] image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(MAGIC);
      for (byte[] block : List.of(key.bytes(), image)) {
        out.writeInt(block.length);
        out.writeInt(sum(block));
        out.write(block);
      }
    }
    return bytes.toByteArray();
  }

  private void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(folder);
    makeRoom();
    Path part = part();
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A unique name for a temporary file. */
  private Path part() {
    long pid = ProcessHandle.current().pid();
    return folder.resolve("." + pid + "-" + WRITTEN.incrementAndGet() + ".part");
  }

  /** The files left by killed processes go with the oldest. */
  private void makeRoom() throws IOException {
    String[] names = folder.toFile().list();
    if (names == null || names.length < MOST_FILES) {
      return;
    }
    File[] files = folder.toFile().listFiles(File::isFile);
    if (files == null) {
      return;
    }
    Arrays.sort(files, Comparator.comparingLong(File::lastModified));
    for (int i = 0; i < files.length / 2; i++) {
      Files.deleteIfExists(files[i].toPath());
    }
  }
}
