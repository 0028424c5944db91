import ApusCore
import ApusModel

/// Writes the declarations of enumerations.
struct EnumerationEmitter {
  let type: SwiftType
  let values: [SwiftValue]
  let shape: EnumerationShape

  /// An enumeration where no other string is possible; else a structure with a static member for
  /// each value.
  ///
  /// Both ways cost the compiler less than an enumeration with raw values.
  var declaration: Code {
    shape.kind == .string && !shape.isOpen ? closed : open
  }

  private var keys: Code { shape.areKeys ? ", JSONKey" : .empty }

  private var documentation: Code { .documentation(type.documentation) }

  private func documentation(of value: SwiftValue) -> Code {
    .documentation(value.value.description ?? "")
  }

  private var closed: Code {
    let width = values.reduce(0) { $0 + $1.name.text.count + 2 }
    let isShort =
      width < Layout.width * 3 / 4 && values.allSatisfy { documentation(of: $0).isEmpty }
    let cases: Code =
      isShort
      ? "case \(Code.sequence(values.map { .name($0.name) }))"
      : .lines(values.map { "\(documentation(of: $0))\ncase \($0.name)" })
    return """
      \(documentation)
      \(.access)enum \(type.name):\(Code.space(indenting: 2))JSONEnumeration\(keys)\(Code.space()){
        \(cases)

        /// The strings of the cases, in their order.
        \(.access)static let rawValues: [StaticString] = \(literals)
      }
      """
  }

  private var literals: Code { .array(values.map { literal($0.value.json) }) }

  private var open: Code {
    let members = values.map { value -> Code in
      let argument: Code = "rawValue: \(literal(value.value.json))"
      return """
        \(documentation(of: value))
        \(.access)static var \(value.name): Self \(Code.braces(".init\(Code.list([argument]))"))
        """
    }
    return """
      \(documentation)
      \(.access)struct \(type.name):\(Code.space(indenting: 2))JSONOpenEnumeration\(keys)\(Code.space()){
        /// The value, whether the document lists it or not.
        \(.access)let rawValue: \(rawType)

        \(.access)init(rawValue: \(rawType)) {
          self.rawValue = rawValue
        }

        \(Code.lines(members))
      }
      """
  }

  private var rawType: Code {
    switch shape.kind {
    case .string: "String"
    case .integer: "Int"
    case .number: "Double"
    case .json: "JSON"
    }
  }

  private func literal(_ value: JSON) -> Code {
    if shape.kind == .integer, let integer = value.number?.int64.flatMap({ Int(exactly: $0) }) {
      return .integer(integer)
    }
    return JSONLiteral.code(for: value)
  }
}
