package lastwords.kernelc;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.Compilation.Replacement;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.LockInfo;
import lastwords.kernelc.image.WordNames;
import lastwords.kernelc.type.WordShape;

/**
 * Writes a compiled kernel as bytes, for {@link ImageReader} of the same program: each string once,
 * then everything else, referring to strings by number.
 */
public final class ImageWriter {
  /** Tags of word shapes in the bytes. */
  static final int SINGLE = 0;

  static final int ELEMENTS = 1;
  static final int MEMBERS = 2;

  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<WordShape, Integer> shapes = new LinkedHashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private ImageWriter() {}

  /** The bytes of a compilation that has an image. */
  public static byte[] bytes(Compilation compilation) {
    try {
      return new ImageWriter().written(compilation);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  private byte[] written(Compilation compilation) throws IOException {
    image(compilation.image().orElseThrow());
    each(compilation.replacements(), this::replacement);
    byte[] rest = bytes.toByteArray();
    bytes.reset();
    List<String> pool = new ArrayList<>(strings.keySet());
    each(pool, this::characters);
    bytes.write(rest);
    return bytes.toByteArray();
  }

  private void image(KernelImage image) throws IOException {
    ints(image.code());
    longs(image.constants());
    ints(image.lines().lines());
    ints(image.lines().files());
    each(image.lines().names(), this::text);
    each(image.functions(), this::function);
    each(image.globals(), this::global);
    each(image.locks(), this::lock);
    each(image.strings(), this::text);
    longs(image.data());
    longs(image.perCpu());
    longs(image.privates());
    each(image.initcalls(), out::writeInt);
    words(image.words());
  }

  private void function(FunctionInfo function) throws IOException {
    text(function.name());
    text(function.file());
    out.writeInt(function.line());
    out.writeInt(function.entry());
    out.writeInt(function.end());
    out.writeInt(function.params());
    out.writeInt(function.frameWords());
    out.writeBoolean(function.variadic());
    out.writeBoolean(function.inline());
    out.writeInt(function.vector());
  }

  private void global(GlobalInfo global) throws IOException {
    text(global.name());
    text(global.file());
    out.writeInt(global.line());
    out.writeInt(global.storage().ordinal());
    out.writeInt(global.address());
    out.writeInt(global.words());
    text(global.type());
    out.writeBoolean(global.scalar());
  }

  private void lock(LockInfo lock) throws IOException {
    text(lock.name());
    out.writeBoolean(lock.perCpu());
    out.writeInt(lock.address());
  }

  private void replacement(Replacement replacement) throws IOException {
    text(replacement.name());
    text(replacement.kind());
    text(replacement.before());
    text(replacement.after());
  }

  /** The shapes, each after the shapes nested in it, then each variable's shape by number. */
  private void words(WordNames words) throws IOException {
    words.shapes().forEach(this::collect);
    each(new ArrayList<>(shapes.keySet()), this::shape);
    each(words.shapes(), shape -> out.writeInt(shapes.get(shape)));
  }

  private void collect(WordShape shape) {
    if (shape instanceof WordShape.Elements elements) {
      collect(elements.element());
    } else if (shape instanceof WordShape.Members members) {
      members.members().forEach(member -> collect(member.shape()));
    }
    shapes.putIfAbsent(shape, shapes.size());
  }

  private void shape(WordShape shape) throws IOException {
    if (shape instanceof WordShape.Elements elements) {
      out.writeInt(ELEMENTS);
      out.writeInt(shapes.get(elements.element()));
      out.writeInt(elements.length());
    } else if (shape instanceof WordShape.Members members) {
      out.writeInt(MEMBERS);
      each(members.members(), this::member);
    } else {
      out.writeInt(SINGLE);
      out.writeInt(shape.words());
    }
  }

  private void member(WordShape.Member member) throws IOException {
    text(member.name());
    out.writeInt(member.word());
    out.writeInt(shapes.get(member.shape()));
  }

  private interface Part<T> {
    void write(T part) throws IOException;
  }

  private <T> void each(List<T> all, Part<? super T> writer) throws IOException {
    out.writeInt(all.size());
    for (T one : all) {
      writer.write(one);
    }
  }

  private void text(String text) throws IOException {
    out.writeInt(strings.computeIfAbsent(text, it -> strings.size()));
  }

  private void characters(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  private void ints(int[] values) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(Integer.BYTES * values.length);
    block.asIntBuffer().put(values);
    out.writeInt(values.length);
    out.write(block.array());
  }

  private void longs(long[] values) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(Long.BYTES * values.length);
    block.asLongBuffer().put(values);
    out.writeInt(values.length);
    out.write(block.array());
  }
}
