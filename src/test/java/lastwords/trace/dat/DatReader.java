package lastwords.trace.dat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a trace.dat of version 6 according to its specification, independently of the writer. */
final class DatReader {
  private static final Pattern NAME = Pattern.compile("name: (\\w+)\nID: (\\d+)\n");
  private static final Pattern FIELD =
      Pattern.compile("\tfield:([^;]*?)(\\w+);\toffset:(\\d+);\tsize:(\\d+);\tsigned:[01];\n");

  /** A record: the contents of its fields, numbers and texts alike as text. */
  record Event(
      int cpu,
      long nanos,
      int flags,
      int pid,
      String system,
      String name,
      Map<String, String> fields) {}

  private record Field(String type, String name, int offset, int size) {}

  private record Format(String system, String name, List<Field> fields) {}

  private final ByteBuffer in;
  private final Map<Integer, Format> formats = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private String symbols = "";
  private String tasks = "";

  DatReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    head();
    buffers();
  }

  List<Event> events() {
    return events;
  }

  String symbols() {
    return symbols;
  }

  String tasks() {
    return tasks;
  }

  private void head() {
    expect("\u0017\u0008\u0044tracing6\0\0\u0008");
    if (in.getInt() != 4096) {
      throw new AssertionError("pages of 4096 bytes");
    }
    expect("header_page\0");
    text(in.getLong());
    expect("header_event\0");
    text(in.getLong());
    if (in.getInt() != 0) {
      throw new AssertionError("no events of ftrace");
    }
    int systems = in.getInt();
    for (int i = 0; i < systems; i++) {
      system();
    }
    symbols = text(in.getInt());
    text(in.getInt());
    tasks = text(in.getLong());
  }

  private void system() {
    StringBuilder name = new StringBuilder();
    for (byte c = in.get(); c != 0; c = in.get()) {
      name.append((char) c);
    }
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      format(name.toString(), text(in.getLong()));
    }
  }

  private void format(String system, String text) {
    Matcher head = NAME.matcher(text);
    if (!head.find() || !text.contains("\nprint fmt: \"")) {
      throw new AssertionError(text);
    }
    List<Field> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      fields.add(
          new Field(
              field.group(1).strip(),
              field.group(2),
              Integer.parseInt(field.group(3)),
              Integer.parseInt(field.group(4))));
    }
    formats.put(Integer.parseInt(head.group(2)), new Format(system, head.group(1), fields));
  }

  private void buffers() {
    int cpus = in.getInt();
    expect("options  \0\0\0");
    expect("flyrecord\0");
    for (int cpu = 0; cpu < cpus; cpu++) {
      long at = in.getLong();
      long size = in.getLong();
      if (at % 4096 != 0 || size % 4096 != 0 || at + size > in.capacity()) {
        throw new AssertionError("pages of cpu" + cpu + ": " + at + " " + size);
      }
      for (long page = at; page < at + size; page += 4096) {
        page(cpu, (int) page);
      }
    }
  }

  private void page(int cpu, int at) {
    long nanos = in.getLong(at);
    int end = at + 16 + (int) in.getLong(at + 8);
    int place = at + 16;
    while (place < end) {
      int word = in.getInt(place);
      int type = word & 31;
      long delta = (word >>> 5) & 0x7ffffffL;
      place += 4;
      if (type == 30) {
        nanos += delta + ((long) in.getInt(place) << 27);
        place += 4;
        continue;
      }
      nanos += delta;
      int length = type == 0 ? in.getInt(place) - 4 : type * 4;
      place += type == 0 ? 4 : 0;
      event(cpu, nanos, place);
      place += length;
    }
    if (place != end || end > at + 4096) {
      throw new AssertionError("a page that ends at " + end + ", its records at " + place);
    }
  }

  private void event(int cpu, long nanos, int at) {
    Format format = formats.get((int) in.getShort(at));
    Map<String, String> fields = new HashMap<>();
    format.fields().forEach(it -> fields.put(it.name(), value(it, at)));
    int flags = in.get(at + 2);
    events.add(
        new Event(cpu, nanos, flags, in.getInt(at + 4), format.system(), format.name(), fields));
  }

  private String value(Field field, int at) {
    int place = at + field.offset();
    if (field.type().startsWith("__data_loc char")) {
      int location = in.getInt(place);
      int length = location >>> 16;
      byte[] text = new byte[length - 1];
      in.get(at + (location & 0xffff), text);
      return new String(text, StandardCharsets.UTF_8);
    }
    return switch (field.size()) {
      case 1 -> Byte.toString(in.get(place));
      case 2 -> Short.toString(in.getShort(place));
      case 4 -> Integer.toString(in.getInt(place));
      default -> Long.toString(in.getLong(place));
    };
  }

  private void expect(String text) {
    String found = text(text.length());
    if (!found.equals(text)) {
      throw new AssertionError("expected " + text + ", found " + found);
    }
  }

  private String text(long length) {
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
