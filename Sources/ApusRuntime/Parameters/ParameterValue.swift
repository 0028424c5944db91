/// The value of a parameter as the styles see it: text, a list or an object of such values.
enum ParameterValue: Sendable {
  /// A named part of an object.
  struct Member: Sendable {
    var name: String
    var value: ParameterValue
  }

  case scalar(String)
  case array([ParameterValue])
  case object([Member])

  /// The value of a JSON text as a style can write it; `nil` where it is none. Only `deepObject` has
  /// a form for lists and objects inside others: elsewhere they are JSON text.
  init?(json bytes: [UInt8], for style: ParameterStyle) {
    if style.form == .json {
      self = .scalar(String(decoding: bytes, as: UTF8.self))
      return
    }
    let isDeep = style.form == .deepObject
    guard let value = try? withJSON(bytes, { ParameterValue($0, isDeep: isDeep) }) else {
      return nil
    }
    self = value
  }

  private init(_ json: JSONView, isDeep: Bool) {
    switch json.kind {
    case .array: self = .array(json.elements.map { Self.part($0, isDeep: isDeep) })
    case .object:
      self = .object(
        json.members.map {
          Member(name: $0.name.string, value: Self.part($0.value, isDeep: isDeep))
        })
    case .null, .boolean, .number, .string: self = .scalar(json.string ?? json.json.description)
    }
  }

  private static func part(_ json: JSONView, isDeep: Bool) -> ParameterValue {
    isDeep ? ParameterValue(json, isDeep: true) : .scalar(json.string ?? json.json.description)
  }

  /// An object of texts.
  init(members: [(name: String, text: String)]) {
    self = .object(members.map { Member(name: $0.name, value: .scalar($0.text)) })
  }

  var isScalar: Bool { if case .scalar = self { true } else { false } }

  /// Whether it is a list or an object without parts, which no style but JSON has a form for.
  var isEmpty: Bool {
    switch self {
    case .scalar: false
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    }
  }
}

extension ParameterValue: Equatable {
  /// Objects are the same in any order of their members.
  static func == (left: ParameterValue, right: ParameterValue) -> Bool {
    switch (left, right) {
    case (.scalar(let left), .scalar(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.sorted { $0.name < $1.name } == right.sorted { $0.name < $1.name }
    default: false
    }
  }
}

extension ParameterValue.Member: Equatable {}
