import Synchronization

/// Where a schema stands that stands in no other.
public protocol SchemaStart: AnyObject, Sendable {
  /// The document.
  var document: SchemaDocument { get }
  /// The schema's place in the document, a JSON Pointer (RFC 6901); it may be put together at each
  /// call.
  var pointer: String { get }
}

/// Where a document states a schema.
public struct SchemaLocation: Sendable {
  /// What leads to the schema.
  private let origin: Origin

  private enum Origin {
    /// The schema stands in no other.
    case start(any SchemaStart)
    /// The last step from the schema that it stands in.
    case step(Step)
  }

  /// What leads to a schema from the one that it stands in.
  private final class Step: Sendable {
    let origin: Origin
    /// The keyword whose argument the schema is in.
    let keyword: String
    /// The name or index below the keyword, unless the schema is the whole argument.
    let token: String?

    init(from origin: Origin, _ keyword: String, _ token: String?) {
      self.origin = origin
      self.keyword = keyword
      self.token = token
    }
  }

  /// A place whose pointer is known.
  private final class Start: SchemaStart {
    let document: SchemaDocument
    let pointer: String

    init(_ document: SchemaDocument, _ pointer: String) {
      self.document = document
      self.pointer = pointer
    }
  }

  /// The place `pointer` in `document`.
  public init(_ document: SchemaDocument, _ pointer: String) {
    self.init(Start(document, pointer))
  }

  /// The place of a schema that stands in no other.
  public init(_ start: any SchemaStart) {
    self.init(.start(start))
  }

  private init(_ origin: Origin) {
    self.origin = origin
  }

  /// The document.
  public var document: SchemaDocument { start.document }

  /// The place of the schema that this one stands in and that stands in no other itself.
  public var start: any SchemaStart {
    var origin = origin
    while true {
      switch origin {
      case .start(let start): return start
      case .step(let step): origin = step.origin
      }
    }
  }

  /// The schema's place in the document, a JSON Pointer: put together at each call, since of few
  /// schemas it is ever asked.
  public var pointer: String {
    var steps: [Step] = []
    var origin = origin
    while case .step(let step) = origin {
      steps.append(step)
      origin = step.origin
    }
    return steps.reversed().reduce(into: start.pointer) { pointer, step in
      pointer += "/"
      pointer += step.keyword
      guard let token = step.token else { return }
      pointer += "/"
      pointer += JSONPointer.escape(token)
    }
  }

  /// The place of a schema in the argument of a keyword, below a name or index unless it is the
  /// whole argument.
  func below(_ keyword: String, _ token: String? = nil) -> SchemaLocation {
    SchemaLocation(.step(Step(from: origin, keyword, token)))
  }
}

/// A document that schemas come from: its file's name, and the lines of what it says.
public final class SchemaDocument: Sendable {
  /// The file's name, as violations give it.
  public let file: String

  private let outline: String

  /// Where the outlines of the schemas that stand on their own begin, once that was asked for.
  private let index = Mutex<OutlineIndex?>(nil)

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
    let index = index.withLock { index in
      let known = index ?? OutlineIndex(of: outline)
      index = known
      return known
    }
    var holder = pointer[...]
    while index.entries[holder] == nil {
      guard let slash = holder.lastIndex(of: "/") else { return nil }
      holder = holder[..<slash]
    }
    guard let entry = index.entries[holder] else { return nil }
    var cursor = OutlineCursor(
      target: pointer[holder.endIndex...], line: entry.line)
    for line in outline[entry.rest].split(separator: "\n") where !cursor.isDone {
      cursor.read(line)
    }
    return cursor.found
  }
}

/// The schemas of an outline that stand on their own, by their pointers.
private struct OutlineIndex: Sendable {
  struct Entry {
    /// The line of the schema.
    var line: Int
    /// The lines of the outline that say where its parts are.
    var rest: Range<String.Index>
  }

  private(set) var entries: [Substring: Entry] = [:]

  init(of outline: String) {
    var end = 1
    var last: (pointer: Substring, line: Int, start: String.Index)?
    for line in outline.split(separator: "\n") where line.first != " " {
      guard let (rest, lines) = number(atEndOf: line), let (pointer, gap) = number(atEndOf: rest)
      else { continue }
      if let last { add(last.pointer, Entry(line: last.line, rest: last.start..<line.startIndex)) }
      last = (pointer == "#" ? "" : pointer, end + gap, line.endIndex)
      end += gap + lines
    }
    if let last { add(last.pointer, Entry(line: last.line, rest: last.start..<outline.endIndex)) }
  }

  private mutating func add(_ pointer: Substring, _ entry: Entry) {
    if entries[pointer] == nil { entries[pointer] = entry }
  }
}

/// Parts a number from what stands before it: names may hold spaces.
private func number(atEndOf entry: Substring) -> (rest: Substring, number: Int)? {
  guard let space = entry.lastIndex(of: " "),
    let number = Int(entry[entry.index(after: space)...])
  else { return nil }
  return (entry[..<space], number)
}

/// Follows the outline of a schema line by line until it has found the line of one of its parts.
private struct OutlineCursor {
  /// What leads from the schema to the part.
  private let target: Substring
  private(set) var found: Int
  private(set) var isDone: Bool

  private var path: [String] = []
  private var line: Int
  private var foundLength = 0

  init(target: Substring, line: Int) {
    self.target = target
    self.line = line
    found = line
    isDone = target.isEmpty
  }

  mutating func read(_ entry: Substring) {
    let depth = entry.prefix { $0 == " " }.count - 1
    guard depth >= 0, let (key, step) = number(atEndOf: entry.dropFirst(depth + 1)),
      depth <= path.count
    else { return }
    line += step
    path.removeLast(path.count - depth)
    path.append("/" + key)
    note(path.joined())
  }

  private mutating func note(_ pointer: String) {
    guard pointer.utf8.count > foundLength, target.hasPrefix(pointer) else { return }
    let rest = target.dropFirst(pointer.count)
    guard rest.isEmpty || rest.first == "/" else { return }
    found = line
    foundLength = pointer.utf8.count
    isDone = rest.isEmpty
  }
}
