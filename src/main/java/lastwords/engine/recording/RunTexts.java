package lastwords.engine.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import lastwords.engine.RunResult;
import lastwords.json.Json;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Bundle;

/** Headers, footers and faults as JSON; the first two are packed. */
public final class RunTexts {
  private static final int MOST_BYTES = 64 << 20; // of JSON: a kernel's sources are a tenth of one
  private static final int MOST_ZONES = 1 << 16;
  private static final int MOST_UARTS = 64;
  private static final int PIECE = 1 << 16;

  private RunTexts() {}

  /** The header, packed. */
  public static byte[] pack(RunHeader header) {
    return pack((Object) header);
  }

  /** The footer, packed. */
  public static byte[] pack(RunFooter footer) {
    return pack((Object) footer);
  }

  /** Reads a header; an error says what was expected. */
  public static RunHeader header(byte[] packed) throws RecordingException {
    RunHeader header = read(packed, RunHeader.class);
    Bundle bundle = header.bundle();
    if (bundle == null || bundle.limits() == null || !bounded(bundle.machine())) {
      throw new RecordingException(
          "expected limits and a machine with at most " + MOST_ZONES + " zones, 64 ports");
    }
    return header;
  }

  private static boolean bounded(MachineConfig machine) {
    return machine != null
        && machine.timing() != null
        && machine.pram() != null
        && machine.pram().zones() >= 0
        && machine.pram().zones() <= MOST_ZONES
        && machine.uarts().size() <= MOST_UARTS;
  }

  /** Reads a footer; an error says what was expected. */
  public static RunFooter footer(byte[] packed) throws RecordingException {
    RunFooter footer = read(packed, RunFooter.class);
    RunResult result = footer.result();
    if (result == null || result.outcome() == null || result.ending() == null) {
      throw new RecordingException("expected an outcome and an ending");
    }
    return footer;
  }

  /** A fault, for an event's note. */
  public static String write(Fault fault) {
    return Json.of(fault);
  }

  /** The fault in an event's note. */
  public static Fault fault(String note) throws RecordingException {
    try {
      Fault fault = Json.mapper().readValue(note, Fault.class);
      if (fault != null) {
        return fault;
      }
    } catch (JsonProcessingException e) {
      throw new RecordingException("expected a fault: " + e.getOriginalMessage());
    }
    throw new RecordingException("expected a fault, not '" + note + "'");
  }

  private static byte[] pack(Object value) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      Json.mapper().writeValue(out, value);
    } catch (IOException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static <T> T read(byte[] packed, Class<T> type) throws RecordingException {
    byte[] json = unpack(packed);
    try {
      T value = Json.mapper().readValue(json, type);
      if (value == null) {
        throw new RecordingException("expected an object, not null");
      }
      return value;
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      String message = e instanceof JsonProcessingException j ? j.getOriginalMessage() : "not JSON";
      throw new RecordingException(message);
    }
  }

  private static byte[] unpack(byte[] packed) throws RecordingException {
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    try {
      int size = inflater.inflate(piece);
      while (size > 0 && json.size() <= MOST_BYTES) {
        json.write(piece, 0, size);
        size = inflater.inflate(piece);
      }
    } catch (DataFormatException e) {
      throw new RecordingException("expected packed JSON: " + e.getMessage());
    } finally {
      inflater.end();
    }
    if (json.size() > MOST_BYTES) {
      throw new RecordingException("expected at most " + MOST_BYTES + " bytes of JSON");
    }
    return json.toByteArray();
  }
}
