import Foundation
import Testing

@testable import ApusSwift
@testable import apus

@Suite("A change of the document")
struct MinimalDifferenceTests {
  /// A large document whose schemas refer to each other.
  private static let lines: [String] = {
    var lines = ["openapi: 3.1.0", "info: {title: T, version: '1'}", "paths:"]
    for number in 0..<60 {
      lines += [
        "  /things/\(number):", "    get:", "      operationId: get_thing_\(number)",
        "      tags: [tag_\(number % 7)]", "      parameters:",
        "        - {name: kind, in: query, schema: {enum: [a, b], default: a}}",
        "      responses:", "        '200':", "          description: d", "          content:",
        "            application/json: {schema: {$ref: '#/components/schemas/thing_\(number)'}}",
      ]
    }
    lines += ["components:", "  schemas:"]
    for number in 0..<200 {
      lines += [
        "    thing_\(number):", "      type: object", "      required: [id]", "      properties:",
        "        id: {type: string, format: uuid}",
        "        kind: {type: string, enum: [x, y, z\(number)]}",
        "        next: {$ref: '#/components/schemas/thing_\((number + 1) % 200)'}",
        "        parts:", "          type: array", "          items:",
        "            oneOf:", "              - {type: string}",
        "              - {$ref: '#/components/schemas/thing_\((number + 2) % 200)'}",
      ]
    }
    return lines
  }()

  private static let original = Declarations(of: lines.joined(separator: "\n"))

  /// What is generated for the document with a change, made behind a line of it.
  private static func changed(
    behind line: String, _ edit: (inout [String], Int) -> Void
  ) throws -> Declarations {
    var lines = lines
    edit(&lines, try #require(lines.firstIndex(of: line)))
    return Declarations(of: lines.joined(separator: "\n"))
  }

  /// Whether a text speaks of a name, and not of one that only begins so.
  private static func speaks(_ text: some StringProtocol, of name: String) -> Bool {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).contains { word in
      word == name
    }
  }

  @Test("of a schema changes the declarations of its type alone")
  func change() throws {
    let new = try Self.changed(behind: "    thing_77:") { lines, line in
      lines[line + 5] = "        kind: {type: string, enum: [x, y, other]}"
      lines.insert("        extra: {type: integer, minimum: 2}", at: line + 6)
    }
    #expect(new.order == Self.original.order)
    let changes = Self.original.changes(to: new)
    #expect(changes.count >= 4, "\(changes)")
    for key in changes where !key.hasPrefix("Locations.swift") {
      #expect(Self.speaks(key, of: "Thing77"), "\(key)")
    }
    for key in changes where key.hasPrefix("Locations.swift") {
      // The places of all other schemas are told relative to this one.
      let lines = new.lines(of: key, unlike: Self.original)
      let pointers = lines.filter { $0.contains("/components/") }
      #expect(pointers.count == 1 && pointers[0].contains("/thing_77 "), "\(lines)")
    }
  }

  @Test(
    "adds only what it adds, wherever that stands", arguments: ["thing_0", "thing_77", "thing_199"])
  func addition(before name: String) throws {
    let new = try Self.changed(behind: "    \(name):") { lines, line in
      lines.insert(
        contentsOf: [
          "    zebra:", "      type: object", "      properties:",
          "        stripes: {type: integer, minimum: 2}",
          "        friend: {$ref: '#/components/schemas/thing_9'}",
        ], at: line)
    }
    Self.check(new, adds: "zebra", "Zebra", to: Self.original)
  }

