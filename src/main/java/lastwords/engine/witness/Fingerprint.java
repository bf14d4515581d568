package lastwords.engine.witness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.Setup;

/**
 * A hash of a kernel or of a machine, which changes with everything that a run depends on. Comments
 * and line numbers of kernel C do not count. A quarter of SHA-256: 64 bits, in hex.
 */
public final class Fingerprint {
  private static final int BYTES = 8;

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** Of a compiled kernel with its settings. */
  public static String ofKernel(KernelImage image) {
    Fingerprint print = new Fingerprint();
    print.ints(image.code());
    print.longs(image.constants());
    image.functions().forEach(print::function);
    image.globals().forEach(it -> print.text(it.name() + " " + it.storage() + " " + it.address()));
    image.locks().forEach(it -> print.text(it.toString()));
    print.texts(image.strings());
    print.longs(image.data());
    print.longs(image.perCpu());
    print.longs(image.privates());
    print.text(image.initcalls().toString());
    return print.hex();
  }

  /**
   * Of the machine that the kernel runs on: hardware, timing, faults, limits, and which CPU does
   * what.
   */
  public static String ofMachine(Setup setup) {
    Fingerprint print = new Fingerprint();
    print.text(setup.machine().toString());
    print.text(setup.entries().toString());
    setup.faults().forEach(fault -> print.text(fault.toString()));
    print.text(setup.limits().toString());
    return print.hex();
  }

  private void function(FunctionInfo function) {
    text(function.name() + " " + function.entry() + " " + function.end() + " " + function.vector());
  }

  private void texts(List<String> texts) {
    texts.forEach(this::text);
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ints(new int[] {bytes.length});
    digest.update(bytes);
  }

  private void ints(int[] words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length);
    bytes.asIntBuffer().put(words);
    digest.update(bytes.array());
  }

  private void longs(long[] words) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * words.length);
    bytes.asLongBuffer().put(words);
    digest.update(bytes.array());
  }

  private String hex() {
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
  }
}
