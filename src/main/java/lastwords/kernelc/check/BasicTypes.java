package lastwords.kernelc.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.LockType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VaListType;
import lastwords.kernelc.type.VoidType;

/** The types that need no definition. */
public final class BasicTypes {
  public static final Map<String, Type> TYPEDEFS = typedefs();

  private BasicTypes() {}

  private static Map<String, Type> typedefs() {
    Map<String, Type> types = new TreeMap<>();
    types.put("u8", IntType.UCHAR);
    types.put("u16", IntType.USHORT);
    types.put("u32", IntType.UINT);
    types.put("u64", IntType.ULONG);
    types.put("s8", IntType.SCHAR);
    types.put("s16", IntType.SHORT);
    types.put("s32", IntType.INT);
    types.put("s64", IntType.LONG);
    types.put("size_t", IntType.ULONG);
    types.put("ssize_t", IntType.LONG);
    types.put("raw_spinlock_t", LockType.LOCK);
    types.put("spinlock_t", LockType.LOCK);
    types.put("va_list", VaListType.VA_LIST);
    return types;
  }

  /** The type named by words such as {@code unsigned long int}, in any order. */
  public static Optional<Type> of(List<String> words) {
    String sorted = words.stream().sorted().collect(Collectors.joining(" "));
    return Optional.ofNullable(
        switch (sorted) {
          case "void" -> VoidType.VOID;
          case "_Bool", "bool" -> IntType.BOOL;
          case "char" -> IntType.CHAR;
          case "char signed" -> IntType.SCHAR;
          case "char unsigned" -> IntType.UCHAR;
          case "short", "int short", "short signed", "int short signed" -> IntType.SHORT;
          case "short unsigned", "int short unsigned" -> IntType.USHORT;
          case "int", "signed", "int signed" -> IntType.INT;
          case "unsigned", "int unsigned" -> IntType.UINT;
          case "long",
              "int long",
              "long signed",
              "int long signed",
              "long long",
              "int long long",
              "long long signed",
              "int long long signed" ->
              IntType.LONG;
          case "long unsigned",
              "int long unsigned",
              "long long unsigned",
              "int long long unsigned" ->
              IntType.ULONG;
          default -> null;
        });
  }
}
