import ApusModel

// Operations' names.
extension SwiftAPI {
  /// The functions of operations.
  static func functions(of endpoints: [Endpoint], _ namer: inout Namer) -> [Identifier] {
    // A client has a property of this name.
    var table = NameTable(.members, namer.style, reserved: ["client"])
    return namer.renames.names(
      for: endpoints.map { ValueName(words: Words(of: $0.name)) }, of: .operation, in: &table
    ) { PartKeys(of: endpoints[$0]).all }
  }

  /// The name of what holds an operation's types: as the function is called, if it is so because
  /// somebody asks for it.
  static func namespace(of endpoint: Endpoint, called function: Identifier) -> ValueName {
    var words = Words(of: endpoint.name)
    let own = words.lowerCamelCase
    if function.afterDot.text.lowercased() != own.lowercased() {
      words = Words(of: function.afterDot.text)
    }
    // A function and a type of one spelling could not be told apart.
    words.original = nil
    if function.isCaseless { words.words.append("operation") }
    return ValueName(words: words, orElse: [Words(words.words + ["operation"])])
  }
}
