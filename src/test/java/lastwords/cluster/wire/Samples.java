package lastwords.cluster.wire;

import akka.actor.typed.ActorRef;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.Fault;

/** Makes a sample of any message: every number, text and list in it is different. */
final class Samples {
  private final ActorRef<?> ref;
  private int count = 1;

  Samples(ActorRef<?> ref) {
    this.ref = ref;
  }

  Object of(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    count++;
    if (plain == int.class || plain == Integer.class) {
      return count;
    } else if (plain == long.class || plain == Long.class) {
      return (long) count << 40;
    } else if (plain == double.class) {
      return count / 4.0;
    } else if (plain == boolean.class) {
      return count % 2 == 0;
    } else if (plain == String.class) {
      return "text " + count + " \u0001\u20ac\n";
    } else if (plain == byte[].class) {
      return new byte[] {1, -1, (byte) count};
    } else if (plain == int[].class) {
      return new int[] {1, -1, count};
    } else if (plain == long[].class) {
      return new long[] {1, -1, Long.MIN_VALUE, count};
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[count % plain.getEnumConstants().length];
    } else if (plain == ActorRef.class) {
      return ref;
    }
    if (plain == Fault.class) {
      return new StallCpu(count, 1, OptionalLong.of(count), Trigger.at(count));
    }
    if (plain.isSealed()) {
      Class<?>[] kinds = plain.getPermittedSubclasses();
      return of(kinds[count % kinds.length]);
    }
    return plain.isRecord() ? ofRecord(plain) : ofFields(plain);
  }

  private Object ofGeneric(ParameterizedType type) throws ReflectiveOperationException {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] of = type.getActualTypeArguments();
    if (raw == ActorRef.class) {
      return ref;
    } else if (raw == List.class) {
      return List.of(of(of[0]), of(of[0]));
    } else if (raw == Optional.class) {
      return Optional.of(of(of[0]));
    } else if (raw == SortedMap.class || raw == Map.class) {
      return new TreeMap<>(Map.of(of(of[0]), of(of[1])));
    }
    throw new IllegalArgumentException("no sample of " + type);
  }

  private Object ofRecord(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(components[i].getGenericType());
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  /** An object with public fields; counts in it are small. */
  private Object ofFields(Class<?> type) throws ReflectiveOperationException {
    Object made = type.getDeclaredConstructor().newInstance();
    for (Field field : type.getFields()) {
      boolean small = field.getName().endsWith("Count");
      if (!Modifier.isStatic(field.getModifiers())) {
        field.set(made, small ? 2 : of(field.getGenericType()));
      }
    }
    return made;
  }
}
