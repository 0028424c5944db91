/// The parts of a message, by the names of their fields.
struct GatheredParts: Sendable {
  /// The value of each field: a list where there may be several parts.
  var values: [String: JSON] = [:]
  /// The headers of the parts of each field, in their order.
  var headers: [String: [HeaderFields]] = [:]
  var files: [String: [FilePart]] = [:]
  var messages: [String: [GatheredParts]] = [:]
  /// The files of the list that is still coming in.
  var stream: (name: String, files: ValueStream<FilePart>)?
}
