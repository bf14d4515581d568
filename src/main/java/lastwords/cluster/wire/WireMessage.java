package lastwords.cluster.wire;

/** What may cross from one node to another: serialized as CBOR, and nothing else is accepted. */
public interface WireMessage {}
