package lastwords.originality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/**
 * The hashes of the originals' windows: 701,408 numbers and no text. The file contains the
 * differences of the sorted numbers, seven bits per byte, low bits first; bit 8: more follow.
 */
final class Fingerprints {
  private static final String MAGIC = "KFP1";

  private final long[] hashes;

  private Fingerprints(long[] hashes) {
    this.hashes = hashes;
  }

  static Fingerprints ofKernel() {
    try (InputStream file =
        Fingerprints.class.getResourceAsStream("/originality/kernel-fingerprints.bin")) {
      if (!MAGIC.equals(new String(file.readNBytes(MAGIC.length())))) {
        throw new IllegalStateException("kernel-fingerprints.bin holds no fingerprints");
      }
      return new Fingerprints(numbers(new InflaterInputStream(file).readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long[] numbers(byte[] data) {
    long[] numbers = new long[data.length];
    int count = 0;
    long number = 0;
    long difference = 0;
    int shift = 0;
    for (byte b : data) {
      difference |= (long) (b & 127) << shift;
      shift += 7;
      if (b >= 0) {
        number += difference;
        numbers[count++] = number;
        difference = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  int size() {
    return hashes.length;
  }

  boolean contains(long hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }
}
