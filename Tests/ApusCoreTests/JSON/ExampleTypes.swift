import ApusCore

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
