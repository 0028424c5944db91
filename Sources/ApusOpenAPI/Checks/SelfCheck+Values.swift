import ApusCore
import ApusSource
import ApusYAML

// Values that are not what their own schemas describe.
extension SelfCheck {
  /// How many broken rules are told of one value.
  private static let toldRules = 3

  /// Checks the values that a schema mentions.
  mutating func checkValues(of schema: Schema) {
    for rule in schema.rules {
      switch rule.keyword {
      case let keyword as Default:
        check(keyword.value, "this default", of: schema, at: Default.name)
      case let keyword as ApusCore.Example:
        check(keyword.value, "this example", of: schema, at: ApusCore.Example.name)
      case let keyword as Examples:
        for (index, value) in keyword.values.enumerated() {
          check(value, "this example", of: schema, at: Examples.name, String(index))
        }
      case let keyword as Constant:
        check(keyword.value, "the value of 'const'", of: schema, at: Constant.name)
      case let keyword as Enumeration:
        check(keyword, of: schema)
      default: break
      }
    }
  }

  /// Checks an example that stands beside a schema.
  mutating func check(_ example: DescribedExample) {
    let text = DocumentWriter.write(example.value.node, as: .json)
    let ways = example.direction.map { Directions($0) } ?? .either
    let rules = brokenRules(of: text, by: example.schema, going: ways)
    report(rules, of: "this example", at: example.value.span)
  }

  private mutating func check(_ enumeration: Enumeration, of schema: Schema) {
    // Where nothing else is said, nothing can be said against a value.
    guard
      schema.rules.contains(where: { !($0.keyword is Enumeration || $0.keyword is any Annotation) })
    else { return }
    let broken = enumeration.values.map { brokenRules(of: $0.json, by: schema) }
    let span = span(of: schema, [Enumeration.name])
    if broken.count > 1, broken.allSatisfy({ !$0.isEmpty }) {
      report(broken.first ?? [], of: "every value of 'enum'", at: span)
      return
    }
    for (index, rules) in broken.enumerated() where !rules.isEmpty {
      report(rules, of: "this value", at: self.span(of: schema, [Enumeration.name, String(index)]))
    }
  }

  private mutating func check(
    _ value: JSON, _ subject: String, of schema: Schema, at tokens: String...
  ) {
    let rules = brokenRules(of: value.json, by: schema)
    guard !rules.isEmpty else { return }
    report(rules, of: subject, at: span(of: schema, tokens))
  }

  private func brokenRules(
    of text: [UInt8], by schema: Schema, going ways: Directions = .either
  ) -> [Violation] {
    // What is nested more deeply than can be read is not looked at.
    (try? withJSON(text) { schema.violations(in: $0, going: ways) }) ?? []
  }

  private mutating func report(_ rules: [Violation], of subject: String, at span: SourceSpan?) {
    guard let first = rules.first else { return }
    var notes = rules.prefix(Self.toldRules).enumerated().map { index, rule in
      Diagnostic.Note(
        index == 0 ? "the rule that it breaks" : "and here: \(rule.inWords)",
        at: document.nameSpan(at: rule.schema))
    }
    if rules.count > Self.toldRules {
      notes.append(Diagnostic.Note("it breaks \(rules.count - Self.toldRules) rules more"))
    }
    findings.append(
      Finding(
        message: "\(subject) is not what its schema describes: \(first.inWords)", span: span,
        notes: notes, kind: "\(subject), \(first.expected)"))
  }

  /// How many values that break rules of one kind are told of one by one.
  private static let toldFindings = 3

  /// Warns of the values that were found. A mistake that a document makes everywhere is not to hide all else.
  mutating func reportFindings() {
    let kinds = Dictionary(grouping: findings, by: \.kind)
    var told: [String: Int] = [:]
    for var finding in findings {
      let number = told[finding.kind, default: 0] + 1
      told[finding.kind] = number
      guard number <= Self.toldFindings else { continue }
      let rest = (kinds[finding.kind] ?? []).dropFirst(Self.toldFindings)
      if number == Self.toldFindings, let next = rest.first {
        finding.notes.append(
          Diagnostic.Note("\(rest.count) more of this kind, from here on", at: next.span))
      }
      diagnostics.warning(finding.message, at: finding.span, notes: finding.notes)
    }
  }
}

extension Violation {
  /// What is wrong, without the schema's place.
  fileprivate var inWords: String {
    let place = instance.isEmpty ? "" : "at '\(instance)', "
    return "\(place)expected \(expected), found \(found)"
  }
}

extension Directions {
  /// A value that may be of a request or of a response.
  fileprivate static let either: Directions = [.request, .response]
}
