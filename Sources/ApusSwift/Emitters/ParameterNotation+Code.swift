import ApusModel

extension EndpointParameter {
  /// The runtime's function for parameters that stand there.
  var entryPoint: Code {
    switch location {
    case .path: "path"
    case .query: "query"
    case .header: "header"
    case .cookie: "cookie"
    case .queryString: "queryString"
    }
  }

  /// The name as an argument of that function; the whole query has none.
  var nameArgument: [Code] {
    location == .queryString ? [] : [.string(name)]
  }

  /// The style as an argument, for those who write the value; none where it is the function's own.
  var writingStyle: [Code] {
    let style = notation.allowsReserved ? "\(notation.code).allowingReserved" : notation.code
    return isStandard && !notation.allowsReserved ? [] : ["style: \(style)"]
  }

  /// The style as an argument, for those who read the value.
  ///
  /// - Parameter neighbours: The parameters beside which an object's members stand.
  func readingStyle(beside neighbours: [String]?) -> [Code] {
    var style = notation.code
    if let neighbours {
      let first = neighbours.prefix(1).map { "beside: \(Code.string($0))" as Code }
      style = "\(style).members\(Code.list(first + neighbours.dropFirst().map(Code.string)))"
    }
    if allowsEmpty { style = "\(style).allowingEmpty" }
    return isStandard && neighbours == nil && !allowsEmpty ? [] : ["style: \(style)"]
  }

  private var isStandard: Bool {
    switch location {
    case .path, .header: notation.style == .simple && !notation.isExploded
    case .query, .cookie, .queryString: notation.style == .form && notation.isExploded
    }
  }
}

extension ParameterNotation {
  /// The runtime's name for the style.
  var code: Code {
    let name = Code.word(style.rawValue)
    switch style {
    case .deepObject, .json: return ".\(name)"
    case .form, .cookie: return isExploded ? ".\(name)" : ".\(name)(explode: false)"
    default: return isExploded ? ".\(name)(explode: true)" : ".\(name)"
    }
  }
}
