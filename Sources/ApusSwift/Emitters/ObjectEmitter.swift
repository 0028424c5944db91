import ApusCore
import ApusModel

/// Writes the declarations of objects.
struct ObjectEmitter {
  let spelling: TypeSpelling
  let object: SwiftObject

  /// The properties and the initialisers.
  var members: Code {
    .paragraphs([.lines(object.stored.map(declaration))] + initializers)
  }

  private func declaration(of property: SwiftProperty) -> Code {
    let isMarked = object.marks(property)
    let wrapper: Code = property.isIndirect ? "@Indirect " : .empty
    return """
      \(documentation(of: property))
      \(isMarked ? Code.deprecation : .empty)
      \(wrapper)\(.access)var \(property.name):\(Code.space(indenting: 2))\(spelling.type(of: property))\
      \(isMarked ? defaultArgument(of: property) : .empty)
      """
  }

  private func documentation(of property: SwiftProperty) -> Code {
    let direction: String? =
      switch property.direction {
      case .request: "Only clients set it: it is not part of responses."
      case .response: "Only servers set it: it is not part of requests."
      case nil: nil
      }
    let isTold = property.isDeprecated && !object.marks(property)
    let paragraphs = [property.description, direction, isTold ? Code.deprecationText : nil]
    return .documentation(paragraphs.compactMap(\.self).joined(separator: "\n\n"))
  }

  /// An initialiser of all properties; with deprecated ones, one without these before it, so that
  /// only who sets these is told.
  private var initializers: [Code] {
    let stored = object.stored
    guard stored.contains(where: object.marks) else { return [initializer(stored)] }
    return [
      initializer(stored.filter { !object.marks($0) }),
      .lines([.deprecation, initializer(stored)]),
    ]
  }

  private func initializer(_ stored: [SwiftProperty]) -> Code {
    let parameters = Code.list(
      stored.map { property in
        """
        \(property.name):\(Code.space(indenting: 2))\(spelling.type(of: property))\
        \(defaultArgument(of: property))
        """
      })
    let assignments = Code.lines(
      stored.map { "self.\($0.name.afterDot) =\(Code.space(indenting: 2))\($0.name)" })
    guard !stored.isEmpty else { return "\(.access)init() {}" }
    return """
      \(.access)init\(parameters) {
        \(assignments)
      }
      """
  }

  private func defaultArgument(of property: SwiftProperty) -> Code {
    if let value = property.defaultValue ?? property.initialValue { return " = \(value)" }
    return property.isRequired ? .empty : " = nil"
  }
}

extension SwiftObject {
  /// All stored properties, in the order of the initialiser's parameters: those without which there
  /// is no value come first.
  var stored: [SwiftProperty] { inOrder + [additional].compactMap(\.self) }

  /// The named properties in that order.
  var inOrder: [SwiftProperty] {
    properties.filter(\.isRequired) + properties.filter { !$0.isRequired }
  }

  /// Whether the compiler tells those who use a property that it is deprecated. Where there is no
  /// value without it, or none can be made without the others, only its documentation does.
  func marks(_ property: SwiftProperty) -> Bool {
    property.isDeprecated && !property.isRequired && !properties.contains(where: \.isIndirect)
  }

  /// Whether there is such a property: what mentions it must be deprecated itself, or the compiler
  /// would warn of generated code.
  var marksAny: Bool { properties.contains(where: marks) }
}

extension Code {
  /// What makes the compiler warn of uses.
  static let deprecation: Code = "@available(*, deprecated)"

  /// What documentation says instead.
  static let deprecationText = "Deprecated."
}
