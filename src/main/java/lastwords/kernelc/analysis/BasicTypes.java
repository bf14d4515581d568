package lastwords.kernelc.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.LockType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VaListType;
import lastwords.kernelc.type.VoidType;

/** The types that need no definition. */
final class BasicTypes {
  static final Map<String, Type> TYPEDEFS =
      Map.ofEntries(
          Map.entry("u8", IntType.UCHAR), Map.entry("u16", IntType.USHORT), Map.entry("u32", IntType.UINT),
          Map.entry("u64", IntType.ULONG), Map.entry("s8", IntType.SCHAR), Map.entry("s16", IntType.SHORT),
          Map.entry("s32", IntType.INT), Map.entry("s64", IntType.LONG), Map.entry("size_t", IntType.ULONG),
          Map.entry("ssize_t", IntType.LONG), Map.entry("raw_spinlock_t", LockType.LOCK),
          Map.entry("spinlock_t", LockType.LOCK), Map.entry("va_list", VaListType.VA_LIST));

  private BasicTypes() {}

  /** The type that words such as {@code unsigned long int} name together; in any order. */
  static Optional<Type> of(List<String> words) {
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
          case "long", "int long", "long signed", "int long signed", "long long", "int long long",
              "long long signed", "int long long signed" -> IntType.LONG;
          case "long unsigned", "int long unsigned", "long long unsigned", "int long long unsigned" -> IntType.ULONG;
          default -> null;
        });
  }
}
