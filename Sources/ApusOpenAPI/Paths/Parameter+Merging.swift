import ApusSource

extension Parameter {
  /// What tells a request's parameters apart. Header fields' names don't differ by case.
  struct Identity: Hashable {
    let location: Location
    let name: String
  }

  var identity: Identity {
    Identity(location: location, name: location == .header ? name.lowercased() : name)
  }

  /// A path item's parameters, each replaced by the operation's own of the same identity, and
  /// then the operation's others.
  static func merged(_ shared: [Parameter], with own: [Parameter]) -> [Parameter] {
    guard !shared.isEmpty else { return own }
    var replacements = Dictionary(own.map { ($0.identity, $0) }) { first, _ in first }
    let inherited = shared.map { replacements.removeValue(forKey: $0.identity) ?? $0 }
    return inherited + own.filter { replacements[$0.identity] != nil }
  }
}

extension ReadingContext {
  /// The parameters with those of the path made to fit it: what the path doesn't have is left
  /// out, what it has and nobody declares is added as a text.
  func settled(
    _ parameters: [Parameter], at address: PathItem.Address, _ operation: Place
  ) -> [Parameter] {
    guard case .path(let template) = address else { return parameters }
    let variables = template.variables
    let declared = parameters.filter { $0.location == .path }.map(\.name)
    if variables == declared { return parameters }
    let named = Set(variables)
    var result = parameters.filter { parameter in
      guard parameter.location == .path, !named.contains(parameter.name) else { return true }
      let hint = SpellingSuggestion.hint(for: parameter.name, among: variables)
      let message = "the path '\(template)' has no '{\(parameter.name)}'\(hint)"
      let note = Diagnostic.Note("the operation", at: operation.nameSpan)
      warn(message, at: parameter.span, notes: [note])
      return false
    }
    var known = Set(declared)
    for variable in variables where known.insert(variable).inserted {
      warn(
        "'{\(variable)}' in the path '\(template)' isn't among the operation's parameters",
        at: operation.nameSpan)
      result.append(Parameter(undeclared: variable, at: operation))
    }
    return result
  }
}
