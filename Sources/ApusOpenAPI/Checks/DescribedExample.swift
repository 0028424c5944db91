import ApusCore
import ApusSource

/// An example of a value that a schema describes.
struct DescribedExample {
  /// The example, as data.
  var value: Place
  /// What describes it.
  var schema: Schema
  /// The way that the value goes; nil if it may be either.
  var direction: Direction?
}

extension ObjectFields {
  /// Notes that a schema describes examples, for those who check whether it does.
  ///
  /// - Parameter isText: Whether a text may be the value as it is sent, in whatever way, rather than
  ///   as data.
  func describe(
    _ examples: [Example], by schema: Schema?, isText: @autoclosure () -> Bool = false
  ) {
    guard let schema else { return }
    for example in examples {
      guard let value = example.dataValue ?? example.value,
        !(value.node.kind == .string && isText())
      else { continue }
      context.describedExamples.append(
        DescribedExample(value: value, schema: schema, direction: context.direction))
    }
  }

  /// Whether the media type that the object stands under is one of JSON.
  var isOfJSON: Bool {
    guard let name = place.name else { return false }
    let type = name.prefix { $0 != ";" }.lowercased()
    return type.hasSuffix("/json") || type.hasSuffix("+json")
  }
}