  @Test("of an operation changes the lines of that operation alone")
  func operation() throws {
    let new = try Self.changed(behind: "      operationId: get_thing_30") { lines, line in
      lines.insert("        - {name: extra, in: query, schema: {type: integer}}", at: line + 4)
    }
    #expect(new.order == Self.original.order)
    let changes = Self.original.changes(to: new)
    #expect(changes.contains { $0.hasPrefix("API.swift") })
    for key in changes where !key.hasPrefix("Locations.swift") {
      let lines =
        Self.original.lines(of: key, unlike: new) + new.lines(of: key, unlike: Self.original)
      #expect(lines.count < 30, "\(key): \(lines)")
      for word in lines.flatMap({ $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) })
      where word.hasPrefix("getThing") || word.hasPrefix("GetThing") {
        #expect(word.hasSuffix("Thing30"), "\(key): \(word)")
      }
    }
  }

  /// Checks that a schema adds its own declarations, a line to the list of all and its places.
  private static func check(
    _ new: Declarations, adds schema: String, _ type: String, to old: Declarations,
    _ comment: Comment? = nil
  ) {
    #expect(old.missing(from: new) == [], comment)
    let added = new.missing(from: old)
    #expect(new.order.filter { !added.contains($0) } == old.order, comment)
    #expect(added.contains { $0.hasPrefix("Types.swift") }, comment)
    for key in added { #expect(speaks(key, of: type), comment) }
    for key in old.changes(to: new) {
      let lines = new.lines(of: key, unlike: old)
      if key.hasPrefix("Locations.swift") {
        #expect(lines.count < 12, "\(lines)")
      } else {
        #expect(lines.count == 1 && lines[0].contains("case \"\(schema)\""), "\(key): \(lines)")
      }
    }
  }

  @Test("to the order of schemas of one name moves no name from one to another")
  func order() {
    let names = ["aB", "a_b", "A-b", "ab", "a b"]
    let outputs = [names, names.reversed()].map { names in
      let schemas = names.map {
        "    '\($0)': {type: object, properties: {'\($0) x': {type: string}}}"
      }
      return Declarations(
        of: "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
          + schemas.joined(separator: "\n"))
    }
    let lines = outputs.map { output in
      Set(
        output.texts.values.joined(separator: "\n").split(separator: "\n").filter {
          $0.contains("case \"")
        })
    }
    #expect(lines[0] == lines[1] && lines[0].count == 5)
  }

  @Test("that adds a schema renames no other, whatever these are called", arguments: 0..<24)
  func names(seed: Int) {
    var numbers = Numbers(seed: UInt64(seed) &+ 7)
    let words = [
      "part", "Part", "PART", "part_s", "status", "item-list", "ItemList", "url", "Error", "type",
      "JSON", "pet kind", "petKind", "GetPart", "get_part", "größe", "naïve", "List", "2nd",
      "with_id",
    ].shuffled(using: &numbers)
    func schema() -> String {
      let properties = (0..<3).map { _ in
        let name = words.randomElement(using: &numbers) ?? ""
        let other = words.prefix(12).randomElement(using: &numbers) ?? ""
        let kinds = [
          "{$ref: '#/components/schemas/\(other)'}", "{enum: [a, b]}",
          "{type: object, properties: {'\(other)': {enum: [c, d]}}}",
          "{oneOf: [{type: string}, {$ref: '#/components/schemas/\(other)'}]}",
        ]
        return "'\(name)': \(kinds.randomElement(using: &numbers) ?? "")"
      }
      // A name that two properties have counts once.
      let unique = Dictionary(properties.map { ($0.prefix { $0 != ":" }, $0) }) { first, _ in first
      }
      return "{type: object, properties: {\(unique.values.sorted().joined(separator: ", "))}}"
    }
    var schemas = words.prefix(12).map { "    '\($0)': \(schema())" }
    let head = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a: {get: {operationId: get_part, tags: [part], responses: {'204': {description: d}}}}
      components:
        schemas:

      """
    let old = Declarations(of: head + schemas.joined(separator: "\n"))
    for word in words.dropFirst(12) {
      // Of two that would be called the same, one has to be called otherwise.
      let name = Words(of: word).upperCamelCase
      guard !old.typeNames.contains(name), !ReservedNames.types.contains(name) else { continue }
      let place = Int.random(in: 0...schemas.count, using: &numbers)
      schemas.insert("    '\(word)': {type: object, properties: {x: {type: string}}}", at: place)
      let new = Declarations(of: head + schemas.joined(separator: "\n"))
      #expect(old.missing(from: new) == [], "\(word): \(schemas)")
      for key in old.changes(to: new) where !key.hasPrefix("Locations.swift") {
        #expect(new.lines(of: key, unlike: old).count == 1, "\(word): \(key)")
      }
      schemas.remove(at: place)
    }
  }

  private static let agentServer = Places.corpus.map {
    "\($0)/langgraph-agent-server/openapi.json"
  }

  @Test("adds only what it adds to a real document", .enabled(if: agentServer != nil))
  func realDocument() throws {
    let path = try #require(Self.agentServer)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(text.range(of: "\"schemas\": {"))
    var longer = text
    longer.insert(
      contentsOf:
        "\n\"Zebra\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}},",
      at: start.upperBound)
    Self.check(
      Declarations(of: longer), adds: "Zebra", "Zebra", to: Declarations(of: text))
  }
}

/// Numbers that are the same in every run (SplitMix64).
private struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
