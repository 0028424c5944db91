import ApusSource

/// One option of a verb: how it is written, what the help says about it and what it sets.
struct Option<Arguments> {
  /// The name without its two hyphens.
  let name: String
  /// How the help calls the value; nil for a flag, which takes none.
  let valueName: String?
  /// What the value is.
  var form = OptionForm.text
  /// Whether it may be given several times, each time with one more value.
  var isRepeatable = false
  /// Whether the help only names it where there is little room.
  var isRare = false
  /// One line for the help.
  let summary: String
  /// Puts the value, empty for a flag, where it belongs.
  let set: (inout Arguments, String) throws(UsageError) -> Void
  /// Notes where in a settings file the value stands that was put there last.
  var place: (inout Arguments, SourceSpan) -> Void = { _, _ in }

  /// The same option, which the help only names where there is little room.
  var rare: Self {
    var option = self
    option.isRare = true
    return option
  }

  /// An option that is either there or not.
  static func flag(
    _ name: String, _ property: WritableKeyPath<Arguments, Bool>, _ summary: String
  ) -> Self {
    Option(name: name, valueName: nil, form: .flag, summary: summary) { arguments, _ in
      arguments[keyPath: property] = true
    }
  }

  /// An option whose value is the path of a file. The last one given counts.
  static func path(
    _ name: String, _ valueName: String, _ property: WritableKeyPath<Arguments, String>,
    _ summary: String
  ) -> Self {
    Option(name: name, valueName: valueName, form: .path, summary: summary) {
      (arguments, value) throws(UsageError) in
      guard !value.isEmpty else { throw UsageError("option '--\(name)' needs a value") }
      arguments[keyPath: property] = value
    }
  }

  /// The same, of a folder.
  static func folder(
    _ name: String, _ property: WritableKeyPath<Arguments, String>, _ summary: String
  ) -> Self {
    var option = path(name, "DIR", property, summary)
    option.form = .folder
    return option
  }

  /// An option that may be given several times, each time with the path of a file.
  static func paths(
    _ name: String, _ valueName: String, _ property: WritableKeyPath<Arguments, [NamedFile]>,
    _ summary: String
  ) -> Self {
    Option(name: name, valueName: valueName, form: .path, isRepeatable: true, summary: summary) {
      (arguments, value) throws(UsageError) in
      guard !value.isEmpty else { throw UsageError("option '--\(name)' needs a value") }
      arguments[keyPath: property].append(NamedFile(path: value))
    } place: { arguments, span in
      guard let last = arguments[keyPath: property].indices.last else { return }
      arguments[keyPath: property][last].span = span
    }
  }

  /// An option whose value is one of a few words. The last one given counts.
  static func choice<Choice: Choosable>(
    _ name: String, _ property: WritableKeyPath<Arguments, Choice>, _ summary: String
  ) -> Self {
    Option(
      name: name, valueName: Choice.alternatives, form: .choice(Choice.words), summary: summary
    ) { (arguments, value) throws(UsageError) in
      arguments[keyPath: property] = try Choice.named(value, option: name)
    }
  }

  /// An option that may be given several times, each time with one of a few words.
  static func choices<Choice: Choosable>(
    _ name: String, _ property: WritableKeyPath<Arguments, Set<Choice>>, _ summary: String
  ) -> Self {
    Option(
      name: name, valueName: Choice.alternatives, form: .choice(Choice.words), isRepeatable: true,
      summary: summary
    ) { (arguments, value) throws(UsageError) in
      arguments[keyPath: property].insert(try Choice.named(value, option: name))
    }
  }
}

extension Option {
  /// The same option with another name for its value in the help.
  func called(_ valueName: String) -> Option {
    Option(
      name: name, valueName: valueName, form: form, isRepeatable: isRepeatable, summary: summary,
      set: set, place: place)
  }

  /// The same option of arguments that hold these ones.
  func inside<Outer>(_ property: WritableKeyPath<Outer, Arguments>) -> Option<Outer> {
    Option<Outer>(
      name: name, valueName: valueName, form: form, isRepeatable: isRepeatable, isRare: isRare,
      summary: summary
    ) { (arguments, value) throws(UsageError) in
      try set(&arguments[keyPath: property], value)
    } place: { arguments, span in
      place(&arguments[keyPath: property], span)
    }
  }
}

/// What an option's value is.
enum OptionForm: Hashable, Sendable {
  /// There is none: the option is there or not.
  case flag
  case text
  /// The path of a file.
  case path
  /// The path of a folder.
  case folder
  /// One of some words.
  case choice([String])
  /// A key and what belongs to it, as `KEY=VALUE`.
  case pair(PairForm)

  /// What pairs are made of.
  struct PairForm: Hashable, Sendable {
    /// The keys that there are; nil if any will do.
    var keys: [String]?
    /// Whether the value is a path.
    var hasPath = false
  }

  /// Whether values are paths.
  var isPath: Bool { self == .path || self == .folder }
}

/// An argument of a verb that is known by its place.
struct Operand<Arguments> {
  /// How the help calls it.
  let name: String
  /// Whether the verb can do without it. Optional operands come last.
  let isOptional: Bool
  /// What the value is.
  var form = OptionForm.path
  /// Puts the value where it belongs.
  let set: (inout Arguments, String) throws(UsageError) -> Void
}

/// A value that is one of a few words.
protocol Choosable: Hashable, CaseIterable, RawRepresentable, Sendable
where RawValue == String {}

extension Choosable {
  /// The words as the help shows them: `text|json|github`.
  static var alternatives: String { words.joined(separator: "|") }

  /// The words.
  static var words: [String] { allCases.map(\.rawValue) }

  /// The value that a word stands for.
  static func named(_ word: String, option: String) throws(UsageError) -> Self {
    if let value = Self(rawValue: word) { return value }
    var error = UsageError.unknown("value for '--\(option)'", word, among: words)
    if !error.message.hasSuffix("?") {
      error.message += "; possible values: \(words.joined(separator: ", "))"
    }
    throw error
  }
}
