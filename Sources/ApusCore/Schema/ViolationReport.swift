/// The broken rules that an evaluation has found, and the place that it has reached.
struct ViolationReport {
  /// The rules found broken so far, in the order of the schema.
  private(set) var violations: [Violation] = []

  /// How many broken rules are listed, and how much text may be reported of one value, in bytes: a
  /// long list of wrong elements must not take a hundred times its own size in memory.
  static let maximumCount = 1_000
  static let maximumSize = 1 << 20

  /// How many bytes the words of a message may take; a pointer may take twice as many.
  static let maximumMessageSize = 1 << 10

  /// How many of the reasons of alternatives are kept.
  static let maximumCauses = 32

  private var remainingSize = maximumSize
  private var instancePath: [String] = []
  private var schemaPath: [String] = []
  private var location: SchemaLocation?

  /// Whether no more is reported.
  var isFull: Bool { remainingSize <= 0 || violations.count >= Self.maximumCount }

  /// Whether there was once more to report than there was room for.
  private(set) var isCut = false

  /// How many names and indices lead to the value.
  var depth: Int { instancePath.count }

  /// Adds a broken rule of the value at the place that has been reached.
  ///
  /// - Parameter causes: Why each alternative refused the value, the nearest one's reasons first.
  mutating func add(
    _ keyword: String?, expected: String, found: String, causes: [Violation] = []
  ) {
    let violation = Violation(
      instance: Self.pointer(to: instancePath),
      schema: schemaPointer(to: keyword),
      keyword: keyword,
      location: location,
      expected: expected.cut(to: Self.maximumMessageSize),
      found: found.cut(to: Self.maximumMessageSize),
      causes: Array(causes.prefix(Self.maximumCauses)))
    violations.append(violation)
    remainingSize -= violation.size
    isCut = isCut || isFull
  }

  /// Takes the broken rules out of the report, and puts others in their place.
  mutating func replace(with others: [Violation] = []) -> [Violation] {
    defer { violations = others }
    return violations
  }

  private func schemaPointer(to keyword: String?) -> String {
    var path = schemaPath
    if let keyword { path.append(keyword) }
    return (location?.pointer ?? "") + JSONPointer(path).description
  }

  /// A JSON Pointer, or the beginning of one that is too long, which points to a value around.
  static func cut(pointer: String) -> String {
    guard pointer.utf8.count > 2 * maximumMessageSize else { return pointer }
    let whole = pointer.utf8.prefix(2 * maximumMessageSize)
    guard let slash = whole.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(pointer[..<slash])
  }

  /// A JSON Pointer to a value, or to the nearest one around it whose pointer is not too long.
  private static func pointer(to path: [String]) -> String {
    var pointer = ""
    for token in path {
      let step = "/" + JSONPointer.escape(token)
      guard pointer.utf8.count + step.utf8.count <= 2 * maximumMessageSize else { break }
      pointer += step
    }
    return pointer
  }
}

// The place.
extension ViolationReport {
  /// A place to come back to.
  struct Place {
    fileprivate var location: SchemaLocation?
    fileprivate var schemaDepth: Int
    fileprivate var instanceDepth: Int
    /// What leads to the place from the schema that stands on its own, where that is left.
    fileprivate var schemaPath: [String]?
  }

  /// Goes to a schema that stands on its own.
  mutating func enter(_ location: SchemaLocation?) -> Place {
    let outer = Place(
      location: self.location, schemaDepth: 0, instanceDepth: instancePath.count,
      schemaPath: schemaPath)
    (self.location, schemaPath) = (location, [])
    return outer
  }

  /// Goes to a schema below a keyword, and to a value inside the present one.
  mutating func enter(_ keyword: String, _ token: String?, member: String?) -> Place {
    let outer = Place(
      location: location, schemaDepth: schemaPath.count, instanceDepth: instancePath.count)
    schemaPath.append(keyword)
    if let token { schemaPath.append(token) }
    if let member { instancePath.append(member) }
    return outer
  }

  /// Comes back to a place.
  mutating func leave(to place: Place) {
    location = place.location
    if let path = place.schemaPath {
      schemaPath = path
    } else {
      schemaPath.removeLast(max(0, schemaPath.count - place.schemaDepth))
    }
    instancePath.removeLast(max(0, instancePath.count - place.instanceDepth))
  }
}

extension Violation {
  /// Stands behind the last violation where there are more than are listed.
  static let more = Violation(
    expected: "no more broken rules than are listed", found: "more")

  /// The check would have to go deeper than it may.
  static let tooDeep = Violation(
    expected: "a value nested less deeply",
    found: "more schemas inside each other than a check may go through")

  /// What the violation takes in memory, roughly, in bytes.
  fileprivate var size: Int {
    128 + instance.utf8.count + schema.utf8.count + expected.utf8.count + found.utf8.count
  }
}

extension String {
  /// The text, or as much of its beginning as takes no more than so many bytes, and an ellipsis.
  fileprivate func cut(to size: Int) -> String {
    guard utf8.count > size else { return self }
    // An index inside a character's bytes counts as that of the character.
    return String(self[..<utf8.index(startIndex, offsetBy: size)]) + "…"
  }
}
