package lastwords.cluster.spool;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One record of a spool, or a piece of a long one: a piece always fits into a message.
 *
 * @param type what it is about
 * @param first is it the first piece?
 * @param last is it the last piece?
 * @param machine the machine's id
 * @param clock of the node when it was written
 * @param data by type
 */
public record SpoolRecord(
    Type type, boolean first, boolean last, String machine, long clock, byte[] data) {
  /** Maximum size of a piece's data in bytes. */
  static final int PIECE = 48 << 10;

  /** Minimum size of a packed piece in bytes. */
  static final int LEAST_BYTES = 12;

  /** Maximum size of a packed piece in bytes, with the longest name. */
  static final int MOST_BYTES = PIECE + (1 << 16) + 11;

  private static final Type[] TYPES = Type.values();
  private static final int LAST = 0x40;
  private static final int CONTINUES = 0x20; // not the first piece
  private static final int HEAD = 11; // bytes beside name and data

  /** What a record is about. */
  public enum Type {
    /** What happened to parts, as {@link lastwords.engine.recording.EventCodec} has it. */
    EVENT,
    /** What the machine is, packed. */
    HEADER,
    /** How the run ended, packed. */
    FOOTER,
    /** The machine was removed; its records are no longer needed. */
    REMOVED
  }

  /** Splits a record into pieces. */
  public static List<byte[]> pieces(Type type, String machine, long clock, byte[] data) {
    byte[] name = machine.getBytes(StandardCharsets.UTF_8);
    List<byte[]> pieces = new ArrayList<>(1);
    int at = 0;
    do {
      int length = Math.min(PIECE, data.length - at);
      boolean last = at + length == data.length;
      ByteBuffer piece = ByteBuffer.allocate(HEAD + name.length + length);
      piece.put((byte) (type.ordinal() | (last ? LAST : 0) | (at > 0 ? CONTINUES : 0)));
      piece.putShort((short) name.length).put(name).putLong(clock).put(data, at, length);
      pieces.add(piece.array());
      at += length;
    } while (at < data.length);
    return pieces;
  }

  /** Reads a piece. */
  public static SpoolRecord of(byte[] piece) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(piece);
      int kind = in.get();
      byte[] name = new byte[in.getShort() & 0xffff];
      in.get(name);
      long clock = in.getLong();
      Type type = TYPES[kind & ~(LAST | CONTINUES) & 0xff];
      byte[] data = Arrays.copyOfRange(piece, in.position(), piece.length);
      String machine = new String(name, StandardCharsets.UTF_8);
      boolean first = (kind & CONTINUES) == 0;
      return new SpoolRecord(type, first, (kind & LAST) != 0, machine, clock, data);
    } catch (BufferUnderflowException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("a spooled record of " + piece.length + " bytes that is none", e);
    }
  }

  /** Reads a piece, if it is a valid one. */
  static Optional<SpoolRecord> read(byte[] piece) {
    try {
      return Optional.of(of(piece));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
