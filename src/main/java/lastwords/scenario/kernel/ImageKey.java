package lastwords.scenario.kernel;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import lastwords.kernelc.SourceFile;

/** Everything that an image is made from, as bytes: two keys are equal if these are. */
final class ImageKey {
  private final byte[] bytes;
  private final int sum;

  private ImageKey(byte[] bytes) {
    this.bytes = bytes;
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    this.sum = (int) crc.getValue();
  }

  /**
   * For sources and config symbols.
   *
   * @param compiler identifies the compiler
   */
  static ImageKey of(byte[] compiler, List<SourceFile> sources, Map<String, Long> config) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      write(out, compiler);
      for (SourceFile source : sources) {
        out.writeInt(source.layer());
        write(out, source.path().getBytes(StandardCharsets.UTF_8));
        write(out, source.text().getBytes(StandardCharsets.UTF_8));
      }
      out.writeInt(-1); // no layer
      for (Map.Entry<String, Long> symbol : new TreeMap<>(config).entrySet()) {
        write(out, symbol.getKey().getBytes(StandardCharsets.UTF_8));
        out.writeLong(symbol.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return new ImageKey(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** A name for the file; not necessarily unique. */
  String name() {
    return Integer.toHexString(sum) + "-" + Integer.toHexString(bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return sum;
  }
}
