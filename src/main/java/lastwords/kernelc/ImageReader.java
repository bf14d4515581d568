package lastwords.kernelc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.Compilation.Replacement;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.GlobalInfo.Storage;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.LockInfo;
import lastwords.kernelc.image.SourceLines;
import lastwords.kernelc.image.WordNames;
import lastwords.kernelc.type.WordShape;

/** Reads what {@link ImageWriter} has written; anything else is an error. */
public final class ImageReader {
  private static final List<Storage> STORAGES = List.of(Storage.values());

  private final ByteBuffer in;
  private List<String> strings = List.of();
  private final List<WordShape> shapes = new ArrayList<>();

  private ImageReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  /** The compilation encoded in these bytes, or an error if they are not one. */
  public static Compilation compilation(byte[] bytes) throws IOException {
    return new ImageReader(bytes).read();
  }

  private Compilation read() throws IOException {
    strings = each(this::characters);
    KernelImage image = image();
    List<Replacement> replacements = each(this::replacement);
    if (in.hasRemaining()) {
      throw damaged("data after the end of the image");
    }
    return new Compilation(Optional.of(image), List.of(), replacements);
  }

  private KernelImage image() throws IOException {
    int[] code = ints();
    long[] constants = longs();
    SourceLines lines = new SourceLines(ints(), ints(), each(this::text));
    List<FunctionInfo> functions = each(this::function);
    List<GlobalInfo> globals = each(this::global);
    List<LockInfo> locks = each(this::lock);
    List<String> texts = each(this::text);
    long[] data = longs();
    long[] perCpu = longs();
    long[] privates = longs();
    List<Integer> initcalls = each(this::number);
    each(this::shape);
    WordNames words = new WordNames(each(this::known), globals);
    return new KernelImage(
        code, constants, lines, functions, globals, locks, texts, data, perCpu, privates, initcalls,
        words);
  }

  private FunctionInfo function() throws IOException {
    return new FunctionInfo(
        text(), text(), number(), number(), number(), number(), number(), flag(), flag(), number());
  }

  private GlobalInfo global() throws IOException {
    return new GlobalInfo(
        text(),
        text(),
        number(),
        STORAGES.get(index(STORAGES)),
        number(),
        number(),
        text(),
        flag());
  }

  private LockInfo lock() throws IOException {
    return new LockInfo(text(), flag(), number());
  }

  private Replacement replacement() throws IOException {
    return new Replacement(text(), text(), text(), text());
  }

  private WordShape shape() throws IOException {
    WordShape shape =
        switch (number()) {
          case ImageWriter.SINGLE -> new WordShape.Single(number());
          case ImageWriter.ELEMENTS -> new WordShape.Elements(known(), number());
          case ImageWriter.MEMBERS -> new WordShape.Members(each(this::member));
          default -> throw damaged("unknown kind of word shape");
        };
    shapes.add(shape);
    return shape;
  }

  private WordShape.Member member() throws IOException {
    return new WordShape.Member(text(), number(), known());
  }

  private WordShape known() throws IOException {
    return shapes.get(index(shapes));
  }

  private interface Part<T> {
    T read() throws IOException;
  }

  private <T> List<T> each(Part<T> reader) throws IOException {
    int size = size(1);
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(reader.read());
    }
    return all;
  }

  private String text() throws IOException {
    return strings.get(index(strings));
  }

  private String characters() throws IOException {
    int size = size(1);
    String text = new String(in.array(), in.position(), size, StandardCharsets.UTF_8);
    in.position(in.position() + size);
    return text;
  }

  private int[] ints() throws IOException {
    int[] values = new int[size(Integer.BYTES)];
    in.asIntBuffer().get(values);
    in.position(in.position() + Integer.BYTES * values.length);
    return values;
  }

  private long[] longs() throws IOException {
    long[] values = new long[size(Long.BYTES)];
    in.asLongBuffer().get(values);
    in.position(in.position() + Long.BYTES * values.length);
    return values;
  }

  private boolean flag() throws IOException {
    need(1);
    return in.get() != 0;
  }

  private int number() throws IOException {
    need(Integer.BYTES);
    return in.getInt();
  }

  /** The number of items that follow, of at least {@code bytes} bytes each. */
  private int size(int bytes) throws IOException {
    int size = number();
    if (size < 0 || size > in.remaining() / bytes) {
      throw damaged("unexpected end");
    }
    return size;
  }

  private int index(List<?> of) throws IOException {
    int index = number();
    if (index < 0 || index >= of.size()) {
      throw damaged("index out of range");
    }
    return index;
  }

  private void need(int bytes) throws IOException {
    if (in.remaining() < bytes) {
      throw damaged("unexpected end");
    }
  }

  private static IOException damaged(String what) {
    return new IOException("not a kernel image: " + what);
  }
}
