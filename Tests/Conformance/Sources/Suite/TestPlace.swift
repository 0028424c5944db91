/// Which test it is.
struct TestPlace: CustomStringConvertible {
  var file: String
  var group: String
  var test: String

  /// Whether it is the type that is tested, and not the validator: that a valid value is decoded and
  /// encoded again as an equal one.
  var isOfType = false

  /// The test of the type with the same value.
  var ofType: TestPlace {
    var place = self
    place.isOfType = true
    return place
  }

  var description: String { "\(file): \(group): \(test)\(isOfType ? ": the type" : "")" }
}
