import ApusCore
import ApusOpenAPI

// What may be answered.
extension Lowering {
  /// The documented responses: first those for one status, in the order of these, then those for
  /// ranges, and last the one for all others.
  mutating func responses(
    of operation: Operation, nested: inout [TypeDeclaration]
  ) -> [EndpointResponse] {
    var responses: [EndpointResponse] = []
    for entry in operation.responses {
      let response = entry.value
      let status = EndpointResponse.Status(entry.key)
      if status.isInterim {
        warn("an interim response is not generated: it is left out", at: response.pointer)
        continue
      }
      let label = status.label
      let contents = contents(of: response, with: status, to: operation, label, nested: &nested)
      let isWhole = contents.isEmpty == response.content.isEmpty
      responses.append(
        EndpointResponse(
          status: status,
          description: response.description,
          contents: contents,
          headers: headers(response.headers, nested: &nested),
          shared: isWhole ? sharedPart(at: response.pointer) : nil))
    }
    return responses.sorted { $0.status.rank < $1.status.rank }
  }

  private mutating func contents(
    of response: DocumentedResponse, with status: EndpointResponse.Status,
    to operation: Operation, _ label: Label, nested: inout [TypeDeclaration]
  ) -> [EndpointContent] {
    if response.content.isEmpty || operation.method.description == "HEAD" { return [] }
    if case .code(let code) = status, [204, 205, 304].contains(code) {
      warn(
        "a response of the status \(code) has no content: this one is left out",
        at: response.pointer)
      return []
    }
    return contents(response.content, called: label, .response, nested: &nested)
  }

  /// The header fields of a response or of a part. Those that others say are left out
  /// (OpenAPI 3.2.0, sections 4.15.1 and 4.17).
  mutating func headers(
    _ described: Entries<String, Header>, besides others: Set<String> = ["content-type"],
    nested: inout [TypeDeclaration]
  ) -> [EndpointHeader] {
    var headers: [EndpointHeader] = []
    for entry in described where !others.contains(entry.key.lowercased()) {
      guard Token.isValid(entry.key) else {
        warn("no header field can be named '\(entry.key)': it is left out", at: entry.value.pointer)
        continue
      }
      let header = entry.value
      let (written, notation) = notation(of: header.value, in: .header, at: header.pointer)
      let schema = written ?? Schema()
      headers.append(
        EndpointHeader(
          name: entry.key, description: header.description ?? schema[Description.self]?.text,
          isRequired: header.isRequired, notation: notation,
          shape: shape(of: schema, called: .name(entry.key), nested: &nested), schema: schema))
    }
    return headers
  }

  /// The response that tells what is wrong with a request: that of the first of some statuses whose
  /// body is an object of which one string is all that it requires.
  func rejection(with statuses: [Int], among responses: [EndpointResponse]) -> Rejection? {
    for status in statuses {
      guard let response = responses.first(where: { $0.status == .code(status) }),
        response.headers.isEmpty, response.contents.count == 1,
        case .json(.reference(let identifier)) = response.contents[0].form,
        let schema = document.schema(at: identifier.pointer),
        let names = schema[Required.self]?.names, names.count == 1,
        let property = schema[Properties.self]?.properties.first(where: { $0.name == names[0] }),
        property.schema.acceptsAnyString
      else { continue }
      return Rejection(status: status, body: identifier, property: property.name)
    }
    return nil
  }
}

extension EndpointResponse.Status {
  fileprivate init(_ key: StatusKey) {
    switch key {
    case .code(let code): self = .code(code)
    case .range(let digit): self = .range(digit)
    case .default: self = .other
    }
  }

  /// Whether another response follows (RFC 9110, section 15.2).
  fileprivate var isInterim: Bool {
    switch self {
    case .code(let code): code < 200
    case .range(let digit): digit == 1
    case .other: false
    }
  }

  /// What a type of its body is called.
  fileprivate var label: Label {
    switch self {
    case .code(let code): .body(status: code)
    case .range(let digit): .name("\(StatusClass.name(of: digit)) body")
    case .other: .name("other body")
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .code(let code): code
    case .range(let digit): 1_000 + digit
    case .other: 2_000
    }
  }
}

/// The classes of statuses (RFC 9110, section 15).
public enum StatusClass {
  /// What the class with that first digit is called.
  public static func name(of digit: Int) -> String {
    switch digit {
    case 1: "informational"
    case 2: "success"
    case 3: "redirection"
    case 4: "client error"
    default: "server error"
    }
  }
}

extension Schema {
  /// Whether nothing is asked but that the value is a string.
  fileprivate var acceptsAnyString: Bool {
    let rules = rules.filter(\.canBeBroken)
    return rules.count == 1 && self[Type.self]?.names == [.string]
  }
}
