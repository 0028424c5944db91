import Foundation

@testable import ApusChanges

/// Programs that use each generated declaration in every way in which others may.
struct DeclarationUses {
  /// The programs, each of one line or more, in the order of the declarations.
  private(set) var programs: [String] = []
  private let declarations: [SwiftDeclaration]
  /// What types are called from the top level, in the code for which there is no namespace.
  private let types: Set<String>
  /// What all declarations stand in.
  private let namespace: String

  /// - Parameters:
  ///   - declarations: What is generated, read without a namespace.
  ///   - namespace: The namespace that the code has when these programs are compiled.
  init(_ declarations: [SwiftDeclaration], in namespace: String) {
    self.declarations = declarations
    self.namespace = namespace
    types = Set(
      declarations.compactMap { declaration in
        switch declaration.kind {
        case .type, .alias: declaration.qualifiedName
        default: nil
        }
      })
    for declaration in declarations { addUses(of: declaration) }
  }

  /// The programs as a file.
  var file: String {
    "import ApusRuntime\nimport Foundation\n\n" + programs.joined(separator: "\n")
  }

  private mutating func addUses(of declaration: SwiftDeclaration) {
    switch declaration.kind {
    case .type(let keyword, let conformances):
      addUses(ofType: declaration, keyword, conformances)
    case .alias(let type):
      let parameter = qualified(declaration.qualifiedName, in: "")
      add("(_ value: \(parameter)) -> \(qualified(type, in: declaration.container)) { value }")
    case .property(let type, let isSettable):
      addUses(ofProperty: declaration, type, isSettable)
    case .enumerationCase(let payload):
      addUse(ofCase: declaration, payload)
    case .function(let function):
      addUse(of: declaration, function)
      if function.parameters.contains(where: \.hasDefault) {
        var short = function
        short.parameters.removeAll(where: \.hasDefault)
        addUse(of: declaration, short)
      }
    }
  }

  private mutating func add(_ function: String) {
    programs.append("func use\(namespace)\(programs.count)\(function)")
  }
}

// Types.
extension DeclarationUses {
  private mutating func addUses(
    ofType declaration: SwiftDeclaration, _ keyword: String, _ conformances: [String]
  ) {
    let name = qualified(declaration.qualifiedName, in: "")
    guard keyword != "protocol" else {
      addConformance(to: declaration, name)
      return
    }
    add("(_ value: \(name)) {}")
    for conformance in conformances {
      let type = qualified(conformance, in: declaration.container)
      add("(_ value: \(name)) -> any \(type) { value }")
    }
    let cases = members(of: declaration).filter { member in
      if case .enumerationCase = member.kind { true } else { false }
    }
    guard keyword == "enum", !cases.isEmpty else { return }
    let patterns = cases.map { ".\($0.name)" }.joined(separator: ", ")
    add("(_ value: \(name)) { switch value { case \(patterns): break } }")
  }

  private mutating func addConformance(to declaration: SwiftDeclaration, _ name: String) {
    var functions: [String] = []
    for member in members(of: declaration) where member.isRequirement {
      guard case .function(let function) = member.kind else { continue }
      functions.append(
        "func \(member.name)(\(parameters(of: function, in: declaration.qualifiedName)))"
          + "\(signature(of: function, in: declaration.qualifiedName)) { fatalError() }")
    }
    programs.append(
      "struct Conforming\(namespace)\(programs.count): \(name) { typealias Principal = Int; "
        + "\(functions.joined(separator: "; ")) }")
  }

  private func members(of declaration: SwiftDeclaration) -> [SwiftDeclaration] {
    declarations.filter { $0.container == declaration.qualifiedName }
  }
}

// Members.
extension DeclarationUses {
  /// What stands for a value that has a member, as the type of a parameter.
  private func holder(of declaration: SwiftDeclaration) -> String {
    let isProtocol = declarations.contains {
      $0.isProtocol && $0.qualifiedName == declaration.container
    }
    return (isProtocol ? "some " : "") + qualified(declaration.container, in: "")
  }

  private mutating func addUses(
    ofProperty declaration: SwiftDeclaration, _ type: String, _ isSettable: Bool
  ) {
    let (holder, name) = (holder(of: declaration), declaration.name)
    let type = qualified(type, in: declaration.container)
    if declaration.isStatic {
      add(type.isEmpty ? "() { _ = \(holder).\(name) }" : "() -> \(type) { \(holder).\(name) }")
      return
    }
    add("(_ value: \(holder)) -> \(type) { value.\(name) }")
    if isSettable {
      add("(_ value: inout \(holder), _ new: \(type)) { value.\(name) = new }")
    }
  }

