import ApusModel

/// Writes where the requests go that an operation leads to: functions in its namespace.
struct CallbacksEmitter {
  let operation: SwiftOperation
  let operations: OperationsEmitter

  /// A function for each address that the operation's arguments tell.
  var functions: [Code] {
    let callbacks = operation.endpoint.callbacks
    var table = NameTable(.members, reserved: ["security"])
    let names = table.names(for: callbacks.map { Words(Words(of: $0.name).words + ["url"]) })
    return zip(names, callbacks).compactMap { name, callback in
      callback.sources.flatMap { sources in
        let inputs = sources.map { ($0, place(of: $0)) }
        guard inputs.allSatisfy({ $1 != nil }) else { return nil }
        let ordered = inputs.map { ($0, $1 ?? 0) }.sorted { $0.1 < $1.1 }
        return function(name, callback, ordered.map { ($0, operation.inputs[$1]) })
      }
    }
  }

  private func function(
    _ name: Identifier, _ callback: EndpointCallback,
    _ inputs: [(source: EndpointCallback.Source, input: SwiftInput)]
  ) -> Code {
    let summary = "Where `\(callback.name)` is received"
    if inputs.isEmpty {
      return """
        \(Code.documentation("\(summary)."))
        \(.access)nonisolated static let \(name) = \(Code.string(callback.address))
        """
    }
    let parameters = inputs.map { _, input -> Code in
      let label: Code = input.isBody ? "_ \(input.name)" : .name(input.name)
      return "\(label): \(operations.type(of: input))"
    }
    let documentation = "\(summary): `\(callback.address)`. Nil if the request doesn't tell."
    // A parameter may be called so.
    var table = NameTable(.members, reserved: inputs.map(\.input.name.text))
    let address = table.name(for: Words(["address"]))
    let result = "\(Code.list(parameters))\(Code.space(indenting: 2))-> String?" as Code
    return """
      \(Code.documentation(documentation))
      \(.access)nonisolated static func \(name)\(result)\(Code.space()){
        var \(address) = CallbackAddress\(Code.list([.string(callback.address)]))
        \(Code.lines(inputs.map { statement($0, on: address, with: $1) }))
        return \(address).url
      }
      """
  }

  private func statement(
    _ source: EndpointCallback.Source, on address: Identifier, with input: SwiftInput
  ) -> Code {
    let value = Code.name(input.name)
    switch source {
    case .body: return "\(address).body\(Code.list([value]))"
    case .path(let name): return "\(address).path\(Code.list([.string(name), value]))"
    case .query(let name): return "\(address).query\(Code.list([.string(name), value]))"
    case .header(let name): return "\(address).header\(Code.list([.string(name), value]))"
    }
  }

  /// The number of the argument that a part of the request is made of; nil if there is none whose
  /// parts can be told.
  private func place(of source: EndpointCallback.Source) -> Int? {
    operation.inputs.firstIndex { input in
      switch (source, input.location) {
      case (.body, .body(let payload)):
        guard payload.choice == nil, case .json = payload.alternatives.first?.content.form else {
          return false
        }
        return true
      case (.path(let name), .parameter(let parameter)):
        return parameter.location == .path && parameter.name == name
      case (.query(let name), .parameter(let parameter)):
        return parameter.location == .query && parameter.name == name
      case (.header(let name), .parameter(let parameter)):
        return parameter.location == .header && parameter.name.lowercased() == name
      default: return false
      }
    }
  }
}
