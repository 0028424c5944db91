import ApusCore
import ApusModel
import ApusOpenAPI
import ApusSource

extension WireComparison {
  /// Compares the parameters of an operation.
  func compareParameters(_ before: Operation, _ after: Operation, _ roles: Roles) {
    let names = variableNames(before, after)
    var kept: Set<String> = []
    for parameter in before.parameters {
      let key = Self.key(parameter, names)
      let other = after.parameters.first { Self.key($0, [:]) == key }
      guard let other else {
        noteRemoved(parameter, after, roles)
        continue
      }
      kept.insert(key)
      compareShared(parameter, other, roles)
    }
    for parameter in after.parameters where !kept.contains(Self.key(parameter, [:])) {
      noteAdded(parameter, before, roles)
    }
  }

  /// What the variables of the old path are called in the new one.
  private func variableNames(_ before: Operation, _ after: Operation) -> [String: String] {
    guard let old = before.path?.variables, let new = after.path?.variables else { return [:] }
    return Dictionary(zip(old, new).map { ($0, $1) }) { first, _ in first }
  }

  private static func key(_ parameter: Parameter, _ names: [String: String]) -> String {
    var name = parameter.name
    if parameter.location == .path { name = names[name] ?? name }
    if parameter.location == .header { name = name.lowercased() }
    return "\(parameter.location.rawValue) \(name)"
  }

  private func noteRemoved(_ parameter: Parameter, _ after: Operation, _ roles: Roles) {
    let effect: Effect = parameter.isRequired ? .changes : .narrows
    note(
      parameter.isDeprecated ? .requestParameterRemovedWithDeprecation : .requestParameterRemoved,
      effect.breakage(of: roles.request),
      "\(parameter.words) is gone; it was \(parameter.isRequired ? "required" : "optional")"
        + (parameter.isDeprecated ? " and deprecated" : ""),
      old: parameter.place.nameSpan, new: after.span(of: "parameters"))
  }

  private func noteAdded(_ parameter: Parameter, _ before: Operation, _ roles: Roles) {
    let rule: MessageRule =
      parameter.isRequired ? .newRequiredRequestParameter : .newOptionalRequestParameter
    let effect: Effect = parameter.isRequired ? .narrows : .keeps
    note(
      rule, effect.breakage(of: roles.request),
      "\(parameter.words) is new, and \(parameter.isRequired ? "required" : "optional")",
      old: before.span(of: "parameters"), new: parameter.place.nameSpan)
  }

  /// Compares parameters, which many operations may share, once.
  private func compareShared(_ before: Parameter, _ after: Parameter, _ roles: Roles) {
    guard after.isShared || before.isShared else {
      compare(before, after, roles)
      return
    }
    let key = UnitKey.shared(old: before.pointer, new: after.pointer, roles.request)
    unit(key, .component(kind: "parameter", name: after.name)) { [self] in
      compare(before, after, roles)
    }
  }

  private func compare(_ before: Parameter, _ after: Parameter, _ roles: Roles) {
    let site = Site(prefix: "request-parameter", flow: roles.request, root: after.words)
    if before.name != after.name, before.location != .header {
      note(
        .requestParameterRenamed, [], "\(after.words) was called '\(before.name)'",
        old: before.span(of: "name"), new: after.span(of: "name"))
    }
    if before.isRequired != after.isRequired {
      note(
        after.isRequired ? .becameRequired : .becameOptional,
        after.isRequired ? .narrows : .widens, site,
        after.isRequired ? "is required now" : "is not required any more",
        old: before.span(of: "required"), new: after.span(of: "required"))
    }
    if before.allowsEmptyValue != after.allowsEmptyValue {
      note(
        after.allowsEmptyValue ? .emptyValueAllowed : .emptyValueRefused,
        after.allowsEmptyValue ? .widens : .narrows, site,
        after.allowsEmptyValue ? "may be empty now" : "may not be empty any more",
        old: before.span(of: "allowEmptyValue"), new: after.span(of: "allowEmptyValue"))
    }
    compareDeprecation(before, after, at: site)
    if before.description != after.description {
      note(
        .documentationChanged, [], "\(after.words) is documented differently",
        old: before.span(of: "description"), new: after.span(of: "description"))
    }
    compareExamples(before.examples, after.examples, old: before, new: after, at: site)
    compareForms(before.value, after.value, old: before, new: after, at: site)
  }

  private func compareDeprecation(_ before: Parameter, _ after: Parameter, at site: Site) {
    guard before.isDeprecated != after.isDeprecated else { return }
    note(
      after.isDeprecated ? .deprecated : .reactivated, .keeps, site,
      after.isDeprecated ? "is deprecated now" : "is not deprecated any more",
      old: before.span(of: "deprecated"), new: after.span(of: "deprecated"))
  }

  /// Compares how the values of parameters and header fields are described and written.
  func compareForms(
    _ before: Parameter.Value, _ after: Parameter.Value, old: some Located, new: some Located,
    at site: Site
  ) {
    switch (before, after) {
    case (.schema(let left, let form), .schema(let right, let newForm)):
      if form != newForm {
        note(
          .styleChanged, .changes, site, "is written in another style now",
          old: old.span(of: "style"), new: new.span(of: "style"))
      }
      compare(left, right, at: site)
    case (.content(let left), .content(let right)):
      if left.key != right.key {
        note(
          .mediaTypeChanged, .changes, site,
          "is written as '\(right.key)' now, and was as '\(left.key)'",
          old: left.keySpan, new: right.keySpan)
      }
      compare(left.value.schema, right.value.schema, at: site)
    case (.schema(let left, _), .content(let right)):
      note(
        .mediaTypeChanged, .changes, site, "is written as '\(right.key)' now",
        old: old.span(of: "schema"), new: right.keySpan)
      compare(left, right.value.schema, at: site)
    case (.content(let left), .schema(let right, _)):
      note(
        .mediaTypeChanged, .changes, site, "is not written as '\(left.key)' any more",
        old: left.keySpan, new: new.span(of: "schema"))
      compare(left.value.schema, right, at: site)
    }
  }
}

extension Parameter {
  /// The parameter in words.
  var words: String { "the \(location.rawValue) parameter '\(name)'" }
}

extension Located {
  /// Whether it may be shared: it stands under `components`, or in another file.
  var isShared: Bool { !pointer.hasPrefix("/paths/") && !pointer.hasPrefix("/webhooks/") }
}
