import ApusCore
import struct Foundation.Data
import struct Foundation.Date

// Types written just as the generator writes them.

enum Priority: JSONEnumeration {
  case low, high

  static let rawValues: [StaticString] = ["low", "high"]
}

extension Priority {
  static let schema = Schema(.type(.string), .enum("low", "high"))
}

struct Grade: JSONOpenEnumeration {
  let rawValue: Int

  static var best: Self { .init(rawValue: 1) }
  static var worst: Self { .init(rawValue: 6) }
}

extension Grade {
  static let schema = Schema(.type(.integer), .enum(1, 6))
}

struct Stamped: JSONObject {
  var bytes: Data
  var time: Date
}

extension Stamped {
  init(from object: inout JSONObjectReader) throws {
    bytes = try object.required("bytes")
    time = try object.required("time")
  }

  func write(to object: inout JSONObjectWriter) {
    object.write("bytes", bytes)
    object.write("time", time)
  }
}

extension Stamped {
  static let schema = Schema(
    .type(.object),
    .required("bytes", "time"),
    .properties(
      Property("bytes", .type(.string), .format(.byte)),
      Property("time", .type(.string), .format(.dateTime))))
}
