import ApusCore
import ApusOpenAPI

// What a request carries beside its body.
extension Lowering {
  /// The parameters of an operation, in the order of the document.
  mutating func parameters(
    of operation: Operation, nested: inout [TypeDeclaration]
  ) -> [EndpointParameter] {
    var parameters: [EndpointParameter] = []
    for parameter in operation.parameters {
      if parameter.isReserved {
        warn("other parts of the document say this: it is left out", at: parameter.pointer)
      } else if parameter.location == .path, operation.path == nil {
        warn("no path has this parameter: it is left out", at: parameter.pointer)
      } else {
        parameters.append(self.parameter(parameter, nested: &nested))
      }
    }
    return parameters
  }

  private mutating func parameter(
    _ parameter: Parameter, nested: inout [TypeDeclaration]
  ) -> EndpointParameter {
    let (written, notation) = notation(
      of: parameter.value, in: parameter.location, at: parameter.pointer)
    let schema = written ?? Schema()
    let shape = shape(of: schema, called: .name(parameter.name), nested: &nested)
    if let own = nested.indices.last(where: { nested[$0].schema === schema }) {
      nested[own].description = nested[own].description ?? parameter.description
    }
    if parameter.allowsEmptyValue, parameter.isRequired, !schema.allowsText {
      warn("an empty text is no value of this parameter, which is required", at: parameter.pointer)
    }
    return EndpointParameter(
      name: parameter.name,
      location: EndpointParameter.Location(parameter.location),
      description: parameter.description ?? schema[Description.self]?.text,
      isRequired: parameter.isRequired,
      allowsEmpty: parameter.allowsEmptyValue && parameter.location == .query,
      notation: shape.isScalar ? notation.ofScalar : notation,
      shape: shape,
      schema: schema,
      isDeprecated: parameter.isDeprecated || schema[Deprecated.self]?.isDeprecated ?? false,
      shared: sharedPart(at: parameter.pointer),
      defaultValue: parameter.isRequired ? nil : defaultValue(of: [schema]))
  }

  /// A parameter's or header field's schema, and how the value is written.
  mutating func notation(
    of value: Parameter.Value, in location: Parameter.Location, at pointer: String
  ) -> (Schema?, ParameterNotation) {
    let standard = ParameterNotation(.standard(for: location))
    switch value {
    case .schema(let schema, let serialization):
      return (schema, ParameterNotation(serialization))
    case .content(let entry) where entry.key.isJSON:
      let notation = ParameterNotation(style: .json, isExploded: false, allowsReserved: false)
      return (entry.value.schema, notation)
    case .content(let entry):
      if !entry.key.isText, location != .querystring || !entry.key.isForm {
        warn("'\(entry.key)' is written as the style '\(standard.style)' here", at: pointer)
      }
      return (entry.value.schema, standard)
    }
  }
}

extension Schema {
  /// Whether a text may be a value, as far as `type` tells.
  fileprivate var allowsText: Bool { self[Type.self]?.names.contains(.string) ?? true }
}

extension ParameterNotation {
  init(_ serialization: Parameter.Serialization) {
    self.init(
      style: Style(rawValue: serialization.style.rawValue) ?? .form,
      isExploded: serialization.isExploded, allowsReserved: serialization.allowsReserved)
  }

  /// The notation of a value without parts, which there are fewer ways to write.
  fileprivate var ofScalar: ParameterNotation {
    var notation = self
    switch style {
    case .matrix, .label, .simple, .json: notation.isExploded = false
    case .form, .cookie: notation.isExploded = true
    case .spaceDelimited, .pipeDelimited, .deepObject:
      notation.style = .form
      notation.isExploded = true
    }
    return notation
  }
}

extension Shape {
  /// Whether its values have no parts.
  fileprivate var isScalar: Bool {
    switch self {
    case .scalar, .enumeration: true
    case .nullable(let shape): shape.isScalar
    default: false
    }
  }
}

extension EndpointParameter.Location {
  fileprivate init(_ location: Parameter.Location) {
    switch location {
    case .path: self = .path
    case .query: self = .query
    case .header: self = .header
    case .cookie: self = .cookie
    case .querystring: self = .queryString
    }
  }
}

extension String {
  /// Whether a media type is text.
  fileprivate var isText: Bool { lowercased().hasPrefix("text/") }

  /// Whether a media type is that of forms.
  fileprivate var isForm: Bool {
    prefix { $0 != ";" }.lowercased() == "application/x-www-form-urlencoded"
  }
}
