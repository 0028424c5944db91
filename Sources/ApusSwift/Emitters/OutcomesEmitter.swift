import ApusModel

/// Writes how one operation can end: its failures, and its successes where there are several.
struct OutcomesEmitter {
  let operation: SwiftOperation
  let payloads: PayloadEmitter

  private var namespace: Identifier { payloads.spelling.short(operation.namespace) }

  /// The successes as cases; empty where one of them is returned as it is.
  var success: Code {
    guard operation.plainSuccess == nil, !operation.successes.isEmpty else { return .empty }
    return """
      /// How the operation succeeds.
      \(.access)nonisolated enum Success: Sendable {
        \(Code.lines(operation.successes.map(declaration)))
      }
      """
  }

  /// The failures as cases.
  var failure: Code {
    """
    /// How the operation fails.
    \(.access)enum Failure: OperationFailure {
      \(Code.lines(operation.failures.map(declaration)))
      /// A response that the document does not describe.
      case undocumented(Response)
      /// No usable response: the request broke the document's rules, or it could not be sent.
      case unexpected(any Error)
    }
    """
  }

  private func declaration(of outcome: SwiftOutcome) -> Code {
    let response = outcome.response
    let status = response.hasStatus ? ["status: Int"] as [Code] : []
    let values = status + [payloads.type(of: outcome.payload)].compactMap(\.self)
    return """
      \(Code.documentation("\(response.status.label): \(response.description)"))
      case \(outcome.name)\(values.isEmpty ? .empty : Code.list(values))
      """
  }
}

// On the wire.
extension OutcomesEmitter {
  /// How successes are read and written.
  var successForm: Code {
    guard operation.plainSuccess == nil, !operation.successes.isEmpty else { return .empty }
    let reads = operation.successes.map { outcome in
      Code.switchCase(
        outcome.response.status.pattern, "self = \(value(of: outcome))", isLong: !outcome.isPlain)
    }
    let parameters = Code.list(["reading response: ResponseReader<\(namespace).Failure>"])
    return """
      nonisolated extension \(namespace).Success {
        \(.access)init\(parameters)\(Code.space(indenting: 2))throws(\(namespace).Failure)\(Code.space()){
          switch response.status {
          \(Code.lines(reads))
          default: throw \(namespace).Failure(reading: response)
          }
        }

        \(.access)var response: Response {
          switch self {
          \(Code.lines(operation.successes.map(writing)))
          }
        }
      }
      """
  }

  /// How failures are read and written.
  ///
  /// - Parameter rejections: How bad requests are answered.
  func failureForm(rejections: [Code]) -> Code {
    """
    extension \(namespace).Failure {
      \(Code.paragraphs([failureReading, failureWriting] + rejections))
    }
    """
  }

  private var failureReading: Code {
    let isSimple = operation.failures.allSatisfy { $0.isPlain }
    guard !operation.failures.isEmpty else {
      return """
        \(.access)init(reading response: ResponseReader<Self>) {
          self = .undocumented(response.response)
        }
        """
    }
    let reads = operation.failures.map { outcome -> (pattern: Code, value: Code, isLong: Bool) in
      let value: Code =
        isSimple && !outcome.payload.alternatives.isEmpty
        ? "response.json(Self.\(outcome.name.afterDot))" : self.value(of: outcome)
      return (outcome.response.status.pattern, "self = \(value)", !outcome.isPlain)
    }
    let isWhole = operation.failures.contains { $0.response.status == .other }
    let rest: Code = isWhole ? .empty : "default: self = .undocumented(response.response)"
    let cases = reads.map { Code.switchCase($0.pattern, $0.value, isLong: $0.isLong) }
    let choice: Code = """
      switch response.status {
      \(Code.lines(cases + [rest]))
      }
      """
    let statement = isWhole && reads.count == 1 ? reads[0].value : choice
    guard operation.failures.contains(where: \.canBeUnreadable), !isSimple else {
      return """
        \(.access)init(reading response: ResponseReader<Self>) {
          \(statement)
        }
        """
    }
    return """
      \(.access)init(reading response: ResponseReader<Self>) {
        do {
          \(statement)
        } catch {
          self = error
        }
      }
      """
  }

  /// The case with what is read for it from `response`.
  private func value(of outcome: SwiftOutcome) -> Code {
    let status = outcome.response.hasStatus ? ["status: response.status"] as [Code] : []
    let values = status + [payloads.reading(outcome.payload)].compactMap(\.self)
    return ".\(outcome.name.afterDot)\(values.isEmpty ? .empty : Code.list(values))"
  }

  private var failureWriting: Code {
    """
    \(.access)var response: Response {
      switch self {
      \(Code.lines(operation.failures.map(writing)))
      case .undocumented(let response): response
      case .unexpected(let error): .unexpected(error)
      }
    }
    """
  }

  private func writing(_ outcome: SwiftOutcome) -> Code {
    let status = outcome.response.hasStatus ? ["let status"] as [Code] : []
    let hasValue = payloads.type(of: outcome.payload) != nil
    let pattern = status + (hasValue ? ["let value"] : [])
    let code = outcome.response.status.code.map { "\($0)" as Code } ?? "status"
    let values: Code = pattern.isEmpty ? .empty : "(\(Code.sequence(pattern)))"
    return .switchCase(
      "case .\(outcome.name.afterDot)\(values)", payloads.writing(outcome.payload, code, "value"),
      isLong: hasValue && !(outcome.isPlain && outcome.isOfCommonType))
  }
}

extension SwiftOutcome {
  /// Whether it is JSON or nothing, and its status is known.
  fileprivate var isPlain: Bool {
    guard !response.hasStatus, payload.structure == nil, payload.choice == nil else { return false }
    guard let content = payload.alternatives.first?.content else { return true }
    if case .json = content.form { return true }
    return false
  }

  /// Whether its media type need not be told.
  fileprivate var isOfCommonType: Bool {
    payload.alternatives.first?.content.mediaTypes.first == "application/json"
  }

  /// Whether reading it can fail.
  fileprivate var canBeUnreadable: Bool {
    if payload.structure != nil || payload.choice != nil { return true }
    return payload.alternatives.contains { !$0.content.isStreamed }
  }
}

extension Code {
  /// A case of a `switch`.
  ///
  /// - Parameter isLong: Whether its body stands on a line of its own.
  static func switchCase(_ pattern: Code, _ body: Code, isLong: Bool) -> Code {
    guard isLong else { return "\(pattern): \(body)" }
    return """
      \(pattern):
        \(body)
      """
  }
}

extension EndpointResponse {
  /// Whether a case for it says which status it is.
  var hasStatus: Bool { status.code == nil }
}

extension EndpointResponse.Status {
  /// The status, where it is one.
  var code: Int? {
    if case .code(let code) = self { code } else { nil }
  }

  /// The pattern of a `switch` over codes.
  var pattern: Code {
    switch self {
    case .code(let code): "case \(code)"
    case .range(let digit): "case \(digit * 100)..<\(digit * 100 + 100)"
    case .other: "default"
    }
  }

  /// As documents write it, or in words.
  var label: String {
    switch self {
    case .code(let code): String(code)
    case .range(let digit): "\(digit)XX"
    case .other: "Any other status"
    }
  }
}
