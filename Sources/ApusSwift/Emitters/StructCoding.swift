import ApusModel

/// Writes how a struct is read and written, which is an object or an array.
struct StructCoding {
  /// What the struct is in JSON.
  enum Form {
    case object, array
  }

  let form: Form
  let type: SwiftType
  let parts: SwiftObject

  /// The initialiser that reads a value, and the function that writes it.
  var code: Code {
    let isMarked = parts.marksAny
    return """
      extension \(type.qualifiedName) {
        \(isMarked ? Code.deprecation : .empty)
        \(.access)init(from \(form.parameter): inout \(form.typePrefix)Reader) throws {
          \(reading)
        }

        \(isMarked ? Code.deprecation : .empty)
        \(.access)func write(to \(form.parameter): inout \(form.typePrefix)Writer) {
          \(writing)
        }
      }
      """
  }

  private var writing: Code {
    let values = parts.properties.map { property -> Code in
      let value: Code = "\(property.writerLabel)\(reference(to: property))"
      return "\(form.parameter).write\(form.arguments(of: property, [value]))"
    }
    return .lines(values + [parts.additional.map(writingRest)].compactMap(\.self))
  }

  private func writingRest(_ rest: SwiftProperty) -> Code {
    switch form {
    case .object: "object.write(\(reference(to: rest)))"
    case .array: "array.write(rest: \(reference(to: rest)))"
    }
  }

  /// What sets the properties.
  ///
  /// A wrapped property can be set before the whole value is only in the file that declares it: the
  /// initialiser there does it.
  private var reading: Code {
    let rest = parts.additional.map { (property: $0, value: form.readingRest) }
    guard parts.properties.contains(where: \.isIndirect) else {
      let values = parts.properties.map(read) + [rest].compactMap(\.self)
      return .lines(values.map { "\(reference(to: $0.property)) = \($0.value)" })
    }
    let values = parts.inOrder.map(read) + [rest].compactMap(\.self)
    return "self.init\(Code.list(values.map { "\($0.property.name.label): \($0.value)" }))"
  }

  /// A property with the expression that reads it.
  private func read(_ property: SwiftProperty) -> (property: SwiftProperty, value: Code) {
    let entryPoint: Code = property.isRequired ? "required" : "optional"
    let defaultValue = property.defaultValue.map { ["default: \($0)"] as [Code] } ?? []
    let arguments = form.arguments(of: property, defaultValue)
    return (property, "try \(form.parameter).\(entryPoint)\(arguments)")
  }

  /// The property where a parameter may have its name.
  private func reference(to property: SwiftProperty) -> Code {
    .member(property.name, besides: [form.parameterName])
  }
}

extension StructCoding.Form {
  /// The parameter of both functions.
  fileprivate var parameter: Code {
    switch self {
    case .object: "object"
    case .array: "array"
    }
  }

  fileprivate var parameterName: String {
    switch self {
    case .object: "object"
    case .array: "array"
    }
  }

  /// How the names of the runtime's types begin that read and write the form.
  fileprivate var typePrefix: Code {
    switch self {
    case .object: "JSONObject"
    case .array: "JSONArray"
    }
  }

  /// The arguments for a part: a member is known by its name, and an element by its place.
  fileprivate func arguments(of property: SwiftProperty, _ values: [Code]) -> Code {
    switch self {
    case .object: .list([.string(property.wireName)] + values)
    case .array: .list(values)
    }
  }

  /// The expression that reads what is left.
  fileprivate var readingRest: Code {
    switch self {
    case .object: "try object.additionalProperties()"
    case .array: "try array.rest()"
    }
  }
}

extension SwiftProperty {
  /// What tells the writer that nil is null, and not a part that is not there.
  fileprivate var writerLabel: Code {
    if isAlwaysThere, case .nullable = shape { "nullable: " } else { .empty }
  }
}