  private mutating func addUse(ofCase declaration: SwiftDeclaration, _ payload: String) {
    let holder = holder(of: declaration)
    guard !payload.isEmpty else {
      add("() -> \(holder) { .\(declaration.name) }")
      return
    }
    let held = Self.held(payload)
    let list = held.enumerated().map { index, parameter in
      "_ value\(index): \(qualified(parameter.type, in: declaration.container))"
    }
    add(
      "(\(list.joined(separator: ", "))) -> \(holder) "
        + "{ .\(declaration.name)(\(arguments(held))) }")
  }

  private mutating func addUse(of declaration: SwiftDeclaration, _ function: SwiftFunction) {
    let holder = holder(of: declaration)
    let list = function.parameters.enumerated().map { index, parameter in
      "_ value\(index): \(qualified(parameter.type, in: declaration.container))"
    }
    let marks =
      (function.effects.contains("throws") ? "try " : "")
      + (function.effects.contains("async") ? "await " : "")
    let signature = signature(of: function, in: declaration.container)
    if declaration.name == "init" {
      add(
        "(\(list.joined(separator: ", ")))\(signature) "
          + "{ _ = \(marks)\(holder)(\(arguments(function.parameters))) }")
      return
    }
    // What a protocol leaves open can't be mentioned outside of it.
    let isOpen = (function.parameters.map(\.type) + [function.result]).contains {
      $0.contains("Principal")
    }
    guard !isOpen || !holder.hasPrefix("some ") else { return }
    let isGeneric = function.parameters.contains { $0.type.contains("Principal") }
    let receiver = declaration.isStatic ? [] : ["_ holder: inout \(holder)"]
    add(
      "\(isGeneric ? "<Principal: Sendable>" : "")(\((receiver + list).joined(separator: ", ")))"
        + "\(signature) { \(function.result.isEmpty ? "" : "return ")\(marks)"
        + "\(declaration.isStatic ? holder : "holder").\(declaration.name)"
        + "(\(arguments(function.parameters))) }")
  }

  /// What a case holds, from how it is declared: `(Card, headers: Headers)`.
  private static func held(_ payload: String) -> [SwiftFunction.Parameter] {
    var parts = [""]
    var depth = 0
    for character in payload.dropFirst().dropLast() {
      if "([<".contains(character) { depth += 1 }
      if ")]>".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { part in
      let words = part.split(separator: ":", maxSplits: 1)
      guard words.count == 2, !words[0].contains("[") else {
        return SwiftFunction.Parameter(label: "_", type: part, hasDefault: false)
      }
      return SwiftFunction.Parameter(
        label: words[0].trimmingCharacters(in: .whitespaces), type: String(words[1]),
        hasDefault: false)
    }
  }

  private func arguments(_ parameters: [SwiftFunction.Parameter]) -> String {
    parameters.enumerated().map { index, parameter in
      let hasLabel = parameter.label != "_" && !parameter.label.isEmpty
      let mark = parameter.type.hasPrefix("inout ") ? "&" : ""
      return (hasLabel ? "\(parameter.label): " : "") + "\(mark)value\(index)"
    }.joined(separator: ", ")
  }

  private func parameters(of function: SwiftFunction, in container: String) -> String {
    function.parameters.enumerated().map { index, parameter in
      "\(parameter.label) value\(index): \(qualified(parameter.type, in: container))"
    }.joined(separator: ", ")
  }

  /// What stands behind the parameters.
  private func signature(of function: SwiftFunction, in container: String) -> String {
    var text = ""
    if !function.effects.isEmpty { text += " \(qualified(function.effects, in: container))" }
    if !function.result.isEmpty { text += " -> \(qualified(function.result, in: container))" }
    return text
  }
}

// Names.
extension DeclarationUses {
  /// A type as it is written where a declaration stands, as it is written at the top level.
  private func qualified(_ type: String, in container: String) -> String {
    var text = ""
    var word = ""
    for character in type + ")" {
      if character.isLetter || character.isNumber || "_`".contains(character) {
        word.append(character)
        continue
      }
      text += word.isEmpty || text.last == "." ? word : outermost(word, in: container)
      word = ""
      text.append(character)
    }
    return String(text.dropLast())
  }

  /// A name with all that it stands in, if it is one of the generated types.
  private func outermost(_ name: String, in container: String) -> String {
    if name == "Self" { return qualified(container, in: "") }
    var steps = container.split(separator: ".").map(String.init)
    while true {
      let candidate = (steps + [name]).joined(separator: ".")
      if types.contains(candidate) { return "\(namespace).\(candidate)" }
      if name == container.split(separator: ".").first.map(String.init), types.contains(name) {
        return "\(namespace).\(name)"
      }
      guard !steps.isEmpty else { return name }
      steps.removeLast()
    }
  }
}
