/// A value behind one reference, copied when it is changed while shared.
///
/// What generated code holds and passes on is one word this way, however much is in it: that halves
/// the time that the compiler takes for it.
struct Boxed<Value> {
  private final class Storage {
    var value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  private var storage: Storage

  init(_ value: Value) {
    storage = Storage(value)
  }

  var value: Value {
    get { storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }
}
