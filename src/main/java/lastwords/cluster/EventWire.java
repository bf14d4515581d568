package lastwords.cluster;

import lastwords.json.Json;
import lastwords.machine.Event;
import lastwords.machine.fault.Fault;

/** Events in messages: a letter for the kind, then its fields. */
final class EventWire {
  private EventWire() {}

  static void put(Event event, WireBuffer out) {
    event.accept(new Writer(out));
  }

  static Event get(WireBuffer in) {
    int letter = in.getInt();
    return switch (letter) {
      case 's' -> new Event.Step(in.getInt());
      case 'd' -> new Event.Deliver(in.getInt(), in.getInt(), in.getInt());
      case 'w' -> new Event.Wake(in.getInt());
      case 't' -> new Event.Timeout(in.getInt());
      case 'u' -> new Event.UartDone(in.getInt(), in.getLong());
      case 'n' -> new Event.UartNews(in.getInt());
      case 'p' -> new Event.UartSends(in.getInt(), in.getInt());
      case 'f' -> new Event.FaultStrikes(fault(in.getText()), in.getInt(), in.getBoolean());
      default -> throw new IllegalArgumentException("no event " + letter);
    };
  }

  private static Fault fault(String json) {
    try {
      return Json.read(json, Fault.class);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("not a fault", e);
    }
  }

  private record Writer(WireBuffer out) implements Event.Visitor<Void> {
    private Void put(char letter, long... words) {
      out.putInt(letter);
      for (long word : words) {
        out.putLong(word);
      }
      return null;
    }

    @Override
    public Void step(Event.Step event) {
      return put('s', event.cpu());
    }

    @Override
    public Void deliver(Event.Deliver event) {
      return put('d', event.cpu(), event.vector(), event.from());
    }

    @Override
    public Void wake(Event.Wake event) {
      return put('w', event.cpu());
    }

    @Override
    public Void timeout(Event.Timeout event) {
      return put('t', event.cpu());
    }

    @Override
    public Void uartDone(Event.UartDone event) {
      return put('u', event.cpu(), event.characters());
    }

    @Override
    public Void uartNews(Event.UartNews event) {
      return put('n', event.port());
    }

    @Override
    public Void uartSends(Event.UartSends event) {
      return put('p', event.port(), event.cpu());
    }

    @Override
    public Void faultStrikes(Event.FaultStrikes event) {
      out.putInt('f');
      out.putText(Json.of(event.fault()));
      out.putInt(event.part());
      out.putBoolean(event.begins());
      return null;
    }
  }
}
