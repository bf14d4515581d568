package lastwords.cluster.wire;

/** Marks messages between nodes: serialized as CBOR; no others are accepted. */
public interface WireMessage {}
