/// Where a document states a schema.
public struct SchemaLocation: Sendable {
  /// The document.
  public let document: SchemaDocument

  /// The place of the schema that this one stands in and that stands in no other itself, a JSON
  /// Pointer (RFC 6901).
  public let root: String

  /// What leads from there to this schema.
  private let step: Step?

  /// The place `pointer` in `document`.
  public init(_ document: SchemaDocument, _ pointer: String) {
    self.document = document
    root = pointer
    step = nil
  }

  private init(_ outer: SchemaLocation, _ step: Step) {
    document = outer.document
    root = outer.root
    self.step = step
  }

  /// The schema's place in the document, a JSON Pointer (RFC 6901): put together at each call, since
  /// of few schemas it is ever asked.
  public var pointer: String {
    guard var step else { return root }
    var steps = [step]
    while let outer = step.outer {
      steps.append(outer)
      step = outer
    }
    var pointer = root
    for step in steps.reversed() {
      pointer += "/"
      pointer += step.keyword
      guard let token = step.token else { continue }
      pointer += "/"
      pointer += JSONPointer.escape(token)
    }
    return pointer
  }

  /// The place of a schema in the argument of a keyword, below a name or index unless it is the
  /// whole argument.
  func below(_ keyword: String, _ token: String? = nil) -> SchemaLocation {
    SchemaLocation(self, Step(from: step, keyword, token))
  }

  /// What leads from a schema to one inside of it.
  private final class Step: Sendable {
    let outer: Step?
    let keyword: String
    let token: String?

    init(from outer: Step?, _ keyword: String, _ token: String?) {
      self.outer = outer
      self.keyword = keyword
      self.token = token
    }
  }
}

/// A document that schemas come from: its file's name, and the lines of what it says.
public final class SchemaDocument: Sendable {
  /// The file's name, as violations give it.
  public let file: String

  private let outline: String

  /// A document and the outline of its schemas.
  ///
  /// The outline has a line for each schema that stands on its own, `POINTER GAP LINES`: `GAP` is
  /// the number of lines between the schema before it and its first line, `LINES` the number of
  /// its own; `#` stands for the pointer to the whole document. Below it, indented by a space a
  /// level, stands a line `KEY STEP` for each keyword and each named part, `STEP` being the number
  /// of lines from the one before. All numbers are relative, so that a change of one schema leaves
  /// what is said of the others as it is.
  public init(file: String, outline: String = "") {
    self.file = file
    self.outline = outline
  }

  /// The line, counted from 1, on which a part of a schema stands: of the part itself or, where the
  /// outline has no such part, of the nearest that holds it. Nil outside of all schemas.
  public func line(of pointer: String) -> Int? {
    var cursor = OutlineCursor(target: pointer)
    for entry in outline.split(separator: "\n") {
      cursor.read(entry)
      if cursor.isDone { break }
    }
    return cursor.found
  }
}

/// Follows an outline line by line until it has found a pointer's line.
private struct OutlineCursor {
  let target: String
  var found: Int?
  var isDone = false

  private var path: [String] = []
  private var line = 1
  private var end = 1
  private var foundLength = -1

  init(target: String) {
    self.target = target
  }

  mutating func read(_ entry: Substring) {
    let depth = entry.prefix { $0 == " " }.count
    if depth == 0 {
      guard let (rest, lines) = Self.number(atEndOf: entry),
        let (pointer, gap) = Self.number(atEndOf: rest)
      else { return }
      if foundLength >= 0 { isDone = true }
      line = end + gap
      end = line + lines
      path = [pointer == "#" ? "" : String(pointer)]
    } else {
      guard let (key, step) = Self.number(atEndOf: entry.dropFirst(depth)), depth <= path.count
      else { return }
      line += step
      path.removeLast(path.count - depth)
      path.append("/" + key)
    }
    note(path.joined())
  }

  /// Parts a number from what stands before it: names may hold spaces.
  private static func number(atEndOf entry: Substring) -> (rest: Substring, number: Int)? {
    guard let space = entry.lastIndex(of: " "),
      let number = Int(entry[entry.index(after: space)...])
    else { return nil }
    return (entry[..<space], number)
  }

  private mutating func note(_ pointer: String) {
    guard pointer.utf8.count > foundLength, !isDone, target.hasPrefix(pointer) else { return }
    let rest = target.dropFirst(pointer.count)
    guard rest.isEmpty || rest.first == "/" else { return }
    found = line
    foundLength = pointer.utf8.count
    if rest.isEmpty { isDone = true }
  }
}
